using System.Text.RegularExpressions;
using Flette.Core.Words;

namespace Flette.Core.Agreements;

/// <summary>What in a title may tell somebody too much.</summary>
/// <param name="Word">The word as written.</param>
/// <param name="IsName">A member's name; else a word of health, child welfare or money.</param>
public sealed record TitleFinding(string Word, bool IsName);

/// <summary>
/// Titles travel in mails that others may see, so they name no child, diagnosis or service (trust.md, Links). What
/// looks like it is pointed out; the coordinator decides. Pure.
/// </summary>
public static partial class NeutralTitle
{
    public const int Longest = 80;

    // Stems, since Norwegian builds words on them: «psykiat» finds psykiateren and barnepsykiatri alike.
    private static readonly string[] Stems =
    [
        // health
        "adhd",
        "allergi",
        "angst",
        "astma",
        "autis",
        "bup",
        "cancer",
        "cerebral",
        "cp",
        "demens",
        "depre",
        "diabet",
        "diagnos",
        "epilep",
        "fysio",
        "fysisk",
        "funksjonsned",
        "habilit",
        "hals",
        "helse",
        "hjelpemid",
        "hjerte",
        "hjarte",
        "ergoterap",
        "kreft",
        "lege",
        "medik",
        "medisin",
        "nevro",
        "ppt",
        "psyk",
        "rehabilit",
        "rus",
        "rusmid",
        "ruskons",
        "selvmord",
        "sjukdom",
        "sjuke",
        "sjukehus",
        "spiseforst",
        "syk",
        "sykmeld",
        "sykdom",
        "sykehus",
        "tannlege",
        "terap",
        "traume",
        "tvang",
        "utredning",
        "utgreiing",
        "dps",
        "therap",
        "illness",
        "hospital",
        "health",
        "disab",
        // child welfare and violence
        "akuttplass",
        "avlastning",
        "avlasting",
        "barnevern",
        "besøkshjem",
        "fosterhj",
        "fosterheim",
        "krisesent",
        "mishand",
        "omsorgsov",
        "overgrep",
        "politi",
        "tilsynsfør",
        "vald",
        "vold",
        "childwelfare",
        "foster",
        // money and benefits
        "aap",
        "arbeidsavklaring",
        "barnetrygd",
        "bidrag",
        "barnebidrag",
        "bostøtte",
        "dagpeng",
        "fattig",
        "gjeld",
        "grunnstønad",
        "hjelpestønad",
        "husleie",
        "husleige",
        "inkasso",
        "kausjon",
        "lønn",
        "nav",
        "omsorgspeng",
        "pleiepeng",
        "sosial",
        "stønad",
        "trygd",
        "ufør",
        "økonomi",
        "pengar",
        "penger",
        "welfare",
        "benefit",
        "debt",
    ];

    // These begin harmless words too («navn», «legge», «lønne seg»), so only the word itself counts.
    private static readonly HashSet<string> WholeOnly = new(StringComparer.Ordinal)
    {
        "nav",
        "cp",
        "aap",
        "bup",
        "ppt",
        "dps",
        "rus",
        "syk",
        "lege",
        "hals",
        "bidrag",
        "vold",
        "vald",
        "foster",
    };

    /// <summary>The title used when the coordinator writes none.</summary>
    /// <param name="meeting">Day of the meeting it was agreed in; null when it was not in one.</param>
    public static string Default(DateOnly? meeting, DateOnly made)
    {
        var day = meeting ?? made;
        var said = NorwegianDates.DayAndMonth(day, made).Replace('\u00a0', ' ');
        return meeting is null ? $"Avtale fra {said}" : $"Avtale fra møtet {said}";
    }

    /// <summary>What in the title looks like a member's name or a sensitive word. Empty: nothing.</summary>
    /// <param name="names">Full names of the family's members.</param>
    public static IReadOnlyList<TitleFinding> Findings(string title, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(names);
        var parts = names
            .SelectMany(n => n.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
            .Where(p => p.Length > 1)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Word()
            .Matches(title)
            .Select(m => m.Value)
            .Select(w =>
                parts.Contains(w) || parts.Contains(Possessive(w)) ? new TitleFinding(w, IsName: true)
                : IsSensitive(w) ? new TitleFinding(w, IsName: false)
                : null
            )
            .OfType<TitleFinding>()
            .DistinctBy(f => f.Word, StringComparer.OrdinalIgnoreCase)
            .ToList();
    }

    // «Odas» is Oda.
    private static string Possessive(string word) =>
        word.EndsWith('s') || word.EndsWith('S') ? word[..^1].TrimEnd('\'', '’') : word;

    private static bool IsSensitive(string word)
    {
        var small = word.ToLowerInvariant();
        return Stems.Any(s =>
            WholeOnly.Contains(s)
                ? small == s || small == s + "en" || small == s + "s"
                : small.Contains(s, StringComparison.Ordinal)
        );
    }

    [GeneratedRegex(@"[\p{L}\p{M}'’]+")]
    private static partial Regex Word();
}
