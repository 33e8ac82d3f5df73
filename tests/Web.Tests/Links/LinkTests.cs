using System.Net;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Links;

/// <summary>A link: what it shows, what it answers, when it is dead.</summary>
public sealed class LinkTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task One_click_answers_and_nothing_is_shown_that_needs_proof_of_who_one_is()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, _, page) = await world.OpenAsync();
        Assert.Equal(Sessions.LinkPath(link), page.Path);
        Assert.Equal("Avtale fra møtet 12. mars", page.Heading);
        Assert.True(page.Says("Hei, Tor") && page.Says("Frist") && page.Says("Fjellvik kommune"), page.Text);
        foreach (var secret in new[] { "krok", "Oda", "Nordli", "Skolen", "kontaktlærer", "Berge" })
        {
            Assert.DoesNotContain(secret, page.Html, StringComparison.OrdinalIgnoreCase);
        }
        var thanks = await page.Form("I gang").PressAsync();
        Assert.Equal("Takk, Tor. Svaret er lagret.", thanks.Heading);
        Assert.Equal(AgreementState.InProgress, await world.StateAsync());
        var row = await world.RowAsync();
        Assert.Equal(("link", world.Tor, "answer"), (row.ByKind, row.ById, row.Change));
        // The key of the one it is about seals the answer.
        Assert.Equal(world.Plan.Oda, row.KeyOwner);
    }

    [Fact]
    public async Task Any_number_of_answers_the_last_one_holds_and_all_are_kept()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (_, browser, page) = await world.OpenAsync();
        var first = await page.Form("Kan ikke").Fill("Vil du si noe mer? (valgfritt)", "Har byttet skole").PressAsync();
        await first
            .Form("Send")
            .Fill("Hvorfor ikke?", "Har byttet skole")
            .Fill("Hvem kan i stedet?", "Spør Petter")
            .PressAsync();
        Assert.Equal(AgreementState.Declined, await world.StateAsync());
        var again = await browser.OpenAsync(page.Path);
        await again.Form("Gjort").PressAsync();
        Assert.Equal(AgreementState.Done, await world.StateAsync());
        using var coordinator = await world.Plan.BrowserAsync();
        var shown = await coordinator.OpenAsync($"/f/{world.Family.Id}/avtale/{world.Agreement}");
        Assert.True(shown.Says("«Har byttet skole»") && shown.Says("Tor Berge"), shown.Text);
        Assert.Equal(3, await VersionsAsync(world, "answer"));
    }

    [Fact]
    public async Task An_answer_can_be_taken_back()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, _, page) = await world.OpenAsync();
        var thanks = await page.Form("Gjort").PressAsync();
        var back = await thanks.Form("Angre og svar på nytt").PressAsync();
        Assert.Equal(Sessions.LinkPath(link), back.Path);
        Assert.Equal(AgreementState.Open, await world.StateAsync());
        Assert.Equal("Avtale fra møtet 12. mars", back.Heading);
    }

    [Fact]
    public async Task The_same_form_twice_is_one_answer()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (_, browser, page) = await world.OpenAsync();
        var form = page.Form("Gjort");
        using var one = form.Request();
        using var two = form.Request();
        var first = await browser.SendAsync(one);
        var second = await browser.SendAsync(two);
        Assert.Equal(first.Header("Location"), second.Header("Location"));
        Assert.Equal(1, await VersionsAsync(world, "answer"));
    }

    [Fact]
    public async Task Another_day_is_proposed_and_holds_when_the_coordinator_says_yes()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (_, _, page) = await world.OpenAsync();
        var thanks = await page.Form("I gang").PressAsync();
        var day = app.Clock.Today().AddDays(40);
        var wrong = await thanks
            .Form("Send")
            .Fill("Trenger du mer tid? Foreslå en dato", app.Clock.Today().AddDays(-1))
            .PressAsync();
        Assert.True(wrong.Says("Velg en dag som ikke har vært."), wrong.Text);
        await wrong.Form("Send").Fill("Trenger du mer tid? Foreslå en dato", day).PressAsync();
        Assert.NotEqual(day, (await world.RowAsync()).Day);
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        var after = await today.Form("Ja til ny frist for Tor Berge, Skolen").PressAsync();
        Assert.Equal("/i-dag", after.Path);
        Assert.Equal(day, (await world.RowAsync()).Day);
        Assert.False(after.Says("Svar som kom"), after.Text);
    }

    [Fact]
    public async Task Not_me_revokes_the_link_and_tells_the_coordinator()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, browser, page) = await world.OpenAsync();
        var told = await page.Form("Ikke meg").PressAsync();
        Assert.Equal("Takk for beskjeden", told.Heading);
        await browser.OpenAsync(page.Path, HttpStatusCode.Gone);
        Assert.Equal(HttpStatusCode.Gone, (await TokenAsync(link)).Status);
        using var coordinator = await world.Plan.BrowserAsync();
        Assert.True((await coordinator.OpenAsync("/i-dag")).Says("sa «Ikke meg»"));
        // A new one is not sent to an address that said so.
        await (await TokenAsync(link)).Form("Send meg en ny").PressAsync();
        Assert.Equal(1, await LinksAsync(world));
    }

    [Fact]
    public async Task A_link_of_another_a_changed_one_and_none_at_all_are_the_same_page()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, _, _) = await world.OpenAsync();
        var token = LinkTokens.Of(app.Fjellvik.Master, link);
        using var stranger = app.Visit(app.Fjellvik);
        var answers = new List<string>();
        foreach (
            var bad in new[]
            {
                (token[0] == 'A' ? 'B' : 'A') + token[1..],
                token[..^1] + (token[^1] == 'A' ? 'E' : 'A'),
                token[..^3],
                "x",
                LinkTokens.Of(app.Sundhavn.Master, link),
                LinkTokens.Of(app.Fjellvik.Master, Guid.NewGuid()),
            }
        )
        {
            var page = await stranger.GetAsync("/l/" + bad);
            Assert.Equal(HttpStatusCode.Gone, page.Status);
            answers.Add(page.Text);
            Assert.Equal("/l/ny", (await page.Form("Send meg en ny").PressAsync()).Path);
        }
        Assert.Single(answers.Distinct());
        Assert.Equal(1, await LinksAsync(world));
        // Knowing the id of a link opens nothing, nor does the session of another link.
        Assert.Equal(HttpStatusCode.Gone, (await stranger.GetAsync(Sessions.LinkPath(link))).Status);
        var (_, other, _) = await (await LinkWorld.MakeAsync(app.World(app.Fjellvik))).OpenAsync();
        Assert.Equal(HttpStatusCode.Gone, (await other.GetAsync(Sessions.LinkPath(link))).Status);
    }

    [Fact]
    public async Task A_link_opens_nothing_beside_its_own_agreements()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var other = await world.Family.AgreementAsync("ringer barnevernet", [world.Plan.Oda], world.Tor);
        var (_, browser, page) = await world.OpenAsync();
        Assert.Single(page.Document.QuerySelectorAll("form fieldset"));
        var refused = await page.Form("Gjort").Set("Agreement", other.ToString()).PressAsync();
        Assert.True(refused.Says("kan ikke besvares her lenger"), refused.Text);
        foreach (
            var path in new[]
            {
                $"/f/{world.Family.Id}",
                $"/f/{world.Family.Id}/plan",
                "/i-dag",
                "/familier",
                world.Send,
            }
        )
        {
            Assert.DoesNotContain("Nordli", (await browser.GetAsync(path)).Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_scanner_that_opens_every_link_changes_nothing()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var link = await world.Family.LinkAsync(world.Tor, "Tor", (world.Agreement, "Avtale"));
        var before = await app.App.SnapshotAsync(app.Fjellvik);
        for (var i = 0; i < 3; i++)
        {
            var (browser, page) = await app.App.LinkAsync(app.Fjellvik, link);
            foreach (var a in page.Document.QuerySelectorAll("a[href]"))
            {
                if (a.GetAttribute("href")!.StartsWith('/'))
                {
                    await browser.GetAsync(a.GetAttribute("href")!);
                }
            }
        }
        var after = await app.App.SnapshotAsync(app.Fjellvik);
        Assert.Equal("", string.Join(' ', before.Keys.Where(t => before[t] != after[t])));
        Assert.Equal(AgreementState.Open, await world.StateAsync());
    }

    [Fact]
    public async Task With_the_yes_withdrawn_links_are_dead_at_once()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, browser, page) = await world.OpenAsync();
        var form = page.Form("Gjort");
        await world.Plan.WithdrawAsync();
        using var late = form.Request();
        Assert.Equal(HttpStatusCode.Gone, (await browser.SendAsync(late)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(page.Path)).Status);
        Assert.Equal(HttpStatusCode.Gone, (await TokenAsync(link)).Status);
        await (await TokenAsync(link)).Form("Send meg en ny").PressAsync();
        Assert.Equal(1, await LinksAsync(world));
        Assert.Equal(AgreementState.Open, await world.StateAsync());
        Assert.Equal(
            "undone",
            await app.App.ScalarAsync<string>(app.Fjellvik, "select state from outbox where link = @link", new { link })
        );
    }

    [Fact]
    public async Task Whoever_is_asked_holds_it_after_saying_yes()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var petter = await world.Family.ReachableAsync("Petter Lie", "petter@example.no", world.Plan.Oda);
        using var coordinator = await world.Plan.BrowserAsync();
        var edit = await coordinator.OpenAsync($"/f/{world.Family.Id}/avtale/{world.Agreement}");
        var asked = await edit.Form("Lagre avtalen")
            .Tick("Tor Berge, Skolen", on: false)
            .Tick("Petter Lie, Skolen")
            .PressAsync();
        Assert.True(asked.Says("Venter på ja fra Petter Lie"), asked.Text);
        Assert.Equal([world.Tor], (await world.RowAsync()).Holders);
        var link = await world.Family.LinkAsync(petter, "Petter", (world.Agreement, "Avtale fra møtet"));
        var (_, page) = await app.App.LinkAsync(app.Fjellvik, link);
        Assert.True(page.Says("Kan du ta denne?"), page.Text);
        await page.Form("Ja, jeg tar den").PressAsync();
        var row = await world.RowAsync();
        Assert.Equal((petter, "open"), (Assert.Single(row.Holders), row.State));
        Assert.Empty(row.Asked);
    }

    [Fact]
    public async Task The_measure_an_agreement_came_from_stands_where_its_agreement_does()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var goal = await world.Family.GoalAsync("Ro på skolen", world.Plan.Oda);
        var id = await world.Family.MeasureAsync("Rolig krok", goal, new PlanPerson(world.Tor, "Tor Berge"));
        var agreement = (await world.Plan.RowsAsync(ItemKinds.Agreement)).Single(a => a.Parent == id).Id;
        var link = await world.Family.LinkAsync(world.Tor, "Tor", (agreement, "Avtale"));
        await (await app.App.LinkAsync(app.Fjellvik, link)).Page.Form("Gjort").PressAsync();
        var measure = Assert.Single(await world.Plan.RowsAsync(ItemKinds.Measure));
        Assert.Equal(("done", 2, world.Tor), (measure.State, measure.Version, measure.ById));
        using var coordinator = await world.Plan.BrowserAsync();
        Assert.True((await coordinator.OpenAsync(world.Plan.Plan)).Says("Rolig krok"));
    }

    [Theory]
    [InlineData("nn", "Korleis går det?")]
    [InlineData("en", "How is it going?")]
    public async Task The_card_speaks_nynorsk_and_english(string language, string words)
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (_, browser, page) = await world.OpenAsync();
        browser.SetCookie(Features.Shared.Language.Cookie, language);
        var said = await browser.OpenAsync(page.Path);
        Assert.True(said.Says(words), said.Text);
        Assert.Equal(language, said.Document.DocumentElement.GetAttribute("lang"));
    }

    private async Task<Page> TokenAsync(Guid link)
    {
        using var browser = app.Visit(app.Fjellvik);
        return await app.Visit(app.Fjellvik).GetAsync("/l/" + LinkTokens.Of(app.Fjellvik.Master, link));
    }

    private Task<int> VersionsAsync(LinkWorld world, string change) =>
        app.App.ScalarAsync<int>(
            app.Fjellvik,
            "select count(*) from item_version where item = @Agreement and change = @change",
            new { world.Agreement, change }
        );

    private Task<int> LinksAsync(LinkWorld world) =>
        app.App.ScalarAsync<int>(app.Fjellvik, "select count(*) from link where family = @Id", new { world.Family.Id });
}
