using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;

namespace Flette.Web.Features.Meetings;

/// <summary>A meeting, opened.</summary>
/// <param name="Version">The version this is.</param>
/// <param name="Meant">The plans it was chosen for; null when there was no choice.</param>
/// <param name="Plans">The plans it stands in.</param>
public sealed record Meeting(
    Guid Id,
    Guid Family,
    DateOnly Day,
    MeetingState State,
    MeetingDetails Details,
    IReadOnlyList<Guid> About,
    int Version = 0,
    IReadOnlyList<Guid>? Meant = null,
    IReadOnlyList<Guid>? Plans = null
)
{
    /// <summary>What says whether it may be gone on with: whom it is about, and the plans it stands in.</summary>
    public ItemFacts Place => new(Room.Plan, About, Id: Id, Plans: Plans ?? []);
}

/// <summary>The meeting is not there, or not for the one who asked.</summary>
public sealed record NoSuchMeeting : Refusal;

/// <summary>Something stands in the meeting, or somebody has been asked to it: it is called off, and not taken away.</summary>
public sealed record MeetingInUse : Refusal;

/// <summary>
/// Meetings held and planned. That someone meets says something of its own, so a meeting is an item: in the working notes
/// until there is a plan, then about the plan's recipient.
/// </summary>
public static class MeetingBook
{
    /// <summary>Meetings of the pass's family that the asker may see, newest day first.</summary>
    public static async Task<IReadOnlyList<Meeting>> AllAsync(Pass pass, CancellationToken cancel)
    {
        var items = await Visible.ItemsAsync(pass, cancel, ItemKinds.Meeting);
        return items.Select(Open).OrderByDescending(m => m.Day).ToList();
    }

    /// <summary>Opens a meeting.</summary>
    public static Meeting Open(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var row = seen.Row;
        return new(
            row.Id,
            row.Family,
            row.Day!.Value,
            Rows.FromCode<MeetingState>(row.State),
            seen.Open<MeetingDetails>(),
            row.About,
            row.Version,
            row.Meant,
            row.Plans
        );
    }

    /// <summary>Writes a meeting on a day.</summary>
    /// <param name="about">Whom it is about: the plan's recipient; empty while nothing says.</param>
    /// <param name="id">Given only by the demo's seed.</param>
    /// <param name="plans">The plans it is for, where the family has several; null is whichever take in those it is about.</param>
    public static async Task<Guid> AddAsync(
        Write write,
        DateOnly day,
        MeetingState state,
        MeetingDetails details,
        IReadOnlyList<Guid> about,
        Guid? id = null,
        IReadOnlyList<Guid>? plans = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(details);
        var head = new ItemRow
        {
            Id = id ?? Guid.Empty,
            Kind = ItemKinds.Meeting,
            About = [.. about],
            Holders = Holders(details),
            State = Rows.Code(state),
            Day = day,
            Meant = plans is null ? null : [.. plans],
        };
        return await Items.InsertAsync(write, (await PlanBook.ScopeAsync(write)).Put(head), details);
    }

    /// <summary>Changes what is written about a meeting: a new version.</summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid meeting,
        int version,
        string change,
        MeetingDetails details
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(details);
        if (await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } seen)
        {
            return new NoSuchMeeting();
        }
        return await Items.ChangeAsync(write, seen.Row with { Holders = Holders(details) }, version, change, details)
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>
    /// Another day or list for a planned meeting, or that it is not held: a new version. <see cref="NoSuchMeeting"/> when it is not
    /// planned any more.
    /// </summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> MoveAsync(
        Write write,
        Guid meeting,
        int version,
        DateOnly day,
        MeetingState state,
        MeetingDetails details
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(details);
        if (
            await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } seen
            || seen.Row.State != Rows.Code(MeetingState.Planned)
        )
        {
            return new NoSuchMeeting();
        }
        var next = seen.Row with { Day = day, State = Rows.Code(state), Holders = Holders(details) };
        return await Items.ChangeAsync(write, next, version, state == MeetingState.Cancelled ? "off" : "moved", details)
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>Change kind of a version in which a meeting was taken away, since it was begun or planned by mistake.</summary>
    public const string TakenAway = "taken-away";

    /// <summary>
    /// Takes away a meeting that was begun or planned by mistake. <see cref="MeetingInUse"/> when it has been changed, something stands
    /// in it or somebody has been asked to it: then it is called off, so that they are told.
    /// </summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> TakeAwayAsync(Write write, Guid meeting, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } seen
            || seen.Row.State != Rows.Code(MeetingState.Planned)
        )
        {
            return new NoSuchMeeting();
        }
        // What came of it is said first: that is why it stays, whoever wrote it.
        return await IsInUseAsync(write, meeting) ? new MeetingInUse()
            : seen.Row.Version != version ? new ChangedMeanwhile()
            : version > 1 ? new MeetingInUse()
            : await Items.ChangeAsync(
                write,
                seen.Row with
                {
                    State = Rows.Code(MeetingState.Cancelled),
                },
                version,
                TakenAway,
                seen.Open<MeetingDetails>()
            )
                ? null
            : new ChangedMeanwhile();
    }

    // Lines and points that were taken back are no reason to keep it.
    private static async Task<bool> IsInUseAsync(Write write, Guid meeting)
    {
        var hangsOn = await write.Db.QueryAsync<Guid>(
            """
            select id from item where family = @Id and parent = @meeting and state <> all(@gone)
            union
            select id from link where family = @Id and @meeting = any(items)
            union
            select id from invitation where meeting = @meeting
            """,
            new
            {
                write.Pass.Family!.Id,
                meeting,
                gone = new[] { Writing.LineBook.Removed, Preparing.AgendaBook.TakenBack },
            },
            write.Work
        );
        return hangsOn.Any();
    }

    private static Guid[] Holders(MeetingDetails details) =>
        [.. details.Present.Concat(details.Absent).Select(p => p.Id).OfType<Guid>().Distinct()];
}
