using System.Net;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Links;

/// <summary>Links and time. The clock is the test's own.</summary>
public sealed class LinkLifeTests
{
    [Fact]
    public async Task An_expired_link_gives_a_new_one_to_the_address_on_record()
    {
        await using var app = await FletteApp.StartAsync();
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, browser, page) = await world.OpenAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(page.Path)).Status);
        Assert.Equal(page.Path, (await app.LinkAsync(app.Fjellvik, link)).Page.Path);
        app.Clock.Advance(TimeSpan.FromDays(59.5));
        Assert.Equal(page.Path, (await app.LinkAsync(app.Fjellvik, link)).Page.Path);
        app.Clock.Advance(TimeSpan.FromDays(1.5));
        using var late = app.Visit(app.Fjellvik);
        var dead = await late.GetAsync("/l/" + LinkTokens.Of(app.Fjellvik.Master, link));
        Assert.Equal(HttpStatusCode.Gone, dead.Status);
        // Without its form key it could be asked for any number of times: nothing is sent.
        await dead.Form("Send meg en ny").Set("FormKey", "").PressAsync(HttpStatusCode.BadRequest);
        for (var i = 0; i < 2; i++)
        {
            // Asked for twice, sent once.
            await dead.Form("Send meg en ny").PressAsync();
        }
        var links = await app.ScalarAsync<Guid[]>(
            app.Fjellvik,
            "select array_agg(id order by created_at desc) from link where family = @Id and not reminder",
            new { world.Family.Id }
        );
        Assert.Equal(2, links!.Length);
        var (_, fresh) = await app.LinkAsync(app.Fjellvik, links[0]);
        Assert.Equal("Avtale fra møtet 12. mars", fresh.Heading);
    }

    [Fact]
    public async Task A_link_of_one_municipality_opens_nothing_in_another()
    {
        await using var app = await FletteApp.StartAsync();
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, browser, _) = await world.OpenAsync();
        using var there = app.Visit(app.Sundhavn);
        Assert.Equal(
            HttpStatusCode.Gone,
            (await there.GetAsync("/l/" + LinkTokens.Of(app.Fjellvik.Master, link))).Status
        );
        Assert.Equal(HttpStatusCode.Gone, (await there.GetAsync(Sessions.LinkPath(link))).Status);
    }
}
