using System.Net;
using Flette.Core.Access;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>Minutes written in the meeting itself: a form for each line, who is there, and the end that makes agreements.</summary>
public sealed class WritingTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task A_meeting_is_begun_written_line_by_line_and_ended_with_its_agreements()
    {
        using var world = await WorldAsync();
        var page = await BeginAsync(world);
        Assert.True(page.Says("Ingen linjer ennå"), page.Text);
        page = await SayAsync(page, "# Skoleveien");
        page = await SayAsync(page, "Linn forteller at han går alene nå.");
        page = await SayAsync(page, "= Han får gå siste stykket alene");
        page = await SayAsync(page, "! sender kart til Oda, tor 30/9");
        page = await SayAsync(page, "! finner en følgevenn");
        Assert.Equal(
            [
                "Skoleveien",
                "Linn forteller at han går alene nå.",
                "Vi er enige om Han får gå siste stykket alene",
                "Avtale: Sender kart til Oda Tor Hegge · frist onsdag 30. september, om 2 uker Forslag",
                "Avtale: Finner en følgevenn Ingen har den ennå Forslag",
            ],
            Lines(page)
        );
        Assert.Equal(0, await AgreementsAsync(world));
        page = await page.Form("Tor Hegge invitert").PressAsync();
        page = await page.Form("Silje Berg invitert").PressAsync();
        // Whoever writes is there, said with her first line.
        Assert.Contains("Kari Koordinator her", There(page));

        var meeting = await page.Form("Avslutt møtet og ta inn 2 avtaler").PressAsync();
        Assert.Equal("Møte 15. september", meeting.Heading);
        Assert.Equal(5, Lines(meeting).Count);
        Assert.Equal(
            ["Kari Koordinator", "Silje Berg", "Tor Hegge"],
            Names(meeting, "h-there").Order(StringComparer.Ordinal)
        );
        Assert.Equal(["Even Berg", "Nora Berg"], Names(meeting, "h-away").Order(StringComparer.Ordinal));
        Assert.Equal(2, await AgreementsAsync(world));
        // Nobody has said yes to them.
        Assert.Equal(
            ["proposed", "proposed"],
            await app.App.RowsAsync<string>(
                app.Fjellvik,
                "select state from item where family = @Id and kind = 'agreement'",
                new { world.Family.Id }
            )
        );
        var agreement = await meeting.FollowAsync("Avtalen: Sender kart til Oda");
        var form = agreement.Form("Lagre avtalen");
        Assert.Equal("Sender kart til Oda", form.Value("Hva skal gjøres?"));
        Assert.True(agreement.Says("Tor Hegge"), agreement.Text);

        // What is written afterwards is taken in at the next end, and nothing twice.
        page = await meeting.FollowAsync("Skriv videre");
        page = await SayAsync(page, "! ringer SFO, tor i morgen");
        await page.Form("Avslutt møtet og ta inn 1 avtale").PressAsync();
        Assert.Equal(3, await AgreementsAsync(world));
        Assert.Equal(
            ["write-minutes ok"],
            (await app.App.LogAsync(app.Fjellvik, world.Family.Id))
                .Where(l => l.StartsWith("write", StringComparison.Ordinal))
                .Distinct()
        );
    }

    [Fact]
    public async Task A_plan_that_is_withdrawn_takes_nothing_in_from_meetings()
    {
        using var world = await WorldAsync();
        await world.Family.SayYesAsync(world.Even, world.Silje);
        var page = await SayAsync(await BeginAsync(world), "! ringer SFO, tor 30/9");
        page = await page.Form("Alle er her").PressAsync();
        await world.Family.DoAsync(
            Act.RecordPlanYes,
            async write => await Features.Consents.PlanBook.WithdrawAsync(write, world.Silje)
        );
        await (await world.Kari.OpenAsync(page.Path)).Form("Avslutt møtet og ta inn 1 avtale").PressAsync();
        var read = await world.PasteAsync(
            "Møte 12.03.2026\nTil stede: Silje Berg\n\nAvtaler:\n- Silje Berg ringer SFO."
        );
        await read.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.Equal(
            ["work False", "work False"],
            await app.App.RowsAsync<string>(
                app.Fjellvik,
                "select room || ' ' || initcap(in_plan::text) from item where family = @Id and kind = 'agreement'",
                new { world.Family.Id }
            )
        );
    }

    [Fact]
    public async Task A_name_that_fits_two_is_asked_about_with_the_line_still_there()
    {
        using var world = await WorldAsync("Tor Moen");
        var page = await BeginAsync(world);
        var asked = await Form(page).Set("Typed", "! ringer SFO, tor 30/9").PressAsync();
        Assert.Equal(["«tor» kan være flere. Velg hvem det er."], asked.Errors);
        Assert.Equal("! ringer SFO, tor 30/9", Form(asked).Value("Ny linje"));
        // Enter presses the first button of the form: that asks again, and answers nothing.
        Assert.Equal("Skriv linjen", asked.Document.QuerySelector(".fl-write button")!.TextContent.Trim());
        var said = await asked.Form("Tor Moen, Skolen").PressAsync();
        Assert.Equal(["Avtale: Ringer SFO Tor Moen · frist onsdag 30. september, om 2 uker Forslag"], Lines(said));
    }

    [Theory]
    [InlineData("", "Skriv noe på linjen.")]
    [InlineData("! ringer, tor 31/2", "«31/2» finnes ikke i kalenderen.")]
    [InlineData("! ringer, tor 1.1.2020", "er før møtet eller for langt fram")]
    [InlineData(null, "Linjen er for lang. Høyst 2")]
    public async Task What_cannot_be_taken_comes_back_with_why(string? line, string why)
    {
        using var world = await WorldAsync();
        var typed = line ?? string.Concat(Enumerable.Repeat("Vi snakket om turen. ", 500));
        var refused = await Form(await BeginAsync(world)).Set("Typed", typed).PressAsync();
        Assert.Contains(why, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(typed, Form(refused).Value("Ny linje"));
        Assert.Empty(Lines(refused));
    }

    [Fact]
    public async Task Two_who_write_at_once_never_write_over_each_other()
    {
        using var world = await WorldAsync();
        var page = await BeginAsync(world);
        using var other = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var hers = await other.OpenAsync(page.Path);
        await Task.WhenAll(WriteAsync(page, "A"), WriteAsync(hers, "B"));
        var lines = Lines(await world.Kari.OpenAsync(page.Path));
        Assert.Equal(20, lines.Count);
        // Each in her own order, whatever came between.
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"A {i}"), lines.Where(l => l[0] == 'A'));
        Assert.Equal(Enumerable.Range(1, 10).Select(i => $"B {i}"), lines.Where(l => l[0] == 'B'));

        async Task WriteAsync(Page at, string who)
        {
            for (var i = 1; i <= 10; i++)
            {
                at = await SayAsync(at, $"{who} {i}");
            }
        }
    }

    [Fact]
    public async Task A_line_is_taken_back_corrected_and_taken_away_and_its_history_has_it_all()
    {
        using var world = await WorldAsync();
        var page = await SayAsync(await BeginAsync(world), "Feil linje");
        page = await page.Form("Angre").PressAsync();
        Assert.Empty(Lines(page));
        page = await SayAsync(page, "! ringer SFO");
        var correct = await page.FollowAsync("Rett: Ringer SFO");
        var stale = await page.FollowAsync("Rett: Ringer SFO");
        page = await correct.Form("Lagre").Fill("Linjen", "! ringer SFO, tor 30/9").PressAsync();
        Assert.Equal(["Avtale: Ringer SFO Tor Hegge · frist onsdag 30. september, om 2 uker Forslag"], Lines(page));
        // The later of two sees both.
        var conflict = await stale.Form("Lagre").Fill("Linjen", "! skriver til SFO").PressAsync();
        Assert.True(conflict.Says("Noen andre endret dette samtidig"), conflict.Text);
        Assert.True(conflict.Says("! ringer SFO, tor 30/9"), conflict.Text);
        page = await conflict.Form("Lagre").PressAsync();
        Assert.Equal(["Avtale: Skriver til SFO Ingen har den ennå Forslag"], Lines(page));
        var history = await (await page.FollowAsync("Rett: Skriver til SFO")).FollowAsync("Slik ble det til");
        Assert.True(history.Says("! ringer SFO, tor 30/9"), history.Text);
        page = await (await page.FollowAsync("Rett: Skriver til SFO")).Form("Ta bort linjen").PressAsync();
        Assert.Empty(Lines(page));
    }

    [Fact]
    public async Task Who_is_there_is_one_press_and_who_comes_is_written_up()
    {
        using var world = await WorldAsync();
        var page = await BeginAsync(world);
        // Nobody has been there until somebody says so, and nobody has stayed away.
        var asked = await page.Form("Avslutt møtet").PressAsync();
        Assert.Equal(["Trykk først på dem som er her, så blir det rett hvem som var på møtet."], asked.Errors);
        Assert.All(There(asked), p => Assert.EndsWith("invitert", p, StringComparison.Ordinal));
        page = await page.Form("Alle er her").PressAsync();
        page = await page.Form("Tor Hegge her").PressAsync();
        Assert.Equal(
            ["Even Berg her", "Kari Koordinator her", "Nora Berg her", "Silje Berg her", "Tor Hegge invitert"],
            There(page)
        );
        page = await page.Form("Tor Hegge invitert").PressAsync();
        page = await page.Form("Skriv opp").Fill("En til som er her", "Ida Moe").PressAsync();
        Assert.Equal(
            [
                "Even Berg her",
                "Ida Moe her",
                "Kari Koordinator her",
                "Nora Berg her",
                "Silje Berg her",
                "Tor Hegge her",
            ],
            There(page)
        );
        // Two at once: the later is told, and nothing is lost.
        var stale = await world.Kari.OpenAsync(page.Path);
        await page.Form("Tor Hegge her").PressAsync();
        var told = await stale.Form("Ida Moe her").PressAsync();
        Assert.True(told.Says("Noen andre endret dette samtidig"), told.Text);
        Assert.Equal(
            [
                "Even Berg her",
                "Ida Moe her",
                "Kari Koordinator her",
                "Nora Berg her",
                "Silje Berg her",
                "Tor Hegge invitert",
            ],
            There(told)
        );
    }

    [Fact]
    public async Task A_meeting_ahead_waits_and_one_without_a_day_is_not_written()
    {
        using var world = await WorldAsync();
        var form = await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/nytt");
        var refused = await form.Form("Lagre").Set("Input.Day", "").PressAsync();
        Assert.Equal(["Skriv hvilken dag møtet er."], refused.Errors);
        var planned = await refused
            .Form("Lagre")
            .Set("Input.Day", "2026-10-20")
            .Set("Input.Time", "09.00–10.30")
            .Set("Input.Place", "Åsen skole")
            .PressAsync();
        Assert.Equal("Ansvarsgruppemøte 20. oktober", planned.Heading);
        Assert.True(planned.Says("Planlagt") && planned.Says("kl. 09.00–10.30"), planned.Text);
        using var stranger = await app.StaffAsync(
            app.Fjellvik,
            (await app.World(app.Fjellvik).FamilyAsync("Andre")).Coordinator
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync(planned.Address.AbsolutePath + "/skriv")).Status
        );
    }

    private async Task<MinutesWorld> WorldAsync(string? also = null)
    {
        var world = await MinutesWorld.MakeAsync(app);
        await world.Family.ParticipantAsync("Tor Hegge", Topic.School, false);
        if (also is not null)
        {
            await world.Family.ParticipantAsync(also, Topic.School, false);
        }
        return world;
    }

    private static async Task<Page> BeginAsync(MinutesWorld world)
    {
        var form = await (await world.Kari.OpenAsync($"/f/{world.Family.Id}")).FollowAsync("Nytt møte");
        return await form.Form("Lagre").Set("Input.Kind", "Unknown").PressAsync();
    }

    private static Form Form(Page page) => page.Form("Skriv linjen");

    private static async Task<Page> SayAsync(Page page, string line)
    {
        var next = await Form(page).Set("Typed", line).PressAsync();
        Assert.Empty(next.Errors);
        return next;
    }

    /// <summary>The lines without the time and what can be done with them.</summary>
    private static List<string> Lines(Page page) =>
        page
            .Document.QuerySelectorAll(".fl-min")
            .Select(li =>
                string.Concat(li.Children.Where(c => !c.ClassList.Contains("fl-min__side")).Select(PageWords.Text))
            )
            .ToList();

    private static IEnumerable<string> There(Page page) =>
        page
            .Document.QuerySelectorAll(".fl-there")
            .Select(b => string.Join(' ', b.Children.Select(PageWords.Text)).Trim());

    private static IEnumerable<string> Names(Page page, string heading) =>
        page.Document.QuerySelectorAll($"[aria-labelledby={heading}] li").Select(PageWords.Text);

    private async Task<int> AgreementsAsync(MinutesWorld world) =>
        await app.App.ScalarAsync<int>(
            app.Fjellvik,
            "select count(*)::int from item where family = @Id and kind = 'agreement'",
            new { world.Family.Id }
        );
}
