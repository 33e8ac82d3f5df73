namespace Flette.Core.Law;

/// <summary>
/// How time is counted (domstolloven §§ 148 and 149, which fvl § 30 points to; forvaltningslovforskriften § 41 for the time of the
/// authorities). Pure.
/// </summary>
public static class Counting
{
    /// <summary>
    /// The day with the same name so many weeks later. The day it starts is not counted (§ 148 første ledd).
    /// </summary>
    public static DateOnly Weeks(DateOnly start, int weeks) => start.AddDays(7 * weeks);

    /// <summary>The day with the same number so many months later; the last of the month where it has no such day (§ 148 annet ledd).</summary>
    public static DateOnly Months(DateOnly start, int months) => start.AddMonths(months);

    /// <summary>The day itself, or the nearest working day after it where it is a Saturday, Sunday or public holiday (§ 149).</summary>
    public static DateOnly Moved(DateOnly last) => WorkingDays.Is(last) ? last : WorkingDays.Add(last, 1);
}
