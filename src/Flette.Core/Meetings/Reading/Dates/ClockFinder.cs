using System.Globalization;
using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Dates;

/// <summary>A clock time found in a text.</summary>
internal sealed record ClockMention(int Start, int Length, MeetingClock Clock)
{
    public int End => Start + Length;
}

/// <summary>Finds clock times: «kl. 12.30-14.00», «kl 9-10.30», «10.00–11.15», «kl. 10.15 til 10.55», «0900-1030», «klokka 12».</summary>
internal static partial class ClockFinder
{
    /// <summary>All times in order. A lone «10.15» without «kl» counts only with a colon or as part of a span.</summary>
    public static List<ClockMention> FindAll(string text)
    {
        var found = new List<ClockMention>();
        if (!text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return found;
        }

        foreach (Match match in Spans().Matches(text))
        {
            Add(match);
        }

        foreach (Match match in Single().Matches(text))
        {
            Add(match);
        }

        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;

        void Add(Match match)
        {
            if (found.Exists(f => f.Start < match.Index + match.Length && match.Index < f.End))
            {
                return;
            }

            if (Time(match, "h1", "m1") is not { } start)
            {
                return;
            }

            var end = match.Groups["h2"].Success ? Time(match, "h2", "m2") : null;
            if (match.Groups["h2"].Success && (end is null || end <= start))
            {
                return;
            }

            found.Add(new ClockMention(match.Index, match.Length, new MeetingClock(start, end)));
        }
    }

    /// <summary>A text that is nothing but «9–10.30» or «13 til 14»; null when it is something else.</summary>
    public static MeetingClock? Bare(string text) =>
        OnlyHours().IsMatch(text.TrimEnd('.', ' ', ','))
        && FindAll("kl " + text.TrimEnd('.', ' ', ',').Trim()) is [var only, ..]
            ? only.Clock
            : null;

    private static TimeOnly? Time(Match match, string hours, string minutes)
    {
        var hour = int.Parse(match.Groups[hours].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups[minutes].Success
            ? int.Parse(match.Groups[minutes].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    // Either «kl» stands in front, or both ends have minutes: «10–12» alone may be anything.
    [GeneratedRegex(
        @"\b(?:kl\.?|klokka|klokken|klokkeslett|tid)\s*:?\s*(?:ca\.?\s*)?(?:fra\s+|frå\s+)?(?<h1>\d{1,2})(?:[.:]?(?<m1>\d\d))?\s*(?:[-–—]|til)\s*(?:kl\.?\s*|ca\.?\s*)?(?<h2>\d{1,2})(?:[.:]?(?<m2>\d\d))?(?![\d/])(?!\.\s?(?:jan|feb|mars|apr|mai|jun|jul|aug|sep|okt|nov|des))|(?<![\d.:/])(?<h1>\d{1,2})[.:](?<m1>\d\d)\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?(?<h2>\d{1,2})[.:](?<m2>\d\d)(?![\d.]\d|\d)|(?<![\d.:/])(?<h1>[01]\d|2[0-3])(?<m1>[0-5]\d)\s?[-–—]\s?(?<h2>[01]\d|2[0-3])(?<m2>[0-5]\d)(?!\d)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Spans();

    [GeneratedRegex(
        @"^\s*\d{1,2}(?:[.:]\d\d)?\s*(?:(?:-|–|til)\s*\d{1,2}(?:[.:]\d\d)?\s*)?$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex OnlyHours();

    [GeneratedRegex(
        @"\b(?:kl\.?|klokka|klokken)\s*:?\s*(?:ca\.?\s*)?(?<h1>\d{1,2})(?:[.:]?(?<m1>\d\d))?(?![\d/])(?!\.\d)|(?<![\d.:/])(?<h1>\d{1,2}):(?<m1>\d\d)(?![\d:])",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Single();
}
