using Flette.Core.Law;

namespace Flette.Core.Transitions.Content;

/// <summary>Videregående, and leaving school. The county has the one; after the other nobody does by itself.</summary>
internal static class UpperSecondaryRules
{
    public static TransitionRule UpperSecondary { get; } =
        new(
            TransitionKind.UpperSecondary,
            "videregaende",
            "Videregående skole",
            Dated.SchoolYear,
            10,
            18,
            "Ungdomsskolen",
            "Den videregående skolen",
            Say.Law(
                Statutes.Education,
                "§ 9-5",
                "fylkeskommunen skal sørge for en trygg og god overgang fra grunnskolen til videregående, og at kommunen skal samarbeide om den"
            ),
            SchoolRules.Years,
            [
                Say.Step(
                    "valg",
                    17,
                    "Snakk med eleven om hva hun eller han vil, og hvilke programmer og skoler som passer",
                    "Rådgiveren på ungdomsskolen",
                    Say.Law(
                        Statutes.Children,
                        "§ 32",
                        "barn som er fylt 15 år, selv avgjør spørsmål om valg av utdanning"
                    )
                ),
                Say.Step(
                    "fylket-med",
                    14,
                    "Inviter fylkeskommunens inntak eller PPT til et møte",
                    "Rådgiveren, sammen med koordinatoren",
                    SchoolRules.Together
                ),
                Say.Step(
                    "sakkyndig",
                    12,
                    "Be PPT om ny sakkyndig vurdering for videregående hvis opplæringen skal legges individuelt til rette",
                    "Ungdomsskolen og PPT",
                    SchoolRules.Assessed
                ),
                Say.Step(
                    "sok",
                    8,
                    "Søk innen fylkeskommunens frist. Sjekk om det er en egen, tidligere frist når opplæringen skal tilrettelegges",
                    "Eleven, med hjelp av rådgiveren",
                    Say.Law(
                        Statutes.Education,
                        "§ 5-1",
                        "de som har fullført grunnskolen, skal komme inn på ett av tre utdanningsprogrammer de har søkt på"
                    )
                ),
                Say.Step(
                    "skyss-bosted",
                    4,
                    "Avklar skyss, reisefølge og bosted",
                    "Den videregående skolen og fylkeskommunen",
                    Say.Law(
                        Statutes.Education,
                        "§ 9-1",
                        "skyssen til skolen er gratis for elever som trenger den på grunn av nedsatt funksjonsevne, skade eller sykdom"
                    )
                ),
                Say.Step(
                    "overgangsmote",
                    2,
                    "Hold overgangsmøte der ungdomsskolen gir videre og den videregående skolen tar imot",
                    "Kontaktlæreren gir, kontaktlæreren på den nye skolen tar imot",
                    SchoolRules.Plan,
                    "Opplæringsplanen, det som virker, hjelpemidler, avtaler som står åpne og det eleven selv vil si"
                ),
                Say.Weeks("forste-dag", 2, "Avtal hvem som tar imot den første dagen", "Den videregående skolen"),
                Say.KeepTheOld("Kontaktlæreren på ungdomsskolen", 2),
            ]
        );

    public static TransitionRule LeavingSchool { get; } =
        new(
            TransitionKind.LeavingSchool,
            "etter-skolen",
            "Ferdig på skolen",
            Dated.SchoolYear,
            13,
            24,
            "Den videregående skolen",
            "Nav, kommunen eller arbeidsgiveren",
            Say.Law(
                Statutes.Education,
                "§ 5-1",
                "den unge kan ta videregående opplæring til studie- eller yrkeskompetanse er nådd, men ikke lenger enn ut skoleåret som begynner det året man fyller 24"
            ),
            null,
            [
                Say.Step(
                    "drom",
                    23,
                    "Spør den unge om hva som skal fylle dagene etter skolen: arbeid, dagtilbud, mer skole",
                    "Rådgiveren, sammen med koordinatoren",
                    Say.Law(
                        Statutes.LabourAndWelfare,
                        "§ 15",
                        "Nav-kontoret tidligst mulig skal avklare det helhetlige behovet, og så langt som mulig utforme tilbudet sammen med den det gjelder"
                    )
                ),
                Say.Step(
                    "prove",
                    18,
                    "La den unge prøve ut arbeid eller dagtilbud mens skolen ennå er der",
                    "Den videregående skolen og Nav"
                ),
                Say.Step(
                    "sok",
                    12,
                    "Søk om det den unge vil ha: arbeidstiltak, dagtilbud, assistanse, skoleplass",
                    "Den unge, med hjelp av koordinatoren",
                    Say.Law(
                        Statutes.MunicipalHealth,
                        "§ 3-2",
                        "kommunen skal tilby personlig assistanse, som praktisk bistand og opplæring og støttekontakt"
                    )
                ),
                Say.Step(
                    "oppfolging",
                    6,
                    "Bli enige om hvem som følger opp når skolen er slutt",
                    "Koordinatoren",
                    Say.Law(
                        Statutes.Education,
                        "§ 9-4",
                        "fylkeskommunens oppfølgingstjeneste skal sørge for tilbud om opplæring, andre tiltak eller arbeid til unge som verken er i opplæring eller arbeid, ut det året de fyller 24"
                    )
                ),
                Say.Step(
                    "overlevering",
                    2,
                    "Hold et møte der skolen gir videre og den nye siden tar imot",
                    "Kontaktlæreren gir, den nye kontaktpersonen tar imot",
                    null,
                    "Det den unge kan og vil, det som virker, hjelpemidler, transport og avtaler som står åpne"
                ),
                Say.KeepTheOld("Kontaktlæreren", 3),
            ]
        );
}
