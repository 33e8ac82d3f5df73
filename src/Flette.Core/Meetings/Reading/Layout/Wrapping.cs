using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>
/// Joins lines that a mail program or a typist broke at a fixed width. A line continues the one before when its
/// first word would not have fitted there, or when it is indented under a bullet or begins in lower case mid-sentence.
/// </summary>
internal static partial class Wrapping
{
    // A line longer than this was not broken by width: the document is one line per paragraph.
    private const int WidestWrap = 120;

    // Below this width nothing is a wrapped paragraph; lists of names are often 30–40 wide.
    private const int NarrowestWrap = 44;

    // A line that begins with a capital may be the next entry of a list.
    private const int NarrowestBeforeCapital = 56;

    // So far in, lines that begin with a capital are entries under one another.
    private const int ColumnIndent = 8;

    /// <summary>Logical lines of these source lines.</summary>
    public static IEnumerable<Part> Join(IReadOnlyList<SourceLine> lines)
    {
        var width = Width(lines);
        if (WithoutCapitals(lines, width))
        {
            width = int.MaxValue; // there a line that begins in lower case tells nothing
        }

        var shaped = lines.Select(LineShapes.Of).ToList();
        var broken = SomeSentenceGoesOn(lines, shaped, width);
        var afterBlank = true;
        for (var i = 0; i < shaped.Count; )
        {
            var line = shaped[i];
            var last = i;
            var length = lines[i].Text.Length;
            while (
                last + 1 < shaped.Count
                && length < LongLines.Longest
                && Continues(lines, shaped, i, last, width, broken)
            )
            {
                last++;
                length += lines[last].Text.Length;
            }

            if (last > i)
            {
                line = line with
                {
                    Text = Passage.Join(
                        shaped.GetRange(i, last - i + 1).Select((l, n) => n == 0 ? l.Text : Whole(lines[i + n], l))
                    ),
                };
            }

            foreach (var piece in LongLines.Cut(line with { AfterBlank = afterBlank }))
            {
                yield return piece;
            }

            afterBlank = line.Shape is Shape.Blank or Shape.Rule;
            i = last + 1;
        }
    }

    private static bool Continues(
        IReadOnlyList<SourceLine> lines,
        List<Line> shaped,
        int first,
        int last,
        int width,
        bool broken
    )
    {
        var start = shaped[first];
        var next = shaped[last + 1];
        if (ClosesBracket(lines[last], lines[last + 1], start, next))
        {
            return true;
        }

        if (
            start.Shape is Shape.Blank or Shape.Rule or Shape.Heading
            || next.Shape is Shape.Blank or Shape.Rule or Shape.Arrow or Shape.Heading
            || (next.Shape is Shape.Bullet or Shape.Numbered)
        )
        {
            return false;
        }

        if (
            !lines[last].MayBeWrapped
            || lines[last].HeadingLevel is not null
            || lines[last].BoldLength > 0
            || lines[last + 1].BoldLength > 0
        )
        {
            return false;
        }

        var here = lines[last].Text.TrimEnd();
        var following = lines[last + 1].Text;
        if (Fields.StartsWithLabel(next.Text.Text))
        {
            return false;
        }

        var firstWord = following.TrimStart().Split(' ', 2)[0];
        var lower = !char.IsUpper(firstWord.FirstOrDefault());
        if (!lower && (!broken || (HasSign(here) && HasSign(following))))
        {
            return false; // lines of a list, one for each
        }

        var column = lines[last + 1].Indent >= ColumnIndent && !lower;
        if (start.IsListed && !lower && lines[last + 1].Indent < lines[first].Indent)
        {
            return false; // what a bullet says never goes on to the left of the bullet
        }

        if (
            width >= NarrowestWrap
            && !column
            && here.Length >= (lower ? NarrowestWrap / 3 : NarrowestBeforeCapital)
            && here.Length + 1 + firstWord.Length > width
        )
        {
            return true;
        }

        // Hanging under a bullet or number; after a short line a capital begins the text below a heading.
        if (start.IsListed && lines[last + 1].Indent > lines[first].Indent && lines[last + 1].ListMark is null)
        {
            return lower || start.Shape != Shape.Numbered || here.Length + 1 + firstWord.Length > width * 2 / 3;
        }

        return here.Length >= NarrowestWrap
            && width <= WidestWrap
            && char.IsLower(firstWord.Length > 0 ? firstWord[0] : ' ')
            && here[^1] is not ('.' or ':' or '!' or '?')
            && !Text.StartsWithCapital(firstWord)
            && here.Length > width * 2 / 3;
    }

    /// <summary>
    /// Somewhere a full line goes on in lower case below: the text was broken at its width. Where that never happens, lines
    /// are as long as what they say.
    /// </summary>
    private static bool SomeSentenceGoesOn(IReadOnlyList<SourceLine> lines, List<Line> shaped, int width)
    {
        for (var i = 0; i + 1 < lines.Count && width < int.MaxValue; i++)
        {
            var below = lines[i + 1].Text.TrimStart();
            if (
                shaped[i + 1].Shape == Shape.Text
                && below.Length > 0
                && char.IsLower(below[0])
                && lines[i].Text.TrimEnd().Length + 1 + below.Split(' ', 2)[0].Length > width
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>«Ringe BUP -> Aud», «Ringe BUP | Aud»: an entry, whole in itself.</summary>
    private static bool HasSign(string line) => EntrySign().IsMatch(line);

    /// <summary>«… (var med til» and «sak 05/26), Gerd Ask …» below: what looks like a number there goes on in the bracket.</summary>
    private static bool ClosesBracket(SourceLine here, SourceLine below, Line start, Line next) =>
        here.MayBeWrapped
        && start.Shape is Shape.Text or Shape.Bullet or Shape.Numbered
        && next.Shape is Shape.Text or Shape.Numbered
        && here.Text.Length is >= NarrowestWrap and <= WidestWrap
        && here.Text.LastIndexOf('(') is > 0 and var open
        && here.Text.IndexOf(')', open) < 0
        && below.Text.IndexOf(')', StringComparison.Ordinal) is > 0 and var close
        && below.Text.IndexOf('(', StringComparison.Ordinal) is var again
        && (again < 0 || again > close);

    /// <summary>A line that goes on from the one above keeps what looked like a number in front.</summary>
    private static Passage Whole(SourceLine source, Line shaped) =>
        shaped.Shape == Shape.Numbered ? Passage.Of(source.Id, source.Text).Trim() : shaped.Text;

    /// <summary>A quick note where lines begin in lower case as a habit, and too few are of the same width to have been broken.</summary>
    private static bool WithoutCapitals(IReadOnlyList<SourceLine> lines, int width)
    {
        const int NearlyFull = 8;
        const int FewestFull = 4;
        var text = lines.Where(l => l.Text.Any(char.IsLetter)).ToList();
        return text.Count > 3
            && text.Count(l => char.IsUpper(l.Text.First(char.IsLetter))) * 4 < text.Count
            && text.Count(l => l.Text.TrimEnd().Length > width - NearlyFull) is var full
            && (full < FewestFull || full * 5 < text.Count);
    }

    /// <summary>The width the text was broken at; very large when it was not.</summary>
    private static int Width(IReadOnlyList<SourceLine> lines)
    {
        var lengths = lines
            .Where(l => !l.IsBlank && l.ListMark is null && l.Part == SourcePart.Body)
            .Select(l => l.Text.TrimEnd().Length)
            .ToList();
        var wide = lengths.Count(l => l > WidestWrap);
        var within = lengths.Where(l => l <= WidestWrap).DefaultIfEmpty(0).Max();
        return lengths.Count < 3 || wide * 6 > lengths.Count ? int.MaxValue : within;
    }

    [GeneratedRegex(@"\s(?:[-=]+>|[→➔⇒|])\s", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex EntrySign();
}
