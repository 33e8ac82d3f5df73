using Flette.Core.Law;

namespace Flette.Core.Transitions.Content;

/// <summary>Kindergarten.</summary>
internal static class KindergartenRules
{
    private static readonly LawLine Place = Say.Law(
        Statutes.Kindergartens,
        "§ 16",
        "et barn som fyller ett år innen utgangen av august, etter søknad skal få plass i barnehage fra august, og et barn som fyller ett år i september, oktober eller november, innen utgangen av den måneden"
    );

    public static TransitionRule Kindergarten { get; } =
        new(
            TransitionKind.Kindergarten,
            "barnehage",
            "Barnehagestart",
            Dated.KindergartenPlace,
            1,
            10,
            "Koordinatoren",
            "Barnehagen",
            Place,
            Place.Basis,
            [
                Say.Step(
                    "prioritet",
                    8,
                    "Avklar med familien om barnehagen skal vite om nedsatt funksjonsevne allerede ved søknaden, og hvem som skriver den sakkyndige vurderingen",
                    "Koordinatoren",
                    Say.Law(
                        Statutes.Kindergartens,
                        "§ 18",
                        "barn med nedsatt funksjonsevne skal prioriteres ved opptak i barnehage, etter en sakkyndig vurdering"
                    )
                ),
                Say.Step(
                    "sok",
                    6,
                    "Søk om barnehageplass innen kommunens frist",
                    "Familien, med hjelp av koordinatoren",
                    Say.Law(Statutes.Kindergartens, "§ 16", "kommunen fastsetter fristen for å søke")
                ),
                Say.Step(
                    "tilrettelegging",
                    4,
                    "Finn ut hva barnehagen må ha på plass av rom, utstyr og folk, og hvem som bestiller det",
                    "Barnehagens styrer",
                    Say.Law(
                        Statutes.Kindergartens,
                        "§ 2 b",
                        "barnehagen og PPT skal samarbeide med andre tjenester når det trengs for å gi barnet et helhetlig tilbud, og delta i arbeidet med individuell plan"
                    )
                ),
                Say.Step(
                    "overleveringsmote",
                    2,
                    "Hold et møte der de som kjenner barnet, gir videre det barnehagen skal vite",
                    "Koordinatoren gir, barnehagens pedagogiske leder tar imot",
                    null,
                    "Det barnet liker og er redd for, hvordan det sier fra, mat, søvn, medisiner, hjelpemidler og hvem som ringes"
                ),
                Say.Weeks(
                    "besok",
                    3,
                    "Besøk barnehagen sammen, og avtal hvem som tar imot den første dagen",
                    "Familien og barnehagen"
                ),
                Say.KeepTheOld("Helsestasjonen og koordinatoren", 2),
            ]
        );
}
