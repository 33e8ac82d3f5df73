using System.Collections.Immutable;
using Flette.Core;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Publishing;
using Flette.Core.Meetings.Writing;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Meetings.Writing;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>A line is about someone whose own plan is not open: another's yes does not carry it.</summary>
public sealed record LineOfClosedPlan : Refusal;

/// <summary>The newest publishing of a meeting's minutes, opened.</summary>
/// <param name="Stands">False: it was taken back.</param>
public sealed record OpenPublication(Guid Id, int Version, DateTimeOffset At, bool Stands, Publication Details);

/// <summary>
/// Publishing: lines go from the working notes to the plan one by one, each with whom it is about. What readers get is a copy, so that
/// what is written in the notes later reaches nobody before it is published too.
/// </summary>
public static class PublishBook
{
    /// <summary>What was done to a line when it was published again.</summary>
    public const string Republished = "published-again";

    private const string Taken = "taken-back";

    /// <summary>The newest publishing of a meeting, or null.</summary>
    public static OpenPublication? Newest(IEnumerable<Seen> items, Guid meeting) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.Publication && i.Row.Parent == meeting)
            .OrderBy(i => i.Row.Seq)
            .Select(i => new OpenPublication(
                i.Row.Id,
                i.Row.Version,
                i.Row.At,
                i.Row.State == PublishedMinutes.Stands,
                i.Open<Publication>()
            ))
            .LastOrDefault();

    /// <summary>Publishes. The mails are sent by the caller in the same write.</summary>
    /// <param name="number">Number of the newest publishing the one who publishes saw; 0 for none.</param>
    /// <param name="placed">All lines of the meeting with their places, in order.</param>
    public static async Task<Refusal?> PublishAsync(
        Write write,
        Guid meeting,
        int number,
        IReadOnlyList<PlacedLine> placed,
        Guid? sending,
        IReadOnlyList<Guid> told
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(placed);
        if (await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } held)
        {
            return new NoSuchMeeting();
        }
        if (Rows.FromCode<MeetingState>(held.Row.State) != MeetingState.Held)
        {
            return new MeetingNotEnded();
        }
        var plans = MeetingPlans.Of(write.Pass, []);
        if (Check(placed, about => plans.IsClosed(MeetingBook.Open(held), about)) is { } refusal)
        {
            return refusal;
        }
        var items = await Visible.ItemsAsync(
            write.Pass,
            CancellationToken.None,
            ItemKinds.Line,
            ItemKinds.PublishedLine,
            ItemKinds.Publication
        );
        var before = Newest(items, meeting);
        // Under the family's lock: what is published is what was looked at, to the last line.
        var now = LineBook.Among(items, meeting).ToDictionary(l => l.Id, l => l.Version);
        if (
            (before?.Details.Number ?? 0) != number
            || now.Count != placed.Count
            || placed.Any(p => now.GetValueOrDefault(p.Line.Id) != p.Line.Version)
        )
        {
            return new PublishedMeanwhile();
        }
        var parts = await WriteLinesAsync(write, held.Row, items, placed);
        await LinesByLinkAsync(write, meeting, sending);
        var publication = new Publication(
            number + 1,
            [.. parts],
            [.. placed.Where(p => p.Place.Published).Select(p => new ReadLine(p.Line.Id, p.Line.Version))],
            sending,
            [.. told]
        );
        var head = new ItemRow
        {
            Kind = ItemKinds.Publication,
            Room = Rows.Code(Core.Access.Room.Work),
            Parent = meeting,
            State = PublishedMinutes.Stands,
            Seq = number + 1,
        };
        await Items.InsertAsync(write, head, publication);
        return null;
    }

    /// <summary>
    /// Takes the newest publishing back: what it added is away, what it changed reads as before. What was agreed is agreed, and stays.
    /// </summary>
    public static async Task<Refusal?> TakeBackAsync(Write write, Guid publication, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.Publication, publication)
            is not { Row.State: PublishedMinutes.Stands } seen
        )
        {
            return new PublishedMeanwhile();
        }
        var details = seen.Open<Publication>();
        var places = (await PlanBook.ScopeAsync(write)).Of;
        foreach (var part in details.Lines)
        {
            if (await Visible.ItemAsync(write, ItemKinds.PublishedLine, part.Item) is not { } line)
            {
                return new PublishedMeanwhile();
            }
            var refusal = part.New
                ? await ChangeAsync(
                    write,
                    line.Row with
                    {
                        State = PublishedMinutes.TakenBack,
                    },
                    part.Version,
                    Taken,
                    line.Open<PublishedLine>()
                )
                : await Items.UndoAsync(write, line.Row, part.Version, places);
            if (refusal is not null)
            {
                return new PublishedMeanwhile();
            }
        }
        return await ChangeAsync(write, seen.Row with { State = PublishedMinutes.TakenBack }, version, Taken, details);
    }

    /// <summary>Why lines in these places cannot be published, or null.</summary>
    /// <param name="closed">Whether the plan of those a line is about is not open, though another of the family's is.</param>
    public static Refusal? Check(IReadOnlyList<PlacedLine> placed, Func<IReadOnlyCollection<Guid>, bool> closed)
    {
        ArgumentNullException.ThrowIfNull(placed);
        ArgumentNullException.ThrowIfNull(closed);
        if (placed.Any(p => p.Place.Published && p.Line.Line is { Mark: LineMark.Agreement, Agreement: null }))
        {
            return new MeetingNotEnded();
        }
        if (!placed.Any(p => p.Place.Published))
        {
            return new NothingToPublish();
        }
        var nobody = placed
            .Select((p, i) => (p.Place, Index: i))
            .Where(p => p.Place.Published && p.Place.About.IsEmpty)
            .Select(p => p.Index)
            .ToImmutableArray();
        return !nobody.IsEmpty ? new LineAboutNobody(nobody)
            : placed.Any(p => p.Place.Published && closed(p.Place.About)) ? new LineOfClosedPlan()
            : null;
    }

    // Whoever is sent an agreement may say by the same link that its line is wrong. Nothing of the line is shown there.
    private static Task<int> LinesByLinkAsync(Write write, Guid meeting, Guid? sending) =>
        write.ExecuteAsync(
            """
            update link l set items = l.items || array(
                     select i.id from item i
                      where i.family = l.family and i.kind = @kind and i.parent = @meeting and i.state = @stands
                        and l.person = any(i.holders))
             where l.family = @Id and l.sending = @sending
            """,
            new
            {
                write.Pass.Family!.Id,
                kind = ItemKinds.PublishedLine,
                stands = PublishedMinutes.Stands,
                meeting,
                sending,
            }
        );

    private static async Task<List<PublishedPart>> WriteLinesAsync(
        Write write,
        ItemRow meeting,
        IEnumerable<Seen> items,
        IReadOnlyList<PlacedLine> placed
    )
    {
        var scope = await PlanBook.ScopeAsync(write);
        var before = items
            .Where(i => i.Row.Kind == ItemKinds.PublishedLine && i.Row.Parent == meeting.Id)
            .GroupBy(i => i.Open<PublishedLine>().Line)
            .ToDictionary(g => g.Key, g => g.First());
        var parts = new List<PublishedPart>();
        foreach (var p in placed)
        {
            var body = p.ToPublish;
            var head = scope.Put(
                new ItemRow
                {
                    Kind = ItemKinds.PublishedLine,
                    Topic = p.Place.Topic is { } topic ? Rows.Code(topic) : null,
                    About = [.. p.Place.About],
                    Holders = [.. p.Holders],
                    Parent = meeting.Id,
                    Meant = meeting.Meant,
                    State = p.Place.Published ? PublishedMinutes.Stands : PublishedMinutes.TakenBack,
                    Day = meeting.Day,
                    Seq = p.Line.Seq,
                }
            );
            if (!before.Remove(p.Line.Id, out var there))
            {
                if (p.Place.Published)
                {
                    parts.Add(new PublishedPart(await Items.InsertAsync(write, head, body), 1, New: true));
                }
            }
            else if (Differs(there, head, body))
            {
                parts.Add(await AgainAsync(write, there, head, body));
            }
        }
        // What was struck out in the notes since is struck out for its readers too.
        foreach (var gone in before.Values.Where(g => g.Row.State == PublishedMinutes.Stands))
        {
            var head = gone.Row with { State = PublishedMinutes.TakenBack };
            parts.Add(await AgainAsync(write, gone, head, gone.Open<PublishedLine>()));
        }
        return parts;
    }

    private static async Task<PublishedPart> AgainAsync(Write write, Seen there, ItemRow head, PublishedLine body)
    {
        var next = head with { Id = there.Row.Id, Family = there.Row.Family };
        // Read under the same lock, so nobody can have written it meanwhile.
        return await Items.ChangeAsync(write, next, there.Row.Version, Republished, body)
            ? new PublishedPart(there.Row.Id, there.Row.Version + 1, New: false)
            : throw new InvalidOperationException("A published line was changed under the family's lock.");
    }

    private static bool Differs(Seen there, ItemRow head, PublishedLine body)
    {
        var was = there.Open<PublishedLine>();
        return there.Row.State != head.State
            || (
                head.State == PublishedMinutes.Stands
                && (
                    there.Row.Topic != head.Topic
                    || there.Row.Seq != head.Seq
                    || !there.Row.About.ToHashSet().SetEquals(head.About)
                    || !there.Row.Holders.ToHashSet().SetEquals(head.Holders)
                    || (was.Mark, was.Text, was.Due, was.Agreement) != (body.Mark, body.Text, body.Due, body.Agreement)
                    || !was.Responsible.SequenceEqual(body.Responsible)
                )
            );
    }

    private static async Task<Refusal?> ChangeAsync<T>(Write write, ItemRow next, int version, string change, T body) =>
        await Items.ChangeAsync(write, next, version, change, body) ? null : new ChangedMeanwhile();
}
