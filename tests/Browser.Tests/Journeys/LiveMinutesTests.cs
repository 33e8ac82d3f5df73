using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Tests;
using Microsoft.Playwright;

namespace Flette.Browser.Tests.Journeys;

/// <summary>The bad days of live minutes in a real browser: no network, no room, two who write, a closed laptop, a session that ended.</summary>
public sealed class LiveMinutesTests(BareApp app, Chromium chromium) : IClassFixture<BareApp>
{
    private const string Field = "[data-write] textarea >> nth=-1";

    [Fact]
    public async Task Lines_typed_without_network_wait_and_are_sent_in_order_when_it_is_back()
    {
        var family = await FamilyAsync();
        await using var person = await WriterAsync(family);
        await TypeAsync(person, "Før nettet gikk");
        await person.SavedAsync(1);
        await person.Page.Context.SetOfflineAsync(true);
        foreach (var line in new[] { "Uten nett 1", "! ringer SFO, tor 30/9", "Uten nett 3" })
        {
            await TypeAsync(person, line);
        }
        await SaysAsync(person, "Ikke lagret ennå: 3 linjer venter på nettet.");
        Assert.Equal(3, await person.Page.Locator(".fl-min--waits").CountAsync());
        // What is being typed meanwhile stays.
        await person.Page.Keyboard.TypeAsync("Midt i en set");
        await person.Page.Context.SetOfflineAsync(false);
        await person.SavedAsync(4);
        await SaysAsync(person, "Lagret");
        Assert.Equal("Midt i en set", await person.Page.Locator(Field).InputValueAsync());
        Assert.Equal(
            ["Før nettet gikk", "Uten nett 1", "! ringer SFO, tor 30/9", "Uten nett 3"],
            await LinesAsync(family)
        );
    }

    [Theory]
    [InlineData("QuotaExceededError")]
    [InlineData("SecurityError")]
    public async Task A_browser_that_gives_no_room_says_so_and_the_lines_are_sent_all_the_same(string fault)
    {
        var family = await FamilyAsync();
        await using var person = await WriterAsync(
            family,
            before: $$"""
            Storage.prototype.setItem = () => { throw new DOMException("", "{{fault}}"); };
            """
        );
        await person.Page.Context.SetOfflineAsync(true);
        await TypeAsync(person, "Ingen plass");
        await SaysAsync(
            person,
            "Ikke lagret ennå: 1 linje venter på nettet. Nettleseren har ikke plass til dem, så ikke lukk siden."
        );
        await person.Page.Context.SetOfflineAsync(false);
        await person.SavedAsync(1);
        Assert.Equal(["Ingen plass"], await LinesAsync(family));
    }

    [Fact]
    public async Task Two_who_write_see_each_others_lines_while_they_type()
    {
        var family = await FamilyAsync();
        await using var first = await WriterAsync(family);
        await using var second = await PersonAsync(family);
        await second.Page.GotoAsync(first.Page.Url);
        await second.Page.Locator(Field).FocusAsync();
        await second.Page.Keyboard.TypeAsync("Halvferdig");
        await TypeAsync(first, "! ringer SFO, tor 30/9");
        await second.SavedAsync(1);
        await second.Page.Keyboard.TypeAsync(" setning");
        await second.Page.Keyboard.PressAsync("Enter");
        await first.SavedAsync(2);
        Assert.Equal(["! ringer SFO, tor 30/9", "Halvferdig setning"], await LinesAsync(family));

        // Who is there comes by itself as well, and a line that is taken away goes.
        await second
            .Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tor Hegge invitert" })
            .ClickAsync();
        await first.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tor Hegge her" }).WaitForAsync();
        await second.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Angre" }).ClickAsync();
        await first.SavedAsync(1);
    }

    [Fact]
    public async Task A_laptop_closed_in_mid_line_has_lost_nothing()
    {
        var family = await FamilyAsync();
        var first = await WriterAsync(family);
        var url = first.Page.Url;
        await first.Page.RunAndWaitForResponseAsync(
            () => first.Page.Keyboard.TypeAsync("! tilrådningen sendes av"),
            r => r.Url.EndsWith("handler=Draft", StringComparison.Ordinal) && r.Status == 204
        );
        await first.DisposeAsync();
        await using var other = await PersonAsync(family);
        await other.Page.GotoAsync(url);
        Assert.StartsWith("! tilrå", await other.Page.Locator(Field).InputValueAsync(), StringComparison.Ordinal);
        await other.Page.Locator(Field).FillAsync("! sender tilrådningen, tor 30/9");
        await other.Page.Keyboard.PressAsync("Enter");
        await other.SavedAsync(1);
        await other.Page.ReloadAsync();
        Assert.Equal("", await other.Page.Locator(Field).InputValueAsync());
        Assert.Equal(["! sender tilrådningen, tor 30/9"], await LinesAsync(family));
    }

    [Fact]
    public async Task Lines_that_waited_when_the_page_was_closed_are_sent_when_it_is_opened_by_the_same_person()
    {
        var family = await FamilyAsync();
        await using var person = await WriterAsync(family);
        var url = person.Page.Url;
        await app.App.ExecuteAsync(app.Fjellvik, "update session set ended_at = seen_at where ended_at is null");
        await TypeAsync(person, "Skrevet etter at økten gikk ut");
        await SaysAsync(person, "Du er logget ut. 1 linje er ikke lagret ennå og sendes når du er inne igjen.");
        await person.Page.CloseAsync();

        // Somebody else at the same browser sends nothing of hers.
        var context = person.Page.Context;
        var deputy = await app.World(app.Fjellvik).FamilyAsync("Andre");
        await SignInAsync(context, deputy.Coordinator);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        Assert.Empty(await LinesAsync(family));

        await SignInAsync(context, family.Coordinator);
        await page.GotoAsync(url);
        await page.Locator(".fl-min:not(.fl-min--waits)").WaitForAsync();
        Assert.Equal(["Skrevet etter at økten gikk ut"], await LinesAsync(family));
        await page.CloseAsync();
    }

    [Fact]
    public async Task A_line_that_is_asked_about_keeps_its_text_and_lets_the_next_ones_through()
    {
        var family = await FamilyAsync();
        await family.ParticipantAsync("Tor Moen", Topic.School, false);
        await using var person = await WriterAsync(family);
        await TypeAsync(person, "! ringer SFO, tor 30/9");
        await person
            .Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tor Moen, Skolen" })
            .WaitForAsync();
        Assert.Equal("! ringer SFO, tor 30/9", await person.Page.Locator("[data-asked] textarea").InputValueAsync());
        await person.Page.Locator(Field).FocusAsync();
        await TypeAsync(person, "Neste linje går sin gang");
        await person.SavedAsync(1);
        await person
            .Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Tor Moen, Skolen" })
            .ClickAsync();
        await person.SavedAsync(2);
        Assert.Equal(0, await person.Page.Locator("[data-asked] form").CountAsync());
        Assert.Contains("Tor Moen · frist", await ReadAsync(person), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_pasted_into_the_line_is_kept_whole_and_asked_about()
    {
        var family = await FamilyAsync();
        await using var person = await WriterAsync(family);
        var text = string.Join('\n', Enumerable.Range(1, 40).Select(i => $"Avsnitt {i} av et ferdig referat."));
        await person.Page.EvaluateAsync(
            """
            text => {
              const data = new DataTransfer();
              data.setData("text/plain", text);
              const pasted = document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
              if (pasted) document.execCommand("insertText", false, text);
            }
            """,
            text
        );
        await person.Page.Keyboard.PressAsync("Enter");
        var asked = person.Page.Locator("[data-asked] textarea");
        await asked.WaitForAsync();
        Assert.Equal(text, await asked.InputValueAsync());
        Assert.Contains("Dette er 40 linjer.", await ReadAsync(person), StringComparison.Ordinal);
        await person
            .Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Skriv som 40 linjer" })
            .ClickAsync();
        await person.SavedAsync(40);
    }

    [Fact]
    public async Task A_name_is_completed_by_keyboard_and_Tab_then_leaves_the_field()
    {
        var family = await FamilyAsync();
        await family.ParticipantAsync("Tone Moen", Topic.School, false);
        await using var person = await WriterAsync(family);
        await person.Page.Keyboard.TypeAsync("! ringer SFO, to");
        await person.Page.Locator("[role=option]").Nth(1).WaitForAsync();
        await person.Page.Keyboard.PressAsync("ArrowDown");
        await person.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("! ringer SFO, Tor Hegge ", await person.Page.Locator(Field).InputValueAsync());
        await person.Page.Keyboard.TypeAsync("30/9");
        await person
            .Page.Locator("[data-preview] .fl-min__meta", new PageLocatorOptions { HasText = "Tor Hegge" })
            .WaitForAsync();
        Assert.Contains(
            "Tor Hegge · frist onsdag 30. september",
            (await person.Page.Locator("[data-preview]").InnerTextAsync()).Replace('\u00a0', ' '),
            StringComparison.Ordinal
        );
        await person.Page.Keyboard.PressAsync("Tab");
        Assert.NotEqual("TEXTAREA", await person.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
    }

    [Fact]
    public async Task When_the_appointment_ends_mid_meeting_the_page_says_so_and_keeps_the_text()
    {
        var family = await FamilyAsync();
        await using var person = await WriterAsync(family);
        await person.Page.Keyboard.TypeAsync("Det siste som ble sagt");
        await family.EndAppointmentAsync(app.World(app.Fjellvik).Today.AddDays(-1));
        await SaysAsync(person, "Du kan ikke skrive i dette møtet lenger.");
        await person.Page.Keyboard.PressAsync("Enter");
        await person.Page.Locator(".fl-min--waits >> text=Det siste som ble sagt").WaitForAsync();
        Assert.Empty(await LinesAsync(family));
    }

    private async Task<FamilyInWorld> FamilyAsync()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Berg");
        await family.MemberAsync("Even Berg", FamilyRelation.Child, 8);
        await family.ParticipantAsync("Tor Hegge", Topic.School, false);
        return family;
    }

    private async Task<Person> PersonAsync(FamilyInWorld family)
    {
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        return await chromium.PersonAsync(app.App, app.Fjellvik, browser);
    }

    /// <summary>The coordinator in a meeting that has just begun, with the cursor in the field.</summary>
    private async Task<Person> WriterAsync(FamilyInWorld family, string? before = null)
    {
        var person = await PersonAsync(family);
        if (before is not null)
        {
            await person.Page.AddInitScriptAsync(before);
        }
        await person.StartAsync($"/f/{family.Id}/mote/nytt");
        await person.PressAsync("Lagre");
        await person.Page.Locator(Field).FocusAsync();
        return person;
    }

    private async Task SignInAsync(IBrowserContext context, Guid staff)
    {
        using var browser = await app.StaffAsync(app.Fjellvik, staff);
        await context.ClearCookiesAsync();
        await context.AddCookiesAsync(
            browser.Cookies.Select(c => new Cookie
            {
                Name = c.Name,
                Value = c.Value,
                Domain = app.App.Address(app.Fjellvik).Host,
                Path = c.Path,
            })
        );
    }

    private static async Task TypeAsync(Person person, string line)
    {
        await person.Page.Keyboard.TypeAsync(line);
        await person.Page.Keyboard.PressAsync("Enter");
    }

    private static async Task SaysAsync(Person person, string words) =>
        await person.Page.WaitForFunctionAsync(
            "words => document.querySelector('[data-saved]').textContent.startsWith(words)",
            words
        );

    private static async Task<string> ReadAsync(Person person) =>
        (await person.Page.Locator("main").InnerTextAsync()).Replace('\u00a0', ' ');

    /// <summary>The lines as typed that are stored, in order.</summary>
    private async Task<IReadOnlyList<string>> LinesAsync(FamilyInWorld family)
    {
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var lines = await app.App.RowsAsync<Guid>(
            app.Fjellvik,
            "select id from item where family = @Id and kind = 'line' and state = 'kept' order by seq",
            new { family.Id }
        );
        var texts = new List<string>();
        foreach (var line in lines)
        {
            texts.Add((await browser.OpenAsync($"/f/{family.Id}/linje/{line}")).Form("Lagre").Value("Linjen").Trim());
        }
        return texts;
    }
}
