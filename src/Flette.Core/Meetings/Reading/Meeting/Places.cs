using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Meeting;

/// <summary>The place in a line that begins with day and time: what is left when these are taken away.</summary>
internal static partial class Places
{
    /// <summary>The words after day and time; empty when nothing that could be a place follows.</summary>
    public static Passage After(Passage line)
    {
        var end = 0;
        foreach (var day in DayFinder.Find(line.Text).Where(d => d.Form is not DayForm.Weekday || end == 0))
        {
            end = Math.Max(end, Joins(line.Text, end, day.Start) ? day.End : end);
        }

        foreach (var clock in ClockFinder.FindAll(line.Text))
        {
            end = Math.Max(end, Joins(line.Text, end, clock.Start) ? clock.End : end);
        }

        var rest = line.Slice(end);
        var at = Preposition().Match(rest.Text);
        if (at.Success)
        {
            return rest.Slice(at.Groups["p"].Index, at.Groups["p"].Length).Trim(" ,.:", " ,.;(");
        }

        var set = SetOff().Match(rest.Text);
        return set.Success && end > 0
            ? rest.Slice(set.Groups["p"].Index, set.Groups["p"].Length).Trim(" ,.:", " ,.;")
            : Passage.Empty;
    }

    private static bool Joins(string text, int end, int start) =>
        end == 0 || start <= end || Between().IsMatch(text[end..start]);

    [GeneratedRegex(
        @"^[\s,.;:()–-]*(?:(?:ca\.?|fra|frå|og)\s?)?(?:kl\.?|klokka|klokken)?(?:\s?ca\.?)?[\s,.;:()–-]*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^\s*(?<w>på|i|hos|ved)\s+(?<p>[^(.;\n]{2,80}?)(?=\s*\(|[.;]|,?\s(?:var|med|der|hvor|ble|vart|møttes|møttest)\s|$)",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Preposition();

    [GeneratedRegex(
        @"^\s*(?:[,.;:–-]|\)|\s)\s*(?:(?:sted|stad|møtested|rom)\s*:?\s+|(?:møte|samtale|møtet|hjemmebesøk|samarbeidsmøte|ansvarsgruppemøte)\s(?:på|i|hos|ved)\s)?(?<p>[\p{L}«][^\n]{1,90}?)[.;]?\s*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex SetOff();
}
