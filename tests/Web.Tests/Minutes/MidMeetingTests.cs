using System.Net;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Invitations;

namespace Flette.Web.Tests.Minutes;

/// <summary>What happens around a meeting while it is held: somebody leaves the team, a link is opened, two have one name.</summary>
public sealed class MidMeetingTests
{
    [Fact]
    public async Task Who_is_taken_out_of_the_team_keeps_her_lines_and_is_sent_nothing_more()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        using var kari = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var live = await kari.OpenAsync(world.Url + "/skriv");
        live = await live.Form("Skriv linjen").Set("Typed", "! ringer SFO, tor berge 30/9").PressAsync();
        Assert.Empty(live.Errors);
        var team = await kari.OpenAsync($"/f/{world.Family.Id}/deltaker/{world.Tor}");
        await team.Form("Avslutt deltakelsen til Tor").PressAsync();

        // The line that names him stands; a new one asks who is meant, with the text still there.
        live = await kari.OpenAsync(world.Url + "/skriv");
        Assert.True(live.Says("Ringer SFO"), live.Text);
        var asked = await live.Form("Skriv linjen").Set("Typed", "! sender planen, siv 1/10").PressAsync();
        Assert.Empty(asked.Errors);
        var ended = await asked.Form(asked.Document.QuerySelector("form[action*='End'] button")!).PressAsync();
        Assert.Empty(ended.Errors);
        Assert.True(ended.Says("Ringer SFO") && ended.Says("Sender planen"), ended.Text);

        // Nothing is offered to be sent to him, and nothing has been.
        var publish = await kari.OpenAsync(world.Url + "/publiser");
        Assert.False(publish.Says(InvitationWorld.Address), publish.Text);
        await app.LaterAsync(TimeSpan.FromMinutes(2));
        Assert.Empty(app.Post.Taken);
        Assert.False((await kari.OpenAsync($"/f/{world.Family.Id}/send")).Says(InvitationWorld.Address));
    }

    [Fact]
    public async Task A_link_that_is_opened_while_the_meeting_runs_still_answers_and_shows_nothing_of_it()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app, days: 2);
        await world.SendAsync();
        var mail = await world.MailAsync();
        await app.LaterAsync(TimeSpan.FromDays(2));
        using var kari = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var live = await kari.OpenAsync(world.Url + "/skriv");
        live = await live.Form("Skriv linjen").Set("Typed", "= Oda begynner klokka ni").PressAsync();
        Assert.Empty(live.Errors);
        var card = await world.OpenAsync(mail);
        Assert.False(card.Says("klokka ni") || card.Says("Oda"), card.Text);
        var said = await card.Form("Jeg kommer").PressAsync();
        Assert.Empty(said.Errors);
        Assert.Equal(["coming 1 link"], await world.RepliesAsync());
        Assert.True((await kari.OpenAsync(world.Url + "/skriv")).Says("kommer"));
    }

    [Fact]
    public async Task Two_of_one_name_in_the_team_are_told_apart_before_one_is_given_a_line()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        var other = await world.Family.ParticipantAsync("Tor Berge", Topic.School, false, world.Links.Plan.Oda);
        using var kari = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var live = await kari.OpenAsync(world.Url + "/skriv");
        var asked = await live.Form("Skriv linjen").Set("Typed", "! ringer SFO, tor berge 30/9").PressAsync();
        Assert.NotEmpty(asked.Errors);
        Assert.Equal("! ringer SFO, tor berge 30/9", asked.Form("Skriv linjen").Value("Ny linje"));
        var choices = asked
            .Document.QuerySelectorAll(".fl-write button[value]")
            .Where(b => Guid.TryParse(b.GetAttribute("value"), out var id) && (id == other || id == world.Tor))
            .Select(PageWords.Text)
            .ToList();
        Assert.Equal(2, choices.Count);
        Assert.Equal(2, choices.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(HttpStatusCode.OK, asked.Status);
    }
}
