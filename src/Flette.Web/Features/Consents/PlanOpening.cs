using Dapper;
using Flette.Core;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Features.Consents;

/// <summary>
/// What happens when no yes is missing any more: there is a plan, and the team, agreements, goals and next meeting move to it
/// from the working notes.
/// </summary>
internal static class PlanOpening
{
    /// <summary>Kinds that move to the plan with the yes. The minutes' text and the call log stay the coordinator's.</summary>
    private static readonly string[] Moving =
    [
        ItemKinds.Participant,
        ItemKinds.Agreement,
        ItemKinds.WhatMatters,
        ItemKinds.Resource,
        ItemKinds.Need,
        ItemKinds.Contribution,
        ItemKinds.Goal,
        ItemKinds.GoalScore,
        ItemKinds.Measure,
        ItemKinds.Letter,
        ItemKinds.Helps,
        ItemKinds.NothingYet,
        ItemKinds.ReminderWish,
        ItemKinds.MeetingWish,
        ItemKinds.MeetingSeason,
    ];

    /// <summary>Opens the plan, or opens it again after a withdrawal.</summary>
    /// <param name="head">The plan there is; null when there is none yet.</param>
    public static async Task OpenAsync(Write write, PlanAsked plan, PlanHead? head)
    {
        var (pass, family) = (write.Pass, write.Pass.Family!);
        if (head is null)
        {
            var id = write.NewId();
            await write.ExecuteAsync(
                """
                insert into plan (id, family, kind, recipient, state, opened_at, valid_from, version, body)
                values (@id, @family, @kind, @Recipient, 'open', @Now, @Today, 1, @body)
                """,
                new
                {
                    id,
                    family = family.Id,
                    kind = Rows.Code(plan.Kind),
                    plan.Recipient,
                    write.Now,
                    pass.Today,
                    body = pass.Ring.Seal("", family.Id, new Place("plan", id)),
                }
            );
            await PlanVersions.KeepAsync(write, id, PlanVersions.Opened);
        }
        else if (head.State == PlanState.Withdrawn)
        {
            await write.ExecuteAsync(
                "update plan set state = 'open', withdrawn_at = null, version = version + 1 where id = @Id",
                new { head.Id }
            );
            await PlanVersions.KeepAsync(write, head.Id, PlanVersions.Reopened);
        }
        await MoveAsync(write, notes: true);
    }

    /// <summary>
    /// Moves what is now inside or outside the plans, and what stands in the working notes, each as a new version. The words stay
    /// sealed as they are.
    /// </summary>
    /// <param name="notes">Whether the working notes move too: they do when a plan opens.</param>
    public static async Task MoveAsync(Write write, bool notes)
    {
        var scope = await PlanBook.ScopeAsync(write);
        var rows = await write.Db.QueryAsync<ItemRow>(
            """
            select id, family, kind, room, about, plans, meant, state, day from item
             where family = @family and kind <> @notOfPlans
               and (room = 'plan'
                    or (@notes and room = 'work' and (kind = any(@moving) or (kind = @meeting and state = 'planned' and day >= @Today))))
            """,
            new
            {
                family = write.Pass.Family!.Id,
                notes,
                moving = Moving,
                // The yes to fagmøter is the family's own whatever plans there are: another plan is not to be seen on its version.
                notOfPlans = ItemKinds.FagYes,
                meeting = ItemKinds.Meeting,
                write.Pass.Today,
            },
            write.Work
        );
        var moved = rows.Select(r => (r.Id, Was: r, Is: scope.Put(r)))
            .Where(m => m.Was.Room != m.Is.Room || !m.Was.Plans.SequenceEqual(m.Is.Plans))
            .GroupBy(m => (m.Is.Room, string.Join(' ', m.Is.Plans)));
        foreach (var same in moved)
        {
            await write.ExecuteAsync(
                $"""
                with moved as (
                  update item set room = @Room, plans = @Plans, in_plan = cardinality(@Plans::uuid[]) > 0,
                         version = version + 1, change = @moved, restored = null, by_kind = @kind, by_id = @by, on_behalf = null, at = @Now
                   where id = any(@ids) returning *)
                insert into item_version (item, {Items.Shared}) select id, {Items.Shared} from moved
                """,
                new
                {
                    same.First().Is.Room,
                    same.First().Is.Plans,
                    ids = same.Select(m => m.Id).ToArray(),
                    moved = Undo.Moved,
                    by = write.Pass.Asker.Id,
                    kind = Rows.Code(write.Pass.Asker.Kind),
                    write.Now,
                }
            );
        }
    }
}
