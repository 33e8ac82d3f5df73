using System.Globalization;
using System.Text.RegularExpressions;

namespace Flette.Demo.Seed;

/// <summary>
/// Finds what says when in Norwegian text, in the forms the demo's texts use. A day without a year is the one nearest
/// to the day the text was written. Clock times, law references, telephone numbers and amounts are not dates.
/// </summary>
/// <param name="written">The day the text was written.</param>
/// <param name="weeksOfPregnancy">Whether «uke 31» counts a pregnancy, which does not move with the calendar.</param>
internal sealed partial class DateFinder(DateOnly written, bool weeksOfPregnancy)
{
    private const string Months = "januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember";
    private const string Year = @"(?:19|20)\d\d";
    private const int Limit = 2000;

    /// <summary>All of them, in order, without overlap.</summary>
    public IReadOnlyList<DateMention> Find(string text)
    {
        var found = new List<DateMention>();
        var clocks = Clocks().Matches(text).Select(m => (m.Index, End: m.Index + m.Length)).ToList();
        Collect(Isos(), Iso);
        Collect(NamedRanges(), Range);
        Collect(NamedDays(), Named);
        Collect(DottedDays(), Dotted);
        if (!weeksOfPregnancy)
        {
            found.AddRange(
                WeekLists().Matches(text).SelectMany(m => m.Groups["w"].Captures).Select(Week).OfType<DateMention>()
            );
        }
        Collect(BareMonths(), Month);
        Collect(BareYears(), YearAlone);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        ShareYears(found, text);
        return found;

        void Collect(Regex pattern, Func<Match, DateMention?> read)
        {
            foreach (Match match in pattern.Matches(text))
            {
                var end = match.Index + match.Length;
                var free =
                    !found.Exists(f => f.Start < end && match.Index < f.End)
                    && !clocks.Exists(c => c.Index < end && match.Index < c.End);
                if (free && read(match) is { } mention)
                {
                    found.Add(mention);
                }
            }
        }
    }

    private static IsoDay? Iso(Match m) =>
        DateOnly.TryParseExact(m.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new IsoDay(m.Index, m.Length, day)
            : null;

    private NamedDay? Named(Match m) =>
        Day(m, DateMention.MonthOf(m.Groups["m"].Value)) is { } day
            ? new NamedDay(
                m.Index,
                m.Length,
                day,
                Padded(m, "d"),
                m.Groups["s"].Value,
                m.Groups["m"].Value,
                BeforeYear(m)
            )
            : null;

    private NamedRange? Range(Match m)
    {
        var month = DateMention.MonthOf(m.Groups["m"].Value);
        return Day(m, month) is { } last && Of(last.Year, month, Number(m, "f")) is { } first && first < last
            ? new NamedRange(m.Index, m.Length, first, last, m.Groups["dash"].Value, m.Groups["m"].Value, BeforeYear(m))
            : null;
    }

    private DottedDay? Dotted(Match m) =>
        Day(m, Number(m, "mm")) is { } day
            ? new DottedDay(
                m.Index,
                m.Length,
                day,
                Padded(m, "d") || Padded(m, "mm") || m.Groups["y"].Success,
                m.Groups["y"].Success
            )
            : null;

    private WeekNumber? Week(Capture number)
    {
        var week = int.Parse(number.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        DateOnly? friday = Enumerable
            .Range(written.Year - 1, 3)
            .Where(y => week >= 1 && week <= ISOWeek.GetWeeksInYear(y))
            .Select(y => (DateOnly?)DateOnly.FromDateTime(ISOWeek.ToDateTime(y, week, DayOfWeek.Friday)))
            .OrderBy(Distance)
            .FirstOrDefault();
        return friday is { } day ? new WeekNumber(number.Index, number.Length, day) : null;
    }

    private BareMonth? Month(Match m)
    {
        var month = DateMention.MonthOf(m.Groups["m"].Value);
        var middle = m.Groups["y"].Success ? Of(Number(m, "y"), month, 15) : Nearest(month, 15);
        return middle is { } day ? new BareMonth(m.Index, m.Length, day, m.Groups["m"].Value, BeforeYear(m)) : null;
    }

    private static BareYear YearAlone(Match m)
    {
        var group = m.Groups["y"];
        var (month, day) = m.Groups["cue"].Value.ToLowerInvariant() switch
        {
            "vinteren" => (1, 15),
            "våren" => (4, 15),
            "høsten" => (10, 15),
            _ => (7, 1),
        };
        return new BareYear(group.Index, group.Length, new DateOnly(Number(m, "y"), month, day));
    }

    private DateOnly? Day(Match m, int month) =>
        m.Groups["y"].Success ? Of(Number(m, "y"), month, Number(m, "d")) : Nearest(month, Number(m, "d"));

    private DateOnly? Nearest(int month, int day) =>
        // 29 February may be four years away.
        Enumerable
            .Range(written.Year - 4, 9)
            .Select(y => Of(y, month, day))
            .Where(d => d is not null)
            .OrderBy(Distance)
            .FirstOrDefault();

    private int Distance(DateOnly? day) => Math.Abs(day!.Value.DayNumber - written.DayNumber);

    private static DateOnly? Of(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Number(Match m, string group) =>
        int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool Padded(Match m, string group) => m.Groups[group].ValueSpan[0] == '0';

    private static string? BeforeYear(Match m) => m.Groups["y"].Success ? m.Groups["b"].Value : null;

    /// <summary>In «18. august og 12. november 2026» the first day is of the year the second one gives.</summary>
    private static void ShareYears(List<DateMention> found, string text)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            if (
                found[i] is NamedDay { BeforeYear: null } one
                && found[i + 1] is NamedDay next
                && (next.BeforeYear is not null || next.SharesYearWith is not null)
                && Joins().IsMatch(text[one.End..next.Start])
                && Of((next.SharesYearWith ?? next.Day).Year, one.Day.Month, one.Day.Day) is { } day
            )
            {
                found[i] = one with { Day = day, SharesYearWith = next.SharesYearWith ?? next.Day };
            }
        }
    }

    [GeneratedRegex(@"\A(?:\s(?:og|eller|til)\s|,\s|\s?[-–]\s?)\z", RegexOptions.None, Limit)]
    private static partial Regex Joins();

    [GeneratedRegex(
        @"\b(?:kl\.?|klokk(?:a|en))\s?\d{1,2}(?:[.:]\d\d)?(?:\s?(?:[-–,]|,?\s?og|til|eller)\s?\d{1,2}[.:]\d\d)*|(?<![\d.])\d{1,2}[.:]\d\d\s?[-–]\s?\d{1,2}[.:]\d\d(?![\d.])",
        RegexOptions.IgnoreCase,
        Limit
    )]
    private static partial Regex Clocks();

    [GeneratedRegex(@"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])", RegexOptions.None, Limit)]
    private static partial Regex Isos();

    [GeneratedRegex(
        @"(?<![\d.,:/])(?<f>\d{1,2})\.(?<dash>\s?[-–]\s?|\s(?:og|til)\s)(?<d>\d{1,2})\.\s(?<m>"
            + Months
            + @")\b(?:(?<b>\s)(?<y>"
            + Year
            + @")\b)?",
        RegexOptions.IgnoreCase,
        Limit
    )]
    private static partial Regex NamedRanges();

    [GeneratedRegex(
        @"(?<![\d.,:/])(?<d>\d{1,2})\.(?<s>\s?)(?<m>" + Months + @")\b(?:(?<b>,?\s)(?<y>" + Year + @")\b)?",
        RegexOptions.IgnoreCase,
        Limit
    )]
    private static partial Regex NamedDays();

    [GeneratedRegex(
        @"(?<![\d.,:/§])(?<!(?:§|nr\.?|pkt\.?|punkt|kapittel|sak)\s)(?<d>\d{1,2})\.(?<mm>\d{1,2})(?:\.(?<y>"
            + Year
            + @")(?!\d)|(?!\d|[.:,]\d|\s?(?:%|prosent|kr|mill|timer|km|meter)))",
        RegexOptions.IgnoreCase,
        Limit
    )]
    private static partial Regex DottedDays();

    [GeneratedRegex(
        @"\b[Uu]ke(?:r|ne)?\s(?<w>\d{1,2})(?:(?:,\s|\s?[-–]\s?|,?\s(?:og|eller|til)\s)(?<w>\d{1,2})(?!\d|\.\s?(?:"
            + Months
            + @")|[.:]\d))*(?!\d|[.:]\d)",
        RegexOptions.None,
        Limit
    )]
    private static partial Regex WeekLists();

    // A capital would be a name: August, Mai.
    [GeneratedRegex(@"(?<![\w.-])(?<m>" + Months + @")\b(?:(?<b>\s)(?<y>" + Year + @")\b)?", RegexOptions.None, Limit)]
    private static partial Regex BareMonths();

    [GeneratedRegex(
        @"\b(?<cue>siden|i|fra|til|før|etter|innen|ut|året|skoleåret|vinteren|våren|sommeren|høsten)\s(?<y>"
            + Year
            + @")\b(?!\s?(?:kr|timer|[.,:/-]\d))",
        RegexOptions.IgnoreCase,
        Limit
    )]
    private static partial Regex BareYears();
}
