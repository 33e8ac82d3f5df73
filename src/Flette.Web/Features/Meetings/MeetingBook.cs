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

    private static Guid[] Holders(MeetingDetails details) =>
        [.. details.Present.Concat(details.Absent).Select(p => p.Id).OfType<Guid>().Distinct()];
}
