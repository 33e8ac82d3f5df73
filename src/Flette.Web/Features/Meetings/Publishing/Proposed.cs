using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Publishing;
using Flette.Core.Meetings.Writing;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.Minutes;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>The place each line of a meeting is proposed to get, before the coordinator has said anything.</summary>
public static class Proposed
{
    /// <summary>As it was published before, else as its agreement stands, else by what it says.</summary>
    /// <param name="newest">The newest publishing: what was taken back with it is proposed as it was.</param>
    public static IReadOnlyList<PlacedLine> Places(
        MeetingPlans plans,
        Meeting meeting,
        AroundMinutes around,
        IReadOnlyList<Seen> items,
        IReadOnlyList<WrittenLine> lines,
        OpenPublication? newest
    )
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(lines);
        var agreements = items.Where(i => i.Row.Kind == ItemKinds.Agreement).ToDictionary(i => i.Row.Id, i => i.Row);
        var published = items
            .Where(i => i.Row.Kind == ItemKinds.PublishedLine)
            .GroupBy(i => i.Open<PublishedLine>().Line)
            .ToDictionary(g => g.Key, g => g.First().Row);
        var takenBack = newest is { Stands: false } ? newest.Details.Lines.Select(p => p.Item).ToHashSet() : [];
        var recipient = plans.Recipient(meeting) ?? around.Family.Recipient;
        var proposed = LinePlaces.Propose(
            [.. lines.Select(l => l.Line)],
            around.Family.Members,
            recipient,
            [.. around.Team.Select(p => new TeamVoice(p.Id, p.Details.Name, p.Details.Organisation, p.Topic))]
        );
        return lines
            .Select(
                (line, i) =>
                    // Written after the meeting was ended, or before it is: it becomes an agreement at the end, and is published then.
                    line.Line
                        is { Mark: LineMark.Agreement, Agreement: null }
                        ? new PlacedLine(line, LinePlace.Notes, Fixed: true, [])
                    : line.Line.Agreement is { } id && agreements.TryGetValue(id, out var agreement)
                        ? plans.IsStopped(agreement) ? Stopped(line)
                            : AsAgreement(line, agreement)
                    // Its agreement stands in a plan that is not open, and is not seen in this act.
                    : line.Line.Agreement is not null && plans.Asks ? Stopped(line)
                    : published.TryGetValue(line.Id, out var before) ? AsBefore(line, before, takenBack)
                    : new PlacedLine(line, proposed[i], Fixed: false, proposed[i].To)
            )
            .ToList();
    }

    private static PlacedLine Stopped(WrittenLine line) => new(line, LinePlace.Notes, Fixed: true, [], Stopped: true);

    private static PlacedLine AsAgreement(WrittenLine line, ItemRow agreement)
    {
        // What is in the working notes, or for one person alone, is in no minutes.
        var open = agreement.Room == Rows.Code(Room.Plan) && !agreement.Private;
        ImmutableArray<Guid> named = [.. agreement.Holders.Concat(agreement.Asked).Distinct()];
        return new PlacedLine(
            line,
            new LinePlace(open, [.. agreement.About], Topics.FromCode(agreement.Topic), []),
            Fixed: true,
            named
        );
    }

    private static PlacedLine AsBefore(WrittenLine line, ItemRow before, HashSet<Guid> takenBack) =>
        new(
            line,
            new LinePlace(
                before.State == PublishedMinutes.Stands || takenBack.Contains(before.Id),
                [.. before.About],
                Topics.FromCode(before.Topic),
                [.. before.Holders]
            ),
            Fixed: false,
            [.. before.Holders]
        );
}
