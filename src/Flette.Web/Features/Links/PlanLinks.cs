using Flette.Web.Access;

namespace Flette.Web.Features.Links;

/// <summary>Links and mails of one of several plans (ADR 15).</summary>
public static class PlanLinks
{
    /// <summary>
    /// With the yes to one of several plans gone, links that ask about something only that plan has are dead, also those that ask
    /// about other things besides, and no mail about it leaves, in the transaction that withdraws it.
    /// </summary>
    public static async Task RevokeOfPlanAsync(Write write, Guid plan)
    {
        ArgumentNullException.ThrowIfNull(write);
        await LinkBook.RevokeAsync(
            write,
            "exists (select 1 from item i where i.id = any(l.items) and i.family = @family and @plan = any(i.plans))",
            Revoked.Withdrawn,
            plan: plan
        );
        await write.ExecuteAsync(
            """
            update outbox o set state = 'undone', ended_at = @Now from item i
             where o.family = @Id and o.state = 'waiting' and i.id = o.item and @plan = any(i.plans)
            """,
            new
            {
                write.Now,
                write.Pass.Family!.Id,
                plan,
            }
        );
    }
}
