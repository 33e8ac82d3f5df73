using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Web.Data;

namespace Flette.Web.Features.Consents;

/// <summary>Where what is written now belongs: in the working notes, in the plan, or on the family outside the plan.</summary>
/// <param name="State">Whether there is a plan.</param>
/// <param name="Within">The members the plan takes in.</param>
public sealed record PlanScope(PlanState State, IReadOnlySet<Guid> Within)
{
    /// <summary>Room code for a new item.</summary>
    public string Room => Rows.Code(State == PlanState.None ? Core.Access.Room.Work : Core.Access.Room.Plan);

    /// <summary>Whether an item about these members is part of the plan.</summary>
    public bool Takes(IReadOnlyCollection<Guid> about) => State != PlanState.None && PlanYes.IsWithin(Within, about);

    /// <summary>
    /// The item with its place. Only an open plan takes anything in: else what is new stands in the working notes, and what
    /// stands somewhere stays there.
    /// </summary>
    public ItemRow Put(ItemRow item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return State == PlanState.Open ? item with { Room = Room, InPlan = Takes(item.About) }
            : item.Room.Length == 0 ? item with { Room = Rows.Code(Core.Access.Room.Work), InPlan = false }
            : item;
    }
}
