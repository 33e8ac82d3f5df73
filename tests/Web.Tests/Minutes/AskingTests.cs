using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>A name that fits two is asked about where it stands; a name that found nobody is said and kept.</summary>
public sealed class AskingTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Two = """
        Referat fra samarbeidsmøte 12. mars 2026
        Til stede: Ragnhild Moen (sosiallærer, Fjell skole), Ragnhild (kontaktlærer, Brattlia skole), Henrik Lie (PPT)

        Avtaler:
        - Henrik ringer Fjell skole innen 20. mars.
        """;

    [Fact]
    public async Task A_name_that_fits_two_holds_back_the_keeping_until_it_is_said_who_is_meant()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await HeldByAsync(await world.PasteAsync(Two), "Ragnhild, Henrik Lie");
        var row = page.Document.QuerySelector(".fl-found__row")!;
        Assert.Contains("Hvem er «Ragnhild»?", PageWords.Text(row), StringComparison.Ordinal);
        page = await page.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.Contains("Ragnhild kan være flere", string.Join('\n', page.Errors), StringComparison.Ordinal);
        // The list of errors leads to the question in the row.
        var asked = page.Document.QuerySelector(
            page.Document.QuerySelector("[data-error-summary] a")!.GetAttribute("href")!
        );
        Assert.NotNull(asked!.Closest(".fl-found__row"));
        page = await page.Form("Begge. Avtale 1").PressAsync();
        Assert.EndsWith("#a1", page.Address.ToString(), StringComparison.Ordinal);
        Assert.Equal("Hvem: Ragnhild Moen Ragnhild Henrik Lie", WhoHas(page));
        page = await page.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.True(page.Says("Lagret i arbeidsnotatet"), page.Text);
        var plan = await world.Kari.OpenAsync($"/f/{world.Family.Id}/plan");
        foreach (var name in new[] { "Ragnhild Moen", "Brattlia skole", "Henrik Lie" })
        {
            Assert.Contains(name, InPlan(plan), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_that_found_nobody_is_said_in_the_row_and_stands_on_the_agreement_afterwards()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await HeldByAsync(await world.PasteAsync(Two), "Ragnhild, Henrik Lie, SFO");
        page = await page.Form("Ingen av dem. Avtale 1").PressAsync();
        Assert.Equal("Hvem: Ragnhild: ingen valgt Henrik Lie SFO: ingen valgt", WhoHas(page));
        page = await page.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.True(page.Says("Lagret i arbeidsnotatet"), page.Text);
        var plan = await world.Kari.OpenAsync($"/f/{world.Family.Id}/plan");
        Assert.Contains("Ragnhild, SFO: ingen valgt", InPlan(plan), StringComparison.Ordinal);
        Assert.Contains("Henrik Lie", InPlan(plan), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_the_same_name_in_another_service_is_not_merged_without_a_word()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var text = """
            Referat fra samarbeidsmøte 12. mars 2026
            Til stede: Ragnhild Moen (sosiallærer, Brattlia skole)

            Avtaler:
            - Ragnhild ringer hjem innen 20. mars.
            """;
        await (await world.PasteAsync(text)).Form("Lagre i arbeidsnotatet").PressAsync();
        var second = text.Replace("Brattlia", "Fjell", StringComparison.Ordinal)
            .Replace("12. mars", "2. april", StringComparison.Ordinal);
        var page = await world.PasteAsync(second);
        Assert.True(page.Says("Kjent fra før: Ragnhild Moen, Brattlia skole"), page.Text);
        page = await page.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.Contains("Ragnhild Moen kan være flere", string.Join('\n', page.Errors), StringComparison.Ordinal);
        page = await page.Form("En annen: Ragnhild Moen, sosiallærer, Fjell skole").PressAsync();
        page = await page.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.True(page.Says("Lagret i arbeidsnotatet"), page.Text);
        Assert.Equal(
            2,
            await app.App.ScalarAsync<long>(
                app.Fjellvik,
                "select count(*) from item where family = @Id and kind = 'participant'",
                new { world.Family.Id }
            )
        );
    }

    [Fact]
    public async Task The_list_says_who_is_known_and_who_is_new_and_saving_it_changes_neither()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        await world.Family.ParticipantAsync("Tor Hegge");
        var page = await world.PasteAsync(
            MinutesWorld.Text.Replace("(PPT)", "(kontaktlærer, Skolen)", StringComparison.Ordinal)
        );
        Assert.Equal(
            ["Kjent: Silje Berg", "Kjent: Tor Hegge, Skolen", "Kjent: Kari Koordinator", "Ny"],
            page.Document.QuerySelectorAll("select[name$='.Known']")
                .Select(s => PageWords.Text(s.QuerySelector("option[selected]") ?? s.QuerySelector("option")))
                .Take(4)
        );
        var list = page.Document.QuerySelector("[name='Input.Place']")!.Closest("form")!;
        page = await page.Form(list.QuerySelector("button")!).PressAsync();
        Assert.Empty(page.Errors);
        Assert.True(page.Says("Nye i teametIda Moe, helsesykepleier"), page.Text);
    }

    /// <summary>Has the first agreement given to these names, as words.</summary>
    private static async Task<Page> HeldByAsync(Page page, string names)
    {
        var row = page.Document.QuerySelector(".fl-found__row details form")!;
        var form = page.Form(row.QuerySelector("button")!);
        foreach (var (_, key) in form.Sent().Where(f => f.Name == "Input.Holders").ToList())
        {
            form.Tick(key.Replace("||", ", ", StringComparison.Ordinal), on: false);
        }
        return await form.Fill("Andre", names).PressAsync();
    }

    private static string WhoHas(Page page) => PageWords.Text(page.Document.QuerySelector(".fl-found__who"));

    private static string InPlan(Page plan) =>
        PageWords.Text(
            plan.Document.QuerySelectorAll("tr")
                .Single(r => r.TextContent.Contains("ringer Fjell skole", StringComparison.OrdinalIgnoreCase))
        );
}
