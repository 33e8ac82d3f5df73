using Microsoft.Playwright;

namespace Flette.Browser.Tests;

/// <summary>
/// Someone who does things in a real browser and is counted: a click, a key, a field filled is one action each. Things are
/// found by what they are called on the screen, never by how the page is made.
/// </summary>
public sealed class Person(IBrowserContext context, IPage page) : IAsyncDisposable
{
    /// <summary>What she has done so far, in words.</summary>
    public List<string> Actions { get; } = [];

    public IPage Page => page;

    /// <summary>Where she starts: not an action, the screen is open already.</summary>
    public async Task StartAsync(string path) => await page.GotoAsync(path.TrimStart('/'));

    /// <summary>Presses a button or follows a link, and waits for the page it leads to.</summary>
    public async Task PressAsync(string name)
    {
        var found = await FindAsync(name);
        await LeaveAsync(() => found.ClickAsync());
    }

    /// <summary>Presses what leads to a file instead of a page.</summary>
    /// <returns>The name the file is offered under.</returns>
    public async Task<string> DownloadAsync(string name)
    {
        var found = await FindAsync(name);
        return (await page.RunAndWaitForDownloadAsync(() => found.ClickAsync())).SuggestedFilename;
    }

    /// <summary>Does something that leads to a page, the same one again too, and waits until it is there.</summary>
    public async Task LeaveAsync(Func<Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        await page.EvaluateAsync("() => { document.documentElement.dataset.left = ''; }");
        await act();
        await page.Locator("html:not([data-left])")
            .WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Writes in a field, or chooses a day in it.</summary>
    public async Task WriteAsync(string label, string text)
    {
        Actions.Add($"skriver i {label}");
        await page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.FillAsync(text);
    }

    /// <summary>Ticks a box or chooses among a few.</summary>
    public async Task TickAsync(string label)
    {
        Actions.Add($"krysser av {label}");
        await page.GetByLabel(label, new PageGetByLabelOptions { Exact = true }).First.CheckAsync();
    }

    /// <summary>Chooses in a list.</summary>
    public async Task ChooseAsync(string label, string option)
    {
        Actions.Add($"velger {option}");
        await page.GetByLabel(label, new PageGetByLabelOptions { Exact = true })
            .First.SelectOptionAsync(new SelectOptionValue { Label = option });
    }

    /// <summary>Opens what is folded up.</summary>
    public async Task UnfoldAsync(string summary)
    {
        Actions.Add($"åpner {summary}");
        await page.Locator("summary").Filter(new LocatorFilterOptions { HasTextString = summary }).First.ClickAsync();
    }

    /// <summary>Presses a key.</summary>
    public async Task KeyAsync(string key)
    {
        Actions.Add($"tasten {key}");
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Waits until so many lines of live minutes stand on her page as the server has them.</summary>
    public Task SavedAsync(int lines) =>
        page.WaitForFunctionAsync(
            "count => document.querySelectorAll('[data-part=lines] .fl-min').length === count",
            lines
        );

    /// <summary>The main heading.</summary>
    public Task<string> HeadingAsync() => page.Locator("h1").First.InnerTextAsync();

    /// <summary>Whether she can read this on the page.</summary>
    public async Task<bool> ReadsAsync(string text) =>
        (await page.Locator("main").InnerTextAsync()).Contains(text, StringComparison.Ordinal);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private async Task<ILocator> FindAsync(string name)
    {
        Actions.Add($"trykker {name}");
        var found = page.GetByRole(AriaRole.Button, Exact(name)).Or(page.GetByRole(AriaRole.Link, Exact(name))).First;
        try
        {
            await found.WaitForAsync();
        }
        catch (TimeoutException)
        {
            Assert.Fail($"There is no «{name}» at {page.Url}:\n{await page.Locator("main").InnerTextAsync()}");
        }
        return found;
    }

    private static PageGetByRoleOptions Exact(string name) => new() { Name = name, Exact = true };
}
