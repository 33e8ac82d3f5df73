using Flette.Kit;
using Flette.Web.Tests;
using Microsoft.Playwright;

namespace Flette.Browser.Tests.Stories;

/// <summary>The round of a meeting as those in it live it: each in her own browser, from the year that says it is time to what each reads after.</summary>
public sealed class MeetingStoryTests(BareApp app, Chromium chromium) : IClassFixture<BareApp>
{
    /// <summary>Needs-coordinator, scenario 1: asked, prepared, invited, held, read aloud, published and answered.</summary>
    [Fact]
    public async Task The_autumn_meeting_from_the_year_to_what_each_reads_after()
    {
        var cast = await Cast.MakeAsync(app, chromium);
        var (family, silje, tor) = (cast.Family, cast.Silje, cast.Tor);
        await using var kari = await cast.CoordinatorAsync();
        await kari.StartAsync($"/f/{family.Id}/arshjul");
        await kari.PressAsync("Sett opp høstmøtet 2026");
        await kari.PressAsync("Lagre");
        var meeting = new Uri(kari.Page.Url).AbsolutePath;
        var id = Guid.Parse(meeting.Split('/')[^1]);

        // The family first, then each service.
        await kari.PressAsync("Innspill og tid");
        await kari.PressAsync("Spør");
        Assert.True(
            await kari.ReadsAsync("e-poster går om 30 sekunder") || await kari.ReadsAsync("E-posten går om 30 sekunder")
        );
        await using var mother = await cast.MemberAsync(silje);
        await mother.StartAsync("/min-familie/mote");
        await mother.WriteAsync("Hva vil du ta opp?", "Hvem henter når skolen ringer?");
        await mother.PressAsync("Ta det opp");
        await using var teacher = await cast.LinkAsync("input", tor);
        await teacher.WriteAsync("Slik er det nå", "Even er på skolen fire av fem dager.");
        await teacher.PressAsync("Send");
        Assert.Equal("Takk, Tor", await teacher.HeadingAsync());

        await kari.StartAsync(meeting);
        Assert.True(await kari.ReadsAsync("har svart") && await kari.ReadsAsync("1 sak fra familien"));
        await kari.PressAsync("Sakliste");
        Assert.True(
            await kari.ReadsAsync("Hvem henter når skolen ringer?") && await kari.ReadsAsync("fire av fem dager")
        );
        await kari.StartAsync(meeting);
        await kari.PressAsync("Send innkalling");
        await kari.PressAsync("Send");
        await using var invited = await cast.LinkAsync("meeting", tor);
        await invited.PressAsync("Jeg kommer");

        // In the meeting: the agenda beside the minutes, one line for each thing said.
        await kari.StartAsync(meeting + "/skriv");
        Assert.True(await kari.ReadsAsync("kommer"));
        await Cast.AllHereAsync(kari);
        await Cast.TypeAsync(kari, "# Hvem henter når skolen ringer?", 1);
        await Cast.TypeAsync(kari, "= Skolen ringer bestemor først", 2);
        await Cast.TypeAsync(kari, "! skriver det i planen for dagen, tor 30/10", 3);
        await using var screen = await cast.CoordinatorAsync();
        await screen.StartAsync(meeting + "/skjerm");
        var shown = await screen.Page.Locator("body").InnerTextAsync();
        Assert.Contains("Skolen ringer bestemor først", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("fire av fem dager", shown, StringComparison.Ordinal);
        await kari.PressAsync("Les opp");
        await kari.LeaveAsync(() => kari.Page.GetByText("Sier ja").First.ClickAsync());
        await kari.PressAsync("Familien er enig i alle");
        await kari.PressAsync("Avslutt møtet og ta inn 1 avtale");

        // Sent before anybody leaves the room, each her own.
        await kari.PressAsync("Publiser referatet");
        Assert.True(await kari.ReadsAsync("tor@example.no"));
        await kari.PressAsync("Publiser og send");
        Assert.True(await kari.ReadsAsync("Publisert"));
        await using var after = await cast.LinkAsync("agreements", tor);
        Assert.False(await after.ReadsAsync("planen for dagen"));
        await after.PressAsync("I gang");
        await mother.StartAsync("/min-familie/referat");
        Assert.True(await mother.ReadsAsync("Skolen ringer bestemor først") && await mother.ReadsAsync("Tor Hegge"));
        await kari.StartAsync($"/f/{family.Id}/plan");
        Assert.True(await kari.ReadsAsync("Skriver det i planen for dagen") && await kari.ReadsAsync("I gang"));
        Assert.Equal(
            1,
            await app.App.ScalarAsync<int>(
                app.Fjellvik,
                "select count(*)::int from item where kind = 'agreement' and parent = @id",
                new { id }
            )
        );
    }

    /// <summary>Published by mistake: taken back in the same half minute nothing has left; put right, it is published anew.</summary>
    [Fact]
    public async Task What_was_published_too_early_is_taken_back_put_right_and_published_anew()
    {
        var cast = await Cast.MakeAsync(app, chromium);
        var (family, silje) = (cast.Family, cast.Silje);
        await using var kari = await cast.CoordinatorAsync();
        await kari.StartAsync($"/f/{family.Id}/mote/nytt");
        await kari.PressAsync("Lagre");
        var meeting = new Uri(kari.Page.Url).AbsolutePath.Replace("/skriv", "", StringComparison.Ordinal);
        await Cast.AllHereAsync(kari);
        await Cast.TypeAsync(kari, "= Even begynner klokka ni", 1);
        await kari.PressAsync("Avslutt møtet");
        await kari.PressAsync("Publiser referatet");
        await kari.LeaveAsync(() =>
            kari.Page.GetByRole(AriaRole.Button, new() { Name = "Publiser", Exact = true }).ClickAsync()
        );
        await kari.PressAsync("Trekk tilbake");
        await using var mother = await cast.MemberAsync(silje);
        await mother.StartAsync("/min-familie/referat");
        Assert.False(await mother.ReadsAsync("klokka ni"));

        await kari.StartAsync(meeting + "/skriv");
        await kari.LeaveAsync(() => kari.Page.GetByText("Rett", new() { Exact = false }).First.ClickAsync());
        await kari.WriteAsync("Linjen", "= Even begynner klokka ti");
        await kari.PressAsync("Lagre");
        await kari.StartAsync(meeting + "/publiser");
        await kari.PressAsync("Publiser på nytt");
        await mother.StartAsync("/min-familie/referat");
        Assert.True(await mother.ReadsAsync("klokka ti"));
        Assert.False(await mother.ReadsAsync("klokka ni"));
    }
}
