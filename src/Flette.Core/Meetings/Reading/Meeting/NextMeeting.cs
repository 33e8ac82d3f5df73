using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Meeting;

/// <summary>Finds the next meeting of the same group, when its day is fixed.</summary>
internal static partial class NextMeeting
{
    /// <summary>From a section for it, a row of a table, or a sentence that says «nytt møte …», «vi møtes igjen …».</summary>
    /// <param name="outline">The sections.</param>
    /// <param name="rows">What table rows say of it.</param>
    /// <param name="meeting">The meeting day.</param>
    public static ReadNextMeeting? Find(Outline outline, IReadOnlyList<Passage> rows, DateOnly meeting)
    {
        var sections = outline
            .Sections.Where(s => s.Kind == SectionKind.Next)
            .Select(s =>
                s.Lines.Select(l => l.Text)
                    .Concat(s.Parts.OfType<FormField>().Select(f => Passage.Join([f.Label, f.Text])))
                    .ToList()
            )
            .Select(FromDay);
        var sentences = outline
            .Sections.Where(s => s.Kind is not (SectionKind.Present or SectionKind.Absent))
            .SelectMany(s => s.Lines)
            .Where(l => l.Text.Text.Length < 4000)
            .SelectMany(l => Sentences.Split(l.Text))
            .Where(s => Says().IsMatch(s.Text));
        return sections.Concat(rows).Concat(sentences).Select(p => Read(p, meeting)).FirstOrDefault(n => n is not null);
    }

    /// <summary>The line with the day; what stands below it only when that line says no more.</summary>
    private static Passage FromDay(List<Passage> lines)
    {
        var at = lines.FindIndex(l => DayFinder.Find(l.Text).Count > 0);
        if (at < 0)
        {
            return Passage.Join(lines);
        }

        var end = DayFinder.Find(lines[at].Text)[^1].End;
        var clock = ClockFinder.FindAll(lines[at].Text);
        end = clock.Count > 0 ? Math.Max(end, clock[^1].End) : end;
        return lines[at].Text[end..].Any(char.IsLetter) ? lines[at] : Passage.Join(lines.Skip(at).Take(3));
    }

    private static ReadNextMeeting? Read(Passage words, DateOnly meeting)
    {
        var day =
            DayFinder.Find(words.Text).FirstOrDefault(d => d.Form is DayForm.DayMonth)
            ?? DayFinder.Find(words.Text).FirstOrDefault(d => d.Form is DayForm.Weekday or DayForm.Offset);
        if (day is null || DayResolver.Resolve(day.Form, meeting) is not { } date || date < meeting)
        {
            return null;
        }

        var clock =
            ClockFinder.FindAll(words.Text).Find(c => c.Start >= day.Start)
            ?? ClockFinder.FindAll(words.Text).FirstOrDefault();
        var end = Math.Max(day.End, clock is not null && clock.Start >= day.Start ? clock.End : 0);
        var place = Place(words, day.Start, end);
        return new ReadNextMeeting(date, clock?.Clock, place, words.Slice(day.Start, end - day.Start).Spans);
    }

    private static string? Place(Passage words, int start, int end)
    {
        var rest = words.Text[end..];
        var labelled = Labelled().Match(words.Text);
        if (labelled.Success)
        {
            return Clean(labelled.Groups["p"].Value);
        }

        // «Nytt møte på Teams 4. juni»: the place may stand before the day.
        if (!rest.Any(char.IsLetter))
        {
            var before = Before().Match(words.Text[..start]);
            return before.Success ? Clean(before.Groups["p"].Value) : null;
        }

        var sentence = Sentences.Split(words.Slice(end)).FirstOrDefault(s => s.Text.Any(char.IsLetter));
        var text = sentence is null ? string.Empty : sentence.Text;
        text = Tail().Replace(text, string.Empty);
        return Verbal().IsMatch(text) ? null : Clean(text);
    }

    private static string? Clean(string text)
    {
        var place = text.Trim(' ', ',', '.', ';', ':', '–', '-', '(', ')', '*', '_');
        return place.Length is > 1 and < 100 ? place : null;
    }

    [GeneratedRegex(
        @"\b(?:neste|nytt|ny)\s(?:\p{L}{3,}\s)?(?:\p{L}*møte\p{L}*|gang|gong|\p{L}*gruppe\p{L}*|prat|samtale|samling)\b|\bvi\s(?:møtes|møtest|møtast|ses|sees|sjåast|snakkes|snakkast)\b|\bmøte[st]t?\s(?:vi\s)?(?:igjen|att)\b|\b(?:tar|tek|har|får|avtalte|avtala|sett|setter|set)\s(?:opp\s)?(?:en|ein|et|eit)\s(?:ny|nytt)\s\p{L}+",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Says();

    [GeneratedRegex(
        @"\b(?:sted|stad|møtested|hvor|kor|lokale)\s*:\s*(?<p>[^.;]+)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Labelled();

    [GeneratedRegex(
        @"\b(?:blir|er|møte|møtes|igjen)\s(?:på|i|hos)\s(?<p>.{2,60}?)\s(?:\p{L}+dag\s)?$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"\s*(?:\((?:\d|ca|1 time|en time|\p{L}+ kaller)[^)]*\)|,?\s*\p{L}+\s(?:kaller|kallar|innkaller|sender)\s.*)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Tail();

    [GeneratedRegex(
        @"^\W*(?:da|der|hvor|men|og|med|for å|om|så|tema|vi|alle|hvis|dersom)\b|\b(?:skal|kaller|kallar|inviterer|sender|tar)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Verbal();
}
