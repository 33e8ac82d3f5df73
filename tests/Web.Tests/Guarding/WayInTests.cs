using System.Net;
using Flette.Web.Access;

namespace Flette.Web.Tests.Guarding;

/// <summary>The way in leads only to places of one's own, and makes a new session each time.</summary>
public sealed class WayInTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("/enhet", "/enhet")]
    [InlineData("/enhet?a=b&c=d#e", "/enhet?a=b&c=d#e")]
    [InlineData("https://example.no/", "/")]
    [InlineData("//example.no/", "/")]
    [InlineData("/\\example.no", "/")]
    [InlineData("\\\\example.no", "/")]
    [InlineData("/\t/example.no", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("enhet", "/")]
    [InlineData("/%2f/example.no", "/%2f/example.no")]
    public async Task The_way_in_leads_only_to_places_of_ones_own(string til, string expected)
    {
        using var browser = app.Visit(app.Fjellvik);
        var personas = await browser.OpenAsync("/demo?til=" + Uri.EscapeDataString(til));
        var persona = Demo.Personas.All.First(p => p.Municipality == "fjellvik");
        var press = personas.Form($"Vær {persona.Name}").Request();
        using var _ = press;
        var answer = await browser.SendAsync(press);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Equal(expected, answer.Header("Location"));
    }

    [Fact]
    public async Task To_sign_in_again_ends_the_session_before_and_makes_a_new_one()
    {
        using var browser = app.Visit(app.Fjellvik);
        var persona = Demo.Personas.All.First(p => p.Municipality == "fjellvik");
        async Task<string> SignInAsync()
        {
            using var press = (await browser.OpenAsync("/demo")).Form($"Vær {persona.Name}").Request();
            var answer = await browser.SendAsync(press);
            Assert.Contains("httponly", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
            Assert.Contains("samesite=lax", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
            return browser.Cookie(Sessions.Cookie(app.Fjellvik))!;
        }
        var first = await SignInAsync();
        var before = await AliveAsync();
        var second = await SignInAsync();
        Assert.NotEqual(first, second);
        Assert.Equal(before, await AliveAsync());

        Task<int> AliveAsync() =>
            app.App.ScalarAsync<int>(
                app.Fjellvik,
                "select count(*)::int from session where subject = @Id and ended_at is null",
                new { persona.Id }
            );
    }
}
