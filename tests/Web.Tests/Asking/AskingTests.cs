using System.Net;
using Flette.Kit;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Invitations;

namespace Flette.Web.Tests.Asking;

/// <summary>Before a meeting: each is asked by link, and what comes builds the agenda.</summary>
public sealed class AskingTests
{
    [Fact]
    public async Task A_service_writes_three_lines_and_how_it_goes_and_the_family_reads_it()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        var asked = await (await world.DeskAsync("/innspill")).Form("Spør").PressAsync();
        Assert.True(asked.Says("E-posten går om 30 sekunder"), asked.Text);
        var undone = await asked.Form("Angre").PressAsync();
        Assert.True(undone.Says("Angret. Ingenting ble sendt."), undone.Text);
        await app.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(app.Post.Taken);
        await AskFirstAsync(world);
        var mail = await world.MailAsync();
        Assert.StartsWith("Før møtet ", mail.Subject, StringComparison.Ordinal);
        foreach (var word in new[] { "Oda", "Linn", "Siv", "Nordli", "skole", "Grendehuset", "krok" })
        {
            Assert.DoesNotContain(word, mail.Subject + mail.Text, StringComparison.OrdinalIgnoreCase);
        }
        var card = await world.OpenAsync(mail);
        foreach (var word in new[] { "Oda", "Linn", "Siv", "Nordli", "krok", "Grendehuset" })
        {
            Assert.False(card.Says(word), word);
        }
        var empty = await card.Form("Send").PressAsync();
        Assert.Equal(["Skriv noe, eller velg en tid, før du sender."], empty.Errors);
        var tooLong = await empty.Form("Send").Fill("Slik er det nå", new string('a', 501)).PressAsync();
        Assert.Equal(["Det er for langt. Høyst 500 tegn. Ingenting er borte."], tooLong.Errors);
        Assert.Equal(501, tooLong.Form("Send").Value("Slik er det nå").Length);
        var thanks = await tooLong
            .Form("Send")
            .Fill("Slik er det nå", "Hun er på skolen fire av fem dager.")
            .Fill("Dette trenger vi av de andre", "En felles plan for fredager.")
            .PressAsync();
        Assert.Equal("Takk, Tor", thanks.Heading);

        // The agreement that is open for her, under its neutral title, answered with one press on the same page.
        var more = await thanks.FollowAsync("Skriv mer");
        Assert.True(more.Says("Det som står på deg siden sist"), more.Text);
        more = await more.Form("I gang").PressAsync();
        Assert.True(more.Says("Du har svart: I gang") || more.Says("I gang"), more.Text);
        Assert.Equal(Flette.Core.Agreements.AgreementState.InProgress, await world.Links.StateAsync());

        var agenda = await world.DeskAsync("/sakliste");
        Assert.True(agenda.Says("Fra tjenestene") && agenda.Says("En felles plan for fredager."), agenda.Text);
        Assert.True((await world.DeskAsync("/skriv")).Says("En felles plan for fredager."));
        Assert.True((await world.DeskAsync()).Says("1 av 1 har svart"));
        using var linn = await app.MemberAsync(app.Fjellvik, world.Links.Plan.Linn);
        Assert.True((await linn.OpenAsync("/min-familie/mote")).Says("Hun er på skolen fire av fem dager."));
        // Her brother knows nothing of what is written of her.
        using var mikkel = await app.MemberAsync(app.Fjellvik, world.Links.Plan.Mikkel);
        Assert.False((await mikkel.OpenAsync("/min-familie/mote")).Says("fire av fem"));
        // Neither paper for all nor the common screen carries it.
        Assert.False((await world.DeskAsync("/sakliste/utskrift")).Says("fire av fem"));

        await (await thanks.FollowAsync("Skriv mer")).Form("Send").Fill("Slik er det nå", "Tre av fem.").PressAsync();
        Assert.True((await world.DeskAsync("/innspill")).Says("Tre av fem."));
        await thanks.Form("Angre det du sendte").PressAsync();
        var desk = await world.DeskAsync("/innspill");
        Assert.True(desk.Says("fire av fem") && !desk.Says("Tre av fem."), desk.Text);
    }

    [Fact]
    public async Task What_was_said_is_not_shown_to_whoever_opens_the_link_later_and_what_she_leaves_empty_stands()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await (await world.DeskAsync("/innspill")).Form("Spør").PressAsync();
        var mail = await world.MailAsync();
        await (await world.OpenAsync(mail)).Form("Send").Fill("Slik er det nå", "Det går bra.").PressAsync();
        await app.LaterAsync(TimeSpan.FromHours(2));
        var again = await world.OpenAsync(mail);
        Assert.False(again.Says("Det går bra."), again.Text);
        Assert.True(again.Says("Du har svart før"), again.Text);
        await again.Form("Send").Fill("Dette hjelper, eller hjelper ikke", "Kroken hjelper.").PressAsync();
        var desk = await world.DeskAsync("/innspill");
        Assert.True(desk.Says("Det går bra.") && desk.Says("Kroken hjelper."), desk.Text);
    }

    [Fact]
    public async Task The_family_says_by_link_what_to_take_up_and_how_and_can_take_it_back()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await ReachAsync(world, world.Links.Plan.Linn, "linn.nordli@example.no");
        var card = await AskAsync(app, world, "Linn");
        Assert.False(card.Says("Tre linjer er nok") && card.Says("Dette trenger vi av de andre"));
        var thanks = await card.Form("Send")
            .Fill("Hva vil du ta opp?", "Hvem henter når skolen ringer?")
            .Fill("Tider som er umulige", "Aldri onsdager")
            .Choose("Hvor eller hvordan?", "Hjemme hos oss")
            .PressAsync();
        Assert.Equal("Takk, Linn", thanks.Heading);
        var agenda = await world.DeskAsync("/sakliste");
        Assert.Equal(
            "Hvem henter når skolen ringer?",
            agenda.Document.QuerySelectorAll(".fl-point h2").Select(PageWords.Text).First()
        );
        Assert.True(
            agenda.Says("Fra Linn Nordli") && agenda.Says("Aldri onsdager") && agenda.Says("Hjemme hos oss"),
            agenda.Text
        );
        Assert.False(agenda.Says("skrevet ned av koordinatoren"), agenda.Text);

        var back = await thanks.Form("Angre det du sendte").PressAsync();
        Assert.True(back.Says("Angret. Ingenting er sendt."), back.Text);
        agenda = await world.DeskAsync("/sakliste");
        Assert.False(agenda.Says("Hvem henter") || agenda.Says("Aldri onsdager"), agenda.Text);
    }

    [Fact]
    public async Task A_child_has_a_page_of_its_own_that_says_first_who_will_know()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await ReachAsync(world, world.Links.Plan.Oda, "oda.nordli@example.no");
        var card = await AskAsync(app, world, "Oda");
        Assert.True(card.Says("De voksne skal ha et møte"), card.Text);
        Assert.True(
            card.Text.IndexOf("Hvem skal få vite det du skriver?", StringComparison.Ordinal)
                < card.Text.IndexOf("Hva vil du at de skal snakke om?", StringComparison.Ordinal)
        );
        Assert.True(
            card.Says("må Kari Koordinator fortelle det til noen som kan hjelpe") && card.Says("116 111"),
            card.Text
        );
        await card.Form("Send")
            .Choose("Først: Hvem skal få vite det du skriver?", "Bare Kari Koordinator")
            .Fill("Hva vil du at de skal snakke om?", "Jeg vil ikke bytte klasse")
            .Choose("Vil du være med på møtet?", "Ja, litt av det")
            .PressAsync();
        Assert.True((await world.DeskAsync("/sakliste")).Says("Jeg vil ikke bytte klasse"));
        Assert.True((await world.DeskAsync("/innspill")).Says("Ja, litt av det"));
        // Not even her mother reads what was for the coordinator alone.
        using var linn = await app.MemberAsync(app.Fjellvik, world.Links.Plan.Linn);
        var mote = await linn.OpenAsync("/min-familie/mote");
        Assert.False(mote.Says("bytte klasse") || mote.Says("litt av det"), mote.Text);
    }

    [Fact]
    public async Task By_telephone_it_is_written_down_for_her_and_marked_so()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        var page = await world.DeskAsync($"/innspill/{world.Links.Siv}");
        var twice = page;
        page = await page.Form("Lagre").Fill("Slik er det nå", "Siv sier at det går bra.").PressAsync();
        Assert.True(page.Says("Siv sier at det går bra.") && page.Says("skrevet ned av koordinatoren"), page.Text);
        // Somebody else wrote meanwhile: nothing is lost, and she is told.
        var stale = await twice.Form("Lagre").Fill("Slik er det nå", "Noe annet").PressAsync();
        Assert.Contains("samtidig", Assert.Single(stale.Errors), StringComparison.Ordinal);
        Assert.Equal("Noe annet", stale.Form("Lagre").Value("Slik er det nå"));
        using var desk = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        await desk.OpenAsync($"{world.Url}/innspill/{Guid.NewGuid()}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task After_the_meeting_or_withdrawn_it_says_so_and_takes_nothing()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app, days: 3);
        await (await world.DeskAsync("/innspill")).Form("Spør").PressAsync();
        var mail = await world.MailAsync();
        await app.LaterAsync(TimeSpan.FromDays(4));
        var over = await world.OpenAsync(mail);
        Assert.Equal("Dette er avsluttet", over.Heading);
        Assert.True((await world.DeskAsync("/innspill")).Says("Ingen spørres lenger før dette møtet"));
        Assert.Equal(["asked 1"], await StatesAsync(app, world));
        await world.Links.Plan.WithdrawAsync();
        await world.OpenAsync(mail, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Not_me_revokes_it_and_the_desk_says_so()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await (await world.DeskAsync("/innspill")).Form("Spør").PressAsync();
        var mail = await world.MailAsync();
        await (await world.OpenAsync(mail)).Form("Ikke meg").PressAsync();
        await world.OpenAsync(mail, HttpStatusCode.Gone);
        Assert.True(
            (await world.DeskAsync("/innspill")).Says("sier at det ikke er"),
            (await world.DeskAsync("/innspill")).Text
        );
    }

    [Fact]
    public async Task An_old_link_gets_a_new_one_to_the_address_on_record()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app, days: 200);
        await (await world.DeskAsync("/innspill")).Form("Spør").PressAsync();
        var mail = await world.MailAsync();
        await app.RowsAsync<int>(
            app.Fjellvik,
            "update link set expires_on = date '2020-01-01' where purpose = 'input' returning 1"
        );
        await app.LaterAsync(TimeSpan.FromHours(1));
        var dead = await world.OpenAsync(mail, HttpStatusCode.Gone);
        await dead.Form("Send meg en ny").PressAsync();
        await app.LaterAsync(TimeSpan.FromSeconds(31));
        var fresh = await app.Post.NextAsync();
        Assert.Equal(InvitationWorld.Address, Assert.Single(fresh.Envelope.To));
        var card = await world.OpenAsync(fresh);
        await card.Form("Send").Fill("Slik er det nå", "Bedre.").PressAsync();
        Assert.True((await world.DeskAsync("/innspill")).Says("Bedre."));
    }

    private static async Task AskFirstAsync(InvitationWorld world)
    {
        var form = (await world.DeskAsync("/innspill")).Form("Spør");
        foreach (var label in form.Labels.Where(l => l.Length > 0).ToList())
        {
            form.Tick(label);
        }
        await form.PressAsync();
    }

    /// <summary>Gives a member an address.</summary>
    internal static async Task ReachAsync(InvitationWorld world, Guid member, string address)
    {
        using var desk = await world.App.StaffAsync(world.App.Fjellvik, world.Family.Coordinator);
        var page = await desk.OpenAsync($"/f/{world.Family.Id}/medlem/{member}");
        await page.Form("Lagre").Fill("E-post", address).PressAsync();
    }

    /// <summary>Asks one person alone, and opens her link.</summary>
    internal static async Task<Page> AskAsync(FletteApp app, InvitationWorld world, string name)
    {
        var form = (await world.DeskAsync("/innspill")).Form("Spør");
        foreach (var label in form.Labels.Where(l => l.Length > 0).ToList())
        {
            form.Tick(label, label.Contains(name, StringComparison.Ordinal));
        }
        await form.PressAsync();
        return await world.OpenAsync(await world.MailAsync());
    }

    internal static Task<IReadOnlyList<string>> StatesAsync(FletteApp app, InvitationWorld world) =>
        app.RowsAsync<string>(
            app.Fjellvik,
            "select concat_ws(' ', state, version) from item where kind = 'input' and parent = @Meeting",
            new { world.Meeting }
        );
}
