using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Vault;

namespace Flette.Web.Features.Leading;

/// <summary>A request, opened by those who hold the family.</summary>
public sealed record OpenLead(Guid Id, Guid Meeting, LeadState State, LeadDetails Details, int Version);

/// <summary>A request as the unit sees it: which family and day, and nothing of the meeting.</summary>
public sealed record UnitLead(
    Guid Id,
    Guid Family,
    string FamilyName,
    DateOnly Day,
    LeadState State,
    string? Leader,
    int Version
);

/// <summary>
/// A second representative of the own unit, so that a meeting is led neutrally. The coordinator asks; the unit, which reads nothing of
/// the family, is shown the family's name and the day, and names one of its staff or says no. Whoever is named comes on the list of the
/// meeting and is asked to it like others; the family is not opened to her.
/// </summary>
public static class LeadBook
{
    /// <summary>The newest request for a meeting among items that were loaded with others; null when there is none that stands.</summary>
    public static OpenLead? Among(IEnumerable<Seen> items, Guid meeting) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.LeadRequest && i.Row.Parent == meeting)
            .OrderByDescending(i => i.Row.Id)
            .Select(i => Open(i.Row, i.Open<LeadDetails>()))
            .FirstOrDefault();

    /// <summary>Asks the unit, anew where it was taken back or the unit said no.</summary>
    /// <param name="version">The version of an earlier request; 0: none.</param>
    public static async Task<Refusal?> AskAsync(Write write, Guid meeting, int version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } seen
            || seen.Row.State != Rows.Code(MeetingState.Planned)
            || seen.Row.Day < write.Pass.Today
        )
        {
            return new NothingToLead();
        }
        var before = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.LeadRequest)).FirstOrDefault(i =>
            i.Row.Parent == meeting
        );
        if ((before?.Row.Version ?? 0) != version)
        {
            return new ChangedMeanwhile();
        }
        if (before?.Row is not { } row)
        {
            await Items.InsertAsync(
                write,
                new ItemRow
                {
                    Kind = ItemKinds.LeadRequest,
                    Room = Rows.Code(Room.Work),
                    Parent = meeting,
                    State = Rows.Code(LeadState.Asked),
                    Day = seen.Row.Day,
                },
                new LeadDetails()
            );
            return null;
        }
        return Rows.FromCode<LeadState>(row.State) is LeadState.Asked or LeadState.Named
            ? new NothingToLead()
            : await StoreAsync(write, row, version, LeadState.Asked, new LeadDetails(), leader: null);
    }

    /// <summary>The coordinator takes the request back; whoever was named is not on the list any more.</summary>
    public static async Task<Refusal?> TakeBackAsync(Write write, Guid request, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        return
            await Visible.ItemAsync(write, ItemKinds.LeadRequest, request) is not { } seen
            || Rows.FromCode<LeadState>(seen.Row.State) is LeadState.TakenBack
            ? new NoSuchLead()
            : await StoreAsync(write, seen.Row, version, LeadState.TakenBack, new LeadDetails(), leader: null);
    }

    /// <summary>The unit names somebody.</summary>
    public static async Task<Refusal?> NameAsync(
        Write write,
        Guid request,
        int version,
        Guid? leader,
        IReadOnlyDictionary<Guid, string> staff
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(staff);
        if (await RowAsync(write, request) is not { } row)
        {
            return new NoSuchLead();
        }
        if (row.Version != version)
        {
            return new ChangedMeanwhile();
        }
        var today = write.Pass.Today;
        var coordinates = write
            .Pass.Family!.Appointments.Where(a => a.Period.Covers(today))
            .SelectMany(a => new[] { a.Coordinator, a.Deputy ?? a.Coordinator })
            .ToHashSet();
        if (Core.Meetings.Leading.Check(leader, staff.Keys.ToHashSet(), coordinates) is { } refusal)
        {
            return refusal;
        }
        var named = new MeetingPerson(leader!.Value, staff[leader.Value]);
        return await StoreAsync(write, row, version, LeadState.Named, new LeadDetails(Name: named.Name), named);
    }

    /// <summary>The unit says no, with a word.</summary>
    public static async Task<Refusal?> DeclineAsync(Write write, Guid request, int version, string? word)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await RowAsync(write, request) is not { } row)
        {
            return new NoSuchLead();
        }
        if (row.Version != version)
        {
            return new ChangedMeanwhile();
        }
        return Core.Meetings.Leading.Check(word)
            ?? await StoreAsync(write, row, version, LeadState.Declined, new LeadDetails(word!.Trim()), leader: null);
    }

    /// <summary>The unit takes its answer back: the request stands again.</summary>
    public static async Task<Refusal?> AnewAsync(Write write, Guid request, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        return await RowAsync(write, request) is not { } row
            ? new NoSuchLead()
            : await StoreAsync(write, row, version, LeadState.Asked, new LeadDetails(), leader: null);
    }

    /// <summary>
    /// Requests for meetings to come, the nearest first, as the unit sees them. Only what stands in the clear is read: nothing of a family
    /// is opened but its name, which the unit gave it.
    /// </summary>
    /// <param name="families">The families the unit sees.</param>
    public static async Task<IReadOnlyList<UnitLead>> OfUnitAsync(
        Pass pass,
        IReadOnlyList<SeenFamily> families,
        IReadOnlyDictionary<Guid, string> staff,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(staff);
        var byId = families.ToDictionary(f => f.Facts.Id);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<UnitRow>(
            new CommandDefinition(
                """
                select r.id, r.family, m.day, r.state, r.holders, r.version from item r join item m on m.id = r.parent
                 where r.kind = @kind and r.family = any(@ids) and r.state <> @back
                   and m.state = @planned and m.day >= @Today
                 order by m.day, r.id
                """,
                new
                {
                    kind = ItemKinds.LeadRequest,
                    ids = byId.Keys.ToArray(),
                    back = Rows.Code(LeadState.TakenBack),
                    planned = Rows.Code(MeetingState.Planned),
                    pass.Today,
                },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new UnitLead(
                r.Id,
                r.Family,
                byId[r.Family].Name,
                r.Day,
                Rows.FromCode<LeadState>(r.State),
                r.Holders is [var who, ..] ? staff.GetValueOrDefault(who) : null,
                r.Version
            ))
            .ToList();
    }

    // Read as it lies: the unit answers it and reads nothing else of the family.
    private static Task<ItemRow?> RowAsync(Write write, Guid request) =>
        write.Db.QuerySingleOrDefaultAsync<ItemRow?>(
            """
            select r.* from item r join item m on m.id = r.parent
             where r.id = @request and r.family = @Id and r.kind = @kind and r.state <> @back
               and m.state = @planned and m.day >= @Today
            """,
            new
            {
                request,
                write.Pass.Family!.Id,
                kind = ItemKinds.LeadRequest,
                back = Rows.Code(LeadState.TakenBack),
                planned = Rows.Code(MeetingState.Planned),
                write.Pass.Today,
            },
            write.Work
        );

    /// <summary>Stores an answer, and who leads the meeting with it. Whoever leads no more and was asked is told.</summary>
    private static async Task<Refusal?> StoreAsync(
        Write write,
        ItemRow row,
        int version,
        LeadState state,
        LeadDetails details,
        MeetingPerson? leader
    )
    {
        if (
            !await Items.ChangeAsync(
                write,
                row with
                {
                    State = Rows.Code(state),
                    Holders = leader?.Id is { } id ? [id] : [],
                },
                version,
                "state",
                details
            )
        )
        {
            return new ChangedMeanwhile();
        }
        var meeting = await write.Db.QuerySingleAsync<ItemRow>(
            "select * from item where id = @Parent and family = @Family",
            new { row.Parent, row.Family },
            write.Work
        );
        var before = write.Pass.Ring.Open<MeetingDetails>(
            meeting.Body,
            meeting.KeyOwner,
            new Place("item", meeting.Id)
        );
        if (before.Leader == leader || meeting.State != Rows.Code(MeetingState.Planned))
        {
            return null;
        }
        var now = Core.Meetings.Leading.With(before, leader);
        await Items.ChangeAsync(
            write,
            meeting with
            {
                Holders = [.. now.Present.Concat(now.Absent).Select(p => p.Id).OfType<Guid>().Distinct()],
            },
            meeting.Version,
            "leader",
            now
        );
        if (before.Leader?.Id is { } gone)
        {
            await Inviter.CancelOfMeetingAsync(write, meeting.Id, gone);
        }
        return null;
    }

    private static OpenLead Open(ItemRow row, LeadDetails details) =>
        new(row.Id, row.Parent!.Value, Rows.FromCode<LeadState>(row.State), details, row.Version);

    private sealed record UnitRow
    {
        public Guid Id { get; init; }
        public Guid Family { get; init; }
        public DateOnly Day { get; init; }
        public string State { get; init; } = "";
        public Guid[] Holders { get; init; } = [];
        public int Version { get; init; }
    }
}
