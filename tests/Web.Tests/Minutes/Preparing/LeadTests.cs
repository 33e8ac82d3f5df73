using Flette.Core.Access;
using Flette.Demo.Mailbox;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Invitations;

namespace Flette.Web.Tests.Minutes.Preparing;

/// <summary>The coordinator asks her unit for a second one, so that a meeting is led neutrally.</summary>
public sealed class LeadTests : IAsyncLifetime
{
    private FletteApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await Mailing.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_unit_names_one_of_its_staff_who_is_invited_like_others_and_has_no_way_in()
    {
        using var world = await InvitationWorld.MakeAsync(_app);
        var berit = await _app.World(_app.Fjellvik).StaffAsync("Berit Berg", StaffRole.Unit);
        var asked = await (await world.DeskAsync()).Form("Be enheten om en til som kan lede møtet").PressAsync();
        Assert.True(asked.Says("Enheten er spurt om en til som kan lede møtet."), asked.Text);
        using var officer = await _app.StaffAsync(_app.Fjellvik, world.Family.Officer);
        var unit = await officer.OpenAsync("/enhet");
        Assert.True(unit.Says("Trenger en til som kan lede møtet") && unit.Says("Nordli"), unit.Text);
        var page = await unit.FollowAsync("Svar: hvem kan lede møtet for Nordli");
        Assert.All(new[] { "Oda", "Tor", "Ansvarsgruppe", "Grendehuset" }, w => Assert.False(page.Says(w), w));
        var none = await page.Form("Oppgi møteleder").PressAsync();
        Assert.Contains(none.Errors, e => e.Contains("Velg en av dem", StringComparison.Ordinal));
        var herself = await page.Form("Oppgi møteleder")
            .Set("Leader", world.Family.Coordinator.ToString())
            .PressAsync();
        Assert.Contains(herself.Errors, e => e.Contains("Velg en annen enn", StringComparison.Ordinal));
        var named = await page.Form("Oppgi møteleder").Set("Leader", berit.ToString()).PressAsync();
        Assert.True(named.Says("Berit Berg leder møtet."), named.Text);

        var meeting = await world.DeskAsync();
        Assert.True(meeting.Says("Berit Berg fra enheten leder møtet."), meeting.Text);
        Assert.True((await world.DeskAsync("/sakliste/utskrift")).Says("møteleder Berit Berg"));
        using var her = await _app.StaffAsync(_app.Fjellvik, berit);
        Assert.Equal(404, (int)(await her.GetAsync(world.Url)).Status);
        await world.SendAsync();
        await _app.LaterAsync(TimeSpan.FromSeconds(31));
        ReceivedMail[] invited = [await _app.Post.NextAsync(), await _app.Post.NextAsync()];
        Assert.Contains(
            invited,
            m => m.CalendarMethod == "REQUEST" && m.Text.Contains("Hei Berit", StringComparison.Ordinal)
        );

        var back = await (await world.DeskAsync()).Form("Ta det tilbake: en til som leder møtet").PressAsync();
        Assert.True(back.Says("tok det tilbake"), back.Text);
        await _app.LaterAsync(TimeSpan.FromSeconds(31));
        Assert.Equal("CANCEL", (await _app.Post.NextAsync()).CalendarMethod);
        Assert.False((await officer.OpenAsync("/enhet")).Says("Trenger en til"));
        var row = (await world.Links.Plan.RowsAsync(ItemKinds.Meeting)).Single(r => r.Id == world.Meeting);
        Assert.DoesNotContain(berit, row.Holders);
    }

    [Fact]
    public async Task The_unit_says_no_with_a_word_and_can_take_that_back()
    {
        using var world = await InvitationWorld.MakeAsync(_app);
        await world.Family.AsksForLeaderAsync(world.Meeting);
        using var officer = await _app.StaffAsync(_app.Fjellvik, world.Family.Officer);
        var page = await officer.OpenAsync($"/enhet/{world.Family.Id}/moteleder");
        var silent = await page.Form("Si nei").PressAsync();
        Assert.Contains(silent.Errors, e => e.Contains("Skriv kort hvorfor ikke", StringComparison.Ordinal));
        var no = await page.Form("Si nei").Set("Word", "Ingen er ledig den dagen.").PressAsync();
        Assert.True(no.Says("Enheten har sagt nei."), no.Text);
        Assert.True((await world.DeskAsync()).Says("Enheten sier nei: «Ingen er ledig den dagen.»"));
        var again = await no.Form("Ta svaret tilbake").PressAsync();
        Assert.True(again.Says("Hvem leder?"), again.Text);
        Assert.True((await world.DeskAsync()).Says("Enheten er spurt"));
    }
}
