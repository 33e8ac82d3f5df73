using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>Whose a line is.</summary>
/// <param name="Owner">The name above the list, or the service of the heading; null when nobody's.</param>
/// <param name="Named">The owner stands by name right above the list.</param>
/// <param name="Speaker">Who wrote the line in a chat.</param>
internal sealed record Said(Passage? Owner, bool Named, Passage? Speaker);

/// <summary>Lines of a chat: a clock time and a name in front, or on a line of their own above.</summary>
internal static partial class Speech
{
    /// <summary>The words without time and name in front, and that name: it says who speaks, not who does what.</summary>
    /// <param name="line">The line.</param>
    /// <param name="cast">Of those known also a name without a time speaks, but may as well be given something to do.</param>
    public static (Passage Text, Passage? Speaker) Of(Passage line, Cast cast)
    {
        if (
            HasClock(line.Text)
            && InFront().Match(line.Text) is { Success: true } match
            && line.Slice(match.Groups["who"].Index, match.Groups["who"].Length).Trim() is var who
            && Names.IsName(who.Text)
        )
        {
            return (line.Slice(match.Length).Trim(), who);
        }

        var colon = line.Text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 60 && cast.IsKnownName(line.Text[..colon])
            ? (line, line.Slice(0, colon).Trim())
            : (line, null);
    }

    /// <summary>The one whose name and time are all there is on the line.</summary>
    public static Passage? Alone(Passage line) =>
        line.Text.Length < 80
        && HasClock(line.Text)
        && OnItsOwn().Match(line.Text) is { Success: true } match
        && Names.IsName(match.Groups["who"].Value.Trim())
            ? line.Slice(match.Groups["who"].Index, match.Groups["who"].Length).Trim()
            : null;

    private static bool HasClock(string line) => line.AsSpan(0, Math.Min(line.Length, 80)).ContainsAnyInRange('0', '9');

    [GeneratedRegex(
        @"^(?:\[?\d{1,2}[.:]\d\d(?:[.:]\d\d)?\]?\s+(?<who>\p{Lu}[^:\d\[\]()]{1,40}?)|(?<who>\p{Lu}[^:\d\[\]()]{1,40}?)\s*[\[(,]?\s?(?:kl\.?\s)?\d{1,2}[.:]\d\d[\])]?)\s*:\s*(?=\S)",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex InFront();

    [GeneratedRegex(
        @"^(?:\[?\d{1,2}[.:]\d\d\]?\s+(?<who>\p{Lu}[^:\d\[\]()]{1,40}?)|(?<who>\p{Lu}[^:\d\[\]()]{1,40}?)\s*[\[(,]?\s?(?:kl\.?\s)?\d{1,2}[.:]\d\d[\])]?)\s*:?$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex OnItsOwn();
}
