using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;

namespace Flette.Core.Meetings.Writing;

/// <summary>When the next meeting is, as a line says it.</summary>
/// <param name="Time"><c>HH:MM-HH:MM</c> or <c>HH:MM</c>; null when not said.</param>
public sealed record NextSaid(DateOnly Day, string? Time);

/// <summary>Finds the next meeting in the lines: «neste møte 12/5 kl. 9». The last one said holds. Pure.</summary>
public static partial class NextInLines
{
    /// <summary>The day and the time, or null when no line says a day after the meeting.</summary>
    public static NextSaid? Find(IEnumerable<MinutesLine> lines, DateOnly meeting)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Reverse().Select(l => Of(l.Text, meeting)).FirstOrDefault(n => n is not null);
    }

    private static NextSaid? Of(string text, DateOnly meeting)
    {
        var said = Says().Match(text);
        if (!said.Success)
        {
            return null;
        }
        var rest = text[said.Index..];
        var day = DayFinder
            .Find(rest)
            .Where(d => d.Form is not DayForm.Several)
            .Select(d => DayResolver.Resolve(d.Form, meeting))
            .FirstOrDefault(d => d > meeting);
        return day is { } on ? new NextSaid(on, ClockFinder.FindAll(rest).FirstOrDefault()?.Clock.ToString()) : null;
    }

    [GeneratedRegex(
        @"\b(?:neste|nytt)\s+(?:\p{L}*møte\b|gang\b|gong\b)|\bvi\s+møtes\s+(?:igjen|neste)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Says();
}
