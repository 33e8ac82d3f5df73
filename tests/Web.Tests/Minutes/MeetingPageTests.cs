using System.Net;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>The page of a meeting: who was there, its points, what was agreed, and the ways to it.</summary>
public sealed class MeetingPageTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Held = "Ansvarsgruppemøte 12. mars";

    [Fact]
    public async Task A_meeting_tells_who_was_there_its_points_and_what_was_agreed_under_each()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        await KeepAsync(world);
        var page = await (await world.Kari.OpenAsync($"/f/{world.Family.Id}")).FollowAsync(
            "Ansvarsgruppemøte, torsdag 12. mars"
        );
        Assert.Equal(Held, page.Heading);
        foreach (var words in new[] { "12. mars", "kl. 12.00–13.30", "Åsen skole" })
        {
            Assert.True(page.Says(words), $"{words}: {page.Text}");
        }
        Assert.Equal(["Silje Berg", "Tor Hegge", "Kari Koordinator"], List(page, "h-there"));
        Assert.Equal(["Ida Moe"], List(page, "h-away"));
        Assert.Equal("Skolehverdagen", PageWords.Text(page.Document.QuerySelector("[aria-labelledby=h-points] h3")));
        Assert.Equal(
            ["sender tilrådning til skolenTor Hegge, PPT · frist 20. mars", "ringer SFOSilje Berg · uten frist"],
            page.Document.QuerySelectorAll("[aria-labelledby=h-points] li p").Select(PageWords.Text)
        );

        // On to each of what it names.
        Assert.Equal("Silje Berg", (await page.FollowAsync("Silje Berg")).Heading);
        Assert.Equal("Ida Moe", (await page.FollowAsync("Ida Moe")).Heading);
        var agreement = await page.FollowAsync("ringer SFO");
        Assert.Equal("ringer SFO", agreement.Form("Lagre avtalen").Value("Hva skal gjøres?"));
        var minutes = await page.FollowAsync("Referatet");
        Assert.True(minutes.Says("Vi prater mer om rommet"), minutes.Text);
        Assert.Equal(page.Path, (await minutes.FollowAsync("Se møtet")).Path);
        var history = await page.FollowAsync("Slik ble det til");
        Assert.True(history.Says("Ikke til stedeIda Moe"), history.Text);
        Assert.Equal(page.Path, (await history.FollowAsync("Møte")).Path);
        Assert.Contains("see-minutes ok", await app.App.LogAsync(app.Fjellvik, world.Family.Id));
    }

    [Fact]
    public async Task The_plan_leads_to_the_last_meeting_and_to_the_next()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var text = MinutesWorld.Text.Replace("23. april 2026", "23. oktober 2026", StringComparison.Ordinal);
        await KeepAsync(world, text);
        await world.Family.SayYesAsync(world.Even, world.Silje);
        await world.Family.AgreementAsync("Måle opp rommet", [world.Even], world.Silje);
        var plan = await world.Kari.OpenAsync($"/f/{world.Family.Id}/plan");
        Assert.Equal(Held, (await plan.FollowAsync("møtet 12. mars")).Heading);
        var next = await plan.FollowAsync(PageWords.Name(plan.Document.QuerySelector("p b a[href*=mote]")!));
        Assert.Equal("Ansvarsgruppemøte 23. oktober", next.Heading);
        Assert.True(next.Says("Planlagt") && next.Says("Hvem er invitert"), next.Text);
        Assert.True(next.Says("Før møtet") && next.Says("ingen er spurt"), next.Text);
        Assert.False(next.Says("Legg inn referatet"), next.Text);
    }

    [Fact]
    public async Task Only_those_who_coordinate_the_family_have_it()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        await KeepAsync(world);
        var id = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select id from item where family = @Id and kind = 'meeting' and state = 'held'",
            new { world.Family.Id }
        );
        var other = await app.World(app.Fjellvik).FamilyAsync("Dal");
        using var stranger = await app.StaffAsync(app.Fjellvik, other.Coordinator);
        using var officer = await app.StaffAsync(app.Fjellvik, world.Family.Officer);
        using var mother = await app.MemberAsync(app.Fjellvik, world.Silje);
        foreach (var asker in new[] { stranger, officer, mother })
        {
            await asker.OpenAsync($"/f/{world.Family.Id}/mote/{id}", HttpStatusCode.NotFound);
        }
        await stranger.OpenAsync($"/f/{other.Id}/mote/{id}", HttpStatusCode.NotFound);
        await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        // Another item of the family is no meeting.
        await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/{await MinutesAsync(world)}", HttpStatusCode.NotFound);
    }

    private static async Task KeepAsync(MinutesWorld world, string text = MinutesWorld.Text) =>
        await (await world.PasteAsync(text)).Form("Lagre i arbeidsnotatet").PressAsync();

    private Task<Guid> MinutesAsync(MinutesWorld world) =>
        app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select id from item where family = @Id and kind = 'minutes'",
            new { world.Family.Id }
        );

    private static List<string> List(Page page, string section) =>
        page.Document.QuerySelectorAll($"[aria-labelledby={section}] li").Select(PageWords.Text).ToList();
}
