using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Features.History;

namespace Flette.Web.Tests.Undoing;

/// <summary>
/// Undo instead of «are you sure» (ux.md), for everything that keeps versions. Every handler that writes is found from the program,
/// its form filled in and sent, and what was done undone by the button that is offered, where one lands or in the history: then all
/// stands as before, on the page and in every row. A handler without an undo stands in <c>reasons.txt</c>.
/// </summary>
public sealed partial class EveryUndoTests(EveryoneApp app) : IClassFixture<EveryoneApp>
{
    [Fact]
    public async Task Whatever_is_changed_can_be_undone_and_then_all_stands_as_before()
    {
        var handlers = WriteHandlers.Of(app.App);
        var told = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var handler in handlers.All.Where(h =>
                !Exceptions.ContainsKey(h) && !Elsewhere.ContainsKey(h) && !IsUndo(h)
            )
        )
        {
            told[handler] = "no form was found that does anything";
        }
        var further = await FurtherAsync();
        var agreements = await app.App.RowsAsync<Guid>(
            app.Fjellvik,
            "select id from item where family = @Id and kind = 'agreement' order by id",
            new { app.Family.Id }
        );
        var paths = app
            .Addresses.Select(a => a.Path)
            .Concat(agreements.Select(a => $"/f/{app.Family.Id}/avtale/{a}/svar"))
            .Concat(further.Paths)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        // By page: what is undone leaves all as it was, so one form of each handler after the other.
        using var published = further.Link;
        var walks = app
            .Readers.Where(r => r.Key != "nobody")
            .Select(r => (r.Key, r.Value, Paths: paths))
            .Append(("published", published, [further.LinkPath]));
        foreach (var (reader, browser, here) in walks)
        {
            foreach (var path in here)
            {
                var page = await browser.GetAsync(path);
                var count = Buttons(page).Count;
                for (var i = 0; i < count; i++)
                {
                    await TryAsync(handlers, told, reader, browser, path, i);
                }
            }
        }
        var not = told.Where(t => t.Value != Fine).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal);
        None(not.Where(t => !Missing.ContainsKey(t.Key)).Select(t => $"{t.Key}: {t.Value}"));
        // What is mended leaves the list, and an exception is of something there is.
        None(Missing.Keys.Except(not.Keys).Select(k => k + " is undone, and stands as missing"));
        None(Exceptions.Keys.Concat(Elsewhere.Keys).Except(handlers.All).Select(k => k + " is not there"));
        Assert.True(told.Count(t => t.Value == Fine) >= 25, string.Join('\n', told));
    }

    [Fact]
    public void Every_kind_of_thing_has_an_undo_in_its_history_or_a_reason_why_not()
    {
        var kinds = typeof(ItemKinds).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.True(kinds.Count > 20);
        None(kinds.Where(k => !Features.History.Undoing.Can(k) && !KindExceptions.ContainsKey(k)));
        None(KindExceptions.Keys.Where(k => !kinds.Contains(k) || Features.History.Undoing.Can(k)));
        // And each kind that can be undone has a name in its history.
        None(kinds.Where(k => Told.Kind(k) == "Historikk" && !KindExceptions.ContainsKey(k)));
    }

    private static void None(IEnumerable<string> wrong)
    {
        var all = string.Join('\n', wrong);
        Assert.True(all.Length == 0, all);
    }

    private const string Fine = "fine";

    private async Task TryAsync(
        WriteHandlers handlers,
        SortedDictionary<string, string> told,
        string reader,
        Browserless browser,
        string path,
        int at
    )
    {
        var page = await browser.GetAsync(path);
        var buttons = Buttons(page);
        if (at >= buttons.Count)
        {
            return;
        }
        var form = page.Form(buttons[at]);
        string handler;
        using (var ask = form.Request())
        {
            handler = handlers.At(new Uri(page.Address, ask.RequestUri!));
        }
        if (!told.TryGetValue(handler, out var so) || so == Fine)
        {
            return;
        }
        form.FillAll(kind => kind is "text" or "textarea" ? "Prøve" : null);
        foreach (var list in Lists(buttons[at]).Where(l => string.IsNullOrEmpty(l.Value)))
        {
            form.Set(list.Name!, list.Options.FirstOrDefault(o => o.Value.Length > 0)?.Value);
        }
        if (Recipes.TryGetValue(handler, out var fill))
        {
            fill(form);
        }
        var before = await Standing.ReadAsync(app.App, app.Fjellvik);
        var all = await app.App.SnapshotAsync(app.Fjellvik);
        using var request = form.Request();
        var answer = await browser.SendAsync(request);
        var after = await Standing.ReadAsync(app.App, app.Fjellvik);
        var changed = Standing.Changed(before, after);
        if (changed.Count == 0)
        {
            var rest = await app.App.SnapshotAsync(app.Fjellvik);
            if (answer.Status == HttpStatusCode.Found && rest.Any(t => t.Key != "form_key" && all[t.Key] != t.Value))
            {
                // Something was done, and to nothing that keeps versions.
                told[handler] = Fine;
            }
            else if (answer.Errors.Count > 0)
            {
                told[handler] = "turned away: " + string.Join(' ', answer.Errors);
            }
            return;
        }
        told[handler] = $"{reader} {path}: {await UndoAsync(browser, answer, before, after, changed)}";
        var undone = await Standing.ReadAsync(app.App, app.Fjellvik);
        var left = before.Where(r => undone.GetValueOrDefault(r.Key) != r.Value).Select(r => r.Key).ToList();
        left.AddRange(undone.Keys.Except(before.Keys).Where(k => after.GetValueOrDefault(k) == undone[k]));
        var again = await browser.GetAsync(path);
        if (left.Count == 0 && (TellsMore.ContainsKey(handler) || Same(page) == Same(again)))
        {
            told[handler] = Fine;
        }
        else
        {
            told[handler] +=
                $"; not as before: {string.Join(", ", left.Select(l => l + " " + Kind(undone.GetValueOrDefault(l))))}"
                + (Same(page) == Same(again) ? "" : $"; the page differs: {Difference(Same(page), Same(again))}");
        }
    }

    /// <summary>
    /// Presses the undo that is offered: where one lands, or in the history of each thing that still is as it was changed.
    /// </summary>
    private async Task<string> UndoAsync(
        Browserless browser,
        Page answer,
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after,
        IReadOnlyList<string> changed
    )
    {
        var undone = new List<string>();
        if (answer.Header("Location") is { } location)
        {
            var landed = await browser.GetAsync(location.Split('#')[0]);
            if (Offered(landed, changed.Select(c => after[c])) is { } button)
            {
                using var undo = landed.Form(button).Request();
                undone.Add($"where one lands {(int)(await browser.SendAsync(undo)).Status}");
            }
        }
        foreach (var one in changed.Select(c => c.Split(' ')))
        {
            var now = await Standing.ReadAsync(app.App, app.Fjellvik);
            var key = string.Join(' ', one);
            // What was made is undone when it is another than it was made; what was there, when it is as it was.
            if (before.TryGetValue(key, out var stood) ? stood == now[key] : after[key] != now[key])
            {
                continue;
            }
            var (coordinator, family) = (app.Readers["coordinator"], $"/f/{app.Family.Id}");
            var history = await coordinator.GetAsync(
                one[0] switch
                {
                    "item" => $"{family}/historikk/{one[1]}",
                    "member" => $"{family}/medlem/{one[1]}/historikk",
                    "guardianship" => $"{family}/stilling/{one[1]}/historikk",
                    "plan" => $"{family}/plan/om",
                    _ => family,
                }
            );
            var button = history
                .Document.QuerySelectorAll("button")
                .FirstOrDefault(b => PageWords.Name(b) == "Angre siste endring");
            if (button is not null)
            {
                using var undo = history.Form(button).Request();
                undone.Add($"in the history {(int)(await coordinator.SendAsync(undo)).Status}");
            }
        }
        return undone.Count == 0
            ? "no undo is offered for " + string.Join(", ", changed)
            : "undone " + string.Join(", ", undone);
    }

    /// <summary>
    /// The undo a page offers of what was changed: said where one lands, or standing where the thing stands; of several the one whose form
    /// names what was changed.
    /// </summary>
    private static IElement? Offered(Page landed, IEnumerable<string> changed)
    {
        var rows = changed.ToList();
        var standing = landed
            .Document.QuerySelectorAll(
                "form[action*='handler=Undo'] button, form[action*='handler=TakeBack'] button, button[formaction*='handler=Undo']"
            )
            .OfType<IHtmlButtonElement>()
            .ToList();
        return landed.Document.QuerySelector(".fl-undo form button")
            ?? standing.Find(b =>
                b.Form!.Elements.OfType<IHtmlInputElement>()
                    .Any(i =>
                        Guid.TryParse(i.Value, out _) && rows.Exists(r => r.Contains(i.Value, StringComparison.Ordinal))
                    )
            )
            ?? standing.FirstOrDefault();
    }

    /// <summary>What undoes is itself undone by doing it again.</summary>
    private static bool IsUndo(string handler) =>
        handler.Split(' ') is [_, "Undo" or "TakeBack" or "Resume" or "Restore" or "Unmark"];

    private static IEnumerable<IHtmlSelectElement> Lists(IElement button) =>
        ((IHtmlButtonElement)button).Form!.Elements.OfType<IHtmlSelectElement>().Where(l => l.Name is not null);

    private static List<IElement> Buttons(Page page) =>
        [.. page.Document.QuerySelectorAll("form[method=post] button:not([type=button])")];

    private static string Same(Page page) =>
        $"{(int)page.Status} {PageWords.Text(page.Document.QuerySelector("main"))}";

    private static string Kind(string? row) =>
        row is null ? "" : System.Text.RegularExpressions.Regex.Match(row, "\"kind\": \"([a-z-]+)\"").Groups[1].Value;

    private static string Difference(string one, string two)
    {
        var at = one.Zip(two).TakeWhile(c => c.First == c.Second).Count();
        return $"«{Cut(one, at)}» is now «{Cut(two, at)}»";

        static string Cut(string text, int at) => text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 60)];
    }
}
