namespace Flette.Core.Law;

/// <summary>
/// Days on which offices answer: not Saturdays, Sundays nor public holidays (helligdagsfredloven 24 February 1995 no. 12 § 2; 1 and
/// 17 May by the act of 26 April 1947 no. 1). Easter is computed, so no list of years runs out. Pure.
/// </summary>
public static class WorkingDays
{
    // From Easter Sunday: Maundy Thursday, Good Friday, itself, Easter Monday, Ascension, Whit Sunday and Whit Monday.
    private static readonly int[] FromEaster = [-3, -2, 0, 1, 39, 49, 50];

    private static readonly (int Month, int Day)[] Fixed = [(1, 1), (5, 1), (5, 17), (12, 25), (12, 26)];

    /// <summary>Whether it is one.</summary>
    public static bool Is(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>Whether it is a public holiday in Norway. Sundays are not counted as such unless they are one besides.</summary>
    public static bool IsHoliday(DateOnly day) =>
        Fixed.Contains((day.Month, day.Day)) || FromEaster.Contains(day.DayNumber - Easter(day.Year).DayNumber);

    /// <summary>The working day this many working days after a day, or before it when the number is less than 0; 0 is the day itself.</summary>
    public static DateOnly Add(DateOnly day, int days)
    {
        var step = Math.Sign(days);
        for (var left = Math.Abs(days); left > 0; )
        {
            day = day.AddDays(step);
            if (Is(day))
            {
                left--;
            }
        }
        return day;
    }

    /// <summary>Easter Sunday of a year in the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = (year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = (c / 4, c % 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (19 * l)) / 433;
        var n = (h + l - (7 * m) + 90) / 25;
        return new DateOnly(year, n, (h + l - (7 * m) + (33 * n) + 19) % 32);
    }
}
