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
    ];

    /// <summary>Opens the plan, or opens it again after a withdrawal.</summary>
    /// <param name="head">The plan there is; null when there is none yet.</param>
    /// <param name="given">Every yes that stands.</param>
    public static async Task OpenAsync(
        Write write,
        PlanAsked plan,
        PlanHead? head,
        IReadOnlyCollection<PlanConsent> given
    )
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
        await MoveAsync(write, PlanYes.Within(family, plan, given, pass.Today));
    }

    /// <summary>
    /// Moves what stands in the working notes, and what is now inside or outside the plan, each as a new version. The words stay
    /// sealed as they are.
    /// </summary>
    public static async Task MoveAsync(Write write, IReadOnlySet<Guid> within)
    {
        var parameters = new
        {
            family = write.Pass.Family!.Id,
            moving = Moving,
            meeting = ItemKinds.Meeting,
            moved = Undo.Moved,
            within = within.ToArray(),
            by = write.Pass.Asker.Id,
            kind = Rows.Code(write.Pass.Asker.Kind),
            write.Now,
            write.Pass.Today,
        };
        await write.ExecuteAsync(
            $"""
            with moved as (
              update item set room = 'plan', in_plan = (cardinality(about) > 0 and about <@ @within),
                     version = version + 1, change = @moved, restored = null, by_kind = @kind, by_id = @by, on_behalf = null, at = @Now
               where family = @family
                 and ((room = 'work' and (kind = any(@moving) or (kind = @meeting and state = 'planned' and day >= @Today)))
                      or (room = 'plan' and in_plan is distinct from (cardinality(about) > 0 and about <@ @within)))
              returning *)
            insert into item_version (item, {Items.Shared}) select id, {Items.Shared} from moved
            """,
            parameters
        );
    }
}
