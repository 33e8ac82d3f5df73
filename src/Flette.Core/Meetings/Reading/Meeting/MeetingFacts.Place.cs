using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Meeting;

/// <summary>Where the meeting was held: by label, beside the day, under it, on a screen, or told in a sentence.</summary>
internal static partial class MeetingFacts
{
    private static Found<string>? FindPlace(List<MetaField> metas, DayFound? day, ClockFound? clock)
    {
        if (metas.Find(m => m.Kind == LabelKind.Place) is { } meta)
        {
            return Place(meta.Value);
        }

        if (day is null)
        {
            return null;
        }

        var source =
            clock is not null
            && clock.End > 0
            && !ReferenceEquals(clock.Source, day.Source)
            && !HasWords(day.Source, day.End)
                ? clock.Source
                : day.Source;
        return Places.After(source) is { IsEmpty: false } place ? Place(place) : null;
    }

    /// <summary>The line under the day, when it is short and names a house or a room.</summary>
    private static Found<string>? Below(List<Line> head, DayFound? day)
    {
        var at = day is null ? -1 : head.FindIndex(l => ReferenceEquals(l.Text, day.Source));
        return
            at >= 0
            && at + 1 < head.Count
            && head[at + 1].Text is { Text.Length: < 90 } below
            && Fields.Of(below)[0].Kind == LabelKind.None
            && !below.Text.Contains(':', StringComparison.Ordinal)
            && (Services.IsService(below.Text) || Room().IsMatch(below.Text))
            && !Headings.IsTitle(below.Text)
            && DayFinder.Find(below.Text).Count == 0
            ? Place(below)
            : null;
    }

    /// <summary>A meeting on screen is held nowhere else: «(Teams)» in the title is the place.</summary>
    private static Found<string>? OnScreen(List<Line> head)
    {
        foreach (var line in head.Where(l => Headings.IsTitle(l.Text.Text)))
        {
            if (Screen().Match(line.Text.Text) is { Success: true } match)
            {
                return Place(line.Text.Slice(match.Index, match.Length));
            }
        }

        return null;
    }

    /// <summary>The sentences before the first point that speak of the meeting.</summary>
    private static List<Passage> Told(List<Line> head) =>
        [.. head.Take(6).SelectMany(l => Sentences.Split(l.Text)).Where(s => Headings.IsTitle(s.Text))];

    /// <summary>«samarbeidsmøtet i går på Furuly skole, kl. 9»: the place in a sentence about the meeting.</summary>
    private static Found<string>? InSentence(List<Line> head)
    {
        foreach (var sentence in Told(head))
        {
            if (HeldAt().Match(sentence.Text) is { Success: true } match)
            {
                return Place(sentence.Slice(match.Groups["p"].Index, match.Groups["p"].Length));
            }
        }

        return null;
    }

    private static bool HasWords(Passage source, int from) => source.Text[from..].Any(char.IsLetter);

    private static Found<string>? Place(Passage words)
    {
        var place = words.Trim(",.;:–- ", ".,; ");
        place = place.Text.EndsWith(", kl", StringComparison.Ordinal) ? place.Slice(0, place.Text.Length - 4) : place;
        return place.IsEmpty ? null : new Found<string>(place.Text, place.Spans);
    }

    [GeneratedRegex(
        @"\b(?:rom|\p{L}*rommet|\p{L}*rom|rådhus\p{L}*|Teams|Zoom|kontoret|digitalt)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Room();

    [GeneratedRegex(@"\b(?:Teams|Zoom|Skype|Whereby)\b", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex Screen();

    [GeneratedRegex(
        @"\b\p{L}*møte\p{L}*\b[^.]{0,60}?\s(?:på|hos|ved|i)\s(?<p>(?!går\b|dag\b)(?:\p{Lu}|møterom|biblioteket|rådhuset)[^.,(]{1,50}?)(?=\s*[,.(]|\s(?:fra|frå|kl|den|klokka|klokken|i\sgår|\p{L}+dag)\b|$)",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex HeldAt();
}
