using Flette.Core.Meetings.Reading;
using Flette.Web.Features.Agreements;

namespace Flette.Web.Features.Meetings;

/// <summary>A point of a meeting, and what was agreed under it.</summary>
/// <param name="Heading">As it stands in the minutes; empty for what was agreed under none.</param>
/// <param name="Line">Its line in the minutes, or null.</param>
public sealed record MeetingPoint(string Heading, int? Line, IReadOnlyList<Agreement> Agreements);

/// <summary>The points of a meeting in the order of its minutes. Pure.</summary>
public static class MeetingPoints
{
    /// <summary>
    /// Lays agreements under the points of the minutes. One whose point is not among them comes under its own; those under none
    /// come first.
    /// </summary>
    /// <param name="minutes">The words of the minutes; null when nobody has written any.</param>
    /// <param name="day">The day of the meeting.</param>
    public static IReadOnlyList<MeetingPoint> Of(
        SourceDocument? minutes,
        DateOnly day,
        IReadOnlyList<Agreement> agreements
    )
    {
        ArgumentNullException.ThrowIfNull(agreements);
        var headings = minutes is null
            ? []
            : MinutesReader
                .Read(minutes, day)
                .Items.Where(i => i.Heading.Length > 0)
                .Select(i => (i.Heading, Line: i.HeadingAt.Length > 0 ? i.HeadingAt[0].Line.Value : (int?)null))
                .DistinctBy(i => i.Heading, StringComparer.Ordinal)
                .ToList();
        var under = agreements
            .OrderBy(a => a.Details.Line ?? int.MaxValue)
            .ThenBy(a => a.Id)
            .ToLookup(a => a.Details.Heading ?? "", StringComparer.Ordinal);
        var known = headings.Select(h => h.Heading).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. under.Where(g => !known.Contains(g.Key)).Select(g => new MeetingPoint(g.Key, null, g.ToList())),
            .. headings.Select(h => new MeetingPoint(h.Heading, h.Line, under[h.Heading].ToList())),
        ];
    }
}
