using System.Collections.Immutable;
using Flette.Core.Meetings.Writing;

namespace Flette.Core.Meetings.Preparing;

/// <summary>What the common screen of a meeting shows.</summary>
/// <param name="Steps">The agenda.</param>
/// <param name="Heading">What is being talked about; null before the first point, or when somebody here may not see which.</param>
/// <param name="Words">The words of whoever raised it, when it was raised by the family; null else.</param>
/// <param name="Conclusions">What all are agreed on under it.</param>
/// <param name="Agreements">What is agreed under it.</param>
public sealed record Projection(
    ImmutableArray<AgendaStep> Steps,
    string? Heading,
    AgendaPoint? Words,
    ImmutableArray<MinutesLine> Conclusions,
    ImmutableArray<MinutesLine> Agreements
)
{
    /// <summary>
    /// Only what everyone in the room may see: the agenda without what was raised for the coordinator alone, and of the minutes only
    /// conclusions and agreements. What is said, and the coordinator's notes, are on no common screen. While somebody is here for one
    /// point alone, that point and what is agreed under it are all there is.
    /// </summary>
    /// <param name="steps">The agenda of everyone: made without points that are for the coordinator alone.</param>
    /// <param name="here">Those who are here.</param>
    public static Projection Of(
        ImmutableArray<AgendaStep> steps,
        IReadOnlyList<(Guid Id, AgendaPoint Point)> points,
        IReadOnlyList<MinutesLine> lines,
        IReadOnlySet<Guid> here
    )
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(here);
        var guests = points
            .SelectMany(p => p.Point.Guests.Select(g => g.Person))
            .Where(here.Contains)
            .Distinct()
            .ToList();
        var shown = guests.Count == 0 ? steps : [.. steps.Where(s => IsForAll(s, points, guests))];
        var at = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            at = lines[i].Mark == LineMark.Point ? i : at;
        }
        var heading = at < 0 ? null : lines[at].Text;
        if (heading is null || !shown.Any(s => Agenda.Is(s.Heading, heading)))
        {
            return new Projection(shown, null, null, [], []);
        }
        // A point that is gone back to is one point.
        var under = new List<MinutesLine>();
        var inside = false;
        foreach (var line in lines)
        {
            inside = line.Mark == LineMark.Point ? Agenda.Is(line.Text, heading) : inside;
            if (inside)
            {
                under.Add(line);
            }
        }
        var raised = points.Where(p => Agenda.Is(p.Point.Text, heading)).Select(p => p.Point).FirstOrDefault();
        return new Projection(
            shown,
            heading,
            raised is { From: PointFrom.Family or PointFrom.Child } ? raised : null,
            [.. under.Where(l => l.Mark == LineMark.Conclusion)],
            [.. under.Where(l => l.Mark == LineMark.Agreement)]
        );
    }

    private static bool IsForAll(
        AgendaStep step,
        IReadOnlyList<(Guid Id, AgendaPoint Point)> points,
        List<Guid> guests
    ) =>
        step.Point is { } id
        && points.FirstOrDefault(p => p.Id == id).Point is { } point
        && guests.TrueForAll(point.Has);
}
