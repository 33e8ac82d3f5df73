using Flette.Kit;

namespace Flette.Web.Tests.SeveralPlans;

/// <summary>
/// A meeting is shared where the family wants it: what is said in it lands in the plan of whom it is about, and of a meeting for one
/// plan nothing lands in another.
/// </summary>
public sealed class SharedMeetingTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Which = "Hvilke planer gjelder møtet?";

    [Fact]
    public async Task Lines_of_a_shared_meeting_land_each_in_the_right_plan()
    {
        var world = await (await SiblingsWorld.MakeAsync(app.App)).BothAsync();
        using var kari = await world.KariAsync();
        var form = await (await kari.OpenAsync(world.Url)).FollowAsync("Nytt møte");
        var asked = await form.Form("Lagre").PressAsync();
        Assert.Equal(["Velg hvilke planer møtet gjelder."], asked.Errors);
        var page = await asked
            .Form("Lagre")
            .Tick("Planen til Oda", group: Which)
            .Tick("Planen til Per", group: Which)
            .PressAsync();
        var publish = await HoldAsync(
            kari,
            page,
            "Oda trives i klassen.",
            "Per liker svømming.",
            "! lager en rolig krok til Oda, Tor Berge 30/9",
            "! ringer svømmehallen for Per, Siv Moen 30/9",
            "! søker om avlastning for Linn, Linn Lie 30/9"
        );
        Assert.Equal(
            [
                "Kommer i: Planen til Oda",
                "Kommer i: Planen til Per",
                "Avtalen kommer i: Planen til Oda",
                "Avtalen kommer i: Planen til Per",
                "Avtalen kommer i: Planen til Oda og planen til Per",
            ],
            Lands(publish)
        );
        var done = await publish.Form("Publiser og send").PressAsync();
        Assert.True(done.Says("Publisert 15. september"), done.Text);
        var oda = await kari.OpenAsync(await world.PageAsync(world.Oda));
        var per = await kari.OpenAsync(await world.PageAsync(world.Per));
        Assert.Equal((true, false, true), Shows(oda));
        Assert.Equal((false, true, true), Shows(per));
        Assert.Equal(["Oda trives i klassen. Oda", "Per liker svømming. Per"], await PublishedAsync(world));
        var meeting = await kari.OpenAsync(page.Path.Replace("/skriv", "", StringComparison.Ordinal));
        Assert.True(
            meeting.Says("Planen til Oda og planen til Per. Familien vil ta planene i samme møte."),
            meeting.Text
        );
        // The next meeting begins with what the family wanted last.
        var next = (await (await kari.OpenAsync(world.Url)).FollowAsync("Nytt møte")).Form("Lagre");
        Assert.Equal(2, next.Sent().Count(f => f.Name == "Input.Plans"));
        // One yes withdrawn: the meeting and what both had is the other's.
        await world.WithdrawAsync(world.Linn, world.Oda);
        Assert.Equal((true, false, false), Shows(await kari.OpenAsync(await world.PageAsync(world.Oda))));
        Assert.Equal((false, true, true), Shows(await kari.OpenAsync(await world.PageAsync(world.Per))));
    }

    [Fact]
    public async Task A_meeting_for_one_plan_puts_nothing_in_the_other()
    {
        var world = await (await SiblingsWorld.MakeAsync(app.App)).BothAsync();
        using var kari = await world.KariAsync();
        var form = await (await kari.OpenAsync(world.Url)).FollowAsync("Nytt møte");
        var page = await form.Form("Lagre").Tick("Planen til Oda", group: Which).PressAsync();
        var publish = await HoldAsync(
            kari,
            page,
            // Nothing says whom it is about: the meeting is for Oda's plan.
            "Trives i klassen.",
            "! søker om avlastning for Linn, Linn Lie 30/9",
            "! ringer svømmehallen for Per, Siv Moen 30/9"
        );
        Assert.Equal(
            ["Kommer i: Planen til Oda", "Avtalen kommer i: Planen til Oda", "Avtalen kommer i: Utenfor planene"],
            Lands(publish)
        );
        await publish.Form("Publiser og send").PressAsync();
        Assert.Equal((false, false, true), Within(await kari.OpenAsync(await world.PageAsync(world.Oda))));
        Assert.Equal((false, false, false), Within(await kari.OpenAsync(await world.PageAsync(world.Per))));
        // Nor when something opens or closes later.
        await world.Family.SayYesAsync(null, world.Linn);
        Assert.Equal((false, false, false), Within(await kari.OpenAsync(await world.PageAsync(world.Per))));
        Assert.Equal((false, false, false), Within(await kari.OpenAsync(await world.PageAsync(null))));
        Assert.True(
            (await kari.OpenAsync(page.Path.Replace("/skriv", "", StringComparison.Ordinal))).Says("Planen til Oda")
        );
    }

    [Fact]
    public async Task What_is_about_one_whose_plan_is_withdrawn_stays_in_the_notes_and_the_rest_is_published()
    {
        var world = await (await SiblingsWorld.MakeAsync(app.App)).BothAsync();
        using var kari = await world.KariAsync();
        var form = await (await kari.OpenAsync(world.Url)).FollowAsync("Nytt møte");
        var page = await form.Form("Lagre")
            .Tick("Planen til Oda", group: Which)
            .Tick("Planen til Per", group: Which)
            .PressAsync();
        await HoldAsync(
            kari,
            page,
            "Oda trives i klassen.",
            "Per liker svømming.",
            "! lager en rolig krok til Oda, Tor Berge 30/9",
            "! ringer svømmehallen for Per, Siv Moen 30/9"
        );
        await world.WithdrawAsync(world.Rune, world.Oda);
        var publish = await kari.OpenAsync(page.Path.Replace("/skriv", "/publiser", StringComparison.Ordinal));
        Assert.True(publish.Says("Blir i arbeidsnotatet: planen den hører til, er ikke åpen."), publish.Text);
        Assert.DoesNotContain("tor.berge", publish.Text, StringComparison.OrdinalIgnoreCase);
        var refused = await publish.Form("Publiser og send").PressAsync();
        Assert.Equal(
            ["Noen linjer er om en som har en plan som ikke er åpen. De blir i arbeidsnotatet til ja-et er der."],
            refused.Errors
        );
        var again = refused.Form("Publiser og send").Tick("Oda trives i klassen.", on: false);
        var shown = await again.PressAsync();
        var done = shown.Says("Publisert 15. september") ? shown : await shown.Form("Publiser og send").PressAsync();
        Assert.True(done.Says("Publisert 15. september"), done.Text);
        Assert.Equal(["Per liker svømming. Per"], await PublishedAsync(world));
    }

    private static async Task<Page> HoldAsync(Browserless kari, Page page, params string[] lines)
    {
        foreach (var line in lines)
        {
            page = await page.Form("Skriv linjen").Set("Typed", line).PressAsync();
            Assert.Empty(page.Errors);
        }
        page = await page.Form("Alle er her").PressAsync();
        var agreements = lines.Count(l => l.StartsWith('!'));
        await page.Form($"Avslutt møtet og ta inn {agreements} avtale{(agreements == 1 ? "" : "r")}").PressAsync();
        return await kari.OpenAsync(page.Path.Replace("/skriv", "/publiser", StringComparison.Ordinal));
    }

    private static List<string> Lands(Page page) =>
        page
            .Document.QuerySelectorAll(".fl-place p")
            .Select(PageWords.Text)
            .Where(t => t.Contains("ommer i:", StringComparison.Ordinal))
            .ToList();

    private static (bool Corner, bool Pool, bool Relief) Shows(Page page) =>
        (page.Says("rolig krok"), page.Says("svømmehallen"), page.Says("avlastning"));

    /// <summary>The same, without what stands outside the plan.</summary>
    private static (bool Corner, bool Pool, bool Relief) Within(Page page)
    {
        page.Document.QuerySelector("section[aria-labelledby=outside]")?.Remove();
        var text = page.Document.Body!.TextContent;
        return (
            text.Contains("rolig krok", StringComparison.Ordinal),
            text.Contains("svømmehallen", StringComparison.Ordinal),
            text.Contains("avlastning", StringComparison.Ordinal)
        );
    }

    /// <summary>The lines the parents read, each with whose plan it stands in.</summary>
    private async Task<List<string>> PublishedAsync(SiblingsWorld world)
    {
        using var linn = await app.MemberAsync(app.Fjellvik, world.Linn);
        var text = (await linn.OpenAsync("/min-familie/referat")).Text;
        var owners = await app.App.RowsAsync<Guid?>(
            app.Fjellvik,
            "select p.recipient from item i join plan p on p.id = any(i.plans) where i.family = @Id and i.kind = 'published-line' and i.state = 'published' and cardinality(i.plans) = 1 order by i.seq",
            new { world.Family.Id }
        );
        return new[] { ("Oda trives i klassen.", world.Oda, "Oda"), ("Per liker svømming.", world.Per, "Per") }
            .Where(l => text.Contains(l.Item1, StringComparison.Ordinal) && owners.Contains(l.Item2))
            .Select(l => $"{l.Item1} {l.Item3}")
            .ToList();
    }
}
