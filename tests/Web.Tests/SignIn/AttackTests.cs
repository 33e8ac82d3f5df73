using System.Net;
using Flette.Kit;
using Flette.Web.Access;

namespace Flette.Web.Tests.SignIn;

/// <summary>What somebody might try at the door. Each ends with nobody let in.</summary>
public sealed class AttackTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    private static long In(int seconds) => DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds();

    /// <summary>What is wrong with the token, and how the log names it.</summary>
    public static TheoryData<string, object, string> Tokens =>
        new()
        {
            { "alg none", new { mode = "none" }, "Algorithm" },
            { "HS256 with the public key", new { mode = "hs256" }, "Algorithm" },
            { "a key the issuer does not have", new { mode = "stranger", header = new { kid = "stranger" } }, "Key" },
            { "another's key under the issuer's name for its own", new { mode = "stranger" }, "Signature" },
            { "no kid", new { removeHeader = new[] { "kid" } }, "Key" },
            { "a changed signature", new { mode = "flip" }, "Signature" },
            { "another audience", new { claims = new { aud = "sundhavn-idporten" } }, "Audience" },
            { "two audiences", new { claims = new { aud = new[] { "fjellvik-idporten", "annen" } } }, "Audience" },
            { "another party", new { claims = new { azp = "sundhavn-idporten" } }, "Audience" },
            { "another issuer", new { claims = new { iss = "https://idporten.example.no" } }, "Issuer" },
            { "run out", new { claims = new { exp = In(-120) } }, "Time" },
            { "no end", new { remove = new[] { "exp" } }, "Time" },
            { "from the future", new { claims = new { iat = In(600) } }, "Time" },
            { "made long ago", new { claims = new { iat = In(-3600) } }, "Time" },
            { "no time of making", new { remove = new[] { "iat" } }, "Time" },
            { "a time that is text", new { claims = new { exp = "i morgen" } }, "Time" },
            { "not yet", new { claims = new { nbf = In(600) } }, "Time" },
            { "no nonce", new { remove = new[] { "nonce" } }, "Nonce" },
            { "another nonce", new { claims = new { nonce = "annen" } }, "Nonce" },
            { "no subject", new { remove = new[] { "sub" } }, "Content" },
            { "substantial", new { claims = new { acr = "idporten-loa-substantial" } }, "Level" },
            { "nearly high", new { claims = new { acr = "idporten-loa-high " } }, "Level" },
            { "no acr", new { remove = new[] { "acr" } }, "Level" },
            { "no token at all", new { token = "hei" }, "Unreadable" },
            { "far too long", new { token = new string('a', 100_000) + ".a.a" }, "Unreadable" },
        };

    [Theory]
    [MemberData(nameof(Tokens))]
    public async Task A_token_that_does_not_hold_lets_nobody_in(string what, object how, string fault)
    {
        using var browser = world.Visit();
        await world.Provider.TamperAsync(how);
        try
        {
            var status = fault == "Level" ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest;
            await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Silje", status);
        }
        finally
        {
            await world.Provider.TamperAsync(null);
        }
        Assert.Null(browser.Cookie(Sessions.Cookie(world.Fjellvik)));
        Assert.True(world.App.Log.Lines.Any(l => l.Contains("token: " + fault, StringComparison.Ordinal)), what);
    }

    [Fact]
    public async Task A_token_of_an_earlier_sign_in_is_no_good_for_a_later_one()
    {
        using var first = world.Visit();
        await SignInWorld.SignInAsync(first, "Logg inn med ID-porten", "Silje");
        var earlier = (await world.Provider.GivenAsync()).Given[^1];
        using var browser = world.Visit();
        await world.Provider.TamperAsync(new { token = earlier });
        try
        {
            await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Fremmed", HttpStatusCode.BadRequest);
        }
        finally
        {
            await world.Provider.TamperAsync(null);
        }
        Assert.Null(browser.Cookie(Sessions.Cookie(world.Fjellvik)));
    }

    [Fact]
    public async Task A_new_key_of_the_providers_is_fetched_and_an_unknown_one_asked_for_once_a_minute()
    {
        world.App.Clock.Advance(TimeSpan.Zero);
        using (var browser = world.Visit())
        {
            await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Silje");
        }
        var before = (await world.Provider.GivenAsync()).KeysAsked;
        for (var i = 0; i < 3; i++)
        {
            using var browser = world.Visit();
            await world.Provider.TamperAsync(new { mode = "stranger", header = new { kid = "fremmed-" + i } });
            await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Silje", HttpStatusCode.BadRequest);
        }
        Assert.True((await world.Provider.GivenAsync()).KeysAsked - before <= 1);
        await world.Provider.TamperAsync(
            new
            {
                mode = "later",
                header = new { kid = "later" },
                showLater = true,
            }
        );
        // The clock is moved only as far as tokens of now still hold.
        world.App.Clock.Advance(TimeSpan.FromSeconds(61));
        using var later = world.Visit();
        var page = await SignInWorld.SignInAsync(later, "Logg inn med ID-porten", "Silje");
        await world.Provider.TamperAsync(null);
        Assert.Equal("/min-familie", page.Path);
    }

    [Fact]
    public async Task An_answer_is_good_once_and_in_the_browser_that_began()
    {
        using var victim = world.Visit();
        using var attacker = world.Visit();
        // The attacker gets an answer of her own, and stops before it is used.
        var choose = await (await attacker.OpenAsync("/inn")).FollowAsync("Logg inn med ID-porten");
        var answer = await StopAtAsync(attacker, choose.Form("Silje").Request());

        // The victim opens it: in her browser nothing was begun. Begun, it is still not this one.
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.GetAsync(answer)).Status);
        await (await victim.OpenAsync("/inn")).FollowAsync("Logg inn med ID-porten");
        Assert.Equal(HttpStatusCode.BadRequest, (await victim.GetAsync(answer)).Status);
        Assert.Null(victim.Cookie(Sessions.Cookie(world.Fjellvik)));

        // Her own browser takes it once.
        Assert.Equal(HttpStatusCode.Redirect, (await attacker.GetAsync(answer)).Status);
        var session = attacker.Cookie(Sessions.Cookie(world.Fjellvik));
        Assert.Equal(HttpStatusCode.BadRequest, (await attacker.GetAsync(answer)).Status);
        Assert.Equal(session, attacker.Cookie(Sessions.Cookie(world.Fjellvik)));
    }

    [Theory]
    [InlineData("state", "annen")]
    [InlineData("iss", "https://annen.example.no")]
    [InlineData("iss", null)]
    [InlineData("code", "annen")]
    [InlineData("code", "")]
    public async Task An_answer_that_was_changed_on_the_way_lets_nobody_in(string part, string? value)
    {
        using var browser = world.Visit();
        var choose = await (await browser.OpenAsync("/inn")).FollowAsync("Logg inn med ID-porten");
        var answer = new Uri(
            world.App.Address(world.Fjellvik),
            await StopAtAsync(browser, choose.Form("Silje").Request())
        );
        var query = System.Web.HttpUtility.ParseQueryString(answer.Query);
        if (value is null)
        {
            query.Remove(part);
        }
        else
        {
            query[part] = value;
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(answer.AbsolutePath + "?" + query)).Status);
        Assert.Null(browser.Cookie(Sessions.Cookie(world.Fjellvik)));
    }

    [Fact]
    public async Task An_answer_of_one_issuer_is_no_good_at_the_other()
    {
        using var browser = world.Visit();
        var choose = await (await browser.OpenAsync("/inn")).FollowAsync("Logg inn med ID-porten");
        var answer = await StopAtAsync(browser, choose.Form("Silje").Request());
        var mixed = answer.Replace("/inn/idporten/", "/inn/ansatt/", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(mixed)).Status);
        Assert.Null(browser.Cookie(Sessions.Cookie(world.Fjellvik)));
    }

    [Fact]
    public async Task A_session_set_beforehand_is_not_the_one_she_gets()
    {
        var cookie = Sessions.Cookie(world.Fjellvik);
        using var attacker = world.Visit();
        await SignInWorld.SignInAsync(attacker, "Logg inn med ID-porten", "Silje");
        var planted = attacker.Cookie(cookie)!;
        using var browser = world.Visit();
        browser.SetCookie(cookie, planted);
        await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Silje");
        Assert.NotEqual(planted, browser.Cookie(cookie));
        Assert.Equal(HttpStatusCode.Redirect, (await attacker.GetAsync("/min-familie")).Status);
    }

    [Fact]
    public async Task What_is_under_way_in_one_municipality_is_no_good_in_another()
    {
        using var browser = world.Visit();
        await (await browser.OpenAsync("/inn")).FollowAsync("Logg inn med ID-porten");
        using var other = world.App.Visit(world.App.Sundhavn);
        other.SetCookie("flette-inn", browser.Cookies.Single(c => c.Name == "flette-inn").Value);
        var page = await other.GetAsync("/inn/idporten/tilbake?code=a&state=b");
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
    }

    [Fact]
    public async Task A_provider_that_is_away_harms_nobody()
    {
        using var browser = world.Visit();
        var choose = await (await browser.OpenAsync("/inn")).FollowAsync("Logg inn med ID-porten");
        await world.Provider.TamperAsync(new { away = true });
        try
        {
            var page = await choose.Form("Silje").PressAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Equal("Innloggingen svarer ikke", page.Heading);
        }
        finally
        {
            await world.Provider.TamperAsync(null);
        }
    }

    [Fact]
    public async Task The_host_header_decides_nothing_of_where_one_comes_back()
    {
        using var browser = world.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/inn/idporten");
        request.Headers.Host = $"localhost:1";
        var there = await browser.SendAsync(request);
        Assert.Contains(
            Uri.EscapeDataString(new Uri(world.App.Address(world.Fjellvik), "inn/idporten/tilbake").ToString()),
            there.Header("Location"),
            StringComparison.Ordinal
        );
    }

    // Follows as far as the provider goes, and gives the address here that it leads to, unopened.
    private async Task<string> StopAtAsync(Browserless browser, HttpRequestMessage request)
    {
        using var _ = request;
        var page = await browser.SendAsync(request);
        while (page.Header("Location") is { } location)
        {
            var next = new Uri(page.Address, location);
            if (next.Authority == browser.Home.Authority)
            {
                return next.PathAndQuery;
            }
            using var follow = new HttpRequestMessage(HttpMethod.Get, next);
            page = await browser.SendAsync(follow);
        }
        throw new PageException("led nowhere", page);
    }
}
