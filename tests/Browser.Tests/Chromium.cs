using Flette.Kit;
using Flette.Web.Data;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Flette.Browser.Tests.Chromium))]

namespace Flette.Browser.Tests;

/// <summary>Debian's Chromium, started once for all tests of the program.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // Wide enough for a table beside a form; and the narrowest WCAG asks for (1.4.10).
    public const int Wide = 1280;
    public const int Narrow = 320;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Environment.GetEnvironmentVariable("FLETTE_CHROMIUM") ?? "/usr/bin/chromium",
                // Chromium has no sandbox as root; what is opened here is the program's own pages.
                ChromiumSandbox = !Environment.IsPrivilegedProcess,
                Args = ["--disable-gpu", "--disable-dev-shm-usage"],
            }
        );
    }

    /// <summary>A person at a browser of her own, with the cookies of <paramref name="signedIn"/>.</summary>
    public async Task<Person> PersonAsync(
        FletteApp app,
        Municipality municipality,
        Browserless? signedIn = null,
        bool script = true,
        int width = Wide
    )
    {
        ArgumentNullException.ThrowIfNull(app);
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = app.Address(municipality).ToString(),
                JavaScriptEnabled = script,
                Locale = "nb-NO",
                TimezoneId = "Europe/Oslo",
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
            }
        );
        context.SetDefaultTimeout(20_000);
        if (signedIn is not null)
        {
            await context.AddCookiesAsync(
                signedIn.Cookies.Select(c => new Cookie
                {
                    Name = c.Name,
                    Value = c.Value,
                    Domain = app.Address(municipality).Host,
                    Path = c.Path,
                })
            );
        }
        return new Person(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
        _playwright?.Dispose();
    }
}
