namespace Flette.Core.Meetings.Reading.Dates;

/// <summary>How a text points at a day. <see cref="DayResolver"/> turns it into a calendar day.</summary>
internal abstract record DayForm
{
    private DayForm() { }

    /// <summary>Day and month, with the year when it is written.</summary>
    public sealed record DayMonth(int Day, int Month, int? Year) : DayForm;

    /// <summary>An ISO week, with the year when it is written.</summary>
    public sealed record Week(int Number, int? Year) : DayForm;

    /// <summary>«i dag» is 0, «i morgen» is 1, counted from the meeting day.</summary>
    public sealed record Offset(int Days) : DayForm;

    /// <summary>A weekday. <paramref name="WeeksAhead"/> 1 is «neste uke», null is the first one to come.</summary>
    public sealed record Weekday(DayOfWeek Day, int? WeeksAhead) : DayForm;

    /// <summary>Several days or weeks: no single day is fixed.</summary>
    public sealed record Several : DayForm;
}

/// <summary>A mention of a day in a text: where it stands and what it says.</summary>
internal sealed record DayMention(int Start, int Length, DayForm Form)
{
    public int End => Start + Length;
}
