namespace Flette.Core.Meetings.Inviting;

/// <summary>When a meeting is, as somebody was told or answered to.</summary>
/// <param name="Time">As on the meeting; null when not said.</param>
public sealed record MeetingMoment(DateOnly Day, string? Time)
{
    /// <summary>The hours, when they can be read; a meeting without them is in calendars a whole day.</summary>
    public MeetingHours? Hours => MeetingHours.Read(Time);

    /// <summary>
    /// When one is reminded: nine in the morning the day before, wall time in Norway. The day is one on which nobody turns a clock
    /// at that hour.
    /// </summary>
    public DateTime RemindAt => Day.AddDays(-1).ToDateTime(new TimeOnly(9, 0));
}
