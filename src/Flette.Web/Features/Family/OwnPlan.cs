using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Features.Consents;

namespace Flette.Web.Features.Family;

/// <summary>The plan as a member knows of it.</summary>
/// <param name="Recipient">Whose it is; null for a family plan.</param>
public sealed record OwnPlan(PlanHead Head, Guid? Recipient)
{
    /// <summary>Whether nothing is changed or sent, because a yes is withdrawn or missing.</summary>
    public bool Stopped => Head.State != PlanState.Open;

    /// <summary>
    /// The plans, for those who may know of them: that someone has a plan says something of her. An individual plan is known to those
    /// who see what is about its recipient; a family plan to those who see what is about someone it takes in. For all others the
    /// answer is the same as when there is none.
    /// </summary>
    public static IReadOnlyList<OwnPlan> All(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return PlanBook
            .Heads(pass)
            .Where(head =>
                head.Plan.Recipient is { } recipient
                    ? MaySeeAbout(pass, recipient)
                    : PlanBook.Within(pass, head).Any(m => MaySeeAbout(pass, m))
            )
            .Select(head => new OwnPlan(head, head.Plan.Recipient))
            .ToList();
    }

    /// <summary>The one that is named; else the first that is not withdrawn. Null when there is none, or none of that name.</summary>
    public static OwnPlan? Of(Pass pass, Guid? plan = null)
    {
        var all = All(pass);
        return PlanBook.Chosen(all.Select(p => p.Head).ToList(), plan) is { } head
            ? all.First(p => p.Head.Id == head.Id)
            : null;
    }

    /// <summary>Those it takes in, as far as the reader may know of it.</summary>
    public IReadOnlyList<Guid> TakesIn(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return Recipient is { } one ? [one] : PlanBook.Within(pass, Head).Where(m => MaySeeAbout(pass, m)).ToList();
    }

    /// <summary>Whether the reader sees what is about a member in a plan; to know her by name is not enough.</summary>
    internal static bool MaySeeAbout(Pass pass, Guid member) => pass.May(pass.Act, new ItemFacts(Room.Plan, [member]));
}
