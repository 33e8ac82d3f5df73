using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Preparing;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Meetings.Preparing;

/// <summary>A point somebody wants taken up, opened.</summary>
/// <param name="Own">For the coordinator alone.</param>
public sealed record RaisedPoint(
    Guid Id,
    Guid Meeting,
    int Version,
    AgendaPoint Point,
    bool Own,
    DateTimeOffset At,
    Guid? OnBehalf
);

/// <summary>How a member wants a meeting to be, opened.</summary>
/// <param name="ByDesk">Whether the desk wrote what stands.</param>
public sealed record SaidWishes(Guid Id, Guid Member, int Version, MeetingWishes Wishes, DateOnly Day, bool ByDesk)
{
    /// <summary>Whether nothing stands: all was taken back.</summary>
    public bool IsNothing => Wishes == MeetingWishes.None;
}

/// <summary>The point is not there, or not for the one who asks.</summary>
public sealed record NoSuchPoint : Refusal;

/// <summary>The meeting has been held or is not held: nothing more is raised in it.</summary>
public sealed record MeetingIsPast : Refusal;

/// <summary>
/// What is said before a meeting. A point is an item about whom the meeting is about, so that those who know of the meeting read it; what
/// is for the coordinator alone is private to whoever said it.
/// </summary>
public static partial class AgendaBook
{
    /// <summary>State of a point that is to be taken up.</summary>
    public const string Raised = "raised";

    /// <summary>State of a point that is not, with a reason.</summary>
    public const string Dropped = "dropped";

    /// <summary>State of a point that whoever raised it took back: it stands nowhere but in the history.</summary>
    public const string TakenBack = "taken-back";

    /// <summary>State of wishes.</summary>
    public const string Said = "said";

    /// <summary>The points of a meeting the asker may see, in the order they were raised.</summary>
    public static IReadOnlyList<RaisedPoint> Points(IEnumerable<Seen> items, Guid meeting)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items
            .Where(i => i.Row.Kind == ItemKinds.AgendaPoint && i.Row.Parent == meeting && i.Row.State != TakenBack)
            .OrderBy(i => i.Row.Seq)
            .ThenBy(i => i.Row.Id)
            .Select(i => new RaisedPoint(
                i.Row.Id,
                meeting,
                i.Row.Version,
                i.Open<AgendaPoint>(),
                i.Row.Private,
                i.Row.At,
                i.Row.OnBehalf
            ))
            .ToList();
    }

    /// <summary>The points that are to be taken up.</summary>
    public static IReadOnlyList<(Guid Id, AgendaPoint Point)> Standing(IEnumerable<RaisedPoint> points) =>
        points.Where(p => p.Point.Dropped is null).Select(p => (p.Id, p.Point)).ToList();

    /// <summary>Raises a point.</summary>
    /// <param name="member">Whose words they are; null for the coordinator's own.</param>
    /// <param name="own">Only for the coordinator to know.</param>
    public static async Task<Result<Guid>> RaiseAsync(Write write, Guid meeting, Guid? member, string? text, bool own)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (AgendaPoint.Check(text) is { } refusal)
        {
            return refusal;
        }
        var pass = write.Pass;
        if (await MeetingAsync(write, meeting) is not { } met)
        {
            return new NoSuchMeeting();
        }
        if (Rows.FromCode<MeetingState>(met.State) != MeetingState.Planned)
        {
            return new MeetingIsPast();
        }
        var who = member is { } id ? pass.Family!.Member(id) : null;
        var from =
            member is null ? PointFrom.Coordinator
            : who?.Age(pass.Today) is { } age && age < Ages.Adult ? PointFrom.Child
            : PointFrom.Family;
        var head = new ItemRow
        {
            Kind = ItemKinds.AgendaPoint,
            Room = met.Room,
            Plans = met.Plans,
            About = own && member is { } hers ? [hers] : met.About,
            Holders = member is { } by ? [by] : [],
            Private = own,
            Parent = meeting,
            State = Raised,
            Seq = await NextAsync(write, meeting),
            OnBehalf = pass.Asker.Kind == AskerKind.Staff ? member : null,
        };
        return await Items.InsertAsync(
            write,
            head,
            new AgendaPoint(text!.Trim(), from, member, Dropped: null, Guests: [])
        );
    }

    /// <summary>Takes back a point the asker herself has just raised; one that has been dealt with since stays.</summary>
    internal static async Task TakeBackAsync(Write write, Guid point)
    {
        if (
            await RowAsync(write, ItemKinds.AgendaPoint, "id = @point", new { point }) is { Version: 1 } row
            && row.ById == write.Pass.Asker.Id
        )
        {
            var said = write.Pass.Ring.Open<AgendaPoint>(row.Body, row.KeyOwner, new Vault.Place("item", row.Id));
            await Items.ChangeAsync(write, row with { State = TakenBack }, row.Version, TakenBack, said);
        }
    }

    /// <summary>
    /// Takes back a point the asker has raised herself, or had written down, as long as nothing has been done about it: it stands in the
    /// history only.
    /// </summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> WithdrawAsync(Write write, Guid point, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.AgendaPoint, point) is not { Row.State: Raised } seen
            || seen.Open<AgendaPoint>() is not { } said
            || said.By != write.Pass.Asker.Id
            || !said.Guests.IsEmpty
        )
        {
            return new NoSuchPoint();
        }
        return await Items.ChangeAsync(write, seen.Row with { State = TakenBack }, version, TakenBack, said)
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>Changes a point: it is dropped with a reason, taken up after all, or somebody is invited to it alone.</summary>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid point,
        int version,
        string change,
        Func<AgendaPoint, Result<AgendaPoint>> how
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(how);
        if (await Visible.ItemAsync(write, ItemKinds.AgendaPoint, point) is not { } seen)
        {
            return new NoSuchPoint();
        }
        var next = how(seen.Open<AgendaPoint>());
        if (next.Refusal is { } refusal)
        {
            return refusal;
        }
        var guests = next.Value.Guests.Select(g => g.Person);
        var row = seen.Row with
        {
            State = next.Value.Dropped is null ? Raised : Dropped,
            Holders = [.. seen.Row.Holders.Concat(guests).Distinct()],
        };
        return await Items.ChangeAsync(write, row, version, change, next.Value, seen.Row.OnBehalf)
            ? null
            : new ChangedMeanwhile();
    }

    // Whoever holds a link to say something before a meeting knows that it is, also when she is not on its list.
    internal static Task<ItemRow?> MeetingAsync(Write write, Guid meeting) =>
        write.Pass.Asker.Link is { } link
            ? link.Items.Contains(meeting)
                ? RowAsync(write, ItemKinds.Meeting, "id = @meeting", new { meeting })
                : Task.FromResult<ItemRow?>(null)
            : SeenAsync(write, meeting);

    private static async Task<ItemRow?> SeenAsync(Write write, Guid meeting) =>
        (await Visible.ItemAsync(write, ItemKinds.Meeting, meeting))?.Row;

    private static Task<ItemRow?> RowAsync(Write write, string kind, string which, object parameters)
    {
        var all = new DynamicParameters(parameters);
        all.Add("family", write.Pass.Family!.Id);
        all.Add("kind", kind);
        return write.Db.QuerySingleOrDefaultAsync<ItemRow>(
            $"select * from item where family = @family and kind = @kind and {which}",
            all,
            write.Work
        );
    }

    private static async Task<int> NextAsync(Write write, Guid meeting)
    {
        var places = await write.Db.QueryAsync<int>(
            "select seq from item where family = @Id and kind = @kind and parent = @meeting",
            new
            {
                write.Pass.Family!.Id,
                kind = ItemKinds.AgendaPoint,
                meeting,
            },
            write.Work
        );
        return places.DefaultIfEmpty(0).Max() + 1;
    }
}
