using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Meeting;

/// <summary>Reads kind, day, time and place of the meeting from title, labels and the lines before the first point.</summary>
internal static partial class MeetingFacts
{
    // Longer lines are running text, which tells of other days and times as well.
    private const int LongestFact = 160;

    public static ReadMeeting Read(Outline outline, DateOnly today)
    {
        var head = outline
            .Sections.TakeWhile(s => s.Kind != SectionKind.Item)
            .Where(s => s.Kind == SectionKind.Head)
            .SelectMany(s => s.Lines)
            .Where(l => !l.IsListed || DayFinder.Find(l.Text.Text) is [{ Start: 0, Form: DayForm.DayMonth }, ..])
            .Where(l => !Written().IsMatch(l.Text.Text))
            .ToList();
        var metas = outline.Metas.Where(m => !m.Value.IsEmpty).ToList();
        var sources = Sources(head, metas).ToList();
        var named = sources.Where(s => s.Text.Length < LongestFact).ToList();
        var day =
            FindDay(named, outline, today)
            ?? head.Select(l => FromSent(l.Text, outline)).FirstOrDefault(d => d is not null)
            ?? FindDay(sources, outline, today)
            ?? sources.Select(s => FromSent(s, outline)).FirstOrDefault(d => d is not null)
            ?? FindDay(NearTheTop(outline), outline, today);
        var clock = FindClock(sources, day?.Source) ?? Bare(metas) ?? FindClock(Told(head), null);
        var place = FindPlace(metas, day, clock) ?? Below(head, day) ?? OnScreen(head) ?? InSentence(head);
        return new ReadMeeting(FindKind(head, metas, outline), day?.Found, clock?.Found, place);
    }

    /// <summary>Where the day may stand, best first: labels for it, then the title and the lines under it.</summary>
    private static IEnumerable<Passage> Sources(List<Line> head, List<MetaField> metas)
    {
        foreach (
            var meta in metas.Where(m =>
                m.Kind is LabelKind.Date or LabelKind.DateAndTime or LabelKind.TimeAndPlace or LabelKind.Time
            )
        )
        {
            yield return meta.Value;
        }

        foreach (var line in head.Where(l => l.Text.Text.Length < LongestFact && NamesOrDates(l.Text.Text)))
        {
            yield return line.Text;
        }

        foreach (var meta in metas.Where(m => m.Kind is LabelKind.Kind or LabelKind.Place))
        {
            yield return meta.Value;
        }

        // «Hovseng, 22. januar 2026» at the top of a letter is the day it was written.
        foreach (var line in head.OrderBy(l => LetterDay().IsMatch(l.Text.Text)))
        {
            yield return line.Text;
        }
    }

    /// <summary>A title, or the day on a line of its own; «Foreldrene vet om møtet og sa ja 14/4» tells of another day.</summary>
    private static bool NamesOrDates(string text) =>
        (
            Headings.IsTitle(text)
            && (
                Was().IsMatch(text)
                || !text.Split(' ').Skip(1).Take(4).Any(w => char.IsLower(w.FirstOrDefault()) && Verbs.IsState(w))
            )
        ) || DayFinder.Find(text) is [{ Start: 0, Form: DayForm.DayMonth { Year: not null } }, ..];

    /// <summary>Labels and first lines whatever they are for: «Deltakere på møtet 11.05.2026:» tells the day too.</summary>
    private static List<Passage> NearTheTop(Outline outline) =>
        [
            .. outline.Metas.Take(8).Select(m => m.Label),
            .. outline
                .Sections.SelectMany(s => s.Lines.Select(l => l.Text).Prepend(s.Heading))
                .Where(t => t.Text.Length < LongestFact)
                .Take(8),
        ];

    private static DayFound? FindDay(List<Passage> sources, Outline outline, DateOnly today)
    {
        foreach (var source in sources)
        {
            foreach (var mention in DayFinder.Find(source.Text))
            {
                if (
                    mention.Form is DayForm.DayMonth form
                    && !Birth().IsMatch(source.Text[..mention.Start])
                    && !Ahead().IsMatch(source.Text[..mention.Start])
                    && Held(form, outline, today) is { } day
                )
                {
                    var at = source.Slice(mention.Start, mention.Length);
                    return new DayFound(new Found<DateOnly>(day, at.Spans), source, mention.End);
                }
            }
        }

        return null;
    }

    /// <summary>«Takk for møtet i går»: counted from the day the mail was sent, where no day is written beside it.</summary>
    private static DayFound? FromSent(Passage source, Outline outline)
    {
        if (
            Yesterday().Match(source.Text) is not { Success: true } word
            || YearFinder.Sent(outline) is not { } sent
            || DayFinder.Find(source.Text).Any(d => d.Form is DayForm.DayMonth && Math.Abs(d.Start - word.Index) < 80)
        )
        {
            return null;
        }

        var at = source.Slice(word.Index, word.Length);
        var held = sent.AddDays(word.Groups["y"].Success ? -1 : 0);
        return new DayFound(new Found<DateOnly>(held, at.Spans), source, word.Index + word.Length);
    }

    private static DateOnly? Held(DayForm.DayMonth form, Outline outline, DateOnly today) =>
        form.Year is { } year ? DayResolver.TryDay(year, form.Month, form.Day) : YearFinder.Held(form, outline, today);

    private static ClockFound? FindClock(List<Passage> sources, Passage? daySource)
    {
        // Running text tells of other times as well; only short lines are about the meeting itself.
        var near = sources.Where(s => s.Text.Length < LongestFact);
        foreach (var source in daySource is null ? near : near.Prepend(daySource))
        {
            var found = ClockFinder.FindAll(source.Text);
            if (
                found.Find(c => c.Clock.End is not null) is { } clock
                || (found is [var first, ..] && (clock = first) is not null)
            )
            {
                return new ClockFound(
                    new Found<MeetingClock>(clock.Clock, source.Slice(clock.Start, clock.Length).Spans),
                    source,
                    clock.End
                );
            }
        }

        return null;
    }

    /// <summary>A value that is only «9–10.30» under a label for the time.</summary>
    private static ClockFound? Bare(List<MetaField> metas)
    {
        foreach (var meta in metas.Where(m => m.Kind is LabelKind.Time or LabelKind.DateAndTime))
        {
            if (ClockFinder.Bare(meta.Value.Text) is { } clock)
            {
                return new ClockFound(new Found<MeetingClock>(clock, meta.Value.Spans), meta.Value, 0);
            }
        }

        return null;
    }

    /// <summary>Only the title and the line that names the meeting count; another meeting further down does not.</summary>
    private static Found<MinutesKind>? FindKind(List<Line> head, List<MetaField> metas, Outline outline)
    {
        var titles = metas
            .Where(m =>
                m.Kind == LabelKind.Kind || (m.Kind == LabelKind.Officer && Text.Label(m.Label.Text) is "referat")
            )
            .Select(m => m.Value)
            .Concat(head.Where(l => l.Text.Text.Length < 140 && Headings.IsTitle(l.Text.Text)).Select(l => l.Text))
            .Concat(head.Where(l => l.Text.Text.Length < 400).Take(4).Select(l => l.Text))
            .Concat(outline.Sections.Where(s => s.Kind == SectionKind.Item).Take(1).Select(s => s.Heading));
        foreach (var title in titles)
        {
            var match = KindWord().Match(title.Text);
            if (match.Success)
            {
                var kind =
                    match.Groups["a"].Success ? MinutesKind.Ansvarsgruppe
                    : match.Groups["s"].Success ? MinutesKind.Samarbeid
                    : MinutesKind.Fag;
                return new Found<MinutesKind>(kind, title.Slice(match.Index, match.Length).Spans);
            }
        }

        return null;
    }

    private sealed record DayFound(Found<DateOnly> Found, Passage Source, int End);

    private sealed record ClockFound(Found<MeetingClock> Found, Passage Source, int End);

    [GeneratedRegex(
        @"(?<a>\b(?:ansvarsgr(?:upp|\.)\p{L}*|ansv\.?\s?gr\.?(?:uppe)?(?:møte)?))|(?<s>\b(?:samarb\.?\s?møte|samarbeidsmøte|fellesmøte|samarbeidsmøter|fellesmøter)\p{L}*)|(?<f>\bfagmøte\p{L}*)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex KindWord();

    [GeneratedRegex(
        @"\b(?:\p{L}*møte\p{L}*|samtalen|praten|sist|takk)\b[^.]{0,60}?\b(?:(?<y>i\sgår)|i\sdag|i\sformiddag|i\sføremiddag|i\sstad)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Yesterday();

    // «Møtet var tirsdag 20. januar»
    [GeneratedRegex(
        @"^(?:møtet|samtalen|\p{L}*møtet)\s(?:var|ble|blei|vart|er)\b[^,;]{0,25}\d",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Was();

    [GeneratedRegex(
        @"^\p{Lu}\p{L}+(?:\s\p{L}+)?,?\s(?:den\s)?\d{1,2}[. ]\s?(?:\p{L}+|\d{1,2}\.)\s?20\d\d\.?$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex LetterDay();

    // «Skrevet 5.3.2026, Aud Ask» is the day of the minutes.
    [GeneratedRegex(
        @"^(?:skrevet|skrive|sendt|utskrift\w*|utskrevet|utskrive|oppdatert|sist endret|sist endra|revidert|ført|diktert|godkjent|lagret|signert)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Written();

    // A day ahead in running text is no meeting day.
    [GeneratedRegex(
        @"\b(?:innen|innan|senest|seinast|frist(?:en)?|neste\s\p{L}+|fra|frå|fram til|frem til|før|siden|sidan)\s(?:(?:er|den|blir|\p{L}+dag)\s)*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Ahead();

    [GeneratedRegex(
        @"(?:\bf\.|\bfødt|\bfødd|\bfødselsdato|\bf)\s*:?\s*(?:den\s)?$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Birth();
}
