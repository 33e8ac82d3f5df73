using Flette.Core.Law;

namespace Flette.Core.Transitions.Content;

/// <summary>School and ungdomsskole. They belong to the kindergarten and the school.</summary>
internal static class SchoolRules
{
    /// <summary>«frå det året dei fyller seks år, til dei har avslutta det 10. trinnet»: the years of thirteen and sixteen follow.</summary>
    internal static readonly LegalBasis Years = new(Statutes.Education, "§ 2-1");

    internal static readonly LawLine Together = Say.Law(
        Statutes.Education,
        "§ 24-1",
        "skolen, SFO og PPT skal samarbeide med andre tjenester når det trengs for å gi eleven et helhetlig tilbud, og delta i arbeidet med individuell plan"
    );

    internal static readonly LawLine Assessed = Say.Law(
        Statutes.Education,
        "§ 11-7",
        "det skal hentes inn en sakkyndig vurdering fra PPT før det avgjøres om en elev skal få individuelt tilrettelagt opplæring, og at eleven eller foreldrene må samtykke"
    );

    internal static readonly LawLine Plan = Say.Law(
        Statutes.Education,
        "§ 11-10",
        "skolen skal lage en individuell opplæringsplan for elever som får individuelt tilrettelagt opplæring"
    );

    internal static readonly LawLine Heard = Say.Law(
        Statutes.Education,
        "§ 10-2",
        "elevene skal bli hørt i det som gjelder dem, og at det skal legges vekt på det de mener, etter alder og modning"
    );

    public static TransitionRule School { get; } =
        new(
            TransitionKind.School,
            "skolestart",
            "Skolestart",
            Dated.SchoolYear,
            0,
            14,
            "Barnehagen",
            "Skolen",
            Say.Law(
                Statutes.Kindergartens,
                "§ 2 a",
                "barnehagen skal samarbeide med skolen om overgangen, slik at barna får en trygg og god overgang"
            ),
            Years,
            [
                Say.Step(
                    "nar",
                    13,
                    "Snakk sammen om når barnet bør begynne, og hvem som eventuelt søker om å begynne senere eller tidligere",
                    "Barnehagen, sammen med foreldrene og PPT",
                    Say.Law(
                        Statutes.Education,
                        "§ 2-4",
                        "kommunen skal la et barn begynne det året det fyller sju, når foreldrene søker eller samtykker og en sakkyndig vurdering viser tvil om barnet er kommet langt nok i utviklingen"
                    )
                ),
                Say.Step(
                    "sakkyndig",
                    11,
                    "Be PPT om sakkyndig vurdering hvis opplæringen kan trenge individuell tilrettelegging",
                    "Barnehagen, sammen med foreldrene",
                    Assessed
                ),
                Say.Step("skolen-med", 9, "Inviter skolen til neste møte", "Koordinatoren", Together),
                Say.Step(
                    "tillatelse",
                    8,
                    "Spør foreldrene om hva barnehagen kan gi videre til skolen, og skriv det ned",
                    "Barnehagens pedagogiske leder",
                    Say.Law(
                        Statutes.Kindergartens,
                        "§ 2 a",
                        "barnehagen må ha tillatelse fra foreldrene for å gi personopplysninger om barnet til skolen"
                    )
                ),
                Say.Step(
                    "rom-og-utstyr",
                    7,
                    "Finn ut hva skolen og SFO må ha på plass av rom, utstyr, hjelpemidler og folk",
                    "Rektor",
                    Say.Law(
                        Statutes.Education,
                        "§ 11-5",
                        "elever skal ha de tekniske hjelpemidlene og den fysiske tilretteleggingen de trenger for å delta i opplæringen"
                    )
                ),
                Say.Step(
                    "skyss-sfo",
                    5,
                    "Avklar SFO, og søk om skyss hvis barnet trenger det",
                    "Skolen, sammen med foreldrene",
                    Say.Law(
                        Statutes.Education,
                        "§ 4-1",
                        "skyssen til skolen og SFO er gratis for elever som trenger den på grunn av nedsatt funksjonsevne, skade eller sykdom"
                    )
                ),
                Say.Step(
                    "overgangsmote",
                    3,
                    "Hold overgangsmøte der barnehagen gir videre og læreren tar imot",
                    "Barnehagens pedagogiske leder gir, kontaktlæreren tar imot",
                    Say.Law(
                        Statutes.Education,
                        "§ 4-7",
                        "kommunen skal sørge for at barna får en trygg og god overgang fra barnehagen til skolen og SFO"
                    ),
                    "Det barnet er god på og liker, hvordan det sier fra, det som virker, hjelpemidler, avtaler som står åpne og hvem familien snakker med"
                ),
                Say.Step(
                    "besok",
                    2,
                    "La barnet besøke skolen flere ganger og møte den som skal ta imot",
                    "Barnehagen og skolen"
                ),
                Say.KeepTheOld("Barnehagens pedagogiske leder og kontaktlæreren", 2),
            ]
        );

    public static TransitionRule LowerSecondary { get; } =
        new(
            TransitionKind.LowerSecondary,
            "ungdomsskole",
            "Ungdomsskole",
            Dated.SchoolYear,
            7,
            14,
            "Barneskolen",
            "Ungdomsskolen",
            Together,
            Years,
            [
                Say.Step(
                    "onsker",
                    12,
                    "Spør eleven om hva som er viktig i den nye skolen, og hvem som skal være med videre",
                    "Kontaktlæreren",
                    Heard
                ),
                Say.Step(
                    "skolen-med",
                    10,
                    "Inviter ungdomsskolen til neste møte",
                    "Koordinatoren og barneskolen",
                    Together
                ),
                Say.Step(
                    "sakkyndig",
                    9,
                    "Se på om den sakkyndige vurderingen må lages ny før ungdomsskolen",
                    "Barneskolen og PPT",
                    Assessed
                ),
                Say.Step(
                    "rom-og-utstyr",
                    7,
                    "Finn ut hva ungdomsskolen må ha på plass av rom, utstyr, skyss og folk",
                    "Rektor på ungdomsskolen"
                ),
                Say.Step(
                    "overgangsmote",
                    3,
                    "Hold overgangsmøte der barneskolen gir videre og ungdomsskolen tar imot",
                    "Kontaktlæreren gir, den nye kontaktlæreren tar imot",
                    Plan,
                    "Opplæringsplanen, det som virker, vennene eleven bør være sammen med, hjelpemidler og avtaler som står åpne"
                ),
                Say.Step(
                    "besok",
                    2,
                    "Besøk skolen, og avtal hvem eleven går til når noe er vanskelig",
                    "Barneskolen og ungdomsskolen"
                ),
                Say.KeepTheOld("Kontaktlæreren på barneskolen", 2),
            ]
        );
}
