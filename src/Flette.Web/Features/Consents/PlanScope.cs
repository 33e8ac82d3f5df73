using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Web.Data;

namespace Flette.Web.Features.Consents;

/// <summary>
/// Where what is written now belongs: in the working notes, in one or several of the family's plans, or on the family outside them.
/// </summary>
/// <param name="Plans">The family's plans as they stand.</param>
public sealed record PlanScope(IReadOnlyList<PlanFacts> Plans)
{
    /// <summary>Whether there is a plan, and one that is open.</summary>
    public PlanState State => PlanPlaces.Overall(Plans);

    /// <summary>The plans an item stands in, from whom it is about, what it was said for and where it stands already.</summary>
    public Guid[] Of(ItemRow item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return [.. PlanPlaces.Standing(Plans, item.About, item.Meant, item.Plans, item.Kind == ItemKinds.Meeting)];
    }

    /// <summary>
    /// The item with its place. Only an open plan takes anything in: else what is new stands in the working notes, and what
    /// stands somewhere stays there. So does what is about somebody whose own plan is not open, though another's is.
    /// </summary>
    public ItemRow Put(ItemRow item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (State != PlanState.Open)
        {
            return item.Room.Length == 0 ? Noted(item) : item;
        }
        var plans = Of(item);
        return PlanPlaces.StateOf(Plans, item.About, plans, item.Meant) == PlanState.Open
                ? item with
                {
                    Room = Rows.Code(Core.Access.Room.Plan),
                    Plans = plans,
                }
            : item.Room.Length == 0 ? Noted(item)
            : item with { Plans = plans };
    }

    private static ItemRow Noted(ItemRow item) => item with { Room = Rows.Code(Core.Access.Room.Work), Plans = [] };
}
