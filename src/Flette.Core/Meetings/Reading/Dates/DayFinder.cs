using System.Globalization;
using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Dates;

/// <summary>Finds mentions of days and ISO weeks in Norwegian text, in order, without overlap.</summary>
internal static partial class DayFinder
{
    private const string WeekdayWord =
        "(?:(?:" + DateWords.WeekdayStems + @")dag(?:en)?|(?:man|tirs|tir|ty|tys|ons|tors|tor|fre|lør|laur|søn)\.)";

    private const string Months = DateWords.Months;

    /// <summary>All mentions. Clock times («09.10–10.10», «kl. 10.11») are not days.</summary>
    public static IReadOnlyList<DayMention> Find(string text)
    {
        var found = new List<DayMention>();
        if (text.Length == 0)
        {
            return found;
        }

        var clocks = ClockFinder.FindAll(text);
        if (text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            Collect(Ranges(), text, _ => new DayForm.Several());
            Collect(Iso(), text, m => Day(m));
            Collect(Named(), text, m => Named(m));
            Collect(Slashed(), text, m => Day(m));
            Collect(Dotted(), text, m => Day(m));
            Collect(Dashed(), text, m => Day(m));
            Collect(Weeks(), text, m => WeekOf(m));
        }

        Collect(Relative(), text, RelativeOf);
        Collect(Weekdays(), text, WeekdayOf);
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        return found;

        void Collect(Regex pattern, string source, Func<Match, DayForm?> form)
        {
            foreach (Match match in pattern.Matches(source))
            {
                var free =
                    !found.Exists(f => f.Start < match.Index + match.Length && match.Index < f.End)
                    && !clocks.Exists(c => c.Start < match.Index + match.Length && match.Index < c.End);
                if (free && form(match) is { } day)
                {
                    found.Add(new DayMention(match.Index, match.Length, day));
                }
            }
        }
    }

    private static DayForm.DayMonth? Day(Match match) => Make(match, Number(match, "m"));

    private static DayForm.DayMonth? Named(Match match)
    {
        var word = match.Groups["m"].Value;
        var at = Array.FindIndex(MonthStarts, m => word.StartsWith(m, StringComparison.OrdinalIgnoreCase));
        return Make(match, at + 1);
    }

    private static readonly string[] MonthStarts =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "mai",
        "jun",
        "jul",
        "aug",
        "sep",
        "okt",
        "nov",
        "des",
    ];

    private static DayForm.DayMonth? Make(Match match, int month)
    {
        var day = Number(match, "d");
        int? year = match.Groups["y"].Success ? FullYear(Number(match, "y")) : null;

        // 2024 is a leap year: a day that does not exist there exists nowhere.
        return DayResolver.TryDay(year ?? 2024, month, day) is null ? null : new DayForm.DayMonth(day, month, year);
    }

    private static DayForm.Week? WeekOf(Match match)
    {
        var number = Number(match, "w");
        int? year = match.Groups["y"].Success ? FullYear(Number(match, "y")) : null;
        return number is >= 1 and <= 53 ? new DayForm.Week(number, year) : null;
    }

    private static DayForm.Offset RelativeOf(Match match) =>
        new(
            match.Value.Contains("over", StringComparison.OrdinalIgnoreCase) ? 2
            : match.Value.Contains("mor", StringComparison.OrdinalIgnoreCase) ? 1
            : 0
        );

    private static DayForm.Weekday WeekdayOf(Match match)
    {
        var word = Text.Fold(match.Groups["wd"].Value);
        var day = word[..2] switch
        {
            "ti" or "ty" => DayOfWeek.Tuesday,
            "on" => DayOfWeek.Wednesday,
            "to" => DayOfWeek.Thursday,
            "fr" => DayOfWeek.Friday,
            "lø" or "la" => DayOfWeek.Saturday,
            "sø" or "su" => DayOfWeek.Sunday,
            _ => DayOfWeek.Monday,
        };
        return new DayForm.Weekday(day, match.Groups["next"].Success || match.Groups["week"].Success ? 1 : null);
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int FullYear(int written) => written < 100 ? 2000 + written : written;

    [GeneratedRegex(
        @"(?<![\d.:/-])\d{1,2}\.?(?:\s?\d{1,2}\.?)?\s?[-–]\s?\d{1,2}\.\s?(?:"
            + Months
            + @")\b(?:\s+\d{4})?|\b(?:uke|uka|veke|veka|uker|ukene|vekene|veker)\s+\d{1,2}\s?(?:[-–/]|og|eller|,)\s?\d{1,2}\b(?!\s*\.?\s*(?:"
            + Months
            + @")|[./]\d)(?:\s?(?:og|,|eller)\s?\d{1,2}\b)*",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Ranges();

    [GeneratedRegex(@"(?<![\d-])(?<y>20\d\d)-(?<m>\d\d)-(?<d>\d\d)(?![\d-])", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"(?:\b"
            + WeekdayWord
            + @"\s*,?\s*)?(?:\bden\s+)?(?<![\d.,:/])(?<d>\d{1,2})\.?\s?(?<m>"
            + Months
            + @")\b\.?(?:,?\s+(?<y>20\d\d|19\d\d)\b|\s+-?(?<y>\d\d)\b(?!\s?[.:]\d|\s?(?:kl|prosent|%|timer|år)))?",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        @"(?:\b"
            + WeekdayWord
            + @"\s*,?\s*)?(?:\bden\s+)?(?<![\d.,:/])(?<!\bsak(?:\snr\.?)?\s)(?<d>\d{1,2})\s?/\s?(?<m>\d{1,2})(?:\s?[-–/.]\s?(?<y>20\d\d|\d\d)(?![\d.:])|(?![\d/]))",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Slashed();

    [GeneratedRegex(
        @"(?:\b"
            + WeekdayWord
            + @"\s*,?\s*)?(?:\bden\s+)?(?<![\d.,:/§])(?<!\bkl\.?\s?)(?<!klokk(?:a|en)\s)(?<!\b(?:sak|pkt|punkt|nr)\.?\s)(?<d>\d{1,2})\.\s?(?<m>\d{1,2})(?:\.\s?(?<y>20\d\d|19\d\d|\d\d)(?![\d:])|\s?[-–]\s?(?<y>\d\d)(?![\d.:])|\.?(?![\d:]|\s?%|\s?(?:mill|kr)))",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Dotted();

    [GeneratedRegex(
        @"(?<![\d.:/-])(?<d>\d{1,2})-(?<m>\d{1,2})-(?<y>20\d\d)(?![\d-])",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Dashed();

    [GeneratedRegex(
        @"\b(?:uke|uka|veke|veka|u\.|v\.)\s?(?:nr\.?\s?)?(?<w>\d{1,2})\b(?!\s?[-–/:]\s?\d|[.]\d)(?:\s(?<y>20\d\d)\b)?",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Weeks();

    [GeneratedRegex(
        @"\bi\s?(?:dag|morgen|morgon|morra|overmorgen|overmorgon)\b(?!\s?(?:tidlig|og\s+i\s))",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Relative();

    [GeneratedRegex(
        @"(?<!\b(?:hver|hvert|kvar|kvart|annenhver|annankvar|hver\sannen)\s(?:\p{L}{3,6}dag(?:,|\sog|\seller|\s?/)\s?){0,3})\b(?:(?<next>neste)\s+|(?:førstkommende|fyrstkomande|førstkomande|kommende|komande)\s+)?(?<wd>(?:"
            + DateWords.WeekdayStems
            + @")dag)(?:en)?\b(?<week>\s+(?:i\s+)?neste\s+(?:uke|uka|veke|veka))?",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Weekdays();
}
