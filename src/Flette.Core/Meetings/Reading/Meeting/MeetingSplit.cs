using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Meeting;

/// <summary>A running log holds several meetings: only the newest is read, the others are history.</summary>
internal static partial class MeetingSplit
{
    private const int LookAhead = 8;

    /// <summary>The parts of the newest meeting, with what stands before the first one.</summary>
    public static IReadOnlyList<Part> Newest(IReadOnlyList<Part> parts)
    {
        parts = WithoutOlder(parts);
        var starts = new List<(int At, DateOnly Day)>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (
                parts[i] is Line line
                && Day(line) is { } day
                && BeginsMeeting(parts, i, line)
                && !IsUnderNext(parts, i)
            )
            {
                starts.Add((i, day));
            }
        }

        if (starts.Count < 2 || starts.DistinctBy(s => s.Day).Count() < 2)
        {
            return parts;
        }

        var newest = starts.MaxBy(s => s.Day);
        var next =
            starts.Where(s => s.At > newest.At && s.Day != newest.Day).Select(s => (int?)s.At).FirstOrDefault()
            ?? parts.Count;
        return [.. parts.Take(starts[0].At), .. parts.Skip(newest.At).Take(next - newest.At)];
    }

    /// <summary>What is pasted below a rule as an older note is history, however it is set up.</summary>
    private static IReadOnlyList<Part> WithoutOlder(IReadOnlyList<Part> parts)
    {
        var ruled = false;
        for (var i = 0; i < parts.Count; i++)
        {
            if (parts[i] is not Line line)
            {
                ruled = false;
            }
            else if (line.Shape is not Shape.Blank)
            {
                if (ruled && line.Text.Text.Length < 110 && Older().IsMatch(line.Text.Text))
                {
                    return [.. parts.Take(i)];
                }

                ruled = line.Shape == Shape.Rule;
            }
        }

        return parts;
    }

    /// <summary>«Neste møte», and the day below it in a box: that meeting has not been.</summary>
    private static bool IsUnderNext(IReadOnlyList<Part> parts, int at) =>
        parts.Take(at).OfType<Line>().LastOrDefault(l => l.Shape is not (Shape.Blank or Shape.Rule)) is { } above
        && Labels.Of(above.Text.Text) == LabelKind.Next;

    private static DateOnly? Day(Line line)
    {
        if (line.Text.Text.Length > 110 || Other().IsMatch(line.Text.Text))
        {
            return null;
        }

        return
            DayFinder.Find(line.Text.Text).Select(d => d.Form).OfType<DayForm.DayMonth>().FirstOrDefault()
                is { Year: { } year } day
            ? DayResolver.TryDay(year, day.Month, day.Day)
            : null;
    }

    /// <summary>A dated line that looks like a heading or label of a meeting, and soon after it who was there.</summary>
    private static bool BeginsMeeting(IReadOnlyList<Part> parts, int at, Line line)
    {
        var text = line.Text.Text;
        var named =
            Meeting().IsMatch(text)
            || StartsWithDay(text)
            || Fields.Of(line.Text)[0].Kind is LabelKind.Date or LabelKind.DateAndTime;
        if (!named || line.Place != SourcePart.Body || line.Shape is Shape.Bullet or Shape.Arrow)
        {
            return false;
        }

        return parts
            .Skip(at + 1)
            .Take(LookAhead)
            .OfType<Line>()
            .Any(l => Fields.Of(l.Text)[0].Kind == LabelKind.Present || Labels.Of(l.Text.Text) == LabelKind.Present);
    }

    private static bool StartsWithDay(string text) => DayFinder.Find(text) is [{ Start: 0 }, ..];

    [GeneratedRegex(
        @"\b(?:\p{L}*møte\p{L}*|referat|notat|samtale|telefon\p{L}*|ansvarsgruppe\p{L}*|hjemmebesøk|heimebesøk)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Meeting();

    [GeneratedRegex(
        @"^(?:eldre|tidligere|tidlegare|gammelt|gamalt|gamle|førre|forrige)\s(?:notat\w*|referat\w*|møte\w*|logg\w*|innlegg|oppføring\w*)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Older();

    [GeneratedRegex(
        @"\b(?:neste|nytt|forrige|førre|fra møtet|frå møtet|sist)\b|@",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Other();
}
