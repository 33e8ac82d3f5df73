using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>The reading is corrected beside the document; nothing typed is lost, and each correction can be undone.</summary>
public sealed class CorrectionTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task A_missed_line_becomes_an_agreement_in_one_press_and_text_again_in_another()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync();
        page = await page.Form("A Avtale: Vi prater mer om rommet ved siden av.").PressAsync();
        Assert.Contains(ImportTests.Found(page), f => f.Contains("rommet ved siden av", StringComparison.Ordinal));
        Assert.Equal(3, ImportTests.Found(page).Count);
        page = await page.Form("T Tekst: avtale 3").PressAsync();
        Assert.Equal(2, ImportTests.Found(page).Count);
        page = await page.Form("Angre").PressAsync();
        Assert.Equal(3, ImportTests.Found(page).Count);
    }

    [Fact]
    public async Task About_and_topic_change_with_one_press_each()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync();
        // No member stands in the sentence and none in the heading: it is about the one the plan would be for.
        page = await page.Form("O Gjelder Even. Bytt til neste. Avtale 1").PressAsync();
        var about = page.Document.QuerySelector("[data-key=o]")!.TextContent;
        Assert.DoesNotContain(
            "Gjelder Even.",
            PageWords.Name(page.Document.QuerySelector("[data-key=o]")!),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(about);
        var before = PageWords.Name(page.Document.QuerySelector("[data-key=e]")!);
        page = await page.Form(before).PressAsync();
        Assert.NotEqual(before, PageWords.Name(page.Document.QuerySelector("[data-key=e]")!));
    }

    [Fact]
    public async Task A_correction_turned_away_keeps_what_was_typed_where_it_was_typed()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync();
        var second = Correcting(page, 2)
            .Fill("Hva", "")
            .Fill("Andre", "Silje Berg, Tor Hegge")
            .Fill("Frist med ord", "snart");
        page = await second.PressAsync();
        Assert.Contains("Skriv hva som skal gjøres", string.Join('\n', page.Errors), StringComparison.Ordinal);
        Assert.Equal("Silje Berg, Tor Hegge", Correcting(page, 2).Value("Andre"));
        Assert.Equal("snart", Correcting(page, 2).Value("Frist med ord"));
        Assert.Equal("", Correcting(page, 2).Value("Hva"));
        Assert.Equal("sender tilrådning til skolen", Correcting(page, 1).Value("Hva"));
        Assert.Contains(Correcting(page, 1).Sent(), f => f is ("Input.Holders", "Tor Hegge||PPT"));
        // The list of errors leads to the field, and the form with it is open.
        var link = page.Document.QuerySelector("[data-error-summary] a")!.GetAttribute("href")!;
        var field = page.Document.QuerySelector(link)!;
        Assert.True(field.Closest("details")!.HasAttribute("open"));
        Assert.Single(page.Document.QuerySelectorAll(".fl-found__row details[open]"));
        page = await Correcting(page, 2).Fill("Hva", "ringer SFO om plassen").PressAsync();
        Assert.Equal("ringer SFO om plassen", ImportTests.Found(page)[1]);
    }

    [Fact]
    public async Task A_day_that_is_none_is_said_where_it_stands()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync();
        page = await Correcting(page, 1).Fill("Frist", "31. februar").Fill("Hva", "sender noe annet").PressAsync();
        Assert.NotEmpty(page.Errors);
        Assert.Equal("sender noe annet", Correcting(page, 1).Value("Hva"));
        Assert.Equal("ringer SFO", Correcting(page, 2).Value("Hva"));
        Assert.Equal("31. februar", Correcting(page, 1).Value("Frist"));
    }

    [Fact]
    public async Task Of_two_who_correct_at_once_the_later_sees_what_stands_and_has_her_own_text()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync();
        var late = Correcting(page, 1).Fill("Hva", "sender tilrådning og søknad");
        await Correcting(page, 2).Fill("Hva", "ringer SFO før jul").PressAsync();
        var refused = await late.PressAsync();
        Assert.Contains("samtidig", string.Join('\n', refused.Errors), StringComparison.Ordinal);
        Assert.Equal("ringer SFO før jul", ImportTests.Found(refused)[1]);
        Assert.Equal("sender tilrådning og søknad", Correcting(refused, 1).Value("Hva"));
        var saved = await Correcting(refused, 1).PressAsync();
        Assert.Equal(["sender tilrådning og søknad", "ringer SFO før jul"], ImportTests.Found(saved));
    }

    [Fact]
    public async Task Meeting_and_people_are_corrected_and_a_fault_in_them_loses_nothing()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync();
        var meeting = page
            .Document.QuerySelectorAll("form")
            .First(f => f.QuerySelector("[name='Input.Place']") is not null);
        var form = FormOf(page, meeting);
        page = await form.Set("Input.Place", "Rådhuset")
            .Set("Input.People[4].Name", "Rektor Lie")
            .Set("Input.Date", "tull")
            .PressAsync();
        Assert.NotEmpty(page.Errors);
        Assert.Equal("Rådhuset", page.Document.QuerySelector("[name='Input.Place']")!.GetAttribute("value"));
        Assert.Equal("Rektor Lie", page.Document.QuerySelector("[name='Input.People[4].Name']")!.GetAttribute("value"));
        meeting = page
            .Document.QuerySelectorAll("form")
            .First(f => f.QuerySelector("[name='Input.Place']") is not null);
        Assert.True(meeting.Closest("details")!.HasAttribute("open"));
        page = await FormOf(page, meeting).Set("Input.Date", "2026-03-13").PressAsync();
        Assert.Equal("Møtet 13. mars", page.Heading);
        Assert.True(page.Says("Rådhuset"), page.Text);
        Assert.True(page.Says("Rektor Lie"), page.Text);
    }

    /// <summary>The form that corrects the agreement with that number.</summary>
    private static Form Correcting(Page page, int number)
    {
        var row = page.Document.QuerySelectorAll(".fl-found__row")[number - 1];
        return FormOf(page, row.QuerySelector("details form")!);
    }

    private static Form FormOf(Page page, AngleSharp.Dom.IElement form) => page.Form(form.QuerySelector("button")!);
}
