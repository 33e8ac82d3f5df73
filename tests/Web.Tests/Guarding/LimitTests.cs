using System.Net;
using Dapper;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Tests.Delivery;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Guarding;

/// <summary>What is done too often is stopped, on however many nodes; the person is told when it is over, and nobody else is stopped.</summary>
public sealed class LimitTests
{
    [Fact]
    public async Task A_link_is_opened_so_often_and_no_more_whichever_node_is_asked()
    {
        await using var app = await Mailing.StartAsync();
        var (first, second) = await LinksAsync(app);
        await using var node = await app.AnotherNodeAsync();
        using var here = app.Visit(app.Fjellvik);
        using var there = new Browserless(new Uri($"http://localhost:{new Uri(node.Urls.First()).Port}/"));
        var (most, within) = Limits.Of(Limit.OpenLink);
        for (var i = 0; i < most; i++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await (i % 2 == 0 ? here : there).GetAsync(first)).Status);
        }
        foreach (var browser in new[] { here, there })
        {
            var stopped = await browser.GetAsync(first);
            Assert.Equal(HttpStatusCode.TooManyRequests, stopped.Status);
            Assert.True(stopped.Says("Det går igjen klokka 11.00") && stopped.Says("ring"), stopped.Text);
            Assert.NotNull(stopped.Header("Retry-After"));
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(second)).Status);
        }
        app.Clock.Advance(within);
        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync(first)).Status);
    }

    [Fact]
    public async Task Tokens_nobody_made_are_counted_as_one()
    {
        await using var app = await Mailing.StartAsync();
        using var guesser = app.Visit(app.Fjellvik);
        var (most, _) = Limits.Of(Limit.OpenLink);
        for (var i = 0; i < most; i++)
        {
            var token = System.Buffers.Text.Base64Url.EncodeToString(
                System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)
            );
            Assert.Equal(HttpStatusCode.Gone, (await guesser.GetAsync("/l/" + token)).Status);
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, (await guesser.GetAsync("/l/hva-som-helst")).Status);
        Assert.Equal(1, await app.ScalarAsync<int>(app.Fjellvik, "select count(*)::int from use_count", new { }));
        // Who guesses shuts nobody out who has a link.
        var (link, _) = await LinksAsync(app);
        Assert.Equal(HttpStatusCode.Redirect, (await guesser.GetAsync(link)).Status);
    }

    [Fact]
    public async Task A_search_that_comes_too_often_is_given_back_and_goes_again_in_a_minute()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        using var desk = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var form = (await desk.OpenAsync("/familier")).Form("Søk").Set("Search", "avlastning");
        var (most, within) = Limits.Of(Limit.Search);
        for (var i = 0; i < most; i++)
        {
            await form.PressAsync();
        }
        var stopped = await form.PressAsync(HttpStatusCode.TooManyRequests);
        Assert.Contains("avlastning", stopped.Html, StringComparison.Ordinal);
        app.Clock.Advance(within);
        await form.PressAsync();
    }

    [Fact]
    public async Task Coming_in_is_counted_by_where_one_comes_from_and_old_counts_are_taken_away()
    {
        await using var app = await Mailing.StartAsync();
        using var visitor = app.Visit(app.Fjellvik);
        var (most, within) = Limits.Of(Limit.SignIn);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/inn/finnes-ikke")).Status);
        // As if all but the last had been done: a whole municipality comes from one address.
        await using (var db = await app.ConnectAsync(app.Fjellvik))
        {
            await db.ExecuteAsync("update use_count set uses = @uses", new { uses = most - 1 });
        }
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/inn/finnes-ikke")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.GetAsync("/inn/finnes-ikke")).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/inn")).Status);
        app.Clock.Advance(TimeSpan.FromDays(2) + within);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/inn/finnes-ikke")).Status);
        Assert.Equal(1, await app.ScalarAsync<int>(app.Fjellvik, "select count(*)::int from use_count", new { }));
    }

    private static async Task<(string First, string Second)> LinksAsync(FletteApp app)
    {
        var family = await app.FamilyAsync();
        var member = await family.MemberAsync("Per Fugleson", FamilyRelation.Child, 7);
        var teacher = await family.ReachableAsync("Tore Lærer", "tore@example.no", member);
        var agreement = await family.AgreementAsync("Låne ut lydbok", [member], teacher);
        var (one, two) = (
            await family.LinkAsync(teacher, "Tore", (agreement, "Avtale")),
            await family.LinkAsync(teacher, "Tore", (agreement, "Avtale"))
        );
        return (Path(one), Path(two));

        string Path(Guid link) => "/l/" + LinkTokens.Of(app.Fjellvik.Master, link);
    }
}
