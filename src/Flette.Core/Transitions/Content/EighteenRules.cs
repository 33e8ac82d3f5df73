using Flette.Core.Law;

namespace Flette.Core.Transitions.Content;

/// <summary>Eighteen: own rights, other services, and no barnekoordinator any more (needs-childrens-coordinator N136).</summary>
internal static class EighteenRules
{
    public static TransitionRule Eighteen { get; } =
        new(
            TransitionKind.Eighteen,
            "18-ar",
            "Fyller 18 år",
            Dated.Birthday,
            18,
            24,
            "Koordinatoren",
            "Den unge og voksentjenestene",
            Say.Law(Statutes.Guardianship, "§ 8", "den som ikke har fylt 18 år, er mindreårig"),
            new(Statutes.Guardianship, "§ 8"),
            [
                Say.Step(
                    "representasjon",
                    24,
                    "Snakk med den unge om hva hun eller han vil ha hjelp til etter 18, og om noen skal ha fullmakt eller være verge",
                    "Koordinatoren, sammen med den unge og foreldrene",
                    Say.Law(
                        Statutes.Guardianship,
                        "§ 20",
                        "vergemål er et frivillig støttetiltak, og at det også kan opprettes før 18 år når det er nødvendig at det fortsetter uavbrutt"
                    )
                ),
                Say.Step(
                    "verge",
                    12,
                    "Send begjæring om vergemål til Statsforvalteren, hvis den unge vil det, med legens erklæring",
                    "Den unge eller foreldrene, med hjelp av koordinatoren",
                    Say.Law(
                        Statutes.Guardianship,
                        "§ 56",
                        "personen selv, foreldre, søsken eller behandlende lege kan be om vergemål, og at det skal begrunnes"
                    )
                ),
                Say.Step(
                    "voksentjenester",
                    18,
                    "Inviter voksentjenestene inn mens barnetjenestene ennå er der",
                    "Koordinatoren",
                    Say.Law(
                        Statutes.SpecialistHealth,
                        "§ 2-1 e",
                        "spesialisthelsetjenesten skal samarbeide med andre tjenester når det trengs for et helhetlig tilbud, og med barnekoordinatoren"
                    )
                ),
                Say.Step(
                    "habilitering",
                    12,
                    "Få navnet på den som tar imot i voksenhabiliteringen, og hold et felles møte",
                    "Barnehabiliteringen gir, voksenhabiliteringen tar imot",
                    Say.Law(
                        Statutes.PatientRights,
                        "§ 2-2 a",
                        "spesialisthelsetjenesten skal vurdere en henvisning innen 10 virkedager etter at den er mottatt"
                    ),
                    "Kort sammenfatning, hjelpemidler, kontroller framover, det som virker, og hvem som har fulgt den unge"
                ),
                Say.Step(
                    "bup-dps",
                    9,
                    "Avtal hvem som følger opp psykisk helse etter BUP: fastlegen, kommunen eller DPS",
                    "BUP gir, DPS eller fastlegen tar imot",
                    Say.Law(
                        Statutes.SpecialistHealth,
                        "§ 2-5 a",
                        "det skal oppnevnes koordinator for pasienter med behov for komplekse eller langvarige og koordinerte tjenester i spesialisthelsetjenesten"
                    ),
                    "Det den unge vil at skal følge med, planen for vanskelige dager, og medisiner"
                ),
                Say.Step(
                    "ettervern",
                    12,
                    "Spør den unge om hva barnevernet skal fortsette med, hvis barnevernet er med",
                    "Barnevernstjenesten",
                    Say.Law(
                        Statutes.ChildWelfare,
                        "§ 3-6",
                        "barnevernstjenesten i god tid før 18 år skal ta kontakt for å vurdere om tiltak skal videreføres eller erstattes, og at tiltak kan iverksettes til den unge fyller 25"
                    )
                ),
                Say.Step(
                    "inntekt",
                    9,
                    "Be Nav om en samtale om inntekt etter 18: arbeid, arbeidsavklaringspenger eller uføretrygd",
                    "Den unge, med hjelp av koordinatoren og Nav",
                    Say.Law(
                        Statutes.NationalInsurance,
                        "§§ 12-4 og 12-13",
                        "uføretrygd gis fra 18 år, og at den som er blitt ufør før 26 år av en alvorlig og varig sykdom, skade eller lyte som er klart dokumentert, får en høyere minsteytelse (ung ufør), tidligst fra måneden man fyller 20"
                    )
                ),
                Say.Step(
                    "bpa",
                    9,
                    "Gå gjennom assistanse og avlastning på nytt: hva følger den unge, og hva fulgte foreldrene",
                    "Kommunens helse- og omsorgstjeneste",
                    Say.Law(
                        Statutes.PatientRights,
                        "§ 2-1 d",
                        "personlig assistanse skal kunne organiseres som brukerstyrt personlig assistanse (BPA) når behovet er langvarig (over 2 år) og stort (som hovedregel minst 32 timer i uken)"
                    )
                ),
                Say.Step(
                    "koordinator",
                    6,
                    "Avgjør hvem som blir koordinator etter 18, og la de to møtes sammen med den unge",
                    "Koordinerende enhet",
                    Say.Law(
                        Statutes.MunicipalHealth,
                        "§§ 7-2 og 7-2 a",
                        "plikten til å oppnevne barnekoordinator gjelder til barnet fyller 18 år, og at kommunen skal tilby koordinator til den som har behov for langvarige og koordinerte tjenester"
                    ),
                    "Planen, avtalene som står åpne, hvem som er med, og det den unge selv vil si"
                ),
                Say.Step(
                    "ja-og-innsyn",
                    3,
                    "Gå gjennom alle ja med den unge: hvem skal vite hva fra nå av, også foreldrene",
                    "Koordinatoren",
                    AgeRules.Sharing,
                    "Oversikten over hvem som har sagt ja til hva"
                ),
                Say.Step(
                    "bank",
                    3,
                    "Ordne egen bankkonto, BankID og post, og hvem som eventuelt hjelper til",
                    "Den unge og foreldrene",
                    Say.Law(
                        Statutes.Guardianship,
                        "§§ 8 og 9",
                        "den som ikke har fylt 18 år, som hovedregel ikke selv råder over midlene sine"
                    )
                ),
                Say.Step(
                    "barnetrygd",
                    3,
                    "Gå gjennom hvilke ytelser foreldrene får for barnet, og når de slutter",
                    "Nav, sammen med foreldrene",
                    Say.Law(
                        Statutes.ChildBenefit,
                        "§ 11",
                        "barnetrygden betales til og med måneden før barnet fyller 18 år"
                    )
                ),
                Say.Step(
                    "tannlege",
                    2,
                    "Spør tannklinikken om hva som gjelder etter det året den unge fyller 18",
                    "Den unge, med hjelp av tannklinikken",
                    Say.Law(
                        Statutes.DentalHealth,
                        "§ 1-3",
                        "den offentlige tannhelsetjenesten skal ha et regelmessig tilbud til og med det året man fyller 18, og til unge voksne fra året de fyller 19 til og med året de fyller 28"
                    )
                ),
                Say.KeepTheOld("Barnekoordinatoren", 3),
            ]
        )
        {
            FixesLead = new LegalBasis(Statutes.ChildWelfare, "§ 3-6"),
        };
}
