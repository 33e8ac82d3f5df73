using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>
/// Takes out what a page carries at its edge when a printed document is pasted as text: «Side 2 av 3» and the lines that
/// come again beside it on every page. What was said goes on across the break.
/// </summary>
internal static partial class PageBreaks
{
    // A page carries no more lines than this at its edge.
    private const int Deepest = 4;

    /// <summary>The lines without the edges of pages; the very first edge stays, it is the head of the document.</summary>
    public static IReadOnlyList<SourceLine> Without(IReadOnlyList<SourceLine> lines)
    {
        var numbers = Enumerable.Range(0, lines.Count).Where(i => IsPageNumber(lines[i])).ToList();
        if (numbers.Count == 0)
        {
            return lines;
        }

        var edge = new HashSet<int>();
        var repeated = lines
            .Where(l => !l.IsBlank && l.Cell is null)
            .GroupBy(l => Shape(l.Text), StringComparer.Ordinal)
            .Where(g => g.Count() > 1)
            .Select(g => g.Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var number in numbers)
        {
            edge.Add(number);
            Walk(number, 1);
            Walk(number, -1);
        }

        var first = lines.Select((l, i) => (l, i)).FirstOrDefault(x => !x.l.IsBlank).i;
        for (var i = first; edge.Contains(i); i++)
        {
            edge.Remove(i);
        }

        return [.. lines.Where((l, i) => !edge.Contains(i) && !(l.IsBlank && GoesOn(i)))];

        void Walk(int from, int step)
        {
            for (var i = from + step; i >= 0 && i < lines.Count && Math.Abs(i - from) <= Deepest; i += step)
            {
                if (!lines[i].IsBlank && !repeated.Contains(Shape(lines[i].Text)))
                {
                    return;
                }

                if (!lines[i].IsBlank)
                {
                    edge.Add(i);
                }
            }
        }

        // The blank lines beside an edge go too where a sentence is broken there.
        bool GoesOn(int at)
        {
            var (before, crossed) = Nearest(at, -1);
            var (after, crossedBelow) = Nearest(at, 1);
            return (crossed || crossedBelow)
                && before is not null
                && after is not null
                && before.Text.TrimEnd()[^1] is not ('.' or ':' or '!' or '?')
                && char.IsLower(after.Text.TrimStart()[0]);
        }

        (SourceLine? Line, bool Crossed) Nearest(int at, int step)
        {
            var crossed = false;
            for (var i = at + step; i >= 0 && i < lines.Count && Math.Abs(i - at) <= 2 * Deepest; i += step)
            {
                crossed |= edge.Contains(i);
                if (!lines[i].IsBlank && !edge.Contains(i))
                {
                    return (lines[i], crossed);
                }
            }

            return (null, crossed);
        }
    }

    private static bool IsPageNumber(SourceLine line) =>
        line.Cell is null
        && line.Text.Length is > 0 and < 120
        && line.HeadingLevel is null
        && PageNumber().IsMatch(line.Text);

    /// <summary>The words with every number the same: «Side 2 av 3» and «Side 3 av 3» are one line.</summary>
    private static string Shape(string text) => Digits().Replace(Text.Fold(text).Trim(), "0");

    [GeneratedRegex(
        @"(?:^|\s{2,}|\t|[|·–-]\s?)(?:side|s\.|page)\s?\d{1,3}(?:\s?(?:av|/|of)\s?\d{1,3})?\s*(?:$|\s{2,}|\t|[|·])|^\s*[-–]?\s?\d{1,2}\sav\s\d{1,2}\s?[-–]?\s*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"\d+", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Digits();
}
