using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>The same minutes twice, a kept import taken back, and undo that leads back to where one was.</summary>
public sealed class TwiceTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task The_same_meeting_is_pointed_out_before_anything_is_kept_twice()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var first = await (await world.PasteAsync()).Form("Lagre i arbeidsnotatet").PressAsync();
        var late = await world.PasteAsync();
        Assert.True(late.Says("Dette møtet ligger her fra før: torsdag 12. mars"), late.Text);
        Assert.Equal(
            first.Address.AbsolutePath,
            late.Document.QuerySelectorAll(".fl-action-bar a").Single().GetAttribute("href")
        );
        Assert.Equal(2, await AgreementsAsync(world, "open"));
        var page = await late.Form("Lagre likevel").PressAsync();
        Assert.True(page.Says("Lagret i arbeidsnotatet"), page.Text);
        Assert.Equal(4, await AgreementsAsync(world, "open"));
        // Those who came with the first are known to the second, and the next meeting is the one it was.
        Assert.Equal(2, await ItemsAsync(world, "participant", "active"));
        Assert.Equal(2, await ItemsAsync(world, "meeting", "held"));
    }

    [Fact]
    public async Task Two_readings_open_at_once_are_not_kept_one_after_the_other_without_a_word()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var (one, other) = (await world.PasteAsync(), await world.PasteAsync());
        await one.Form("Lagre i arbeidsnotatet").PressAsync();
        var refused = await other.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.Contains("ligger her fra før", string.Join('\n', refused.Errors), StringComparison.Ordinal);
        Assert.Equal(2, await AgreementsAsync(world, "open"));
    }

    [Fact]
    public async Task A_kept_import_is_taken_back_as_one_and_may_be_kept_anew()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await (await world.PasteAsync()).Form("Lagre i arbeidsnotatet").PressAsync();
        page = await page.Form("Angre hele importen").PressAsync();
        Assert.True(page.Says("Importen er angret"), page.Text);
        Assert.Equal(2, await AgreementsAsync(world, "withdrawn"));
        Assert.Equal(0, await AgreementsAsync(world, "open"));
        Assert.Equal(0, await ItemsAsync(world, "participant", "active"));
        Assert.Equal(0, await ItemsAsync(world, "meeting", "held"));
        // Nothing is gone: every first version is there still.
        Assert.Equal(
            2,
            await app.App.ScalarAsync<long>(
                app.Fjellvik,
                "select count(*) from item_version v join item i on i.id = v.item where i.family = @Id and i.kind = 'agreement' and v.version = 1 and v.state = 'open'",
                new { world.Family.Id }
            )
        );
        page = await page.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.True(page.Says("Lagret i arbeidsnotatet"), page.Text);
        Assert.Equal(2, await AgreementsAsync(world, "open"));
        Assert.Equal(1, await ItemsAsync(world, "meeting", "held"));
    }

    [Fact]
    public async Task An_import_that_is_built_on_stays()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await (await world.PasteAsync()).Form("Lagre i arbeidsnotatet").PressAsync();
        var tor = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select i.holders[1] from item i where family = @Id and kind = 'agreement' and seq = 1",
            new { world.Family.Id }
        );
        await world.Family.AgreementAsync("kommer til skolen", [world.Even], tor);
        page = await page.Form("Angre hele importen").PressAsync();
        Assert.Contains("endret eller brukt siden", string.Join('\n', page.Errors), StringComparison.Ordinal);
        Assert.Equal(3, await AgreementsAsync(world, "open"));
    }

    [Fact]
    public async Task Undo_leads_back_to_the_row_and_nothing_to_undo_is_no_fault()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync();
        var topic = PageWords.Name(page.Document.QuerySelectorAll("[data-key=e]")[1]);
        page = await page.Form(topic).PressAsync();
        page = await page.Form("Angre").PressAsync();
        Assert.EndsWith("#a2", page.Address.ToString(), StringComparison.Ordinal);
        page = await page.Form("A Avtale: Vi prater mer om rommet ved siden av.").PressAsync();
        page = await page.Form("Angre").PressAsync();
        var line = page.Document.QuerySelector(page.Address.Fragment)!;
        Assert.Contains("rommet ved siden av", PageWords.Text(line), StringComparison.Ordinal);
        page = await page.Form("Angre").PressAsync();
        Assert.Empty(page.Errors);
        Assert.Equal("Det er ikke mer å angre.", PageWords.Text(page.Document.QuerySelector("[role=status]")));
        Assert.EndsWith("#bar", page.Address.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_next_meeting_that_has_been_is_marked_and_left_out_unless_ticked()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var text = MinutesWorld
            .Text.Replace("12. mars 2026", "12. mars 2025", StringComparison.Ordinal)
            .Replace("23. april 2026", "23. april 2025", StringComparison.Ordinal);
        var page = await world.PasteAsync(text);
        Assert.True(page.Says("Har vært. Tas ikke med"), page.Text);
        var list = page.Document.QuerySelector("[name='Input.Place']")!.Closest("form")!;
        var form = page.Form(list.QuerySelector("button")!);
        Assert.DoesNotContain(form.Sent(), f => f.Name == "Input.TakesNext");
        await page.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.Equal(0, await ItemsAsync(world, "meeting", "planned"));
    }

    [Fact]
    public async Task A_heading_without_agreements_looks_like_the_others()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync(
            """
            Referat fra samarbeidsmøte 12. mars 2026
            Til stede: Silje Berg (mor), Tor Hegge (PPT)

            Sak 1: Skolehverdagen
            Tor Hegge sender tilrådning til skolen innen 20. mars.

            Sak 2: Eventuelt
            Ingenting.
            """
        );
        Assert.Equal(
            ["Sak 1: Skolehverdagen", "Sak 2: Eventuelt"],
            page.Document.QuerySelectorAll(".fl-docline--heading > span").Select(PageWords.Text)
        );
    }

    private Task<long> AgreementsAsync(MinutesWorld world, string state) => ItemsAsync(world, "agreement", state);

    private Task<long> ItemsAsync(MinutesWorld world, string kind, string state) =>
        app.App.ScalarAsync<long>(
            app.Fjellvik,
            "select count(*) from item where family = @Id and kind = @kind and state = @state",
            new
            {
                world.Family.Id,
                kind,
                state,
            }
        );
}
