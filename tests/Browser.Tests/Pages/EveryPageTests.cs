using System.Text.Json;
using Flette.Kit;
using Flette.Web.Tests;
using Microsoft.Playwright;

namespace Flette.Browser.Tests.Pages;

/// <summary>
/// What holds for every page there is, as the endpoints list them: axe finds nothing, 320 px is wide enough, and Tab reaches and
/// shows every control in reading order (WCAG 2.2 AA).
/// </summary>
public sealed class EveryPageTests(EveryoneApp app, Chromium chromium) : IClassFixture<EveryoneApp>
{
    // Walks with Tab from the top; what it meets must be all that can be reached, in the order it stands, each one shown.
    private const string Reachable = """
        () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
          .filter(e => e.tabIndex >= 0 && !e.disabled && e.type !== "hidden" && e.getClientRects().length > 0
                       && e.checkVisibility({ visibilityProperty: true }))
          .filter(e => !(e.type === "radio" && e.name && (() => {
              const group = [...document.querySelectorAll(`input[type=radio][name="${CSS.escape(e.name)}"]`)].filter(r => r.form === e.form);
              const chosen = group.find(r => r.checked) ?? group[0];
              return chosen !== e; })()))
          .map((e, i) => { e.dataset.tabOrder = i; return (e.innerText || e.getAttribute("aria-label") || e.name || e.tagName).trim().slice(0, 40); })
        """;

    private const string Focused = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return { at: -1, shown: true };
          const s = getComputedStyle(e);
          const outlined = x => { const c = getComputedStyle(x); return (c.outlineStyle !== "none" && parseFloat(c.outlineWidth) > 0) || c.boxShadow !== "none"; };
          const box = e.getBoundingClientRect();
          // A way past the menu is not there until it has focus; being there is how it is seen.
          const arrives = e.classList.contains("ds-skip-link") && box.width > 1 && box.height > 1 && box.top >= 0;
          return { at: e.dataset.tabOrder === undefined ? -2 : Number(e.dataset.tabOrder), shown: arrives || outlined(e) || (e.labels && [...e.labels].some(outlined)) || (e.parentElement && outlined(e.parentElement)) };
        }
        """;

    // One walk for all three: to open a page costs more than to look at it.
    [Fact]
    public async Task Axe_finds_nothing_nothing_runs_out_of_a_narrow_screen_and_Tab_reaches_all_in_order()
    {
        var wrong = new List<string>();
        var opened = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (who, browser) in app.Readers)
        {
            await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, browser);
            foreach (var address in app.Addresses)
            {
                if (opened.Contains(address.Template) || !await Accessible.OpensAsync(browser, address))
                {
                    continue;
                }
                opened.Add(address.Template);
                await person.Page.SetViewportSizeAsync(Chromium.Wide, 900);
                await person.StartAsync(address.Path);
                var found = (await WalkAsync(person)).ToList();
                found.AddRange(await Accessible.WrongAsync(person));
                await person.Page.SetViewportSizeAsync(Chromium.Narrow, 900);
                found.AddRange(await Accessible.TooWideAsync(person));
                wrong.AddRange(found.Select(w => $"{who} {address.Template}: {w}"));
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));
        Assert.True(opened.Count > 25, $"Only {opened.Count} pages were opened.");
    }

    /// <summary>Else the test above says nothing.</summary>
    [Fact]
    public async Task Axe_finds_a_planted_fault_and_a_page_too_wide_is_seen()
    {
        using var visitor = app.App.Visit(app.Fjellvik);
        await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, visitor, width: Chromium.Narrow);
        await person.StartAsync("/demo");
        Assert.Empty(await Accessible.WrongAsync(person));
        await person.Page.EvaluateAsync(
            """
            () => {
              const main = document.querySelector("main");
              main.append(document.createElement("button"));
              const grey = main.appendChild(document.createElement("p"));
              grey.textContent = "Grått";
              Object.assign(grey.style, { width: "400px", color: "#eee", background: "#fff" });
            }
            """
        );
        var wrong = string.Join('\n', await Accessible.WrongAsync(person));
        Assert.Contains("button-name", wrong, StringComparison.Ordinal);
        Assert.Contains("color-contrast", wrong, StringComparison.Ordinal);
        Assert.NotEmpty(await Accessible.TooWideAsync(person));
    }

    /// <summary>What is wrong with how Tab goes through the page.</summary>
    private static async Task<IEnumerable<string>> WalkAsync(Person person)
    {
        var controls = await person.Page.EvaluateAsync<string[]>(Reachable);
        // A page may put the cursor where one writes first; the walk begins at the top all the same.
        await person.Page.EvaluateAsync(
            """
            () => {
              document.activeElement?.blur();
              window.getSelection()?.removeAllRanges();
              document.body.tabIndex = -1;
              document.body.focus();
              document.body.removeAttribute('tabindex');
            }
            """
        );
        var met = new List<int>();
        var unseen = new HashSet<int>();
        // A field for a day is several stops, one for each part of the day.
        for (var i = 0; i < controls.Length * 5 && (met.Count == 0 || met[^1] < controls.Length - 1); i++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            var at = await person.Page.EvaluateAsync<JsonElement>(Focused);
            var number = at.GetProperty("at").GetInt32();
            if (met.Count == 0 || met[^1] != number)
            {
                met.Add(number);
                unseen.Add(number);
            }
            if (at.GetProperty("shown").GetBoolean())
            {
                unseen.Remove(number);
            }
        }
        var wrong = unseen.Select(n => $"focus is not seen on «{Name(controls, n)}»");
        return met.SequenceEqual(Enumerable.Range(0, controls.Length))
            ? wrong
            : wrong.Append(
                string.Join(
                    " → ",
                    met.Select((m, i) => (m, i))
                        .Where(x => x.m != x.i)
                        .Take(4)
                        .Select(x => $"{x.i}: {Name(controls, x.m)} for {Name(controls, x.i)}")
                )
            );
    }

    private static string Name(string[] controls, int at) => at >= 0 && at < controls.Length ? controls[at] : $"#{at}";
}
