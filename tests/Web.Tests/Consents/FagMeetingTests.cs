using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Features.Shared;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.Consents;

/// <summary>A fagmøte only with the family's yes, with a message to it the same day. The day is 15 September 2026.</summary>
public sealed class FagMeetingTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Own = "/min-familie/moter-uten-oss";

    private static string Desk(LinkWorld world) => $"/f/{world.Family.Id}/fagmote";

    private static Form Filled(Page page, LinkWorld world) =>
        page.Form("Lagre ja-et")
            .Set("Input.About", world.Plan.Oda.ToString())
            .Tick("Skole/barnehage")
            .Fill("Hva er møtet til for?", "samordne skole og fysioterapi")
            .Tick("Linn Nordli")
            .Tick("Rune Nordli")
            .Choose("Hvordan?", "På telefon");

    private async Task<Page> NewAsync(Browserless coordinator, LinkWorld world, string day) =>
        await (await coordinator.OpenAsync($"/f/{world.Family.Id}/mote/nytt?slag=Fag"))
            .Form("Lagre")
            .Set("Input.Day", day)
            .PressAsync();

    [Fact]
    public async Task Without_a_yes_no_fagmote_is_planned_and_with_one_it_is()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var refused = await NewAsync(coordinator, world, "2026-10-01");
        Assert.Contains(refused.Errors, e => e.Contains("Velg hvem det skal snakkes om.", StringComparison.Ordinal));
        var sneaked = await refused.Form("Lagre").Set("Input.About", world.Plan.Oda.ToString()).PressAsync();
        Assert.Contains(sneaked.Errors, e => e.Contains("bare når familien har sagt ja", StringComparison.Ordinal));
        Assert.Empty(await world.Plan.RowsAsync(ItemKinds.Meeting));

        var given = await Filled(await refused.FollowAsync("Skriv inn et ja"), world).PressAsync();
        Assert.True(given.Says("Oda: skole/barnehage · for å samordne skole og fysioterapi"), given.Text);
        Assert.True(
            given.Says("snakke om skole/barnehage for Oda. Det er for å samordne skole og fysioterapi."),
            given.Text
        );
        var form = await given.FollowAsync("Sett opp fagmøte");
        var planned = await form.Form("Lagre").Set("Input.Day", "2026-10-01").PressAsync();
        Assert.StartsWith("Fagmøte 1.", planned.Heading, StringComparison.Ordinal);
        var row = Assert.Single(await world.Plan.RowsAsync(ItemKinds.Meeting));
        Assert.Equal([world.Plan.Oda], row.About);
        var late = await (await coordinator.OpenAsync($"/f/{world.Family.Id}/mote/{row.Id}/endre"))
            .Form("Lagre")
            .Set("Input.Day", "2027-01-15")
            .PressAsync();
        Assert.Contains(late.Errors, e => e.Contains("Ja-et gjelder bare til", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_yes_that_cannot_be_one_is_turned_away()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await coordinator.OpenAsync(Desk(world));
        foreach (
            var (field, value, why) in new[]
            {
                ("Input.On", "2026-09-16", "skrives inn når det er sagt"),
                ("Input.On", "2099-01-01", "skrives inn når det er sagt"),
                ("Input.Until", "2099-12-31", "høyst ett år"),
                ("Input.Until", "2026-09-14", "høyst ett år"),
                ("Input.Until", "2026-02-31", ""),
                ("Input.Givers", world.Plan.Linn.ToString(), "Vi mangler ja fra Rune."),
                ("Input.Givers", world.Plan.Mikkel.ToString(), "Det er ikke Mikkel som sier ja"),
                ("Input.About", "", "Velg hvem det skal snakkes om."),
                ("Input.Purpose", "", "Skriv hva møtet er til for."),
                ("Input.Topics", null, "Velg minst ett tema"),
                ("Input.How", null, "Velg hvordan ja-et ble sagt."),
            }
        )
        {
            var refused = await Filled(page, world).Set(field, value).PressAsync();
            Assert.True(refused.Errors.Any(e => e.Contains(why, StringComparison.Ordinal)), $"{field}: {refused.Text}");
        }
        Assert.Empty(await world.Plan.RowsAsync(ItemKinds.FagYes));
    }

    [Fact]
    public async Task The_family_takes_the_yes_back_in_one_step_and_what_was_planned_is_off_and_told()
    {
        await using var own = await Mailing.StartAsync();
        var world = await LinkWorld.MakeAsync(own.World(own.Fjellvik));
        await world.Family.FagYesAsync(world.Plan.Oda, "samordne", world.Plan.Linn, world.Plan.Rune);
        var meeting = await world.Family.FagMeetingAsync(
            own.Clock.Today().AddDays(20),
            world.Plan.Oda,
            held: false,
            (world.Tor, "Tor Berge")
        );
        await world.Family.InviteAsync(meeting);
        await own.LaterAsync(TimeSpan.FromSeconds(31));
        Assert.Single(own.Post.Taken, m => m.To == "tor.berge@example.no");
        using var mother = await own.MemberAsync(own.Fjellvik, world.Plan.Linn);
        var home = await mother.OpenAsync("/min-familie");
        // It is without the family, so it is nobody's next meeting there.
        Assert.True(home.Says("Det er ikke satt opp noe møte."), home.Text);
        var page = await home.FollowAsync("Dette er det sagt ja til");
        Assert.True(page.Says("De kan snakke om skole/barnehage for Oda, for å samordne."), page.Text);
        Assert.True(page.Says("Planlagt"), page.Text);
        var gone = await page.PostedForms().Single(f => f.Hidden("Yes") is not null).PressAsync();
        Assert.True(gone.Says("Ja-et er trukket.") && gone.Says("ble ikke holdt"), gone.Text);
        await own.LaterAsync(TimeSpan.FromSeconds(31));
        var cancel = own.Post.Taken.Last(m => m.To == "tor.berge@example.no");
        Assert.Equal(2, own.Post.Taken.Count(m => m.To == "tor.berge@example.no"));
        Assert.Equal("CANCEL", cancel.CalendarMethod);
        using var coordinator = await world.Plan.BrowserAsync();
        var desk = await coordinator.OpenAsync(Desk(world));
        Assert.True(desk.Says("Trukket."), desk.Text);
        // Withdrawn once is withdrawn: the old page does nothing more.
        var again = await page.PostedForms()
            .Single(f => f.Hidden("Yes") is not null)
            .Set("FormKey", Guid.NewGuid().ToString())
            .PressAsync();
        Assert.Contains(again.Errors, e => e.Contains("samtidig", StringComparison.Ordinal));
        var row = Assert.Single(await world.Plan.RowsAsync(ItemKinds.FagYes));
        Assert.Equal(("withdrawn", 2, world.Plan.Linn), (row.State, row.Version, row.ById));
    }

    [Fact]
    public async Task Withdrawn_on_the_telephone_it_is_marked_so_and_a_meeting_cannot_be_begun()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        await world.Family.FagYesAsync(world.Plan.Oda, "samordne", world.Plan.Linn, world.Plan.Rune);
        using var coordinator = await world.Plan.BrowserAsync();
        var desk = await coordinator.OpenAsync(Desk(world));
        await desk.Form("Rune trekker ja-et: Oda, skole/barnehage").PressAsync();
        var row = Assert.Single(await world.Plan.RowsAsync(ItemKinds.FagYes));
        Assert.Equal(("withdrawn", world.Plan.Rune, "staff"), (row.State, row.OnBehalf!.Value, row.ByKind));
        // One that stands there all the same, as from before there was a yes to ask for.
        var meeting = await world.Family.FagMeetingAsync(app.App.Clock.Today(), world.Plan.Oda, held: false);
        var page = await coordinator.OpenAsync($"/f/{world.Family.Id}/mote/{meeting}/skriv");
        var refused = await page.Form("Skriv linjen").Set("Typed", "Vi begynner.").PressAsync();
        Assert.Contains(refused.Errors, e => e.Contains("bare når familien har sagt ja", StringComparison.Ordinal));
        Assert.Empty(await world.Plan.RowsAsync(ItemKinds.Line));
        var history = await coordinator.OpenAsync($"/f/{world.Family.Id}/historikk/{row.Id}");
        Assert.True(history.Says("på vegne av") && history.Says("Trukket"), history.Text);
    }

    [Fact]
    public async Task The_day_it_is_held_those_with_an_address_get_a_neutral_mail_and_the_others_are_rung()
    {
        await using var own = await Mailing.StartAsync();
        var world = await LinkWorld.MakeAsync(own.World(own.Fjellvik));
        await world.Family.AddressAsync(world.Plan.Linn, "linn@example.no");
        await world.Family.FagYesAsync(world.Plan.Oda, "samordne", world.Plan.Linn, world.Plan.Rune);
        var meeting = await world.Family.FagMeetingAsync(
            own.Clock.Today(),
            world.Plan.Oda,
            held: false,
            (world.Tor, "Tor Berge")
        );
        using var coordinator = await world.Plan.BrowserAsync();
        Assert.True((await coordinator.OpenAsync("/i-dag")).Says("er ikke avsluttet"));
        var live = await coordinator.OpenAsync($"/f/{world.Family.Id}/mote/{meeting}/skriv");
        var written = await live.Form("Skriv linjen").Set("Typed", "! lager en rolig krok 1.10.2026").PressAsync();
        await written.Form("Avslutt møtet og ta inn 1 avtale").PressAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Ring i dag om fagmøtet") && today.Says("Rune") && today.Says("Oda"), today.Text);
        Assert.False(today.Says("Linn · Nordli"), today.Text);
        await own.LaterAsync(TimeSpan.FromSeconds(31));
        var mail = Assert.Single(own.Post.Taken);
        Assert.Equal(("linn@example.no", "Møte 15. september"), (mail.To, mail.Subject.Replace('\u00a0', ' ')));
        Assert.All(
            new[] { "Oda", "Berge", "fag", "skole", "krok", "Nordli" },
            w => Assert.DoesNotContain(w, mail.Text, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Contains(Own, mail.Text, StringComparison.Ordinal);
        var rung = await today.Form("Ringt: Rune").PressAsync();
        Assert.Equal("/i-dag", rung.Address.AbsolutePath);
        Assert.DoesNotContain("Ringt: Rune", rung.Html, StringComparison.Ordinal);
        today = await rung.Form(rung.Document.QuerySelector(".fl-undo button")!).PressAsync();
        await today.Form("Ringt: Rune").PressAsync();
        using var mother = await own.MemberAsync(own.Fjellvik, world.Plan.Linn);
        var page = await mother.OpenAsync(Own);
        Assert.True(page.Says("Holdt"), page.Text);
        Assert.True(page.Says("rolig krok"), page.Text);
    }

    [Theory]
    [InlineData("nn", "Møte utan oss")]
    [InlineData("en", "Meetings without us")]
    public async Task In_nynorsk_and_english(string language, string words)
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        await world.Family.FagYesAsync(world.Plan.Oda, "samordne", world.Plan.Linn, world.Plan.Rune);
        using var mother = await app.App.MemberAsync(app.Fjellvik, world.Plan.Linn);
        mother.SetCookie(Language.Cookie, language);
        Assert.Equal(words, (await mother.OpenAsync(Own)).Heading);
    }
}
