using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Look;

public partial class AssetTests
{
    /// <summary>Compressed bytes a family member or a teacher may have to fetch on the first visit (design: ux.md).</summary>
    private const int FirstVisit = 35_000;

    /// <summary>What is set aside of it for the page itself.</summary>
    private const int Page = 6_000;

    private static readonly string Web = Path.Combine(Root(), "src", "Flette.Web");

    [Fact]
    public void What_came_from_elsewhere_is_what_was_checked_in()
    {
        var lib = Path.Combine(Web, "wwwroot", "lib");
        var listed = File.ReadAllLines(Path.Combine(lib, "SHA256SUMS"))
            .Select(line => line.Split("  "))
            .ToDictionary(one => one[1], one => one[0], StringComparer.Ordinal);
        var found = Directory
            .EnumerateFiles(lib, "*", SearchOption.AllDirectories)
            .Select(path =>
                (
                    Name: Path.GetRelativePath(lib, path).Replace('\\', '/'),
                    Sum: Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))
                )
            )
            .Where(file => file.Name is not "SHA256SUMS")
            .ToDictionary(file => file.Name, file => file.Sum, StringComparer.Ordinal);
        Render.Same(Lines(listed), Lines(found));
        Assert.All(
            ["designsystemet/LICENSE", "designsystemet/LICENSE.theme", "htmx/LICENSE"],
            licence => Assert.True(found.ContainsKey(licence))
        );
    }

    private static IEnumerable<string> Lines(Dictionary<string, string> sums) =>
        sums.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Value}  {one.Key}");

    [Theory]
    [InlineData("/css/link.css")]
    [InlineData("/css/family.css")]
    [InlineData("/css/family-plan.css")]
    public void The_first_visit_of_a_phone_is_small(string sheet)
    {
        var icons = LookFiles.Find("/img/icons.svg")!;
        var mark = LookFiles.Find("/img/mark.svg")!;
        var css = LookFiles.Find(sheet)!;
        Assert.InRange(css.Brotli.Length + icons.Brotli.Length + mark.Brotli.Length, 1, FirstVisit - Page);
        // Also a browser without brotli.
        Assert.InRange(css.Gzip.Length + icons.Gzip.Length + mark.Gzip.Length, 1, FirstVisit - Page);
    }

    [Fact]
    public void Nothing_is_fetched_from_elsewhere() =>
        Assert.All(
            LookFiles.Paths.Where(path =>
                path.EndsWith(".css", StringComparison.Ordinal) || path.EndsWith(".svg", StringComparison.Ordinal)
            ),
            path => Assert.DoesNotMatch(@"url\([""']?(https?:|//)|@import|@font-face", LookFiles.Text(path))
        );

    [Fact]
    public void Our_own_sheets_can_turn_from_right_to_left()
    {
        var own = Directory.EnumerateFiles(Path.Combine(Web, "wwwroot", "css"), "*.css", SearchOption.AllDirectories);
        Assert.All(
            own,
            path =>
                Assert.DoesNotMatch(
                    @"(?m)^\s*((margin|padding|border)-(left|right)|left|right|float: (left|right)|text-align: (left|right))\b",
                    File.ReadAllText(path)
                )
        );
    }

    [Fact]
    public void Every_bundle_begins_with_the_order_of_the_layers() =>
        Assert.All(LookFiles.Bundles.Values, files => Assert.Equal("css/theme.css", files[0]));

    [Fact]
    public void Every_sheet_of_ours_is_in_a_bundle()
    {
        var wwwroot = Path.Combine(Web, "wwwroot");
        var own = Directory
            .EnumerateFiles(Path.Combine(wwwroot, "css"), "*.css", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(wwwroot, path).Replace('\\', '/'));
        var used = LookFiles.Bundles.Values.SelectMany(files => files).ToHashSet(StringComparer.Ordinal);
        Assert.All(own, name => Assert.Contains(name, used));
    }

    [Fact]
    public async Task Every_icon_a_page_asks_for_is_in_the_sprite()
    {
        var drawn = Symbol()
            .Matches(LookFiles.Text("/img/icons.svg"))
            .Select(match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var asked = Pages()
            .SelectMany(page => IconUse().Matches(page.Text).Select(match => match.Groups["name"].Value));
        Assert.All(asked, name => Assert.Contains(name, drawn));
        foreach (var state in Enum.GetValues<StatusWord>())
        {
            var href = (await Render.Element(new StatusTagHelper { State = state }))
                .QuerySelector("use")!
                .GetAttribute("href")!;
            Assert.Contains(href[(href.IndexOf("#i-", StringComparison.Ordinal) + 3)..], drawn);
        }
    }

    [Fact]
    public void No_page_writes_style_or_script_inside_itself() =>
        Assert.All(
            Pages(),
            page =>
            {
                Assert.DoesNotMatch(@"<style|\sstyle=""|\son[a-z]+=""|javascript:", page.Text);
                Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)", page.Text);
            }
        );

    [Fact]
    public void Every_class_a_page_uses_has_a_rule()
    {
        var sheets = string.Concat(LookFiles.Bundles.Keys.Select(LookFiles.Text));
        var used = Pages()
            .SelectMany(page =>
                ClassUse()
                    .Matches(page.Text)
                    .SelectMany(match => OwnClass().Matches(match.Value).Select(one => one.Value))
            );
        Assert.All(
            used.Distinct(StringComparer.Ordinal),
            name => Assert.Matches($@"\.{Regex.Escape(name)}(?![\w-])", sheets)
        );
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("", null)]
    public async Task A_sheet_is_compressed_as_the_browser_can_read_it(string accepts, string? encoding)
    {
        var answer = await Ask("/css/desk.css", accepts);
        Assert.Equal(200, answer.StatusCode);
        Assert.Equal(encoding, answer.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/css; charset=utf-8", answer.ContentType);
        Assert.Equal("no-cache", answer.Headers.CacheControl);
        Assert.Equal(answer.ContentLength, answer.Body.Length);
    }

    [Fact]
    public async Task An_address_with_its_version_is_kept_for_a_year()
    {
        var file = LookFiles.Find("/img/icons.svg")!;
        Assert.Contains(
            "immutable",
            (await Ask(file.Path, "br", "?v=" + file.Version)).Headers.CacheControl.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal("no-cache", (await Ask(file.Path, "br", "?v=000000000000")).Headers.CacheControl);
    }

    [Fact]
    public async Task A_sheet_already_known_is_not_sent_again()
    {
        var tag = (await Ask("/css/link.css", "br")).Headers.ETag.ToString();
        Assert.Equal(304, (await Ask("/css/link.css", "br", known: tag)).StatusCode);
        Assert.Equal(200, (await Ask("/css/link.css", "gzip", known: tag)).StatusCode);
    }

    [Fact]
    public async Task Nothing_else_is_answered_and_nothing_is_posted()
    {
        Assert.Equal(404, (await Ask("/css/../Program.cs", "")).StatusCode);
        Assert.Equal(404, (await Ask("/lib/SHA256SUMS", "")).StatusCode);
        Assert.Equal(405, (await Ask("/css/link.css", "", method: "POST")).StatusCode);
    }

    private static async Task<HttpResponse> Ask(
        string path,
        string accepts,
        string query = "",
        string? known = null,
        string method = "GET"
    )
    {
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        app.UseLook();
        app.Run(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext();
        (context.Request.Method, context.Request.Path, context.Request.QueryString) = (
            method,
            path,
            new QueryString(query)
        );
        context.Request.Headers.AcceptEncoding = accepts;
        if (known is not null)
            context.Request.Headers.IfNoneMatch = known;
        context.Response.Body = new MemoryStream();
        await app.Build()(context);
        return context.Response;
    }

    private static List<(string Path, string Text)> Pages() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Web, "Features"), "*.cshtml", SearchOption.AllDirectories)
                .Select(path => (path, File.ReadAllText(path))),
        ];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Flette.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the source tree.");
    }

    [GeneratedRegex("<symbol id=\"i-(?<name>[a-z-]+)\"", RegexOptions.None, 5000)]
    private static partial Regex Symbol();

    [GeneratedRegex(
        "(?:<fl-icon[^>]*name|<fl-(?:answer|status)[^>]*icon)=\"(?<name>[a-z-]+)\"",
        RegexOptions.None,
        5000
    )]
    private static partial Regex IconUse();

    [GeneratedRegex("class=\"[^\"@]*\"", RegexOptions.None, 5000)]
    private static partial Regex ClassUse();

    [GeneratedRegex(@"\b(?:fl|ds)-[a-z0-9_-]+", RegexOptions.None, 5000)]
    private static partial Regex OwnClass();
}
