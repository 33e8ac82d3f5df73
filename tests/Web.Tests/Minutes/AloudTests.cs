using Flette.Core.Access;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>What was agreed is read aloud at the end: each says yes to her own, the family for itself, and silence is no yes.</summary>
public sealed class AloudTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task What_all_have_said_yes_to_is_agreed_and_all_else_is_a_proposal()
    {
        using var world = await WorldAsync();
        var page = await WriteAsync(
            world,
            "= Han går alene",
            "! sender kart, tor 30/9",
            "! ringer SFO, silje 1/10",
            "! bestiller time, tor 2/10",
            "! finner en følgevenn"
        );
        page = await page.FollowAsync("Les opp");
        Assert.True(page.Says("Han går alene"), page.Text);
        Assert.Equal(
            ["Silje Berg", "Tor Hegge", "Ingen har den ennå"],
            page.Document.QuerySelectorAll(".fl-aloud h2").Select(PageWords.Text).Take(3)
        );
        page = await page.Form("Familien er enig i alle").PressAsync();
        Assert.True(page.Says("Familien er enig i alle."), page.Text);
        page = await page.Form("Sier ja: Tor Hegge, Sender kart").PressAsync();
        page = await page.Form("Sier ja: Silje Berg, Ringer SFO").PressAsync();
        page = await page.Form("Ikke nå: Tor Hegge, Bestiller time").PressAsync();
        Assert.Equal(2, page.Document.QuerySelectorAll(".fl-aloud [data-color=brand2].fl-status").Length);
        await (await world.Kari.OpenAsync(page.Path.Replace("les-opp", "skriv", StringComparison.Ordinal)))
            .Form("Alle er her")
            .PressAsync();
        page = await world.Kari.OpenAsync(page.Path);
        await page.Form("Avslutt møtet og ta inn 4 avtaler").PressAsync();
        Assert.Equal(["1 open", "2 open", "3 proposed", "4 proposed"], await AgreementsAsync(world));
    }

    [Fact]
    public async Task Without_the_familys_yes_a_services_line_is_a_proposal_and_its_own_is_agreed_by_taking_it()
    {
        using var world = await WorldAsync();
        var page = await (await WriteAsync(world, "! sender kart, tor 30/9", "! ringer SFO, silje 1/10")).FollowAsync(
            "Les opp"
        );
        page = await page.Form("Sier ja: Tor Hegge, Sender kart").PressAsync();
        page = await page.Form("Sier ja: Silje Berg, Ringer SFO").PressAsync();
        await page.Form("Avslutt møtet og ta inn 2 avtaler").PressAsync();
        Assert.Equal(["1 proposed", "2 open"], await AgreementsAsync(world));
    }

    [Fact]
    public async Task A_yes_said_again_is_taken_back_and_is_gone_when_the_line_is_corrected()
    {
        using var world = await WorldAsync();
        var page = await (await WriteAsync(world, "! sender kart, tor 30/9")).FollowAsync("Les opp");
        page = await page.Form("Familien er enig i alle").PressAsync();
        page = await page.Form("Sier ja: Tor Hegge, Sender kart").PressAsync();
        Assert.True(page.Says("Godtatt i møtet"), page.Text);
        page = await page.Form("Sier ja: Tor Hegge, Sender kart").PressAsync();
        Assert.False(page.Says("Godtatt i møtet"), page.Text);
        page = await page.Form("Sier ja: Tor Hegge, Sender kart").PressAsync();
        var stale = await world.Kari.OpenAsync(page.Path);
        var correct = await (await page.FollowAsync("Skriv mer")).FollowAsync("Rett: Sender kart");
        await correct.Form("Lagre").Fill("Linjen", "! sender kart og foto, tor 30/9").PressAsync();
        page = await world.Kari.OpenAsync(page.Path);
        Assert.False(page.Says("Godtatt i møtet"), page.Text);
        // Whoever reads what stood before is told.
        var told = await stale.Form("Ikke nå: Tor Hegge, Sender kart").PressAsync();
        Assert.True(told.Says("samtidig"), told.Text);
    }

    [Fact]
    public async Task An_agreement_is_given_a_goal_and_the_next_meeting_is_planned_from_what_was_said()
    {
        using var world = await WorldAsync();
        await world.Family.SayYesAsync(world.Even, world.Silje);
        var goal = await world.Family.GoalAsync("Gå alene til skolen", world.Even);
        var page = await (await WriteAsync(world, "! sender kart, tor 30/9", "Neste møte 12/11 kl. 9")).FollowAsync(
            "Les opp"
        );
        page = await page.Form("Velg målet: Sender kart").Set("Goal", goal.ToString()).PressAsync();
        Assert.Equal("09.00", page.Form("Sett opp møtet").Value("Klokka (valgfritt)"));
        Assert.Equal("2026-11-12", page.Form("Sett opp møtet").Value("Dag"));
        page = await page.Form("Sett opp møtet").PressAsync();
        Assert.True(page.Says("12. november"), page.Text);
        var meeting = await page.Form("Avslutt møtet og ta inn 1 avtale").PressAsync();
        Assert.True(meeting.Says("mål: Gå alene til skolen"), meeting.Text);
        Assert.Equal(
            ["held", "planned"],
            await app.App.RowsAsync<string>(
                app.Fjellvik,
                "select state from item where family = @Id and kind = 'meeting' order by day",
                new { world.Family.Id }
            )
        );
    }

    private async Task<MinutesWorld> WorldAsync()
    {
        var world = await MinutesWorld.MakeAsync(app);
        await world.Family.ParticipantAsync("Tor Hegge", Topic.School, false);
        return world;
    }

    private static async Task<Page> WriteAsync(MinutesWorld world, params string[] lines)
    {
        var page = await (await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/nytt")).Form("Lagre").PressAsync();
        foreach (var line in lines)
        {
            page = await page.Form("Skriv linjen").Set("Typed", line).PressAsync();
            Assert.Empty(page.Errors);
        }
        return page;
    }

    private async Task<IReadOnlyList<string>> AgreementsAsync(MinutesWorld world) =>
        await app.App.RowsAsync<string>(
            app.Fjellvik,
            "select row_number() over (order by seq) || ' ' || state from item where family = @Id and kind = 'agreement' order by seq",
            new { world.Family.Id }
        );
}
