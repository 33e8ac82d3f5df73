using System.Globalization;

namespace Flette.Core.Meetings.Reading.Dates;

/// <summary>From the way a text points at a day to the calendar day, by the conventions of the minutes.</summary>
internal static class DayResolver
{
    /// <summary>
    /// The day meant, counted from <paramref name="meeting"/>: a day without a year is the next such day on or after it,
    /// a week is the Friday of the ISO week in the year that makes it so. Null when no day is fixed.
    /// </summary>
    public static DateOnly? Resolve(DayForm form, DateOnly meeting) =>
        form switch
        {
            DayForm.DayMonth { Year: { } year } day => TryDay(year, day.Month, day.Day),
            DayForm.DayMonth day => NextDay(day, meeting),
            DayForm.Week { Year: { } year } week => FridayOf(year, week.Number),
            DayForm.Week week => FridayOnOrAfter(week.Number, meeting),
            DayForm.Offset offset => meeting.AddDays(offset.Days),
            DayForm.Weekday day => NextWeekday(day, meeting),
            _ => null,
        };

    /// <summary>
    /// The day a meeting was held when the year is left out: the latest such day on or before
    /// <paramref name="known"/>, the day the document is known to have existed.
    /// </summary>
    public static DateOnly? LatestOnOrBefore(DayForm.DayMonth day, DateOnly known)
    {
        for (var year = known.Year; year >= known.Year - 4; year--)
        {
            if (TryDay(year, day.Month, day.Day) is { } found && found <= known)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>The day in the year that brings it nearest to <paramref name="known"/>.</summary>
    public static DateOnly? Nearest(DayForm.DayMonth day, DateOnly known) =>
        Enumerable
            .Range(known.Year - 1, 3)
            .Select(year => TryDay(year, day.Month, day.Day))
            .Where(d => d is not null)
            .OrderBy(d => Math.Abs(d!.Value.DayNumber - known.DayNumber))
            .FirstOrDefault();

    public static DateOnly? TryDay(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static DateOnly? NextDay(DayForm.DayMonth day, DateOnly meeting)
    {
        // 29 February may be four years away (eight around 2100).
        for (var year = meeting.Year; year <= meeting.Year + 8; year++)
        {
            if (TryDay(year, day.Month, day.Day) is { } found && found >= meeting)
            {
                return found;
            }
        }

        return null;
    }

    private static DateOnly? FridayOnOrAfter(int week, DateOnly meeting)
    {
        for (var year = meeting.Year - 1; year <= meeting.Year + 6; year++)
        {
            if (FridayOf(year, week) is { } friday && friday >= meeting)
            {
                return friday;
            }
        }

        return null;
    }

    private static DateOnly? FridayOf(int year, int week) =>
        week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Friday))
            : null;

    private static DateOnly NextWeekday(DayForm.Weekday form, DateOnly meeting)
    {
        if (form.WeeksAhead is { } weeks)
        {
            var monday = meeting.AddDays(-(((int)meeting.DayOfWeek + 6) % 7));
            return monday.AddDays((7 * weeks) + (((int)form.Day + 6) % 7));
        }

        // The meeting's own weekday means a week later: today would be called «i dag».
        var ahead = ((int)form.Day - (int)meeting.DayOfWeek + 7) % 7;
        return meeting.AddDays(ahead == 0 ? 7 : ahead);
    }
}
