using System.Net;
using Deque.AxeCore.Commons;
using Flette.Kit;
using Flette.Web.Tests;

namespace Flette.Browser.Tests.Pages;

/// <summary>What a page must hold to in whatever state it is (WCAG 2.2 AA).</summary>
internal static class Accessible
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // In the page itself and once: the package's own way opens a second page for each run, which takes longer than the looking.
    private const string Look = """
        async () => (await axe.run(document, {
          resultTypes: ["violations"],
          runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        })).violations.map(v => `${v.id}: ${v.nodes.slice(0, 3).map(n => n.html).join(" | ")}`)
        """;

    /// <summary>Whether this reader gets a page there: not a refusal, and not a file.</summary>
    public static async Task<bool> OpensAsync(Browserless browser, Address address)
    {
        var page = await browser.GetAsync(address.Path);
        return page.Status == HttpStatusCode.OK
            && page.Header("Content-Type")?.StartsWith("text/html", StringComparison.Ordinal) == true;
    }

    /// <summary>What axe finds wrong.</summary>
    public static async Task<IEnumerable<string>> WrongAsync(Person person)
    {
        // The whole page at once: else a bar that stays at the foot covers whatever happens to lie under it.
        var width = person.Page.ViewportSize!.Width;
        var height = await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollHeight + 200");
        await person.Page.SetViewportSizeAsync(width, Math.Max(height, 900));
        await person.Page.EvaluateAsync(Axe);
        return await person.Page.EvaluateAsync<string[]>(Look);
    }

    /// <summary>Whether the page must be scrolled sideways on the narrowest screen.</summary>
    public static async Task<IEnumerable<string>> TooWideAsync(Person person)
    {
        var width = await person.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
        return width > Chromium.Narrow ? [$"{width} px wide at {Chromium.Narrow}"] : [];
    }
}
