using Flette.Core.Agreements;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.FollowUp;

/// <summary>«Kan ikke» becomes a next step, and what is open stands as threads.</summary>
public sealed class NextStepTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task One_press_asks_the_one_who_was_suggested()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var petter = await world.Family.ReachableAsync("Petter Lie", "petter@example.no", world.Plan.Oda);
        await CannotAsync(world, "Spør Petter");
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        var sent = await today.Form("Spør Petter Lie: " + LinkWorld.What).PressAsync();
        Assert.True(sent.Says("E-posten går om 30 sekunder"), sent.Text);
        var row = await world.RowAsync();
        Assert.Equal((petter, AgreementState.Open), (Assert.Single(row.Asked), await world.StateAsync()));
    }

    [Fact]
    public async Task Or_it_is_taken_up_at_the_next_meeting_or_let_go_with_the_familys_word()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        await CannotAsync(world, "Noen andre");
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        var page = await today.FollowAsync("Neste skritt: " + LinkWorld.What);
        var raised = await page.Form("Ta den opp på neste møte").PressAsync();
        Assert.True(raised.Says("Skal tas opp på neste møte."), raised.Text);
        var after = await coordinator.OpenAsync("/i-dag");
        Assert.True(after.Says("tas opp på neste møte") && !after.Says("Svar som kom"), after.Text);
        var wordless = await raised.Form("La den ligge").PressAsync();
        Assert.True(wordless.Says("Skriv hvordan det ble sagt."), wordless.Text);
        await wordless
            .Form("La den ligge")
            .Fill("Familien sier at den kan ligge", "Linn sa det på telefon 3. mai.")
            .PressAsync();
        Assert.Equal(AgreementState.Withdrawn, await world.StateAsync());
        Assert.Equal("let-go", (await world.RowAsync()).Change);
    }

    [Fact]
    public async Task Everything_open_says_who_has_it_and_whom_it_waits_for()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        await world.Family.NeedAsync("Noen å gå sammen med", world.Plan.Oda);
        await world.Family.AgreementAsync("finner en støttekontakt", [world.Plan.Oda]);
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await (await coordinator.OpenAsync($"/f/{world.Family.Id}")).FollowAsync("Tråder");
        foreach (
            var said in new[]
            {
                "Venter på noen som tar det",
                "Noen å gå sammen med",
                "Finner en støttekontakt",
                "Venter på Tor Berge",
                "Lager en rolig krok",
            }
        )
        {
            Assert.True(page.Says(said), $"{said}\n{page.Text}");
        }
        using var mother = await app.App.MemberAsync(app.Fjellvik, world.Plan.Linn);
        var own = await (await mother.OpenAsync("/min-familie")).FollowAsync("Det som er åpent");
        Assert.True(own.Says("Venter på Tor Berge") && own.Says("Noen å gå sammen med"), own.Text);
        await CannotAsync(world, "Ingen");
        var turned = await coordinator.OpenAsync($"/f/{world.Family.Id}/trader");
        Assert.False(turned.Says("Venter på Tor Berge"), turned.Text);
    }

    private async Task CannotAsync(LinkWorld world, string instead)
    {
        var (_, browser, page) = await world.OpenAsync();
        using var _2 = browser;
        var answered = await page.Form("Kan ikke").PressAsync();
        await answered
            .Form("Send")
            .Fill("Hvorfor ikke?", "Har byttet skole")
            .Fill("Hvem kan i stedet?", instead)
            .PressAsync();
    }
}
