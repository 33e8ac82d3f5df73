using System.Diagnostics;
using AngleSharp.Dom;
using Flette.Core.Words;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Look;

public class LayoutTests
{
    private static readonly Chrome Desk = new()
    {
        Municipality = "Fjellvik kommune",
        Today = Render.Today,
        PersonName = "Solveig <Rustad>",
        RoleWords = "koordinator",
        RoleUrl = "/rolle",
        SearchUrl = "/sok",
        SearchText = "Nordli \"x\"",
        Nav = [new("I dag", "/"), new("Familier", "/familier")],
        CurrentPath = "/familier/7",
    };

    [Fact]
    public async Task The_desk_has_skip_link_menu_search_and_who_writes()
    {
        var page = await Page("_DeskLayout", Desk);
        Assert.Equal("nb", page.Owner!.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Prøve – Flette", page.Owner.Title);
        Assert.Equal("#main", page.QuerySelector("a.ds-skip-link")!.GetAttribute("href"));
        Assert.Equal("Familier", page.QuerySelector("nav [aria-current=page]")!.TextContent);
        Assert.Single(page.QuerySelectorAll("nav [aria-current]"));
        Assert.Equal("Nordli \"x\"", page.QuerySelector("form[role=search] input[name=Search]")!.GetAttribute("value"));
        Assert.Equal("koordinator, Solveig <Rustad>", page.QuerySelector(".fl-acting-as a")!.TextContent);
        Assert.Equal(("desk", "sm"), (page.GetAttribute("data-face"), page.GetAttribute("data-size")));
        Assert.Equal("Innhold", page.QuerySelector("main")!.TextContent);
    }

    [Fact]
    public async Task The_desk_shows_nothing_that_does_not_exist()
    {
        var page = await Page("_DeskLayout", Desk with { Nav = [], SearchUrl = null, PersonName = null });
        Assert.Null(page.QuerySelector("nav"));
        Assert.Null(page.QuerySelector("form"));
        Assert.Null(page.QuerySelector(".fl-acting-as"));
    }

    [Theory]
    [InlineData(Tongue.Bokmal, "nb", "Haster det?")]
    [InlineData(Tongue.Nynorsk, "nn", "Hastar det?")]
    [InlineData(Tongue.English, "en", "Is it urgent?")]
    public async Task The_family_always_has_the_three_numbers(Tongue tongue, string lang, string words)
    {
        var page = await Page("_FamilyLayout", Desk with { Tongue = tongue });
        Assert.Equal(lang, page.Owner!.DocumentElement.GetAttribute("lang"));
        Assert.Equal(words, page.QuerySelector("#urgent")!.TextContent);
        Render.Same(
            ["tel:113", "tel:116117", "tel:116111"],
            page.QuerySelectorAll(".fl-urgent a").Select(a => a.GetAttribute("href")!)
        );
        Assert.Equal("#urgent", page.QuerySelector(".fl-always a")!.GetAttribute("href"));
        Assert.Equal("Innhold", page.QuerySelector("#main > main")!.TextContent);
    }

    [Fact]
    public async Task Easy_reading_is_larger()
    {
        var easy = await Page("_FamilyLayout", Desk with { Easy = true });
        Assert.Equal(("lg", "easy"), (easy.GetAttribute("data-size"), easy.GetAttribute("data-reading")));
        var plain = await Page("_FamilyLayout", Desk);
        Assert.Equal(("md", "plain"), (plain.GetAttribute("data-size"), plain.GetAttribute("data-reading")));
    }

    [Fact]
    public async Task A_link_names_the_municipality_and_nobody_else()
    {
        var page = await Page("_LinkLayout", Desk with { Languages = Language.All, LanguagesBack = "/l" });
        Assert.Equal("Fjellvik kommune", page.QuerySelector(".fl-brand")!.TextContent.Trim());
        Assert.DoesNotContain("Solveig", page.Owner!.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("Bokmål", page.QuerySelector("form button[aria-pressed=true]")!.TextContent);
        Assert.Equal("/l", page.QuerySelector("form input[name=til]")!.GetAttribute("value"));
        Render.Same(
            ["nb", "nn", "en"],
            page.QuerySelectorAll("form[action='/sprak'] button").Select(b => b.GetAttribute("value")!)
        );
        Assert.Empty(page.Owner.QuerySelectorAll("script"));
    }

    [Fact]
    public async Task Print_that_stands_alone_fetches_nothing()
    {
        var page = await Page("_PrintLayout", Desk with { Standalone = true });
        var document = page.Owner!;
        Assert.Empty(document.QuerySelectorAll("link, script[src], img[src]"));
        Assert.NotNull(document.QuerySelector("head style"));
        Assert.All(
            document.QuerySelectorAll("use"),
            use => Assert.NotNull(document.QuerySelector(use.GetAttribute("href")!))
        );
        Assert.Equal("Fjellvik kommune", page.QuerySelector(".fl-print-head")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_error_needs_no_chrome()
    {
        var page = await Page("_ErrorLayout", null);
        Assert.Equal("Innhold", page.QuerySelector("main")!.TextContent.Trim());
        Assert.Equal("Flette", page.QuerySelector(".fl-brand")!.TextContent.Trim());
    }

    [Fact]
    public void The_longest_path_is_the_current_place()
    {
        var chrome = Desk with
        {
            Nav = [new("I dag", "/"), new("Enhet", "/enhet"), new("Opplæring", "/enhet/opplaring")],
        };
        Render.Same(["I dag"], Current(chrome with { CurrentPath = "/" }));
        Render.Same(["Enhet"], Current(chrome with { CurrentPath = "/enhet/meldinger" }));
        Render.Same(["Opplæring"], Current(chrome with { CurrentPath = "/enhet/opplaring" }));
        Assert.Empty(Current(chrome with { CurrentPath = "/enheten" }));
    }

    private static IEnumerable<string> Current(Chrome chrome) =>
        chrome.Nav.Where(chrome.IsCurrent).Select(item => item.Text);

    /// <summary>Renders a layout around a body of one element and hands back the body of the page.</summary>
    private static async Task<IElement> Page(string layout, Chrome? chrome)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = "Test" });
        builder
            .Services.AddRazorPages(options => options.RootDirectory = "/Features")
            .AddApplicationPart(typeof(LookFiles).Assembly);
        builder.Services.AddSingleton(new DiagnosticListener("test"));
        builder.Services.AddSingleton<DiagnosticSource>(services => services.GetRequiredService<DiagnosticListener>());
        builder.Services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(options =>
            options.TextEncoderSettings = new(System.Text.Unicode.UnicodeRanges.All)
        );
        builder.Services.AddSingleton<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>(
            new Microsoft.AspNetCore.DataProtection.EphemeralDataProtectionProvider()
        );
        builder.Services.AddLogging();
        await using var services = builder.Services.BuildServiceProvider();
        using var scope = services.CreateScope();

        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary())
        {
            ["Title"] = "Prøve",
        };
        if (chrome is not null)
            data.SetChrome(chrome);
        using var writer = new StringWriter();
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var body = new Body { Layout = $"/Features/Shared/{layout}.cshtml", InError = chrome is null };
        var view = new RazorView(
            scope.ServiceProvider.GetRequiredService<IRazorViewEngine>(),
            scope.ServiceProvider.GetRequiredService<IRazorPageActivator>(),
            [],
            body,
            scope.ServiceProvider.GetRequiredService<System.Text.Encodings.Web.HtmlEncoder>(),
            scope.ServiceProvider.GetRequiredService<DiagnosticListener>()
        );
        var tempData = new TempDataDictionary(http, scope.ServiceProvider.GetRequiredService<ITempDataProvider>());
        await view.RenderAsync(new ViewContext(action, view, data, tempData, writer, new HtmlHelperOptions()));
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(writer.ToString()).Body!;
    }

    private sealed class Body : RazorPage<object>
    {
        public bool InError { get; init; }

        public override Task ExecuteAsync()
        {
            WriteLiteral(InError ? "Innhold" : "<main>Innhold</main>");
            return Task.CompletedTask;
        }
    }
}
