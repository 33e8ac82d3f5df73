using Flette.Core.Law;

namespace Flette.Core.Transitions.Content;

/// <summary>Fifteen and sixteen: the youth decides more, and others are told less.</summary>
internal static class AgeRules
{
    internal static readonly LawLine OwnConsent = Say.Law(
        Statutes.PatientRights,
        "§ 4-3",
        "ungdom mellom 16 og 18 år samtykker selv til helsehjelp, om ikke annet følger av særlige regler eller av tiltakets art"
    );

    internal static readonly LawLine Sharing = Say.Law(
        Statutes.HealthPersonnel,
        "§ 22",
        "den som er over 16 år, selv sier ja til at helsepersonell gir opplysninger videre"
    );

    public static TransitionRule Fifteen { get; } =
        new(
            TransitionKind.Fifteen,
            "15-ar",
            "Fyller 15 år",
            Dated.Birthday,
            15,
            4,
            "Koordinatoren",
            "Ungdommen",
            Say.Law(
                Statutes.Children,
                "§ 32",
                "barn som er fylt 15 år, selv avgjør spørsmål om valg av utdanning og om å melde seg inn i eller ut av foreninger"
            ),
            new(Statutes.Children, "§ 32"),
            [
                Say.Step(
                    "fortell",
                    3,
                    "Fortell ungdommen og foreldrene hva som blir annerledes, hver for seg hvis ungdommen vil",
                    "Koordinatoren"
                ),
                Say.Step(
                    "barnevern",
                    2,
                    "Snakk om hva det betyr å være part, hvis barnevernet er med",
                    "Barnevernstjenesten",
                    Say.Law(
                        Statutes.ChildWelfare,
                        "§ 12-3",
                        "barn som har fylt 15 år og forstår hva saken gjelder, er part i saken i barnevernet"
                    )
                ),
                Say.Step(
                    "brev",
                    2,
                    "Gå gjennom hvilke brev ungdommen nå får selv, og hvem som hjelper til med å lese dem",
                    "Koordinatoren",
                    Say.Law(
                        Statutes.PublicAdministration,
                        "§§ 16 og 27",
                        "en part over 15 år som vergen representerer, også selv skal varsles og få vite om vedtaket"
                    )
                ),
                Say.Step(
                    "jobb-og-penger",
                    1,
                    "Snakk om sommerjobb og egne penger",
                    "Foreldrene, med hjelp av koordinatoren",
                    Say.Law(Statutes.Guardianship, "§ 10", "den som har fylt 15 år, selv kan inngå arbeidsavtale")
                ),
            ]
        );

    public static TransitionRule Sixteen { get; } =
        new(
            TransitionKind.Sixteen,
            "16-ar",
            "Fyller 16 år",
            Dated.Birthday,
            16,
            6,
            "Koordinatoren",
            "Ungdommen",
            OwnConsent,
            OwnConsent.Basis,
            [
                Say.Step(
                    "fortell",
                    5,
                    "Fortell ungdommen og foreldrene hva ungdommen nå bestemmer selv om helsen sin",
                    "Koordinatoren, sammen med fastlegen",
                    OwnConsent
                ),
                Say.Step(
                    "uten-kompetanse",
                    5,
                    "Snakk med fastlegen hvis ungdommen kan mangle beslutningskompetanse",
                    "Foreldrene og fastlegen",
                    Say.Law(
                        Statutes.PatientRights,
                        "§ 4-5",
                        "foreldrene eller andre med foreldreansvaret samtykker til helsehjelp for ungdom mellom 16 og 18 år som ikke har beslutningskompetanse"
                    )
                ),
                Say.Step(
                    "hvem-vet-hva",
                    3,
                    "Gå gjennom med ungdommen hvem som vet hva, og skriv nye ja der det trengs",
                    "Koordinatoren",
                    Sharing,
                    "Oversikten over hvem som har sagt ja til hva"
                ),
                Say.Step(
                    "foreldrene",
                    3,
                    "Avtal hva foreldrene fortsatt får vite, og si det til ungdommen",
                    "Koordinatoren og tjenestene i helse",
                    Say.Law(
                        Statutes.PatientRights,
                        "§ 3-4",
                        "opplysninger som er nødvendige for å oppfylle foreldreansvaret, skal gis til foreldrene når den unge er under 18 år, og at den unge skal få vite det"
                    )
                ),
                Say.Step(
                    "egen-vei-inn",
                    1,
                    "Avtal hvordan ungdommen selv vil bli kontaktet, og hvem hun eller han helst snakker med",
                    "Koordinatoren"
                ),
            ]
        );
}
