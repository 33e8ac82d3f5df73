using System.Collections.Immutable;
using Flette.Core.Access;

namespace Flette.Core.Meetings.Writing;

/// <summary>
/// What is in the field for a line: one line, or a text that was pasted into it. A text is never cut; the one who writes says
/// whether it is a line for each of its lines. Pure.
/// </summary>
public static class TypedLines
{
    /// <summary>Most lines that are written in one go: what is longer is minutes that are finished already.</summary>
    public const int Most = 200;

    /// <summary>The lines with words in them.</summary>
    public static IReadOnlyList<string> Of(string? typed) =>
        (typed ?? "")
            .ReplaceLineEndings("\n")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Reads all of it, or says why none of it is taken.</summary>
    /// <param name="split">Whether each line is to be a line of its own.</param>
    public static Result<ImmutableArray<MinutesLine>> Read(
        string? typed,
        bool split,
        IReadOnlyList<MeantPerson> people,
        IReadOnlyCollection<Guid> chosen,
        DateOnly meeting
    )
    {
        var texts = Of(typed);
        if (texts.Count > 1 && (!split || texts.Count > Most))
        {
            return new SeveralLines(texts.Count, Most);
        }
        var lines = new List<MinutesLine>();
        foreach (var text in texts.Count == 0 ? [""] : texts)
        {
            var read = ShortLine.Read(text, people, chosen, meeting);
            if (read.Refusal is { } refusal)
            {
                return texts.Count == 1 || refusal is not LineRefusal why ? refusal : new InLine(lines.Count + 1, why);
            }
            lines.Add(read.Value);
        }
        return lines.ToImmutableArray();
    }
}
