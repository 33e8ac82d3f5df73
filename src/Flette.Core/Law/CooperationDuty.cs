using System.Collections.Immutable;

namespace Flette.Core.Law;

/// <summary>A sector's duty to take part when services must work together, as a letter names it.</summary>
/// <param name="Code">Stable, for what is stored.</param>
/// <param name="Sector">Whom it binds, for choosing.</param>
/// <param name="Law">Short name of the act.</param>
/// <param name="Section">The section.</param>
/// <param name="AsOf">The day the text was read: what came later may have changed it.</param>
/// <param name="Says">What it says, in plain words and with no conclusion about anyone.</param>
/// <param name="Source">Where the text stands.</param>
/// <param name="Words">What the name of a service under it has in it; small letters.</param>
public sealed record CooperationDuty(
    string Code,
    string Sector,
    string Law,
    string Section,
    DateOnly AsOf,
    string Says,
    Uri Source,
    ImmutableArray<string> Words
)
{
    /// <summary>«opplæringslova § 24-1».</summary>
    public string Named => $"{Law} {Section}";
}

/// <summary>
/// The duties to cooperate, sector by sector. General rules are told; whether one is met is not said (product law 8). The texts were
/// read in Lovdata's public data of <see cref="Read"/>.
/// </summary>
public static class CooperationDuties
{
    /// <summary>The day the texts were read.</summary>
    public static DateOnly Read { get; } = new(2026, 5, 2);

    private const string Together = "dersom samarbeid er nødvendig for å gi et helhetlig og samordnet tjenestetilbud";

    /// <summary>All of them, in the order they are tried: a narrower name before a wider one.</summary>
    public static ImmutableArray<CooperationDuty> All { get; } =
    [
        new(
            "barnehage",
            "Barnehage",
            "barnehageloven",
            "§ 2 b",
            Read,
            $"Barnehagen og pedagogisk-psykologisk tjeneste skal samarbeide med andre tjenesteytere {Together} for barnet. Har barnet individuell plan, skal de delta i samarbeidet om den.",
            new("https://lovdata.no/lov/2005-06-17-64/§2b"),
            ["barnehage"]
        ),
        new(
            "skole",
            "Skole, SFO og PPT",
            "opplæringslova",
            "§ 24-1",
            Read,
            $"Skolen, skolefritidsordningen og pedagogisk-psykologisk tjeneste skal samarbeide med andre tjenesteytere {Together} for eleven. Har eleven individuell plan, skal de delta i samarbeidet om den.",
            new("https://lovdata.no/lov/2023-06-09-30/§24-1"),
            ["skole", "skule", "sfo", "ppt", "pedagogisk-psykologisk", "rektor"]
        ),
        new(
            "barnevern",
            "Barnevern",
            "barnevernsloven",
            "§ 15-8",
            Read,
            $"Barnevernstjenesten skal samarbeide med offentlige instanser og andre tjenesteytere {Together} for barnet.",
            new("https://lovdata.no/lov/2021-06-18-97/§15-8"),
            ["barnevern"]
        ),
        // The wording is that of the sections beside it, made alike in 2022; the text itself stood not in what was read.
        new(
            "sosial",
            "Kommunens sosiale tjenester i Nav",
            "sosialtjenesteloven",
            "§ 13",
            Read,
            $"Kommunen i Nav skal samarbeide med andre tjenesteytere {Together}.",
            new("https://lovdata.no/lov/2009-12-18-131/§13"),
            ["sosial"]
        ),
        new(
            "nav",
            "Nav-kontoret",
            "NAV-loven",
            "§ 15 a",
            Read,
            $"Kontoret skal samarbeide med andre offentlige organer og tjenesteytere {Together} for brukeren.",
            new("https://lovdata.no/lov/2006-06-16-20/§15a"),
            ["nav"]
        ),
        new(
            "personell",
            "Helsepersonell: fastlege, behandler",
            "helsepersonelloven",
            "§ 4",
            Read,
            "Helsepersonell skal ved behov samarbeide med annet kvalifisert personell, og delta i arbeid med individuell plan når en pasient eller bruker har rett til slik plan.",
            new("https://lovdata.no/lov/1999-07-02-64/§4"),
            ["lege", "bup", "sykehus", "sjukehus", "habilitering", "psykolog", "poliklinikk", "dps"]
        ),
        new(
            "helse",
            "Kommunens helse- og omsorgstjenester",
            "helse- og omsorgstjenesteloven",
            "§ 3-4",
            Read,
            $"De kommunale helse- og omsorgstjenestene skal samarbeide med andre tjenesteytere {Together} for pasienten eller brukeren.",
            new("https://lovdata.no/lov/2011-06-24-30/§3-4"),
            ["helse", "fysio", "ergo", "avlastning", "omsorg", "hjelpemiddel", "bolig"]
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
