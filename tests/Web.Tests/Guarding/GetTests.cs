using System.Net;
using Flette.Kit;
using Flette.Web.Access;

namespace Flette.Web.Tests.Guarding;

/// <summary>What holds for every page, whoever opens it.</summary>
public sealed class GetTests(EveryoneApp app) : IClassFixture<EveryoneApp>
{
    [Fact]
    public async Task A_get_changes_nothing_but_the_log()
    {
        var opened = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (who, browser) in app.Readers)
        {
            var before = await app.App.SnapshotAsync(app.Fjellvik);
            foreach (var address in app.Addresses)
            {
                foreach (var extra in new[] { "", "?sok=a&til=%2F&handler=Save&hvem=" + Guid.NewGuid() })
                {
                    var page = await browser.GetAsync(address.Path + extra);
                    Assert.True(
                        (int)page.Status < 500,
                        $"{who} {address.Path}{extra}: {page.Status} {string.Join('\n', app.App.Log.Lines)}"
                    );
                    if (page.Status == HttpStatusCode.OK)
                    {
                        opened.Add(address.Template);
                    }
                }
            }
            var after = await app.App.SnapshotAsync(app.Fjellvik);
            Assert.Equal(
                "",
                string.Join(' ', before.Keys.Where(t => before[t] != after[t]).Select(t => $"{who} changed {t}"))
            );
        }
        // The test must have opened what it speaks of.
        // The front page leads on, and a token that is none says so with 410; a genuine one is opened in LinkTests. Nobody signs in
        // here but as a persona; the tests of signing in have issuers. A gateway posts its receipts and has nothing to get.
        // What a link says in full is behind a code, which WorkSignInTests and KnownBrowserTests have.
        Assert.Equal(
            "/ /inn/{issuer} /inn/{issuer}/tilbake /l/{link:guid}/hele /l/{link:guid}/jobb /l/{token} /levering/sms /ut/{issuer}/varsel",
            string.Join(' ', app.Addresses.Select(a => a.Template).Where(t => !opened.Contains(t)))
        );
    }

    [Fact]
    public async Task Every_form_that_writes_carries_a_key_of_its_own()
    {
        var seen = 0;
        foreach (var (who, browser) in app.Readers)
        {
            foreach (var address in app.Addresses)
            {
                var page = await browser.GetAsync(address.Path);
                foreach (var form in page.Document.QuerySelectorAll("form[method=post]:not([role=search])"))
                {
                    var to = form.GetAttribute("action") ?? "";
                    // Who one is, which language one reads, what one searches for and that one goes write nothing that could be
                    // written twice.
                    if (
                        to is "/ut"
                        || to.StartsWith("/demo", StringComparison.Ordinal)
                        || to.StartsWith("/sprak", StringComparison.Ordinal)
                    )
                    {
                        continue;
                    }
                    var keys = form.QuerySelectorAll("input[type=hidden][name=FormKey]")
                        .Select(k => k.GetAttribute("value"));
                    Assert.True(keys.Count(FormKeys.IsKey) == 1, $"{who} {address.Path}: {form.OuterHtml}");
                    seen++;
                }
            }
        }
        Assert.True(seen > 20, $"Only {seen} forms.");
    }

    [Fact]
    public async Task Every_answer_carries_the_safety_headers()
    {
        foreach (var (_, browser) in app.Readers)
        {
            foreach (var path in app.Addresses.Select(a => a.Path).Append("/finnes-ikke").Append("/demo/"))
            {
                Check(await browser.GetAsync(path));
                Check(await browser.PostAsync(path, [KeyValuePair.Create("x", "y")]));
            }
        }
        using var put = new HttpRequestMessage(HttpMethod.Put, "/enhet");
        Check(await app.Readers["officer"].SendAsync(put));
        using var elsewhere = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://example.no:{app.App.Port}/"));
        Check(await app.Readers["officer"].SendAsync(elsewhere));

        static void Check(Page page)
        {
            var csp = page.Header("Content-Security-Policy") ?? "";
            Assert.True(
                csp.Contains("default-src 'none'", StringComparison.Ordinal)
                    && !csp.Contains("unsafe", StringComparison.Ordinal)
                    && page.Header("X-Content-Type-Options") == "nosniff"
                    && page.Header("Referrer-Policy") == "no-referrer"
                    && page.Header("Cross-Origin-Opener-Policy") == "same-origin"
                    && page.Header("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) == true
                    && page.Header("Server") is null,
                $"{page.Address} {(int)page.Status}"
            );
        }
    }

    private static bool IsLaw(string address) => address.StartsWith("https://lovdata.no/", StringComparison.Ordinal);

    [Fact]
    public async Task A_page_asks_nothing_of_others_and_runs_nothing_of_its_own_text()
    {
        foreach (var (who, browser) in app.Readers)
        {
            foreach (var address in app.Addresses)
            {
                var page = await browser.GetAsync(address.Path);
                var outside = page
                    .Document.All.SelectMany(e => e.Attributes)
                    .Where(a => a.Name is "src" or "href" or "action" or "formaction")
                    .Where(a =>
                        a.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase)
                        || a.Value.StartsWith("//", StringComparison.Ordinal)
                    )
                    // A link asks nothing before somebody follows it: to where the law stands, and nowhere else.
                    .Where(a => !(a is { Name: "href", OwnerElement.LocalName: "a" } && IsLaw(a.Value)));
                Assert.True(!outside.Any(), $"{who} {address.Path}: {string.Join(' ', outside.Select(a => a.Value))}");
                Assert.True(
                    !page.Document.All.Any(e =>
                        e.HasAttribute("style")
                        || e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal))
                    ),
                    $"{address.Path}: inline style or script"
                );
                Assert.True(
                    page.Document.QuerySelectorAll("script").All(s => s.HasAttribute("src")),
                    $"{address.Path}: script in the page"
                );
            }
        }
    }

    [Fact]
    public async Task A_form_cannot_be_posted_without_its_token()
    {
        var before = await app.App.SnapshotAsync(app.Fjellvik);
        foreach (var (_, browser) in app.Readers)
        {
            foreach (var address in app.Addresses)
            {
                var page = await browser.PostAsync(
                    address.Path,
                    [KeyValuePair.Create("FormKey", Guid.NewGuid().ToString())]
                );
                Assert.True((int)page.Status is 403 or 404 or 405 or 401 or 410, $"{address.Path}: {page.Status}");
            }
        }
        Assert.Equal(before, await app.App.SnapshotAsync(app.Fjellvik));
    }
}
