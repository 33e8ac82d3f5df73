using System.Net;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.Print;

/// <summary>Whoever wants paper gets paper (issue 3, 7): no mail, a sheet to answer on by pen, and the coordinator writes it down.</summary>
public sealed class HandTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task A_teacher_who_wants_paper_is_sent_no_mail_and_gets_the_same_on_a_sheet()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var open = await coordinator.OpenAsync(world.Send);
        Assert.True(open.Says("tor.berge@example.no"), open.Text);
        var team = await coordinator.OpenAsync($"/f/{world.Family.Id}/deltaker/{world.Tor}");
        await team.Form("Lagre").Set("Input.Channels[0]", nameof(Channel.Paper)).PressAsync();

        var send = await coordinator.OpenAsync(world.Send);
        Assert.True(send.Says("vil ha det på papir") && !send.Says("tor.berge@example.no"), send.Text);
        var sheet = await send.FollowAsync("Skriv ut arket til Tor Berge, Skolen");
        Assert.True(sheet.Says("Lager en rolig krok") && sheet.Says("Til Tor Berge."), sheet.Text);
        foreach (var box in new[] { "Gjort", "I gang", "Trenger hjelp", "Kan ikke" })
        {
            Assert.Contains(sheet.Document.QuerySelectorAll(".fl-print-boxes li"), b => PageWords.Text(b) == box);
        }
        Assert.False(sheet.Says("Siv Moen"), sheet.Text);
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("vil ha det på papir"), today.Text);
        Assert.Equal("Dette står på deg", (await today.FollowAsync("Skriv ut arket til Tor Berge, Skolen")).Heading);

        // A form that was open when he changed his mind sends him nothing all the same.
        await open.Form("Send").PressAsync();
        Assert.Equal(
            0,
            await app.App.ScalarAsync<int>(
                app.Fjellvik,
                "select count(*)::int from outbox where family = @Id",
                new { world.Family.Id }
            )
        );
        var none = await coordinator.GetAsync($"{world.Send}/{Guid.NewGuid()}/utskrift");
        Assert.Equal(HttpStatusCode.NotFound, none.Status);
    }

    [Fact]
    public async Task What_is_asked_before_a_meeting_is_asked_on_paper_too_and_a_child_reads_first_who_will_know()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var meeting = await world.Family.PlannedMeetingAsync(world.Plan.Oda, "Oda Nordli");
        var here = $"/f/{world.Family.Id}/mote/{meeting}/innspill";
        var ask = await coordinator.OpenAsync(here);
        var lines = await ask.FollowAsync("Skriv ut spørsmålene til Siv");
        Assert.True(lines.Says("Slik er det nå") && lines.Says("Dette trenger vi av de andre"), lines.Text);
        var own = await coordinator.OpenAsync($"{here}/{world.Plan.Oda}/utskrift");
        var headings = own.Document.QuerySelectorAll("main h2").Select(PageWords.Text).ToList();
        Assert.Equal("Først: Hvem skal få vite det du skriver?", headings[0]);
        Assert.True(own.Says("116 111") && !own.Says("Slik er det nå"), own.Text);
        var adult = await coordinator.OpenAsync($"{here}/{world.Plan.Linn}/utskrift");
        Assert.True(adult.Says("Hva vil du ta opp?") && adult.Says("Hjemme hos oss"), adult.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"{here}/{Guid.NewGuid()}/utskrift")).Status);
        using var linn = await app.App.MemberAsync(app.Fjellvik, world.Plan.Linn);
        Assert.Equal(HttpStatusCode.NotFound, (await linn.GetAsync($"{here}/{world.Plan.Oda}/utskrift")).Status);
    }
}
