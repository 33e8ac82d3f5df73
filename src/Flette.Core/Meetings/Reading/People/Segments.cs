using Flette.Core.Meetings.Reading.Layout;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>A stretch between separators, with what stands in brackets after it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Brackets">What stood in brackets, split at commas.</param>
/// <param name="Break">A semicolon stood before: a new person for certain.</param>
/// <param name="Attribute">A dash, tab or gap stood before: more about the same person.</param>
internal sealed record Segment(Passage Text, IReadOnlyList<string> Brackets, bool Break, bool Attribute);

/// <summary>Splits a list of people at commas, semicolons, slashes, dashes and «og».</summary>
internal static class Segments
{
    public static IEnumerable<Segment> Of(Passage passage)
    {
        var text = passage.Text;
        var start = 0;
        var depth = 0;
        var brackets = new List<string>();
        var open = -1;
        var textEnd = -1;
        var hard = false;
        var attribute = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is '(' or '[' && i < text.Length)
            {
                if (depth++ == 0)
                {
                    open = i;
                    textEnd = textEnd < 0 ? i : textEnd;
                }

                continue;
            }

            if (i < text.Length && text[i] is ')' or ']' && i < text.Length)
            {
                if (depth > 0 && --depth == 0)
                {
                    brackets.AddRange(
                        text[(open + 1)..i]
                            .Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    );
                }

                continue;
            }

            // An unclosed bracket must not swallow the rest of the list.
            var length =
                i == text.Length ? 1
                : depth > 0 ? 0
                : Separator(text, i);
            if (length == 0)
            {
                continue;
            }

            var end = textEnd < 0 ? Math.Min(i, text.Length) : textEnd;
            yield return new Segment(
                passage.Slice(start, end - start).Trim("-–•*", ".,;:*"),
                [.. brackets],
                hard,
                attribute
            );
            if (i == text.Length)
            {
                yield break;
            }

            hard = text[i] is ';' or '.' or '·' or '•';
            attribute =
                text[i] is '\t' or '-' or '–' or '—'
                || (text[i] == ' ' && text.AsSpan(i, length).Trim() is "-" or "–" or "—" or "");
            brackets.Clear();
            textEnd = -1;
            i += length - 1;
            start = i + 1;
        }
    }

    /// <summary>Length of the separator at this place; 0 when there is none.</summary>
    private static int Separator(string text, int at)
    {
        switch (text[at])
        {
            case ',' or ';' or '\t' or '|' or '+' or '&' or '·' or '•':
                return 1;
            case '/' when at == 0 || !IsVed(text, at):
                return 1;
            case '.'
                when at + 2 < text.Length
                    && text[at + 1] == ' '
                    && char.IsUpper(text[at + 2])
                    && at > 3
                    && !Abbreviated(text, at):
                return 1;
            case ' ':
                return Spaced(text, at);
            default:
                return 0;
        }
    }

    private static int Spaced(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (
            rest.StartsWith(" og ", StringComparison.OrdinalIgnoreCase)
            && (at == 0 || text[at - 1] != '-')
            && at + 4 < text.Length
            && (
                char.IsUpper(text[at + 4])
                || Words.Roles.IsKin(text[(at + 4)..])
                || Words.Roles.BeforeName(text[(at + 4)..]) > 0
                || rest[4..].StartsWith("meg", StringComparison.Ordinal)
                || rest[4..].StartsWith("jeg", StringComparison.Ordinal)
                || rest[4..].StartsWith("eg", StringComparison.Ordinal)
                || rest[4..].StartsWith("undertegn", StringComparison.Ordinal)
                || rest[4..].StartsWith("underteikn", StringComparison.Ordinal)
            )
        )
        {
            return 4;
        }

        if (
            rest.StartsWith(" - ", StringComparison.Ordinal)
            || rest.StartsWith(" – ", StringComparison.Ordinal)
            || rest.StartsWith(" — ", StringComparison.Ordinal)
        )
        {
            return 3;
        }

        var length = 0;
        while (at + length < text.Length && text[at + length] == ' ')
        {
            length++;
        }

        return length > 1 ? length : 0;
    }

    private static bool IsVed(string text, int slash) =>
        text[slash - 1] is 'v' or 'V' && (slash < 2 || !char.IsLetter(text[slash - 2]));

    private static bool Abbreviated(string text, int dot)
    {
        var start = text.LastIndexOf(' ', dot - 1) + 1;
        var word = text[start..dot];
        return word.Length <= 1
            || (word.Length <= 4 && Words.Roles.IsRole(word))
            || word.ToUpperInvariant() is "DR" or "ST" or "AVD" or "PROF" or "ASS" or "PED" or "KST" or "SPES";
    }
}
