using System.Net;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Tests.SignIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Hosts;

/// <summary>Two nodes on one PostgreSQL and one folder of keys: whoever came in by one goes on at the other.</summary>
public sealed class TwoNodesTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    [Fact]
    public async Task One_signs_in_at_one_node_goes_on_at_the_other_and_is_out_of_both_at_once()
    {
        await using var node = await world.App.AnotherNodeAsync();
        var port = new Uri(
            node.Services.GetRequiredService<IServer>()
                .Features.GetRequiredFeature<IServerAddressesFeature>()
                .Addresses.First()
        ).Port;
        using var first = world.Visit();
        await SignInWorld.SignInAsync(first, "Logg inn med jobbkontoen", "Olga");

        using var second = new Browserless(new Uri($"http://localhost:{port}/"));
        foreach (
            var cookie in first.Cookies.Where(c => c.Name is "flette-form" || c.Name == Sessions.Cookie(world.Fjellvik))
        )
        {
            second.SetCookie(cookie.Name, cookie.Value);
        }
        var unit = await second.OpenAsync("/enhet");
        Assert.Equal("Koordinerende enhet", unit.Heading);

        // A form that one node showed is taken by the other.
        var form = unit.Form("Registrer").Fill("Hva heter familien?", "Familien Node");
        using var posted = form.Request();
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, "/enhet") { Content = posted.Content };
        foreach (var cookie in second.Cookies)
        {
            first.SetCookie(cookie.Name, cookie.Value);
        }
        Assert.Equal(HttpStatusCode.Redirect, (await first.SendAsync(elsewhere)).Status);
        Assert.True((await second.OpenAsync("/enhet")).Says("Familien Node"));

        // Sent once more to the other node it is the same effect, and no second family.
        using var again = new HttpRequestMessage(HttpMethod.Post, "/enhet")
        {
            Content = new ByteArrayContent(
                await elsewhere.Content!.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
            ),
        };
        again.Content.Headers.ContentType = elsewhere.Content!.Headers.ContentType;
        Assert.Equal(HttpStatusCode.Redirect, (await second.SendAsync(again)).Status);
        Assert.Equal(
            1,
            (await second.OpenAsync("/enhet"))
                .Document.QuerySelectorAll("th a")
                .Count(a => a.TextContent == "Familien Node")
        );

        await (await second.OpenAsync("/ut")).Form("Logg ut overalt").PressAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await first.GetAsync("/enhet")).Status);
        await node.StopAsync(TestContext.Current.CancellationToken);
    }
}
