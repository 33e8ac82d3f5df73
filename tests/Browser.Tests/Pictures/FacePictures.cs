using Flette.Demo;
using Flette.Kit;
using Flette.Web.Tests;
using Microsoft.Playwright;

namespace Flette.Browser.Tests.Pictures;

/// <summary>
/// The pictures of the three faces in the README, of the demo's invented families. <c>docs/pictures/make.sh</c> says with
/// <c>FLETTE_PICTURES</c> which folder they go to; else they are made and thrown away, so that a page that can no longer be
/// pictured is found.
/// </summary>
public sealed class FacePictures(DemoApp app, Chromium chromium) : IClassFixture<DemoApp>
{
    private const int Phone = 390;

    [Fact]
    public async Task The_desk_with_the_plan()
    {
        using var solveig = await app.StaffAsync(app.Fjellvik, Persona("Solveig"));
        await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, solveig);
        await person.StartAsync("/i-dag");
        await person.PressAsync("Familien Nordli");
        await person.PressAsync("Planen");
        await TakeAsync(person, "planen.png", "Planen til Oda");
    }

    [Fact]
    public async Task The_family_on_a_telephone()
    {
        using var linn = await app.MemberAsync(app.Fjellvik, Persona("Linn"));
        await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, linn, width: Phone);
        await person.StartAsync("/min-familie");
        await TakeAsync(person, "familien.png", await person.HeadingAsync());
    }

    [Fact]
    public async Task The_card_behind_a_link()
    {
        using var solveig = await app.StaffAsync(app.Fjellvik, Persona("Solveig"));
        var plan = await (await (await solveig.OpenAsync("/familier")).FollowAsync("Familien Nordli")).FollowAsync(
            "Planen"
        );
        await (await plan.FollowAsync("Send avtalene")).Form("Send").PressAsync();
        var link = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select id from link where cardinality(items) = 1 order by created_at desc, expires_on, person limit 1"
        );
        using var mail = app.Visit(app.Fjellvik);
        await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, mail, width: Phone);
        await person.StartAsync("/l/" + Web.Vault.LinkTokens.Of(app.Fjellvik.Master, link));
        await TakeAsync(person, "lenken.png", await person.HeadingAsync());
    }

    private static async Task TakeAsync(Person person, string file, string heading)
    {
        Assert.Equal(heading, await person.HeadingAsync());
        using var thrown = new TemporaryFolder();
        var folder = Environment.GetEnvironmentVariable("FLETTE_PICTURES") is { Length: > 0 } kept ? kept : thrown.Path;
        var picture = await person.Page.ScreenshotAsync(
            new PageScreenshotOptions { Path = System.IO.Path.Combine(folder, file) }
        );
        // An empty page packs to next to nothing.
        Assert.True(picture.Length > 20_000, $"{file}: {picture.Length} bytes");
    }

    private static Guid Persona(string firstName) =>
        Personas.All.First(p => p.Name.StartsWith(firstName, StringComparison.Ordinal)).Id;
}
