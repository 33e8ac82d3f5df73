using System.Globalization;

namespace Flette.Core.Words;

/// <summary>The languages a date can be said in.</summary>
public enum Tongue
{
    Bokmal,
    Nynorsk,
    English,
}

/// <summary>
/// Dates and times as people say them: «tirsdag 5. mai, om 3 dager», «i går 15.40», «kl. 12.30–14.00».
/// A number stays with its unit: a no-break space stands in «5. mai», «om 3 dager», «i dag» and «kl. 12».
/// </summary>
public static class NorwegianDates
{
    private const char Nbsp = '\u00a0';

    private static readonly string[][] Days =
    [
        ["søndag", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag"],
        ["sundag", "måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag"],
        ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    ];

    private static readonly string[] NorwegianMonths =
    [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ];

    // Names of four letters or fewer are not shortened in Norwegian.
    private static readonly string[] NorwegianShortMonths =
    [
        "jan.",
        "feb.",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "aug.",
        "sep.",
        "okt.",
        "nov.",
        "des.",
    ];

    private static readonly string[] EnglishMonths =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];

    /// <summary>«tirsdag».</summary>
    public static string DayName(DateOnly day, Tongue tongue = Tongue.Bokmal) => Days[(int)tongue][(int)day.DayOfWeek];

    /// <summary>«tir.», for narrow tables.</summary>
    public static string ShortDayName(DateOnly day, Tongue tongue = Tongue.Bokmal) =>
        tongue == Tongue.English ? DayName(day, tongue)[..3] : DayName(day, tongue)[..3] + ".";

    /// <summary>«mai».</summary>
    public static string MonthName(DateOnly day, Tongue tongue = Tongue.Bokmal) =>
        (tongue == Tongue.English ? EnglishMonths : NorwegianMonths)[day.Month - 1];

    /// <summary>«5. mai», with the year when it is another year than today's and more than half a year away.</summary>
    public static string DayAndMonth(DateOnly day, DateOnly today, Tongue tongue = Tongue.Bokmal) =>
        WithYear(Join(day, MonthName(day, tongue), tongue), day, today);

    /// <summary>«nov.», for pictures.</summary>
    public static string ShortMonthName(DateOnly day) => NorwegianShortMonths[day.Month - 1];

    /// <summary>«24. nov.», for lists of dates.</summary>
    public static string Brief(DateOnly day, DateOnly today, Tongue tongue = Tongue.Bokmal) =>
        WithYear(
            Join(
                day,
                tongue == Tongue.English ? EnglishMonths[day.Month - 1][..3] : NorwegianShortMonths[day.Month - 1],
                tongue
            ),
            day,
            today
        );

    /// <summary>«tirsdag 5. mai».</summary>
    public static string WithDay(DateOnly day, DateOnly today, Tongue tongue = Tongue.Bokmal) =>
        $"{DayName(day, tongue)} {DayAndMonth(day, today, tongue)}";

    /// <summary>«tir. 5. mai».</summary>
    public static string WithShortDay(DateOnly day, DateOnly today, Tongue tongue = Tongue.Bokmal) =>
        $"{ShortDayName(day, tongue)} {DayAndMonth(day, today, tongue)}";

    /// <summary>«tirsdag 5. mai 2026», always with the year: for letters, minutes and print.</summary>
    public static string WithYear(DateOnly day, Tongue tongue = Tongue.Bokmal) =>
        $"{DayName(day, tongue)} {Join(day, MonthName(day, tongue), tongue)} {Number(day.Year)}";

    /// <summary>«tirsdag 5. mai, om 3 dager».</summary>
    public static string Full(DateOnly day, DateOnly today, Tongue tongue = Tongue.Bokmal) =>
        $"{WithDay(day, today, tongue)}, {Relative(day, today, tongue)}";

    /// <summary>«i dag», «i morgen», «om 3 dager», «for 2 uker siden».</summary>
    public static string Relative(DateOnly day, DateOnly today, Tongue tongue = Tongue.Bokmal)
    {
        var days = day.DayNumber - today.DayNumber;
        return (tongue, days) switch
        {
            (Tongue.English, 0) => "today",
            (Tongue.English, 1) => "tomorrow",
            (Tongue.English, -1) => "yesterday",
            (Tongue.English, > 0) => $"in{Nbsp}{HowLong(days, tongue)}",
            (Tongue.English, _) => $"{HowLong(-days, tongue)}{Nbsp}ago",
            (_, 0) => $"i{Nbsp}dag",
            (Tongue.Nynorsk, 1) => $"i{Nbsp}morgon",
            (_, 1) => $"i{Nbsp}morgen",
            (_, -1) => $"i{Nbsp}går",
            (_, > 0) => $"om{Nbsp}{HowLong(days, tongue)}",
            _ => $"for{Nbsp}{HowLong(-days, tongue)} {(tongue == Tongue.Nynorsk ? "sidan" : "siden")}",
        };
    }

    /// <summary>
    /// «3 dager», «2 uker», «4 måneder», «2 år»: the unit people use for a stretch of that many days.
    /// Days under two weeks, weeks (nearest) to three months, months (nearest) to a year, «et år», «halvannet år», then whole
    /// years.
    /// </summary>
    /// <param name="days">Number of days, zero or more.</param>
    /// <param name="tongue">The language.</param>
    public static string HowLong(int days, Tongue tongue = Tongue.Bokmal)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        if (days is >= 350 and < 640)
        {
            return AboutAYear(days, tongue).Replace(' ', Nbsp);
        }
        var (number, unit) = days switch
        {
            < 14 => (days, 0),
            < 91 => ((days + 3) / 7, 1),
            < 350 => ((int)Math.Round(days / 30.44, MidpointRounding.AwayFromZero), 2),
            < 730 => (2, 3),
            _ => ((days + 1) * 4 / 1461, 3),
        };
        string[] words = tongue switch
        {
            Tongue.Bokmal => ["dag", "dager", "uke", "uker", "måned", "måneder", "år", "år"],
            Tongue.Nynorsk => ["dag", "dagar", "veke", "veker", "månad", "månader", "år", "år"],
            _ => ["day", "days", "week", "weeks", "month", "months", "year", "years"],
        };
        return $"{Number(number)}{Nbsp}{words[unit * 2 + (number == 1 ? 0 : 1)]}";
    }

    // Nobody says «for 13 måneder siden».
    private static string AboutAYear(int days, Tongue tongue) =>
        (tongue, days < 475) switch
        {
            (Tongue.Bokmal, true) => "et år",
            (Tongue.Bokmal, false) => "halvannet år",
            (Tongue.Nynorsk, true) => "eit år",
            (Tongue.Nynorsk, false) => "halvtanna år",
            (_, true) => "a year",
            _ => "a year and a half",
        };

    /// <summary>«siden 28. september».</summary>
    public static string Since(DateOnly day, DateOnly today, Tongue tongue = Tongue.Bokmal) =>
        tongue switch
        {
            Tongue.Bokmal => "siden ",
            Tongue.Nynorsk => "sidan ",
            _ => "since ",
        } + DayAndMonth(day, today, tongue);

    /// <summary>«12.30»; in English «12:30».</summary>
    public static string Clock(TimeOnly time, Tongue tongue = Tongue.Bokmal) =>
        time.ToString(tongue == Tongue.English ? "HH':'mm" : "HH'.'mm", CultureInfo.InvariantCulture);

    /// <summary>«kl. 12.30», «kl. 12», «kl. 12.30–14.00».</summary>
    public static string ClockRange(TimeOnly from, TimeOnly? to = null, Tongue tongue = Tongue.Bokmal)
    {
        var at = tongue == Tongue.English ? "at" : "kl.";
        if (to is { } end)
            return $"{(tongue == Tongue.English ? "" : at + Nbsp)}{Clock(from, tongue)}–{Clock(end, tongue)}";
        var start = from.Minute == 0 && tongue != Tongue.English ? Number(from.Hour) : Clock(from, tongue);
        return $"{at}{Nbsp}{start}";
    }

    /// <summary>«i dag 09.02», «i går 15.40», «18. september 14.05»: when something came.</summary>
    public static string Moment(DateTime local, DateOnly today, Tongue tongue = Tongue.Bokmal)
    {
        var day = DateOnly.FromDateTime(local);
        var near = today.DayNumber - day.DayNumber is 0 or 1;
        return $"{(near ? Relative(day, today, tongue) : DayAndMonth(day, today, tongue))} {Clock(TimeOnly.FromDateTime(local), tongue)}";
    }

    /// <summary>The same words with a capital first letter, for the beginning of a line.</summary>
    public static string Capital(string words) =>
        words.Length == 0 ? words : string.Concat(words[..1].ToUpper(CultureInfo.InvariantCulture), words.AsSpan(1));

    private static string Join(DateOnly day, string month, Tongue tongue) =>
        tongue == Tongue.English ? $"{Number(day.Day)}{Nbsp}{month}" : $"{Number(day.Day)}.{Nbsp}{month}";

    private static string WithYear(string words, DateOnly day, DateOnly today) =>
        day.Year != today.Year && Math.Abs(day.DayNumber - today.DayNumber) > 183
            ? $"{words} {Number(day.Year)}"
            : words;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
