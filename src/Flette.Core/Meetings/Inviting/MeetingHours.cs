using System.Globalization;
using System.Text.RegularExpressions;

namespace Flette.Core.Meetings.Inviting;

/// <summary>What was typed as the hours of a meeting is no hours.</summary>
public sealed record HoursUnreadable(string Written) : Refusal;

/// <summary>When a meeting begins and ends, as wall time in Norway.</summary>
/// <param name="To">Null when only the beginning is said.</param>
public sealed partial record MeetingHours(TimeOnly From, TimeOnly? To)
{
    /// <summary>How long a meeting takes in a calendar when its end is not said.</summary>
    public static readonly TimeSpan Unsaid = TimeSpan.FromHours(1);

    /// <summary>As it is stored: <c>HH:MM-HH:MM</c> or <c>HH:MM</c>.</summary>
    public string Text =>
        To is { } to
            ? string.Create(CultureInfo.InvariantCulture, $"{From:HH':'mm}-{to:HH':'mm}")
            : From.ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>
    /// Reads hours as people write them: «09.00–10.30», «kl. 9 til 10.30», «0900-1030», «13:15». Null when they say something else.
    /// </summary>
    public static MeetingHours? Read(string? text)
    {
        if (text is null || Written().Match(text.Trim()) is not { Success: true } m)
        {
            return null;
        }
        if (Clock(m, "h1", "m1") is not { } from)
        {
            return null;
        }
        return !m.Groups["h2"].Success ? new MeetingHours(from, null)
            : Clock(m, "h2", "m2") is { } to && to > from ? new MeetingHours(from, to)
            : null;
    }

    /// <summary>
    /// The hours that were typed as they are stored; null for nothing typed. What cannot be read is refused: it would be in
    /// nobody's calendar.
    /// </summary>
    public static Result<Typed> Type(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? new Typed(null)
        : Read(typed) is { } hours ? new Typed(hours.Text)
        : new HoursUnreadable(typed.Trim());

    private static TimeOnly? Clock(Match match, string hours, string minutes)
    {
        var hour = int.Parse(match.Groups[hours].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var minute = match.Groups[minutes].Success
            ? int.Parse(match.Groups[minutes].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(
        @"^(?:kl\.?|klokka|klokken|fra)?\s*(?:kl\.?\s*)?(?<h1>\d{1,2})(?:[.:]?(?<m1>\d\d))?(?:\s*(?:[-–—]|til)\s*(?:kl\.?\s*)?(?<h2>\d{1,2})(?:[.:]?(?<m2>\d\d))?)?\.?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Written();
}

/// <summary>Hours as they are stored, or none.</summary>
public sealed record Typed(string? Hours);
