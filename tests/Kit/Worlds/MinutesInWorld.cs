using Flette.Core.Access;
using Flette.Core.Meetings.Publishing;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Meetings.Publishing;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.Minutes;

namespace Flette.Kit;

/// <summary>Minutes of a meeting that are published, and what is said of them, as the product does it.</summary>
public static class MinutesInWorld
{
    /// <summary>Publishes all lines of a meeting that was held, each about whom it is proposed to be, and sends nothing.</summary>
    public static Task PublishAsync(this FamilyInWorld family, Guid meeting, Func<PlacedLine, PlacedLine>? place = null)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(
            Act.PublishMinutes,
            async write =>
            {
                var items = await Visible.ItemsAsync(
                    write.Pass,
                    CancellationToken.None,
                    ItemKinds.Line,
                    ItemKinds.Participant,
                    ItemKinds.Meeting,
                    ItemKinds.Agreement,
                    ItemKinds.PublishedLine,
                    ItemKinds.Publication
                );
                var newest = PublishBook.Newest(items, meeting);
                var around = AroundMinutes.Of(write.Pass, items);
                var placed = Proposed
                    .Places(
                        MeetingPlans.Of(write.Pass, around.Members),
                        MeetingBook.Open(items.First(i => i.Row.Id == meeting)),
                        around,
                        items,
                        LineBook.Among(items, meeting),
                        newest
                    )
                    .Select(p => place is null ? p : place(p))
                    .ToList();
                return await PublishBook.PublishAsync(
                    write,
                    meeting,
                    newest?.Details.Number ?? 0,
                    placed,
                    sending: null,
                    told: []
                );
            }
        );
    }

    /// <summary>Writes a line and publishes it about these members.</summary>
    public static async Task PublishLineAsync(
        this FamilyInWorld family,
        Guid meeting,
        string typed,
        params Guid[] about
    )
    {
        var line = await family.LineAsync(meeting, typed);
        await family.PublishAsync(
            meeting,
            p => p.Line.Id == line ? p with { Place = new LinePlace(Published: true, [.. about], null, []) } : p
        );
    }

    /// <summary>What a member says is wrong with a published line, written down by the coordinator.</summary>
    /// <param name="on">Words of the line; null is the first.</param>
    public static Task RemarkAsync(this FamilyInWorld family, Guid member, string text, string? on = null)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(
            Act.RemarkOnMinutes,
            async write =>
            {
                var lines = await Visible.ItemsAsync(write.Pass, CancellationToken.None, ItemKinds.PublishedLine);
                return await RemarkBook.AddAsync(
                    write,
                    lines.First(l => on is null || l.Open<PublishedLine>().Text == on).Row.Id,
                    text,
                    whose: member
                );
            }
        );
    }
}
