namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>
/// Cuts a line too long to be one thing said. What is read from a line costs up to the square of its length, so a text
/// pasted without line breaks would otherwise take minutes.
/// </summary>
internal static class LongLines
{
    /// <summary>Longest logical line; the longest paragraph of real minutes is well below.</summary>
    public const int Longest = 1500;

    // A piece is cut at a sentence or a space no further back than this.
    private const int Back = 500;

    /// <summary>The line, or the pieces of it in order; the first keeps the shape.</summary>
    public static IEnumerable<Line> Cut(Line line)
    {
        var text = line.Text.Text;
        if (text.Length <= Longest)
        {
            yield return line;
            yield break;
        }

        for (var start = 0; start < text.Length; )
        {
            var end = End(text, start);
            var piece = line.Text.Slice(start, end - start).Trim();
            if (!piece.IsEmpty)
            {
                yield return start == 0
                    ? line with
                    {
                        Text = piece,
                    }
                    : line with
                    {
                        Shape = Shape.Text,
                        Text = piece,
                        Number = null,
                        HeadingLevel = null,
                        AfterBlank = false,
                        Bold = false,
                        BoldLength = 0,
                    };
            }

            start = end;
        }
    }

    private static int End(string text, int start)
    {
        var last = start + Longest;
        if (last >= text.Length)
        {
            return text.Length;
        }

        var sentence = text.LastIndexOf(". ", last, Back, StringComparison.Ordinal);
        var space = text.LastIndexOf(' ', last, Back);
        return sentence > start ? sentence + 1
            : space > start ? space
            : last;
    }
}
