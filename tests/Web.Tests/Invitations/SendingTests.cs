using System.Globalization;
using Flette.Kit;
using Flette.Web.Tests.Delivery;

namespace Flette.Web.Tests.Invitations;

/// <summary>An invitation from the coordinator's press to the calendar and back by the link.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task Those_with_an_address_get_one_mail_with_a_neutral_calendar_and_the_others_are_to_be_rung()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        var page = await world.DeskAsync("/innkall");
        Assert.True(page.Says("Tor Berge"), page.Text);
        Assert.True(page.Says("får ingen e-post"), page.Text);
        Assert.True(page.Says("Siv Moen"), page.Text);
        page = await page.Form("Send").PressAsync();
        Assert.True(page.Says("E-posten går om 30 sekunder"), page.Text);

        var mail = await world.MailAsync();
        Assert.Equal(InvitationWorld.Address, Assert.Single(mail.Envelope.To));
        Assert.StartsWith("Møte ", mail.Subject, StringComparison.Ordinal);
        Assert.Equal("REQUEST", mail.CalendarMethod);
        Assert.Equal("Møte", mail.CalendarLine("SUMMARY"));
        Assert.Equal("0", mail.CalendarLine("SEQUENCE"));
        Assert.Equal("mailto:" + InvitationWorld.Address, mail.CalendarLine("ATTENDEE"));
        Assert.Equal("mailto:flette@fjellvik.example.no", mail.CalendarLine("ORGANIZER"));
        Assert.Null(mail.CalendarLine("LOCATION"));
        var day = app.Clock.Today().AddDays(20).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        Assert.Equal(day + "T090000", mail.CalendarLine("DTSTART"));
        Assert.NotEqual(world.Meeting.ToString(), mail.CalendarLine("UID"));
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Contains("method=REQUEST", mail.Envelope.Source, StringComparison.Ordinal);
        foreach (var word in new[] { "Oda", "Linn", "Siv", "Nordli", "skole", "Grendehuset", "ansvarsgruppe" })
        {
            Assert.DoesNotContain(word, mail.Subject + mail.Text + mail.Calendar, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Empty(app.Post.Taken.Skip(1));
    }

    [Fact]
    public async Task One_press_on_the_link_answers_and_can_be_undone()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await world.SendAsync();
        var card = await world.OpenAsync(await world.MailAsync());
        Assert.Equal("Møte", card.Heading);
        Assert.True(card.Says("Grendehuset"), card.Text);
        Assert.True(card.Says("kl. 09.00–10.30"), card.Text);
        foreach (var word in new[] { "Oda", "Linn", "Siv", "Nordli" })
        {
            Assert.False(card.Says(word), word);
        }
        Assert.Empty(await world.RepliesAsync());

        var thanks = await card.Form("Jeg kommer").PressAsync();
        Assert.Equal("Takk, Tor. Svaret er lagret.", thanks.Heading);
        Assert.Equal(["coming 1 link"], await world.RepliesAsync());
        Assert.True((await world.DeskAsync()).Says("Tor Berge kommer"), (await world.DeskAsync()).Text);

        var more = await thanks
            .Form("Send")
            .Fill("En linje til den som sendte lenken", "Kommer ti minutter seint.")
            .PressAsync();
        Assert.Equal(["coming 2 link"], await world.RepliesAsync());
        Assert.True((await world.DeskAsync()).Says("Kommer ti minutter seint."));

        await more.Form("Angre og svar på nytt").PressAsync();
        Assert.Equal(["coming 3 link"], await world.RepliesAsync());
        var again = await world.OpenAsync(app.Post.Taken[0]);
        await again.Form("Jeg kan ikke").PressAsync();
        Assert.Equal(["declined 4 link"], await world.RepliesAsync());
        Assert.True((await world.DeskAsync()).Says("kan ikke"));
    }

    [Fact]
    public async Task Taken_back_within_thirty_seconds_nothing_leaves_and_nobody_is_asked()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        var sent = await world.SendAsync();
        var undone = await sent.Form("Angre").PressAsync();
        Assert.True(undone.Says("Angret. Ingenting ble sendt."), undone.Text);
        Assert.True(undone.Says("får innkalling"), undone.Text);
        await app.LaterAsync(TimeSpan.FromDays(30));
        Assert.Empty(app.Post.Taken);
        Assert.Equal(["meeting undone", "meeting-reminder undone"], await world.OutboxAsync());
    }

    [Fact]
    public async Task Without_a_yes_to_a_plan_nothing_is_sent()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await world.SendAsync();
        await world.Links.Plan.WithdrawAsync();
        await app.LaterAsync(TimeSpan.FromSeconds(31));
        Assert.Empty(app.Post.Taken);
        var page = await world.DeskAsync("/innkall");
        Assert.True(page.Says("sendes ingenting"), page.Text);
        Assert.Empty(page.Document.QuerySelectorAll("main form[method=post]"));
    }

    [Fact]
    public async Task The_family_answers_its_next_meeting_with_one_tap_and_the_coordinator_is_told()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        var home = await world.HomeAsync();
        var after = await home.Form("Vi vil endre").PressAsync();
        Assert.True(after.Says("Koordinatoren har fått vite det"), after.Text);
        var linn = world.Links.Plan.Linn;
        Assert.Equal(["wants-change 1 member"], await world.RepliesAsync(linn));
        using var desk = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var today = await desk.OpenAsync("/i-dag");
        Assert.True(today.Says("vil endre møtet"), today.Text);
        today = await today.Form("Sett: svaret om møtet fra Linn Nordli").PressAsync();
        Assert.False(today.Says("vil endre møtet"), today.Text);
        await (await world.HomeAsync()).Form("Angre svaret").PressAsync();
        await (await world.HomeAsync()).Form("Jeg kommer").PressAsync();
        Assert.True((await world.DeskAsync()).Says("Linn Nordli kommer"));
    }

    [Fact]
    public async Task An_answer_by_telephone_is_written_down_and_marked()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        var form = (await world.DeskAsync("/svar?for=" + world.Links.Siv)).Form("Lagre svaret");
        var page = await form.Choose("Hva var svaret?", "Kommer").PressAsync();
        Assert.True(page.Says("Siv Moen kommer skrevet inn på vegne av Siv"), page.Text);
        Assert.Equal(["coming 1 staff"], await world.RepliesAsync(world.Links.Siv));
    }
}
