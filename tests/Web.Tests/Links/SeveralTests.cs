using Flette.Core.Agreements;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Links;

/// <summary>Several who have the same agreement, and several agreements in one link.</summary>
public sealed class SeveralTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task One_of_several_answers_for_himself_and_each_answer_is_seen()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var petter = await world.Family.ReachableAsync("Petter Lie", "petter@example.no", world.Plan.Oda);
        var shared = await world.Family.AgreementAsync("bestiller time", [world.Plan.Oda], world.Tor, petter);
        var thanks = await (await LinkAsync(world, world.Tor, "Tor", shared)).Form("Gjort").PressAsync();
        Assert.Equal(AgreementState.InProgress, await StateAsync(world, shared));
        await (await LinkAsync(world, petter, "Petter", shared)).Form("Trenger hjelp").PressAsync();
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Tor Berge sier gjort, Petter Lie trenger hjelp"), today.Text);
        // Both are there; one is noted, the other stays.
        var seen = await today.Form("Sett: svaret fra Petter Lie, Skolen").PressAsync();
        Assert.NotNull(seen.Form("Sett: svaret fra Tor Berge, Skolen"));
        Assert.Throws<PageException>(() => seen.Form("Sett: svaret fra Petter Lie, Skolen"));
        // He undoes his own though another has answered after him.
        await thanks.Form("Angre og svar på nytt").PressAsync();
        Assert.Equal("retracted", (await RowAsync(world, shared)).Change);
        Assert.Equal(AgreementState.NeedsHelp, await StateAsync(world, shared));
        await (await LinkAsync(world, world.Tor, "Tor", shared)).Form("Kan ikke").PressAsync();
        Assert.Equal(AgreementState.NeedsHelp, await StateAsync(world, shared));
        Assert.Equal(petter, Assert.Single((await RowAsync(world, shared)).Holders));
        // Taken off, he still reaches it from his link.
        var off = await LinkAsync(world, world.Tor, "Tor", shared);
        Assert.True(off.Says("Du har svart: Kan ikke"), off.Text);
        await off.Form("I gang").PressAsync();
        Assert.Equal([petter, world.Tor], (await RowAsync(world, shared)).Holders);
    }

    [Fact]
    public async Task What_is_added_to_an_answer_stands_in_the_boxes_of_that_session_only()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, browser, page) = await world.OpenAsync();
        var first = await page.Form("Kan ikke").PressAsync();
        var added = await first
            .Form("Send")
            .Fill("Hvorfor ikke?", "Har byttet skole")
            .Fill("Hvem kan i stedet?", "Spør Petter")
            .PressAsync();
        Assert.True(
            added.Says("Lagt til") && added.Says("«Har byttet skole»") && added.Says("«Spør Petter»"),
            added.Text
        );
        Assert.Equal("Spør Petter", added.Form("Send").Value("Hvem kan i stedet?"));
        // One box changed, the other is not lost.
        var changed = await added.Form("Send").Fill("Hvorfor ikke?", "Flyttet").PressAsync();
        Assert.True(changed.Says("«Flyttet»") && changed.Says("«Spør Petter»"), changed.Text);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        var (other, _) = await app.App.LinkAsync(app.Fjellvik, link);
        var elsewhere = await other.OpenAsync(changed.Path);
        Assert.DoesNotContain("Petter", elsewhere.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Flyttet", elsewhere.Html, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task Several_agreements_in_a_link_have_the_same_number_for_her_and_the_coordinator()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var second = await world.Family.AgreementAsync("sender timeplanen", [world.Plan.Oda], world.Tor);
        using var coordinator = await world.Plan.BrowserAsync();
        var sent = await (await coordinator.OpenAsync(world.Send)).Form("Send").PressAsync();
        Assert.True(sent.Says("Send flere") && sent.Says("Avtale 2 av 2 fra"), sent.Text);
        var link = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select id from link where family = @Id",
            new { world.Family.Id }
        );
        var (_, card) = await app.App.LinkAsync(app.Fjellvik, link);
        var titles = card.Document.QuerySelectorAll("form h2").Select(h => h.TextContent.Trim()).ToList();
        var hers = card.Document.QuerySelector($"form:has(input[value='{second}']) h2")!.TextContent.Trim();
        Assert.StartsWith("Avtale 1 av 2 fra", titles[0], StringComparison.Ordinal);
        Assert.StartsWith("Avtale 2 av 2 fra", titles[1], StringComparison.Ordinal);
        var shown = await coordinator.OpenAsync($"/f/{world.Family.Id}/avtale/{second}");
        Assert.True(shown.Says($"I lenken til Tor Berge, Skolen: «{hers}»"), shown.Text);
        Assert.True((await coordinator.OpenAsync(world.Send)).Says(hers + "sender timeplanen"), sent.Text);
    }

    [Fact]
    public async Task I_dag_says_what_is_true_of_those_it_waits_for()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var petter = await world.Family.ReachableAsync("Petter Lie", "petter@example.no", world.Plan.Oda);
        await world.Family.AgreementAsync("bestiller time", [world.Plan.Oda], world.Tor, petter);
        await world.Family.AgreementAsync("skriver et brev", [world.Plan.Oda], world.Family.Coordinator);
        var nobodys = await world.Family.AgreementAsync("bestiller rampe", [world.Plan.Oda]);
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Ditt") && today.Says("skriver et brev"), today.Text);
        Assert.True(today.Says("bestiller time · Tor Berge") && today.Says("bestiller time · Petter Lie"), today.Text);
        Assert.False(today.Says("venter på svar siden") || today.Says("· spurt"), today.Text);
        var send = await coordinator.OpenAsync(world.Send);
        await send.Form("Send").Choose("Gi den til (valgfritt)", "Tor Berge, Skolen").PressAsync();
        today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Tor Berge er spurt") && today.Says("· spurt"), today.Text);
        var link = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select id from link where person = @Tor and @nobodys = any(items)",
            new { world.Tor, nobodys }
        );
        await (await app.App.LinkAsync(app.Fjellvik, link)).Page.Form("Ikke meg").PressAsync();
        today = await coordinator.OpenAsync("/i-dag");
        // To ring, and so not waited for beside that.
        Assert.True(today.Says("sa «Ikke meg»"), today.Text);
        Assert.False(today.Says("bestiller time · Tor Berge"), today.Text);
        await world.Plan.WithdrawAsync();
        today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("bestiller rampe"), today.Text);
        Assert.False(today.Says("Gi til en"), today.Text);
    }

    private async Task<Page> LinkAsync(LinkWorld world, Guid person, string name, Guid agreement) =>
        (
            await app.App.LinkAsync(
                app.Fjellvik,
                await world.Family.LinkAsync(person, name, (agreement, "Avtale fra møtet 12. mars"))
            )
        ).Page;

    private static async Task<AgreementState> StateAsync(LinkWorld world, Guid agreement) =>
        Rows.FromCode<AgreementState>((await RowAsync(world, agreement)).State);

    private static async Task<ItemRow> RowAsync(LinkWorld world, Guid agreement) =>
        (await world.Plan.RowsAsync(ItemKinds.Agreement)).Single(r => r.Id == agreement);
}
