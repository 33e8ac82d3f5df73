using System.Globalization;

namespace Flette.Demo.Seed;

/// <summary>A place in a text that says when: the characters it takes, and how it reads when moved.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">Number of characters.</param>
public abstract record DateMention(int Start, int Length)
{
    private static readonly string[] Months =
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

    /// <summary>One past the last character.</summary>
    public int End => Start + Length;

    /// <summary>The same words, so many weeks later. By 0 weeks: exactly as written.</summary>
    public abstract string Moved(int weeks);

    /// <summary>The month of a Norwegian name, 1 to 12.</summary>
    internal static int MonthOf(string name) => Array.IndexOf(Months, name.ToLowerInvariant()) + 1;

    /// <summary>The name of a month, with a capital when <paramref name="like"/> has one.</summary>
    internal static string MonthName(int month, string like) =>
        char.IsUpper(like[0])
            ? char.ToUpperInvariant(Months[month - 1][0]) + Months[month - 1][1..]
            : Months[month - 1];

    /// <summary>A number, with as many digits as it was written with where that shows a leading zero.</summary>
    internal static string Digits(int number, bool twoDigits) =>
        number.ToString(twoDigits ? "00" : "0", CultureInfo.InvariantCulture);
}

/// <summary>«2026-11-20».</summary>
public sealed record IsoDay(int Start, int Length, DateOnly Day) : DateMention(Start, Length)
{
    /// <inheritdoc/>
    public override string Moved(int weeks) =>
        Day.AddDays(7 * weeks).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>«29. september», «12. november 2026».</summary>
/// <param name="Day">The day meant; its year is that of the text, of a later day in the same list, or the nearest one.</param>
/// <param name="TwoDigits">«01. mai».</param>
/// <param name="Between">What stands between day and month.</param>
/// <param name="Month">The month as written.</param>
/// <param name="BeforeYear">What stands before the year; null when there is none.</param>
public sealed record NamedDay(
    int Start,
    int Length,
    DateOnly Day,
    bool TwoDigits,
    string Between,
    string Month,
    string? BeforeYear
) : DateMention(Start, Length)
{
    /// <summary>For «18. august og 12. november 2026»: the day whose year this one shares.</summary>
    public DateOnly? SharesYearWith { get; init; }

    /// <inheritdoc/>
    public override string Moved(int weeks)
    {
        var day = Day.AddDays(7 * weeks);
        // A shared year is written out when the two days are no longer of the same year.
        var parted = SharesYearWith is { } other && other.AddDays(7 * weeks).Year != day.Year ? " " : null;
        var year = (BeforeYear ?? parted) is { } before ? before + Digits(day.Year, twoDigits: false) : "";
        return $"{Digits(day.Day, TwoDigits)}.{Between}{MonthName(day.Month, Month)}{year}";
    }
}

/// <summary>«12.–14. mars 2026».</summary>
public sealed record NamedRange(
    int Start,
    int Length,
    DateOnly First,
    DateOnly Last,
    string Dash,
    string Month,
    string? BeforeYear
) : DateMention(Start, Length)
{
    /// <inheritdoc/>
    public override string Moved(int weeks)
    {
        var (first, last) = (First.AddDays(7 * weeks), Last.AddDays(7 * weeks));
        var month = first.Month == last.Month ? "" : " " + MonthName(first.Month, Month);
        var firstYear =
            BeforeYear is not null && first.Year != last.Year
                ? BeforeYear + first.Year.ToString(CultureInfo.InvariantCulture)
                : "";
        var lastYear = BeforeYear is null ? "" : BeforeYear + last.Year.ToString(CultureInfo.InvariantCulture);
        return $"{first.Day}.{month}{firstYear}{Dash}{last.Day}. {MonthName(last.Month, Month)}{lastYear}";
    }
}

/// <summary>«23.09.2026», «15.12», «9.11».</summary>
public sealed record DottedDay(int Start, int Length, DateOnly Day, bool TwoDigits, bool WithYear)
    : DateMention(Start, Length)
{
    /// <inheritdoc/>
    public override string Moved(int weeks)
    {
        var day = Day.AddDays(7 * weeks);
        var year = WithYear ? "." + day.Year.ToString(CultureInfo.InvariantCulture) : "";
        return $"{Digits(day.Day, TwoDigits)}.{Digits(day.Month, TwoDigits)}{year}";
    }
}

/// <summary>The number in «uke 43».</summary>
/// <param name="Friday">The Friday of that ISO week in the year nearest to the text's own day.</param>
public sealed record WeekNumber(int Start, int Length, DateOnly Friday) : DateMention(Start, Length)
{
    /// <inheritdoc/>
    public override string Moved(int weeks) =>
        Digits(ISOWeek.GetWeekOfYear(Friday.AddDays(7 * weeks).ToDateTime(TimeOnly.MinValue)), twoDigits: false);
}

/// <summary>«februar», «januar 2026»: the month its middle moves to.</summary>
public sealed record BareMonth(int Start, int Length, DateOnly Middle, string Month, string? BeforeYear)
    : DateMention(Start, Length)
{
    /// <inheritdoc/>
    public override string Moved(int weeks)
    {
        var middle = Middle.AddDays(7 * weeks);
        return MonthName(middle.Month, Month)
            + (BeforeYear is null ? "" : BeforeYear + middle.Year.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>
/// The year in «siden 2019» and «høsten 2027»: the year whose middle, or whose season, comes nearest. Seasons stay what
/// they are: school begins in autumn whatever the date.
/// </summary>
public sealed record BareYear(int Start, int Length, DateOnly Middle) : DateMention(Start, Length)
{
    /// <inheritdoc/>
    public override string Moved(int weeks)
    {
        var middle = Middle.AddDays(7 * weeks);
        var years = Enumerable
            .Range(middle.Year - 1, 3)
            .OrderBy(y => Math.Abs(new DateOnly(y, Middle.Month, Middle.Day).DayNumber - middle.DayNumber));
        return years.First().ToString(CultureInfo.InvariantCulture);
    }
}
