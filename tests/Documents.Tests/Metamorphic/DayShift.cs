using System.Globalization;
using System.Text.RegularExpressions;

namespace Flette.Documents.Tests.Metamorphic;

/// <summary>
/// Moves every day a text names by whole weeks, in the form it is written. Written without a look at the reader's own
/// patterns: it knows only the forms that occur in the documents.
/// </summary>
internal sealed partial class DayShift(DateOnly meeting, int weeks)
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

    public string Text(string text)
    {
        text = Weeks()
            .Replace(text, m => m.Groups["w"].Value + Number().Replace(m.Groups["n"].Value, n => Week(n.Value)));
        text = Named()
            .Replace(
                text,
                m =>
                    Shifted(m, Array.IndexOf(Months, m.Groups["m"].Value) + 1) is { } day
                        ? $"{(m.Groups["d"].Length == 2 && m.Groups["d"].Value[0] == '0' ? day.Day.ToString("00", CultureInfo.InvariantCulture) : Plain(day.Day))}. {Months[day.Month - 1]}{(m.Groups["y"].Success ? " " + Plain(day.Year) : "")}"
                        : m.Value
            );
        text = Slashed()
            .Replace(
                text,
                m =>
                    Shifted(m, Month(m)) is { } day
                        ? $"{day.Day}/{day.Month}{(m.Groups["y"].Success ? (day.Year % 100).ToString("-00", CultureInfo.InvariantCulture) : "")}"
                        : m.Value
            );
        return Dotted()
            .Replace(
                text,
                m =>
                    Shifted(m, Month(m)) is { } day
                        ? m.Groups["y"].Success
                            ? day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)
                            : $"{day.Day}.{day.Month}"
                        : m.Value
            );
    }

    /// <summary>The day of an expected reading.</summary>
    public string Iso(string day) =>
        DateOnly
            .ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .AddDays(7 * weeks)
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private DateOnly? Shifted(Match match, int month)
    {
        var day = int.Parse(match.Groups["d"].Value, CultureInfo.InvariantCulture);
        if (month is < 1 or > 12 || day < 1)
        {
            return null;
        }

        if (match.Groups["y"].Success)
        {
            var year = int.Parse(match.Groups["y"].Value, CultureInfo.InvariantCulture);
            return new DateOnly(year < 100 ? 2000 + year : year, month, day).AddDays(7 * weeks);
        }

        var found = Enumerable
            .Range(meeting.Year, 3)
            .Where(y => day <= DateTime.DaysInMonth(y, month))
            .Select(y => new DateOnly(y, month, day))
            .First(d => d >= meeting);
        return found.AddDays(7 * weeks);
    }

    private string Week(string number)
    {
        var week = int.Parse(number, CultureInfo.InvariantCulture);
        var friday = Enumerable
            .Range(meeting.Year, 3)
            .Select(y => DateOnly.FromDateTime(ISOWeek.ToDateTime(y, week, DayOfWeek.Friday)))
            .First(d => d >= meeting);
        return Plain(ISOWeek.GetWeekOfYear(friday.AddDays(7 * weeks).ToDateTime(TimeOnly.MinValue)));
    }

    private static int Month(Match match) => int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture);

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<w>\b(?:uke|veke)\s)(?<n>\d{1,2}(?:,\s\d{1,2})*(?:\sog\s\d{1,2})?)")]
    private static partial Regex Weeks();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(
        @"\b(?<d>\d{1,2})\. (?<m>januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)(?: (?<y>\d{4}))?"
    )]
    private static partial Regex Named();

    [GeneratedRegex(@"(?<![\d/])(?<d>\d{1,2})/(?<m>\d{1,2})(?:-(?<y>\d\d))?(?![\d/])")]
    private static partial Regex Slashed();

    // Without a year never with a zero in front of the month, nor after «klokka»: that is how the documents write clock times.
    [GeneratedRegex(
        @"(?<![\d.–-])(?:(?<d>\d\d)\.(?<m>\d\d)\.(?<y>\d{4})|(?<d>\d{1,2})\.(?<m>[1-9]|1[0-2]))(?![\d–-])(?!\.\d)"
    )]
    private static partial Regex Dotted();
}
