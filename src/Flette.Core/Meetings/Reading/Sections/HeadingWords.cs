using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Sections;

/// <summary>The words of a heading, apart from text that follows on the same line.</summary>
internal static class HeadingWords
{
    private const int Longest = 100;

    /// <summary>«1. Skole: Det går bedre …» is the heading «Skole» and a line of text.</summary>
    public static (Passage Heading, Passage Below) Split(Line line)
    {
        var text = line.Text.Trim("", ":*_");
        var colon = text.Text.IndexOf(": ", StringComparison.Ordinal);
        if (
            colon is > 0 and < 70
            && Text.WordCount(text.Text[..colon]) <= 8
            && (
                text.Text.Length > Longest
                || Labels.Of(text.Text[..colon]) is LabelKind.Next or LabelKind.Present or LabelKind.Absent
            )
        )
        {
            return (text.Slice(0, colon).Trim("*_", "*_"), text.Slice(colon + 1).Trim("*_"));
        }

        var stop = text.Text.IndexOf(". ", StringComparison.Ordinal);
        return text.Text.Length > Longest && stop is > 0 and < 60
            ? (text.Slice(0, stop).Trim(), text.Slice(stop + 1).Trim())
            : (text, Passage.Empty);
    }
}
