namespace Flette.Core.Law;

/// <summary>
/// Days on which offices answer: not Saturdays, Sundays nor public holidays (helligdagsfredloven 24 February 1995 no. 12 § 2; 1 and
/// 17 May by the act of 26 April 1947 no. 1). Easter is computed, so no list of years runs out. Pure.
/// </summary>
public static class WorkingDays
{
    private static readonly (int Days, string Name)[] FromEaster =
    [
        (-3, "skjærtorsdag"),
        (-2, "langfredag"),
        (0, "første påskedag"),
        (1, "annen påskedag"),
        (39, "Kristi himmelfartsdag"),
        (49, "første pinsedag"),
        (50, "annen pinsedag"),
    ];

    private static readonly (int Month, int Day, string Name)[] Fixed =
    [
        (1, 1, "nyttårsdag"),
        (5, 1, "1. mai"),
        (5, 17, "17. mai"),
        (12, 25, "første juledag"),
        (12, 26, "annen juledag"),
    ];

    /// <summary>Whether it is one.</summary>
    public static bool Is(DateOnly day) => WhyNot(day) is null;

    /// <summary>Whether it is a public holiday in Norway. Sundays are not counted as such unless they are one besides.</summary>
    public static bool IsHoliday(DateOnly day) => HolidayName(day) is not null;

    /// <summary>Why it is no working day: the holiday, else «lørdag» or «søndag»; null when it is one.</summary>
    public static string? WhyNot(DateOnly day) =>
        HolidayName(day)
        ?? day.DayOfWeek switch
        {
            DayOfWeek.Saturday => "lørdag",
            DayOfWeek.Sunday => "søndag",
            _ => null,
        };

    private static string? HolidayName(DateOnly day)
    {
        var sinceEaster = day.DayNumber - Easter(day.Year).DayNumber;
        return FromEaster.FirstOrDefault(h => h.Days == sinceEaster).Name
            ?? Fixed.FirstOrDefault(h => (h.Month, h.Day) == (day.Month, day.Day)).Name;
    }

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
