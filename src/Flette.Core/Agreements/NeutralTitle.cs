using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Flette.Core.Words;

namespace Flette.Core.Agreements;

/// <summary>What in a title may tell somebody too much.</summary>
/// <param name="Word">The word as written.</param>
/// <param name="IsName">A name of someone in the family or the team; else a word that says what it is about.</param>
public sealed record TitleFinding(string Word, bool IsName);

/// <summary>
/// Titles travel in mails that others may see, so they name no child, diagnosis or service (trust.md, Links). What
/// looks like it is pointed out; the coordinator decides. Pure.
/// </summary>
public static partial class NeutralTitle
{
    public const int Longest = 80;

    /// <summary>The title used when the coordinator writes none.</summary>
    /// <param name="meeting">Day of the meeting it was agreed in; null when it was not in one.</param>
    public static string Default(DateOnly? meeting, DateOnly made)
    {
        var day = meeting ?? made;
        var said = NorwegianDates.DayAndMonth(day, made).Replace('\u00a0', ' ');
        return meeting is null ? $"Avtale fra {said}" : $"Avtale fra møtet {said}";
    }

    /// <summary>The same for one of several in a link: the number tells them apart, and still says nothing.</summary>
    public static string Default(DateOnly? meeting, DateOnly made, int number, int of)
    {
        var title = Default(meeting, made);
        return of < 2 ? title : $"Avtale {number} av {of}{title["Avtale".Length..]}";
    }

    /// <summary>
    /// Text on one line as it is seen: whatever breaks lines, or is no character at all, becomes a space, and signs that show
    /// nothing (soft hyphens, turned direction, zero width) are gone.
    /// </summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var seen = text.EnumerateRunes()
            .Select(r =>
                Rune.GetUnicodeCategory(r) switch
                {
                    UnicodeCategory.Format => "",
                    UnicodeCategory.Control
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Surrogate => " ",
                    _ => r.ToString(),
                }
            );
        return string.Join(' ', string.Concat(seen).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>
    /// What in the title looks like a name, a service or a sensitive word, however its letters are written («ＡＤＨＤ», «ad-hd»,
    /// «a.d.h.d»). Empty: nothing.
    /// </summary>
    /// <param name="names">Full names of those in the family and the team.</param>
    /// <param name="services">Names of the services that take part.</param>
    public static IReadOnlyList<TitleFinding> Findings(
        string title,
        IEnumerable<string> names,
        IEnumerable<string>? services = null
    )
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(names);
        var parts = Parts(names, shortest: 2);
        var places = Parts(services ?? [], shortest: 3);
        places.ExceptWith(SaysNoService);
        return Chain()
            .Matches(Plain(title))
            .SelectMany(m => InChain(m.Value, parts, places))
            .DistinctBy(f => f.Word, StringComparer.OrdinalIgnoreCase)
            .ToList();
    }

    /// <summary>What is found in words that hang together: each by itself, else all of them read as one.</summary>
    private static List<TitleFinding> InChain(string chain, HashSet<string> names, HashSet<string> places)
    {
        var words = Word().Matches(chain).Select(m => m.Value).ToList();
        var found = words.Select(w => InWord(w, names, places)).OfType<TitleFinding>().ToList();
        return found.Count == 0 && words.Count > 1 && InWord(string.Concat(words), names, places) is { } whole
            ? [whole with { Word = chain }]
            : found;
    }

    private static TitleFinding? InWord(string word, HashSet<string> names, HashSet<string> places) =>
        names.Contains(word) || names.Contains(Possessive(word)) ? new TitleFinding(word, IsName: true)
        : IsService(word, places) || IsSensitive(word) ? new TitleFinding(word, IsName: false)
        : null;

    // Letters that only look otherwise are the same letters: full width, ligatures, accents written after their letter.
    private static string Plain(string text) => OneLine(text).Normalize(NormalizationForm.FormKC);

    private static HashSet<string> Parts(IEnumerable<string> names, int shortest) =>
        names
            .SelectMany(n => Word().Matches(Plain(n)).Select(m => m.Value))
            .Where(p => p.Length >= shortest)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    // «skole» is found in «skolen» and «skolens», «Solbakken» in «Solbakkens».
    private static bool IsService(string word, HashSet<string> places) =>
        Endings.Any(e => word.EndsWith(e, StringComparison.OrdinalIgnoreCase) && places.Contains(word[..^e.Length]));

    // «Odas» is Oda.
    private static string Possessive(string word) =>
        word.EndsWith('s') || word.EndsWith('S') ? word[..^1].TrimEnd('\'', '’') : word;

    private static bool IsSensitive(string word)
    {
        var small = word.ToLowerInvariant();
        return Beginnings.Any(b => small.StartsWith(b, StringComparison.Ordinal))
            || Stems
                .Concat(Medicines)
                .Any(s =>
                    WholeOnly.Contains(s)
                        ? small == s || small == s + "en" || small == s + "s"
                        : small.Contains(s, StringComparison.Ordinal)
                );
    }

    [GeneratedRegex(@"[\p{L}\p{M}'’]+")]
    private static partial Regex Word();

    // Words with nothing but a sign between them, and single letters with a space or a sign between them.
    [GeneratedRegex(@"(?<!\p{L})\p{L}(?:[\p{P}\p{S} ]\p{L})+(?!\p{L})|[\p{L}\p{M}'’]+(?:[\p{P}\p{S}][\p{L}\p{M}'’]+)*")]
    private static partial Regex Chain();
}
