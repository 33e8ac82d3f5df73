using System.Net;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Plans;

/// <summary>What someone is good at and what someone brings can be changed: two writers see both texts, and it can be undone.</summary>
public sealed class BringTests(BareApp app) : IClassFixture<BareApp>
{
    [Theory]
    [InlineData("ressurs", "Hvem?", "Hva er hun eller han god på?", ItemKinds.Resource)]
    [InlineData("bidrag", "Hvem gjelder det?", "Hva?", ItemKinds.Contribution)]
    public async Task It_is_changed_as_a_version_and_undone(string path, string who, string field, string kind)
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        await family.YesAsync();
        using var browser = await family.BrowserAsync();
        var plan = await (await browser.OpenAsync($"/f/{family.Id}/{path}/ny"))
            .Form("Lagre")
            .Choose(who, "Oda")
            .Fill(field, "Husker bursdager")
            .PressAsync();
        var (mine, theirs) = (await plan.FollowAsync("Husker bursdager"), await plan.FollowAsync("Husker bursdager"));
        Assert.Equal("Husker bursdager", mine.Form("Lagre").Value(field));
        plan = await mine.Form("Lagre").Fill(field, "Husker alle bursdager").PressAsync();
        Assert.True(plan.Says("Husker alle bursdager"), plan.Text);
        var lost = await theirs.Form("Lagre").Fill(field, "Noe annet").PressAsync();
        Assert.True(lost.Says("To har skrevet samtidig"), lost.Text);
        Assert.True(lost.Says("Lagret nå: Husker alle bursdager"), lost.Text);
        plan = await lost.Form("Lagre").PressAsync();
        Assert.True(plan.Says("Noe annet"), plan.Text);
        var history = await (await plan.FollowAsync("Noe annet")).FollowAsync("Slik ble det til");
        await history.Form("Angre siste endring").PressAsync();
        var row = Assert.Single(await family.RowsAsync(kind));
        Assert.Equal((4, "undone", true), (row.Version, row.Change, row.InPlan));
        Assert.True((await browser.OpenAsync(family.Plan)).Says("Husker alle bursdager"));
        await family.WithdrawAsync();
        await mine.Form("Lagre").PressAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task One_that_is_not_there_is_not_found()
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        await family.YesAsync();
        using var browser = await family.BrowserAsync();
        foreach (var path in new[] { "ressurs", "bidrag" })
        {
            await browser.OpenAsync($"/f/{family.Id}/{path}/{Guid.NewGuid()}", HttpStatusCode.NotFound);
            await browser.OpenAsync($"/f/{family.Id}/{path}/nytt", HttpStatusCode.NotFound);
        }
    }
}
