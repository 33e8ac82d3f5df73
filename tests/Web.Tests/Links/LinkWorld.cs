using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Tests.Plans;

namespace Flette.Web.Tests.Links;

/// <summary>Oda's plan with a yes; Tor in the team has an address, Siv has none; Tor has an agreement.</summary>
internal sealed record LinkWorld(PlanWorld Plan, Guid Tor, Guid Siv, Guid Agreement)
{
    public const string What = "lager en rolig krok i klasserommet til Oda";

    public FamilyInWorld Family => Plan.Family;

    private FletteApp App => Family.World.App;

    private Municipality Municipality => Family.World.Municipality;

    public string Send => $"/f/{Family.Id}/send";

    public static async Task<LinkWorld> MakeAsync(World world)
    {
        var plan = await PlanWorld.MakeAsync(world);
        var tor = await plan.Family.ReachableAsync("Tor Berge", "tor.berge@example.no", plan.Oda);
        var siv = await plan.Family.ReachableAsync("Siv Moen", null, plan.Oda);
        await plan.YesAsync();
        return new LinkWorld(plan, tor, siv, await plan.Family.AgreementAsync(What, [plan.Oda], tor));
    }

    /// <summary>The agreement as it lies in the database.</summary>
    public async Task<ItemRow> RowAsync() => (await Plan.RowsAsync(ItemKinds.Agreement)).Single(r => r.Id == Agreement);

    /// <summary>Its state.</summary>
    public async Task<AgreementState> StateAsync() => Rows.FromCode<AgreementState>((await RowAsync()).State);

    /// <summary>A link for Tor, opened.</summary>
    public async Task<(Guid Link, Browserless Browser, Page Page)> OpenAsync()
    {
        var link = await Family.LinkAsync(Tor, "Tor", (Agreement, "Avtale fra møtet 12. mars"));
        var (browser, page) = await App.LinkAsync(Municipality, link);
        return (link, browser, page);
    }
}
