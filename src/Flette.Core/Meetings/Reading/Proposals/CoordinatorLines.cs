using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading;

/// <summary>Finds lines that say who becomes coordinator. They appoint nobody: they put a proposal on the unit's list.</summary>
public static partial class CoordinatorLines
{
    /// <summary>The proposals of the document, in order.</summary>
    public static ImmutableArray<CoordinatorProposal> Find(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var family = FamilyOf(document);
        return
        [
            .. document
                .Lines.Where(l => !l.IsBlank && l.Text.Length < 2000)
                .SelectMany(l => Sentences.Split(Passage.Of(l.Id, l.Text)))
                .Select(s => Read(s, family))
                .OfType<CoordinatorProposal>(),
        ];
    }

    private static CoordinatorProposal? Read(Passage sentence, string? family)
    {
        foreach (var pattern in new[] { Becomes(), NameFirst(), Appointed() })
        {
            var match = pattern.Match(sentence.Text);
            if (!match.Success || Denied().IsMatch(sentence.Text))
            {
                continue;
            }

            var name = match.Groups["who"].Value.Trim(' ', '.', ',');
            return new CoordinatorProposal(
                Kind(match.Groups["kind"].Value),
                Names.IsName(name) ? name : null,
                match.Groups["for"] is { Success: true } named ? named.Value.Trim(' ', '.', ',') : family,
                sentence.Spans
            );
        }

        return null;
    }

    private static string Kind(string word) =>
        word.StartsWith("barne", StringComparison.OrdinalIgnoreCase) ? "barnekoordinator"
        : word.StartsWith("familie", StringComparison.OrdinalIgnoreCase) ? "familiekoordinator"
        : "koordinator";

    /// <summary>«Gjelder: Ivar Ask» or «familien Ask» in the first lines.</summary>
    private static string? FamilyOf(SourceDocument document)
    {
        foreach (var line in document.Lines.Where(l => !l.IsBlank).Take(15))
        {
            var match = Concerns().Match(line.Text);
            if (match.Success)
            {
                return match.Groups["who"].Value.Trim();
            }
        }

        return null;
    }

    [GeneratedRegex(
        @"\b(?:ny\s|som\s)?(?<kind>(?:barne|familie)?koordinator)(?:en)?(?:\sfor\s(?<for>(?-i:\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,5})))?\s(?:blir|vert|er fra|er frå|skal være|skal vere)\s(?<who>(?-i:\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,5}))",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Becomes();

    [GeneratedRegex(
        @"(?<who>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,5})(?:\s\([^)]*\))?\s(?:blir|vert|overtar som|tek over som|tar over som|skal være|skal vere|blir ny|sa ja til å være|sa ja til å vere)\s(?:ny\s)?(?<kind>(?i:(?:barne|familie)?koordinator))(?:en)?\b(?:\sfor\s(?<for>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,5}))?",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex NameFirst();

    [GeneratedRegex(
        @"(?<who>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,5})\s(?:er\s|ble\s|blei\s|vart\s)?(?:foreslått|føreslått|oppnevnt|oppnemnd|foreslås|føreslegen|ønskes|ønsket)\ssom\s(?:ny\s)?(?<kind>(?i:(?:barne|familie)?koordinator))(?:\sfor\s(?<for>\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+){0,5}))?",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Appointed();

    [GeneratedRegex(
        @"\b(?:ikke|ikkje)\s(?:lenger\s|lenger\s)?(?:blir|bli|være|vere)?\s?\p{L}*koordinator|\bhvem\b|\bkven\b|\?$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Denied();

    [GeneratedRegex(
        @"^\s*(?:gjelder|gjeld|kven det gjeld|hvem det gjelder|barn|vedrørende)\s*:\s*(?<who>[^,(\d]{3,60})|\b(?<who>[Ff]amilien\s\p{Lu}[\p{L}-]+)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Concerns();
}
