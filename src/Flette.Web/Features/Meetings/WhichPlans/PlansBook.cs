using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Meetings.Asking;
using Flette.Web.Features.Meetings.Publishing;

namespace Flette.Web.Features.Meetings.WhichPlans;

/// <summary>
/// Changes which plans a meeting is for. What was agreed in it follows, each to the plans that take it in; what somebody is asked and has
/// not said yet is about those the meeting is now about; what was said stays about those it was said of.
/// </summary>
public static class PlansBook
{
    /// <summary>Change kind of the version.</summary>
    public const string Changed = "plans";

    // What came of a meeting and was said for its plans.
    private static readonly string[] Following = [ItemKinds.Agreement, ItemKinds.Attachment];

    /// <summary>Does it, or says why not.</summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid meeting,
        int version,
        IReadOnlyCollection<Guid> wanted
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } seen
            || seen.Row.State == Rows.Code(MeetingState.Cancelled)
        )
        {
            return new NoSuchMeeting();
        }
        if (seen.Row.Version != version)
        {
            return new ChangedMeanwhile();
        }
        var scope = await PlanBook.ScopeAsync(write);
        var below = await BelowAsync(write, meeting);
        if (Check(scope, seen.Row, [.. wanted.Distinct()], below) is { } refusal)
        {
            return refusal;
        }
        if (seen.Row.Meant is { } meant && meant.ToHashSet().SetEquals(wanted))
        {
            return null;
        }
        var details = seen.Open<MeetingDetails>();
        var plans = scope.Plans.Where(p => wanted.Contains(p.Id)).ToList();
        var next = scope.Put(
            seen.Row with
            {
                Meant = [.. plans.Select(p => p.Id)],
                // A fagmøte is about those the family has said yes to talk about, whatever plans it is for.
                About = details.Kind == MinutesKind.Fag ? seen.Row.About : [.. PlanPlaces.MeetingAbout(plans)],
            }
        );
        if (!await Items.ChangeAsync(write, next, version, Changed, details))
        {
            return new ChangedMeanwhile();
        }
        await FollowAsync(write, scope, seen.Row, next, below);
        return null;
    }

    /// <summary>Undoes the last change of a meeting; where that was which plans it is for, what came of it goes back too.</summary>
    /// <param name="stays">Whether going back leaves whole what hangs on the meeting besides.</param>
    public static async Task<Refusal?> UndoAsync(
        Write write,
        ItemRow now,
        int version,
        Func<ItemRow, ItemRow, bool> stays
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(now);
        var scope = await PlanBook.ScopeAsync(write);
        var below = await BelowAsync(write, now.Id);
        var refusal = await Items.UndoAsync(
            write,
            now,
            version,
            earlier => IsSame(earlier.Meant, now.Meant) ? now.Plans : scope.Of(earlier),
            withMeant: true,
            stays: (was, earlier) =>
                stays(was, earlier)
                && (
                    IsSame(earlier.Meant, now.Meant)
                    || Check(scope, now, [.. earlier.Meant ?? earlier.Plans], below) is null
                )
        );
        if (refusal is null && await Visible.ItemAsync(write, ItemKinds.Meeting, now.Id) is { } undone)
        {
            await FollowAsync(write, scope, now, undone.Row, below);
        }
        return refusal;
    }

    private static MeetingPlansRefusal? Check(
        PlanScope scope,
        ItemRow meeting,
        IReadOnlyCollection<Guid> wanted,
        IReadOnlyCollection<ItemRow> below
    ) =>
        MeetingPlanChange.Check(
            scope.Plans,
            meeting.Meant ?? meeting.Plans,
            wanted,
            below.Any(i => i.Kind == ItemKinds.PublishedLine && i.State == PublishedMinutes.Stands),
            below
                .Where(i => Follows(i, meeting) && i.Room == Rows.Code(Room.Plan))
                .Select(i => new CameOfMeeting(i.Id, i.About, i.Plans))
                .ToList()
        );

    /// <summary>Those below it that were said for the same plans as the meeting; what was said anew for others stays where it is.</summary>
    private static bool Follows(ItemRow item, ItemRow meeting) =>
        Following.Contains(item.Kind) && IsSame(item.Meant, meeting.Meant);

    private static bool IsSame(Guid[]? a, Guid[]? b) =>
        a is null || b is null ? a is null && b is null : a.ToHashSet().SetEquals(b);

    private static async Task FollowAsync(
        Write write,
        PlanScope scope,
        ItemRow was,
        ItemRow now,
        IReadOnlyList<ItemRow> below
    )
    {
        if (IsSame(was.Meant, now.Meant))
        {
            return;
        }
        foreach (var item in below.Where(i => Follows(i, was)))
        {
            var next = item with { Meant = now.Meant };
            // A document in the working notes stays there: who reads it is said where it is attached.
            await MoveAsync(
                write,
                item.Kind == ItemKinds.Attachment && item.Room != Rows.Code(Room.Plan) ? next : scope.Put(next)
            );
        }
        foreach (var asked in below.Where(i => i.Kind == ItemKinds.Input && i.State == InputBook.Asked && !i.Private))
        {
            var next = asked with { About = now.About, Plans = now.Plans, Room = now.Room };
            var words = write.Pass.Ring.Open<InputDetails>(
                asked.Body,
                asked.KeyOwner,
                new Vault.Place("item", asked.Id)
            );
            await Items.ChangeAsync(write, next, asked.Version, Undo.Moved, words);
        }
    }

    // The words stay sealed as they lie: whom they are about is as it was.
    private static async Task MoveAsync(Write write, ItemRow next)
    {
        await write.ExecuteAsync(
            $"""
            with moved as (
              update item set room = @Room, plans = @Plans, in_plan = cardinality(@Plans::uuid[]) > 0, meant = @Meant::uuid[],
                     version = version + 1, change = @moved, restored = null, by_kind = @kind, by_id = @by, on_behalf = null, at = @Now
               where id = @Id returning *)
            insert into item_version (item, {Items.Shared}) select id, {Items.Shared} from moved
            """,
            new
            {
                next.Id,
                next.Room,
                next.Plans,
                next.Meant,
                moved = Undo.Moved,
                kind = Rows.Code(write.Pass.Asker.Kind),
                by = write.Pass.Asker.Id,
                write.Now,
            }
        );
        write.Touched(next.Id);
    }

    // Not by Visible: what somebody is asked by link follows whether or not it has been said.
    private static async Task<IReadOnlyList<ItemRow>> BelowAsync(Write write, Guid meeting) =>
        (
            await write.Db.QueryAsync<ItemRow>(
                "select * from item where family = @Id and parent = @meeting and kind = any(@kinds) order by id",
                new
                {
                    write.Pass.Family!.Id,
                    meeting,
                    kinds = new[]
                    {
                        ItemKinds.Agreement,
                        ItemKinds.Attachment,
                        ItemKinds.PublishedLine,
                        ItemKinds.Input,
                    },
                },
                write.Work
            )
        ).ToList();
}
