using Flette.Core.Law;

namespace Flette.Core.Transitions.Content;

/// <summary>Those no age gives a day: someone registers them (needs-coordinator N100–N101, needs-childrens-coordinator N138, N141).</summary>
internal static class HomeRules
{
    public static TransitionRule OwnHome { get; } =
        new(
            TransitionKind.OwnHome,
            "eget-hjem",
            "Flytter til eget hjem",
            Dated.Event,
            0,
            18,
            "Koordinatoren",
            "Boligtjenesten og de som skal gi hjelp i hjemmet",
            Say.Law(
                Statutes.SocialHousing,
                "§ 6",
                "kommunen skal gi individuelt tilpasset bistand til den som trenger hjelp til å skaffe eller beholde en egnet bolig, også bolig med særlig tilpasning"
            ),
            null,
            [
                Say.Step(
                    "onsker",
                    18,
                    "Spør den unge om hvordan og med hvem hun eller han vil bo, og se på boliger sammen",
                    "Koordinatoren, sammen med den unge"
                ),
                Say.Step(
                    "sok",
                    12,
                    "Be kommunen om hjelp til bolig, og søk om støtte og tilpasning",
                    "Den unge, med hjelp av koordinatoren",
                    Say.Law(
                        Statutes.SocialHousing,
                        "§ 7",
                        "en avgjørelse om å gi eller avslå hjelp til bolig er et enkeltvedtak, og at kommunen så langt som mulig skal samarbeide med den det gjelder"
                    )
                ),
                Say.Step(
                    "hjelp-hjemme",
                    8,
                    "Søk om den hjelpen som trengs i hjemmet, og avtal når den begynner",
                    "Kommunens helse- og omsorgstjeneste",
                    Say.Law(
                        Statutes.PatientRights,
                        "§ 3-1",
                        "det skal legges stor vekt på hva den det gjelder, mener når slike tjenester utformes"
                    )
                ),
                Say.Step(
                    "mote-oftere",
                    4,
                    "Avtal tettere møter fram til flyttingen og de første månedene",
                    "Koordinatoren"
                ),
                Say.Step(
                    "overlevering",
                    2,
                    "La de som skal hjelpe i det nye hjemmet, bli kjent med den unge der hun eller han bor nå",
                    "Foreldrene og dagens hjelpere gir, de nye hjelperne tar imot",
                    null,
                    "Vaner, mat, medisiner, det som roer og det som stresser, økonomi, hjelpemidler og hvem som ringes"
                ),
                Say.KeepTheOld("Koordinatoren og dagens hjelpere", 6),
            ]
        );

    public static TransitionRule Respite { get; } =
        new(
            TransitionKind.Respite,
            "avlastning",
            "Ny eller endret avlastning",
            Dated.Event,
            0,
            4,
            "Kommunens helse- og omsorgstjeneste",
            "Den nye avlastningen",
            Say.Law(
                Statutes.MunicipalHealth,
                "§ 3-6",
                "kommunen skal tilby pårørendestøtte, blant annet avlastning, til den som har særlig tyngende omsorgsarbeid"
            ),
            null,
            [
                Say.Step(
                    "barnet-hores",
                    4,
                    "Spør barnet om hva det liker og ikke liker der det er nå",
                    "Den som kjenner barnet best",
                    Say.Law(
                        Statutes.PatientRights,
                        "§ 3-1",
                        "barn som er i stand til å danne seg egne synspunkter, skal få informasjon og bli hørt"
                    )
                ),
                Say.Step(
                    "vedtak",
                    3,
                    "Skriv hva som endres, og be om vedtak om det",
                    "Kommunens helse- og omsorgstjeneste",
                    Say.Law(
                        Statutes.PatientRights,
                        "§ 2-8",
                        "den som har særlig tyngende omsorgsarbeid, kan kreve at kommunen treffer vedtak om tiltak som letter det"
                    )
                ),
                Say.Step(
                    "overlevering",
                    1,
                    "La de som kjenner barnet, lære opp dem som skal ta imot",
                    "Dagens avlastning gir, den nye tar imot",
                    null,
                    "Døgnrytme, mat, medisiner, hvordan barnet sier fra, det som gir trygghet, og hvem som ringes"
                ),
                Say.Weeks("besok", 2, "Besøk stedet sammen før den første natten", "Familien og den nye avlastningen"),
                Say.KeepTheOld("Dagens avlastning", 2),
            ]
        );

    public static TransitionRule HospitalHome { get; } =
        new(
            TransitionKind.HospitalHome,
            "sykehus-hjem",
            "Hjem fra sykehus",
            Dated.Event,
            0,
            2,
            "Sykehusets koordinator",
            "Kommunens helse- og omsorgstjeneste",
            Say.Law(
                Statutes.SpecialistHealth,
                "§ 2-5",
                "helseforetaket så snart som mulig skal varsle kommunen når det ser behov for en individuell plan med tjenester fra begge"
            ),
            null,
            [
                Say.Step(
                    "varsle",
                    2,
                    "Varsle kommunens koordinerende enhet om at familien snart kommer hjem",
                    "Sykehusets koordinator",
                    Say.Law(
                        Statutes.IndividualPlan,
                        "§ 8",
                        "kommunens koordinerende enhet skal varsles snarest mulig, og at helseforetaket skal medvirke i kommunens arbeid med planen"
                    )
                ),
                Say.Step(
                    "utskrivingsmote",
                    1,
                    "Hold et møte før utskriving med sykehuset, kommunen og familien",
                    "Sykehusets koordinator gir, kommunens koordinator tar imot",
                    Say.Law(
                        Statutes.SpecialistHealth,
                        "§ 2-5 a",
                        "koordinatoren på sykehuset skal sikre samordning i forbindelse med oppholdet og overfor andre tjenester, og samarbeide med barnekoordinatoren"
                    ),
                    "Medisiner, utstyr og hvem som etterfyller det, opplæring som er gitt, kontroller framover, og hvem som ringes dag og natt"
                ),
                Say.Weeks(
                    "utstyr",
                    2,
                    "Få utstyr, hjelpemidler og opplæring på plass hjemme",
                    "Kommunens helse- og omsorgstjeneste og sykehuset"
                ),
                Say.Weeks(
                    "skolen-vet",
                    1,
                    "Spør familien om hva barnehagen eller skolen skal vite, og gi det videre",
                    "Koordinatoren"
                ),
                Say.KeepTheOld("Sykehusets koordinator", 1),
            ]
        );

    public static TransitionRule Coordinator { get; } =
        new(
            TransitionKind.Coordinator,
            "ny-koordinator",
            "Ny koordinator",
            Dated.Event,
            0,
            3,
            "Koordinerende enhet",
            "Den nye koordinatoren",
            Say.Law(
                Statutes.MunicipalHealth,
                "§ 7-3",
                "koordinerende enhet skal ha overordnet ansvar for oppnevning, opplæring og veiledning av koordinator og barnekoordinator"
            ),
            null,
            [
                Say.Step(
                    "fortell",
                    3,
                    "Fortell familien at koordinatoren skifter, hvorfor og når, og spør hva de ønsker av den nye",
                    "Dagens koordinator"
                ),
                Say.Step(
                    "mot-andre-overganger",
                    3,
                    "Se om byttet kan vente til andre overganger er over",
                    "Koordinerende enhet"
                ),
                Say.Step(
                    "oppnevn",
                    2,
                    "Oppnevn den nye, og si hvem som trer inn hvis datoen glir",
                    "Koordinerende enhet",
                    Say.Law(
                        Statutes.IndividualPlan,
                        "§ 3",
                        "det til enhver tid skal være én tjeneste som har hovedansvaret for oppfølgingen"
                    )
                ),
                Say.Step(
                    "mote-sammen",
                    1,
                    "Møt familien sammen, og gå gjennom planen og det som står åpent",
                    "Dagens koordinator gir, den nye tar imot",
                    null,
                    "Planen, avtalene som står åpne, hvordan familien vil kontaktes, det som virker, og det som ikke bør spørres om igjen"
                ),
                Say.KeepTheOld("Den forrige koordinatoren", 1),
            ]
        );

    public static TransitionRule Moving { get; } =
        new(
            TransitionKind.Moving,
            "flytting",
            "Flytter til en annen kommune",
            Dated.Event,
            0,
            6,
            "Koordinatoren",
            "Koordinerende enhet i den nye kommunen",
            Say.Law(
                Statutes.MunicipalHealth,
                "§ 3-1",
                "kommunen skal sørge for nødvendige helse- og omsorgstjenester til dem som oppholder seg i kommunen"
            ),
            null,
            [
                Say.Step(
                    "ja",
                    5,
                    "Spør familien om hva den nye kommunen skal få vite, og skriv det ned",
                    "Koordinatoren"
                ),
                Say.Step(
                    "finn-mottaker",
                    4,
                    "Ta kontakt med koordinerende enhet i den nye kommunen, og få et navn",
                    "Koordinatoren",
                    Say.Law(Statutes.MunicipalHealth, "§ 7-3", "hver kommune skal ha en koordinerende enhet")
                ),
                Say.Step(
                    "barnehage-skole",
                    4,
                    "Meld flyttingen til barnehage og skole, og søk om plass der familien skal bo",
                    "Familien, med hjelp av koordinatoren",
                    Say.Law(
                        Statutes.Kindergartens,
                        "§ 16",
                        "plassen i barnehage hører til kommunen der barnet er bosatt"
                    )
                ),
                Say.Step(
                    "sok",
                    3,
                    "Søk om tjenestene i den nye kommunen før flyttingen, og spør hva som kan begynne fra første dag",
                    "Familien, med hjelp av koordinatoren"
                ),
                Say.Step(
                    "overlevering",
                    1,
                    "Hold et møte med begge kommunene",
                    "Koordinatoren gir, den nye kommunen tar imot",
                    null,
                    "Planen, vedtakene, avtalene som står åpne, hjelpemidler som flytter med, og hvordan familien vil kontaktes"
                ),
                Say.KeepTheOld("Koordinatoren", 2),
            ]
        );
}
