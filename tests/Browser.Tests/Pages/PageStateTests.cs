using Flette.Kit;
using Flette.Web.Tests;
using Microsoft.Playwright;

namespace Flette.Browser.Tests.Pages;

/// <summary>The same for each page when there is nothing on it yet, and when what was sent is turned away.</summary>
public sealed class PageStateTests(EveryoneApp app, Chromium chromium) : IClassFixture<EveryoneApp>
{
    private const string HasForm =
        "() => !!document.querySelector('main form[method=post] :is(input:not([type=hidden]), textarea, select)')";

    // Empties all that can be written in, and sends the largest form of the page.
    private const string SendEmpty = """
        () => {
          const forms = [...document.querySelectorAll("main form[method=post]")]
            .filter(f => f.querySelector("input:not([type=hidden]), textarea, select"))
            .sort((a, b) => b.elements.length - a.elements.length);
          for (const e of forms[0].elements) {
            if (e.type === "checkbox" || e.type === "radio") e.checked = false;
            else if (e.tagName === "SELECT") e.selectedIndex = 0;
            else if (e.type !== "hidden" && e.tagName !== "BUTTON" && e.type !== "file") e.value = "";
          }
          const button = forms[0].querySelector("button:not([type=button])");
          // A page may send by script and stay; what is looked at here is what the form itself is answered.
          if (button.name || button.hasAttribute("formaction")) button.click();
          else HTMLFormElement.prototype.submit.call(forms[0]);
        }
        """;

    [Fact]
    public async Task A_page_with_nothing_on_it_says_what_to_do_and_is_as_accessible()
    {
        var world = app.App.World(app.Fjellvik);
        var empty = await world.FamilyAsync("Tom");
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { ["family"] = empty.Id.ToString() };
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, empty.Coordinator);
        using var newcomer = await app.App.StaffAsync(app.Fjellvik, await world.CoordinatorAsync("Ny Koordinator"));
        using var officer = await app.App.StaffAsync(app.Fjellvik, empty.Officer);
        var wrong = new List<string>();
        var opened = new HashSet<string>(StringComparer.Ordinal);
        foreach (var browser in new[] { newcomer, coordinator, officer })
        {
            await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, browser, width: Chromium.Narrow);
            foreach (var address in Addresses.Of(app.App, places))
            {
                if (!await Accessible.OpensAsync(browser, address))
                {
                    continue;
                }
                opened.Add(address.Template);
                await person.StartAsync(address.Path);
                wrong.AddRange((await Accessible.WrongAsync(person)).Select(w => $"{address.Template}: {w}"));
                wrong.AddRange((await Accessible.TooWideAsync(person)).Select(w => $"{address.Template}: {w}"));
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));
        Assert.True(opened.Count > 12, $"Only {opened.Count} pages were opened.");
    }

    [Fact]
    public async Task A_form_that_is_turned_away_says_why_at_the_top_and_is_as_accessible()
    {
        var wrong = new List<string>();
        var refused = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (who, browser) in app.Readers.Where(r => r.Key is "coordinator" or "officer"))
        {
            await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, browser);
            foreach (var address in app.Addresses)
            {
                if (refused.Contains(address.Template) || !await Accessible.OpensAsync(browser, address))
                {
                    continue;
                }
                await person.StartAsync(address.Path);
                if (!await person.Page.EvaluateAsync<bool>(HasForm))
                {
                    continue;
                }
                var answer = person.Page.WaitForRequestFinishedAsync(
                    new PageWaitForRequestFinishedOptions { Predicate = r => r.Method == "POST" }
                );
                await person.LeaveAsync(() => person.Page.EvaluateAsync(SendEmpty));
                var sent = await answer;
                var status = (await sent.ResponseAsync())?.Status ?? 0;
                if (status is >= 500 or 400)
                {
                    wrong.Add($"{who} {address.Template}: {status}");
                }
                if (await person.Page.Locator("[data-error-summary]").CountAsync() == 0)
                {
                    continue;
                }
                refused.Add(address.Template);
                if (
                    !await person.Page.EvaluateAsync<bool>(
                        "() => !!document.activeElement?.closest('[data-error-summary]')"
                    )
                )
                {
                    wrong.Add($"{who} {address.Template}: the summary has not got focus");
                }
                wrong.AddRange((await Accessible.WrongAsync(person)).Select(w => $"{who} {address.Template}: {w}"));
                await person.Page.SetViewportSizeAsync(Chromium.Narrow, 900);
                wrong.AddRange((await Accessible.TooWideAsync(person)).Select(w => $"{who} {address.Template}: {w}"));
                await person.Page.SetViewportSizeAsync(Chromium.Wide, 900);
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));
        Assert.True(refused.Count > 12, $"Only {refused.Count} pages turned a form away: {string.Join(' ', refused)}");
    }
}
