using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Meeting;

/// <summary>The year of a meeting day that leaves it out: from when the document was written or sent, or another date in it.</summary>
internal static partial class YearFinder
{
    /// <summary>The day in the right year.</summary>
    public static DateOnly? Held(DayForm.DayMonth day, Outline outline, DateOnly today)
    {
        var dated = Dated(outline).ToList();
        var written = dated.Where(d => d.Written).Select(d => (DateOnly?)d.Day).FirstOrDefault();
        if (written is { } sent)
        {
            return DayResolver.LatestOnOrBefore(day, sent);
        }

        return dated.Count > 0 ? DayResolver.Nearest(day, dated[0].Day) : DayResolver.LatestOnOrBefore(day, today);
    }

    /// <summary>The day a label says the document was sent or written; null when none does.</summary>
    public static DateOnly? Sent(Outline outline) =>
        outline
            .Metas.Where(m => m.Kind == LabelKind.Written)
            .SelectMany(m => Full(m.Value.Text))
            .Select(d => (DateOnly?)d)
            .FirstOrDefault();

    private static IEnumerable<(DateOnly Day, bool Written)> Dated(Outline outline)
    {
        foreach (var meta in outline.Metas)
        {
            foreach (var day in Full(meta.Value.Text))
            {
                yield return (day, meta.Kind is LabelKind.Written or LabelKind.Invited);
            }
        }

        foreach (var line in outline.Sections.SelectMany(s => s.Lines))
        {
            foreach (var day in Full(line.Text.Text))
            {
                yield return (day, Written().IsMatch(line.Text.Text) && line.Text.Text.Length < 200);
            }
        }
    }

    private static IEnumerable<DateOnly> Full(string text) =>
        DayFinder
            .Find(text)
            .Where(m => m.Form is DayForm.DayMonth { Year: not null } && !Birth().IsMatch(text[..m.Start]))
            .Select(m => (DayForm.DayMonth)m.Form)
            .Select(f => DayResolver.TryDay(f.Year!.Value, f.Month, f.Day))
            .OfType<DateOnly>();

    [GeneratedRegex(
        @"(?:\bf\.|\bfødt|\bfødd|\bfødselsdato|\bf|\brevidert|\bmal\b.*|\bskjema\b.*)\s*:?\s*(?:den\s)?$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Birth();

    [GeneratedRegex(
        @"\b(?:sendt|skrevet|skrive|utskrift|utskrive|utskrevet|skrevet ut|referatet er|referat skrevet|datert|utsendt)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Written();
}
