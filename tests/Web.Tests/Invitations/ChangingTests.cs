using System.Globalization;
using Flette.Kit;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Tests.Delivery;

namespace Flette.Web.Tests.Invitations;

/// <summary>A meeting that moves, one that is not held, someone who is there no longer, and the reminder the day before.</summary>
public sealed class ChangingTests
{
    [Fact]
    public async Task A_moved_meeting_is_told_with_a_raised_sequence_and_the_old_link_shows_the_new_time()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await world.SendAsync();
        var first = await world.MailAsync();
        await (await world.OpenAsync(first)).Form("Jeg kommer").PressAsync();
        var day = app.Clock.Today().AddDays(22);
        var sent = await (await world.DeskAsync("/endre")).Form("Lagre").Fill("Dag", day).PressAsync();
        Assert.True(sent.Says("E-posten går om 30 sekunder"), sent.Text);
        var update = await world.MailAsync();
        Assert.StartsWith("Møte: ny tid, ", update.Subject, StringComparison.Ordinal);
        Assert.Equal(("REQUEST", "1"), (update.CalendarMethod, update.CalendarLine("SEQUENCE")));
        Assert.Equal(first.CalendarLine("UID"), update.CalendarLine("UID"));
        Assert.StartsWith(
            day.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            update.CalendarLine("DTSTART"),
            StringComparison.Ordinal
        );
        var card = await world.OpenAsync(first);
        Assert.True(card.Says("Møtet har fått ny tid. Svar på nytt."), card.Text);
        Assert.True((await world.DeskAsync()).Says("har ikke svart på den nye tiden"));
        await card.Form("Jeg kommer").PressAsync();
        Assert.True((await world.DeskAsync()).Says("Tor Berge kommer"));
    }

    [Fact]
    public async Task Changed_while_somebody_answers_the_answer_is_asked_for_again()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await world.SendAsync();
        var card = await world.OpenAsync(await world.MailAsync());
        await (await world.DeskAsync("/endre")).Form("Lagre").Fill("Klokka", "14–15").PressAsync();
        var again = await card.Form("Jeg kommer").PressAsync();
        Assert.True(again.Says("Møtet ble endret samtidig"), again.Text);
        Assert.True(again.Says("kl. 14.00–15.00"), again.Text);
        Assert.Empty(await world.RepliesAsync());
    }

    [Fact]
    public async Task A_meeting_that_is_not_held_is_taken_out_of_calendars_and_its_link_says_so()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await world.SendAsync();
        var first = await world.MailAsync();
        await (await world.DeskAsync("/endre")).Form("Møtet blir ikke holdt").PressAsync();
        var off = await world.MailAsync();
        Assert.Equal(("CANCEL", "1"), (off.CalendarMethod, off.CalendarLine("SEQUENCE")));
        Assert.Equal("CANCELLED", off.CalendarLine("STATUS"));
        Assert.Equal(first.CalendarLine("UID"), off.CalendarLine("UID"));
        Assert.Equal("Møtet blir ikke holdt", (await world.OpenAsync(first)).Heading);
        Assert.Equal("Møtet blir ikke holdt", (await world.OpenAsync(off)).Heading);
        await app.LaterAsync(TimeSpan.FromDays(30));
        Assert.Equal(2, app.Post.Taken.Count);
    }

    [Fact]
    public async Task Whoever_is_taken_off_the_list_or_out_of_the_team_is_told_that_it_is_off_for_her()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await world.SendAsync();
        await world.MailAsync();
        using var desk = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var person = await desk.OpenAsync($"/f/{world.Family.Id}/deltaker/{world.Tor}");
        var end = person.Document.QuerySelectorAll("main form[method=post] button").Select(b => b.TextContent.Trim());
        await person.Form(end.First(t => t.StartsWith("Avslutt", StringComparison.Ordinal))).PressAsync();
        var off = await world.MailAsync();
        Assert.Equal("CANCEL", off.CalendarMethod);
        Assert.Equal(InvitationWorld.Address, off.To);
        Assert.DoesNotContain("/l/", off.Text, StringComparison.Ordinal);
        await app.LaterAsync(TimeSpan.FromDays(30));
        Assert.Equal(2, app.Post.Taken.Count);
    }

    [Fact]
    public async Task The_day_before_at_nine_a_reminder_with_a_link_of_its_own_goes_to_those_who_have_not_said_no()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await world.SendAsync();
        var first = await world.MailAsync();
        var nine = Reminders.Instant(app.Clock.Today().AddDays(19).ToDateTime(new TimeOnly(9, 0)));
        await app.LaterAsync(nine - TimeSpan.FromMinutes(1) - app.Clock.GetUtcNow());
        Assert.Single(app.Post.Taken);
        await app.LaterAsync(TimeSpan.FromMinutes(1));
        var reminder = await app.Post.NextAsync();
        Assert.StartsWith("Møte i morgen, ", reminder.Subject, StringComparison.Ordinal);
        Assert.Null(reminder.Calendar);
        Assert.NotEqual(Link(first.Text), Link(reminder.Text));
        Assert.Equal("Møte", (await world.OpenAsync(reminder)).Heading);
        // Who gets no mail is to be rung.
        using var desk = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var today = await desk.OpenAsync("/i-dag");
        Assert.True(today.Says("Ring om møtet i morgen"), today.Text);
        Assert.True(today.Says("Siv Moen"), today.Text);
    }

    [Fact]
    public async Task Nobody_who_cannot_come_is_reminded()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        await world.SendAsync();
        await (await world.OpenAsync(await world.MailAsync())).Form("Jeg kan ikke").PressAsync();
        await app.LaterAsync(TimeSpan.FromDays(19));
        Assert.Single(app.Post.Taken);
        Assert.Equal(["meeting sent", "meeting-reminder undone"], await world.OutboxAsync());
    }

    [Theory]
    [InlineData(2027, 3, 28, 7)]
    [InlineData(2026, 10, 25, 8)]
    [InlineData(2026, 12, 1, 8)]
    public void Nine_is_nine_on_the_wall_also_when_the_clock_has_been_turned(int year, int month, int day, int utc) =>
        Assert.Equal(
            new DateTimeOffset(year, month, day, utc, 0, 0, TimeSpan.Zero),
            Reminders.Instant(new DateTime(year, month, day, 9, 0, 0))
        );

    [Fact]
    public async Task With_the_mail_server_away_the_invitation_waits_and_goes_once()
    {
        await using var app = await Mailing.StartAsync(mailServer: false);
        using var world = await InvitationWorld.MakeAsync(app);
        await world.SendAsync();
        await app.LaterAsync(TimeSpan.FromSeconds(31));
        Assert.True((await world.DeskAsync("/innkall")).Says("går snart"));
        await app.Post.OpenAsync();
        await app.LaterAsync(TimeSpan.FromHours(1));
        Assert.Equal("REQUEST", (await app.Post.NextAsync()).CalendarMethod);
        Assert.Single(app.Post.Taken);
    }

    private static string Link(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Single(l => l.Contains("/l/", StringComparison.Ordinal));
}
