using System.Net;
using Flette.Core.Access;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>What the screen of a meeting asks by script: a line and its answer, what others wrote, what a line will be, a draft.</summary>
public sealed class LiveTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task A_line_is_acknowledged_with_where_it_is_and_a_repeat_is_the_same_line()
    {
        using var world = await WorldAsync();
        var page = await BeginAsync(world);
        var first = await SendAsync(world, page, "! ringer SFO, tor 30/9");
        Assert.Equal(HttpStatusCode.Created, first.Status);
        Assert.Equal("", first.Html);
        var again = await SendAsync(world, page, "! ringer SFO, tor 30/9");
        Assert.Equal(first.Header("Location"), again.Header("Location"));
        Assert.Single((await world.Kari.OpenAsync(page.Path)).Document.QuerySelectorAll(".fl-min"));
    }

    [Fact]
    public async Task What_is_not_taken_comes_as_the_form_alone_and_the_answer_goes_the_same_way()
    {
        using var world = await WorldAsync("Tor Moen");
        var page = await BeginAsync(world);
        var asked = await SendAsync(world, page, "! ringer SFO, tor 30/9");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);
        Assert.Null(asked.Document.QuerySelector("main"));
        Assert.True(asked.Says("«tor» kan være flere. Velg hvem det er."), asked.Text);
        Assert.Equal("! ringer SFO, tor 30/9", asked.Form("Skriv linjen").Value("Denne linjen er ikke lagret"));
        var said = await PartAsync(world, asked.Form("Tor Moen, Skolen"));
        Assert.Equal(HttpStatusCode.Created, said.Status);
    }

    [Fact]
    public async Task A_document_in_the_field_is_asked_about_whole_and_becomes_lines_or_minutes()
    {
        using var world = await WorldAsync();
        var page = await BeginAsync(world);
        const string Text = "# Skoleveien\nLinn følger ham.\n\n! ringer SFO, tor 30/9";
        var asked = await page.Form("Skriv linjen").Set("Typed", Text).PressAsync();
        Assert.Equal(["Dette er 3 linjer. Hvordan skal de stå?"], asked.Errors);
        Assert.Equal(Text, asked.Form("Skriv linjen").Value("Ny linje").ReplaceLineEndings("\n"));
        var read = await asked.Form("Les det som et ferdig referat").PressAsync();
        Assert.Contains("/referat/", read.Path, StringComparison.Ordinal);
        var lines = await asked.Form("Skriv som 3 linjer").PressAsync();
        Assert.Equal(3, lines.Document.QuerySelectorAll(".fl-min").Length);

        var wrong = await page.Form("Skriv linjen")
            .Set("Typed", "Først\n! ringer, tor 31/2")
            .Set("FormKey", Guid.NewGuid().ToString())
            .PressAsync();
        var none = await wrong.Form("Skriv som 2 linjer").PressAsync();
        Assert.Equal(["Linje 2: «31/2» finnes ikke i kalenderen. Skriv en annen dag."], none.Errors);
        Assert.Equal(3, none.Document.QuerySelectorAll(".fl-min").Length);

        var document = string.Join('\n', Enumerable.Range(1, 500).Select(i => $"Avsnitt {i}"));
        var long500 = await page.Form("Skriv linjen")
            .Set("Typed", document)
            .Set("FormKey", Guid.NewGuid().ToString())
            .PressAsync();
        Assert.Contains("Dette er 500 linjer", Assert.Single(long500.Errors), StringComparison.Ordinal);
        Assert.Equal(document, long500.Form("Skriv linjen").Value("Ny linje").ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_others_write_correct_and_take_away_is_seen_and_304_when_nothing_is()
    {
        using var world = await WorldAsync();
        using var other = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var page = await BeginAsync(world);
        var mark = page.Document.QuerySelector("[data-mark]")!.GetAttribute("data-mark")!;
        Assert.Equal(HttpStatusCode.NotModified, (await FollowAsync(other, page, mark)).Status);

        // By the first line whoever writes is there as well.
        await SendAsync(world, page, "! ringer SFO, tor 30/9");
        var seen = await ChangedAsync("Ringer SFO");
        Assert.Contains("Kari Koordinator her", There(seen));

        var correct = await (await world.Kari.OpenAsync(page.Path)).FollowAsync("Rett: Ringer SFO");
        await correct.Form("Lagre").Fill("Linjen", "! skriver til SFO").PressAsync();
        await ChangedAsync("Skriver til SFO");

        await (await world.Kari.OpenAsync(page.Path)).Form("Tor Hegge invitert").PressAsync();
        Assert.Contains("Tor Hegge her", There(await ChangedAsync("Tor Hegge her")));

        correct = await (await world.Kari.OpenAsync(page.Path)).FollowAsync("Rett: Skriver til SFO");
        await correct.Form("Ta bort linjen").PressAsync();
        await ChangedAsync("Ingen linjer ennå");

        async Task<Page> ChangedAsync(string says)
        {
            var part = await FollowAsync(other, page, mark);
            Assert.Equal(HttpStatusCode.OK, part.Status);
            Assert.True(part.Says(says), part.Text);
            mark = part.Header("Flette-Mark")!;
            Assert.Equal(HttpStatusCode.NotModified, (await FollowAsync(other, page, mark)).Status);
            return part;
        }
    }

    [Fact]
    public async Task Following_is_one_row_of_the_log_in_ten_minutes_and_not_for_others()
    {
        using var world = await WorldAsync();
        var page = await BeginAsync(world);
        for (var i = 0; i < 5; i++)
        {
            await FollowAsync(world.Kari, page, "x");
        }
        Assert.Equal(
            1,
            await app.App.ScalarAsync<int>(
                app.Fjellvik,
                "select count(*)::int from audit where family = @Id and act = 'see-minutes' and outcome = 'ok'",
                new { world.Family.Id }
            )
        );
        using var stranger = await app.StaffAsync(
            app.Fjellvik,
            (await app.World(app.Fjellvik).FamilyAsync("Andre")).Coordinator
        );
        using var mother = await app.MemberAsync(app.Fjellvik, world.Silje);
        foreach (var browser in new[] { stranger, mother })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await FollowAsync(browser, page, "x")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Meeting(page) + "/les-opp")).Status);
        }
        // When the appointment is over, so is following.
        await world.Family.EndAppointmentAsync(app.World(app.Fjellvik).Today.AddDays(-1));
        Assert.Equal(HttpStatusCode.NotFound, (await FollowAsync(world.Kari, page, "x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(world, page, "For sent")).Status);
    }

    [Theory]
    [InlineData("! ringer SFO, tor 30/9", "Ringer SFO Tor Hegge · frist onsdag 30. september")]
    [InlineData("= alle er enige", "Vi er enige om alle er enige")]
    [InlineData("! ringer SFO, tor 31/2", "finnes ikke i kalenderen")]
    [InlineData("! ringer SFO, t", "Tor Hegge")]
    [InlineData("!", "")]
    public async Task What_a_line_will_be_is_told_and_nothing_is_written(string typed, string says)
    {
        using var world = await WorldAsync();
        var page = await BeginAsync(world);
        var before = await app.App.SnapshotAsync(app.Fjellvik);
        var preview = await AskAsync(world.Kari, page, "Preview", ("Typed", typed));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.True(preview.Says(says), preview.Text);
        Assert.Equal(before, await app.App.SnapshotAsync(app.Fjellvik));
    }

    [Fact]
    public async Task A_draft_that_grows_is_one_row_of_the_log_and_no_form_key()
    {
        using var world = await WorldAsync();
        var page = await BeginAsync(world);
        var keys = await CountAsync("select count(*) from form_key");
        var (one, two) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        foreach (var text in new[] { "T", "To", "Tor", "Tor ", "Tor r" })
        {
            await DraftAsync(text, one);
        }
        Assert.Equal(1, await LoggedAsync());
        await DraftAsync("", one);
        Assert.Equal(1, await LoggedAsync());
        // The next line is another draft; another who writes has her own.
        await DraftAsync("S", two);
        await DraftAsync("Si", two);
        Assert.Equal(2, await LoggedAsync());
        Assert.Equal(keys, await CountAsync("select count(*) from form_key"));

        Task<long> LoggedAsync() =>
            CountAsync("select count(*) from audit where family = @Id and act = 'keep-draft' and outcome = 'ok'");

        Task<long> CountAsync(string sql) => app.App.ScalarAsync<long>(app.Fjellvik, sql, new { world.Family.Id });

        async Task DraftAsync(string text, string line) =>
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await AskAsync(world.Kari, page, "Draft", ("Typed", text), ("Line", line))).Status
            );
    }

    [Fact]
    public async Task A_draft_is_there_on_another_machine_sealed_and_hers_alone_until_the_line_is_sent()
    {
        using var world = await WorldAsync();
        var page = await BeginAsync(world);
        var key = page.Form("Skriv linjen").Hidden("FormKey")!;
        await DraftAsync("! kanarifugl skal", key);
        await DraftAsync("! kanarifugl skal ringe", key);
        using var laptop = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var there = await laptop.OpenAsync(page.Path);
        Assert.Equal("! kanarifugl skal ringe", there.Form("Skriv linjen").Value("Ny linje"));
        Assert.Equal(key, there.Form("Skriv linjen").Hidden("FormKey"));
        var rows = await app.App.RowsAsync<byte[]>(
            app.Fjellvik,
            "select body from draft where family = @Id",
            new { world.Family.Id }
        );
        Assert.DoesNotContain(
            "kanarifugl",
            System.Text.Encoding.UTF8.GetString(Assert.Single(rows)),
            StringComparison.Ordinal
        );

        await there.Form("Skriv linjen").PressAsync();
        // What comes after its line is no draft; the line is written once.
        await DraftAsync("! kanarifugl skal ringe", key);
        var now = await world.Kari.OpenAsync(page.Path);
        Assert.Equal("", now.Form("Skriv linjen").Value("Ny linje"));
        Assert.Single(now.Document.QuerySelectorAll(".fl-min"));
        await DraftAsync("noe annet", Guid.NewGuid().ToString());
        await DraftAsync("", Guid.NewGuid().ToString());
        Assert.Equal("noe annet", (await world.Kari.OpenAsync(page.Path)).Form("Skriv linjen").Value("Ny linje"));

        async Task DraftAsync(string text, string line) =>
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await AskAsync(world.Kari, page, "Draft", ("Typed", text), ("Line", line))).Status
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

    private static async Task<Page> BeginAsync(MinutesWorld world) =>
        await (await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/nytt"))
            .Form("Lagre")
            .Set("Input.Kind", "Unknown")
            .PressAsync();

    private static string Meeting(Page page) => page.Path[..page.Path.IndexOf("/skriv", StringComparison.Ordinal)];

    private static Task<Page> SendAsync(MinutesWorld world, Page page, string line) =>
        PartAsync(world, page.Form("Skriv linjen").Set("Typed", line));

    private static async Task<Page> PartAsync(MinutesWorld world, Form form)
    {
        using var request = form.Request();
        request.Headers.Add("Flette-Part", "1");
        return await world.Kari.SendAsync(request);
    }

    private static async Task<Page> FollowAsync(Browserless browser, Page page, string mark)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Meeting(page)}/skriv/linjer?after={mark}");
        request.Headers.Add("Flette-Part", "1");
        return await browser.SendAsync(request);
    }

    private static async Task<Page> AskAsync(
        Browserless browser,
        Page page,
        string handler,
        params (string Name, string Value)[] fields
    )
    {
        var token = page.Form("Skriv linjen").Hidden("__form")!;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Meeting(page)}/skriv/linjer?handler={handler}")
        {
            Content = new FormUrlEncodedContent(
                fields.Append(("__form", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))
            ),
        };
        request.Headers.Add("Flette-Part", "1");
        return await browser.SendAsync(request);
    }

    private static IEnumerable<string> There(Page page) =>
        page
            .Document.QuerySelectorAll(".fl-there")
            .Select(b => string.Join(' ', b.Children.Select(PageWords.Text)).Trim());
}
