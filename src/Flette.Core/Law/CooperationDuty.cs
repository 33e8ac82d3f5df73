using System.Collections.Immutable;

namespace Flette.Core.Law;

/// <summary>A sector's duty to take part when services must work together, as a letter names it.</summary>
/// <param name="Code">Stable, for what is stored.</param>
/// <param name="Sector">Whom it binds, for choosing.</param>
/// <param name="Basis">The section.</param>
/// <param name="Says">What it says, in plain words and with no conclusion about anyone.</param>
/// <param name="Words">What the name of a service under it has in it; small letters.</param>
public sealed record CooperationDuty(
    string Code,
    string Sector,
    LegalBasis Basis,
    string Says,
    ImmutableArray<string> Words
)
{
    /// <summary>«opplæringslova § 24-1».</summary>
    public string Named => Basis.Named;
}

/// <summary>
/// The duties to cooperate, sector by sector. General rules are told; whether one is met is not said (product law 8).
/// </summary>
public static class CooperationDuties
{
    private const string Together = "dersom samarbeid er nødvendig for å gi et helhetlig og samordnet tjenestetilbud";

    /// <summary>All of them, in the order they are tried: a narrower name before a wider one.</summary>
    public static ImmutableArray<CooperationDuty> All { get; } =
    [
        new(
            "barnehage",
            "Barnehage",
            new(Statutes.Kindergartens, "§ 2 b"),
            $"Barnehagen og pedagogisk-psykologisk tjeneste skal samarbeide med andre tjenesteytere {Together} for barnet. Har barnet individuell plan, skal de delta i samarbeidet om den.",
            ["barnehage"]
        ),
        new(
            "skole",
            "Skole, SFO og PPT",
            new(Statutes.Education, "§ 24-1"),
            $"Skolen, skolefritidsordningen og pedagogisk-psykologisk tjeneste skal samarbeide med andre tjenesteytere {Together} for eleven. Har eleven individuell plan, skal de delta i samarbeidet om den.",
            ["skole", "skule", "sfo", "ppt", "pedagogisk-psykologisk", "rektor"]
        ),
        new(
            "barnevern",
            "Barnevern",
            new(Statutes.ChildWelfare, "§ 15-8"),
            $"Barnevernstjenesten skal samarbeide med offentlige instanser og andre tjenesteytere {Together} for barnet.",
            ["barnevern"]
        ),
        new(
            "sosial",
            "Kommunens sosiale tjenester i Nav",
            new(Statutes.SocialServices, "§ 13"),
            $"Kommunen i Nav skal samarbeide med andre sektorer, forvaltningsnivåer og tjenesteytere {Together}.",
            ["sosial"]
        ),
        new(
            "nav",
            "Nav-kontoret",
            new(Statutes.LabourAndWelfare, "§ 15 a"),
            $"Kontoret skal samarbeide med andre offentlige organer og tjenesteytere {Together} for brukeren.",
            ["nav"]
        ),
        new(
            "personell",
            "Helsepersonell: fastlege, behandler",
            new(Statutes.HealthPersonnel, "§ 4"),
            "Helsepersonell skal ved behov samarbeide med annet kvalifisert personell, og delta i arbeid med individuell plan når en pasient eller bruker har rett til slik plan.",
            ["lege", "bup", "sykehus", "sjukehus", "habilitering", "psykolog", "poliklinikk", "dps"]
        ),
        new(
            "helse",
            "Kommunens helse- og omsorgstjenester",
            new(Statutes.MunicipalHealth, "§ 3-4"),
            $"De kommunale helse- og omsorgstjenestene skal samarbeide med andre tjenesteytere {Together} for pasienten eller brukeren.",
            ["helse", "fysio", "ergo", "ergoterap", "avlastning", "omsorg", "hjelpemiddel", "bolig"]
        ),
    ];

    /// <summary>The duty with this code, or null.</summary>
    public static CooperationDuty? Find(string? code) => All.FirstOrDefault(d => d.Code == code);

    /// <summary>The duty a service's name points to, for the coordinator to change; null when it points to none.</summary>
    public static CooperationDuty? For(string? organisation, string? role = null)
    {
        var said = $"{organisation} {role}".ToLowerInvariant();
        return All.FirstOrDefault(d => d.Words.Any(w => Has(said, w)));
    }

    // «nav» is a word, and stands in «navn» and «navigasjon» too.
    private static bool Has(string said, string word) =>
        word.Length <= 4
            ? said.Split([' ', ',', '.', '-', '/', '(', ')']).Contains(word, StringComparer.Ordinal)
                || (word == "lege" && said.Contains(word, StringComparison.Ordinal))
            : said.Contains(word, StringComparison.Ordinal);
}
