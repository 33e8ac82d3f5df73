using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Transitions.ByFamily;

/// <summary>The time ahead as a member reads it: what changes, when, who gets it started and who takes over. To read alone.</summary>
public sealed class AheadModel : FamilyPage
{
    /// <summary>Where it stands.</summary>
    public const string Path = Home + "/framover";

    public ComingUp Coming { get; private set; } = null!;

    /// <summary>What the reader has a say in herself.</summary>
    internal OwnSay Own { get; private set; } = OwnSay.Nothing;

    [Does(Act.SeeOwnFamily)]
    public async Task OnGetAsync()
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Transition);
        Coming = await ComingUp.LoadAsync(Pass, Members, Plans, items, Gone);
        Own = OwnSay.Of(Pass);
    }
}
