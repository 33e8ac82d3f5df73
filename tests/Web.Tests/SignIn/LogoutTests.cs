using System.Net;
using Flette.Kit;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Flette.Web.Tests.SignIn;

/// <summary>A provider that ends sessions here, and those who would like to.</summary>
public sealed class LogoutTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly Dictionary<string, object> Events = new(StringComparer.Ordinal) { [Event] = new { } };
    private static readonly string[] OfSignIn = ["nonce", "acr", "pid", "at_hash", "amr", "name"];

    /// <summary>What is wrong with the token.</summary>
    public static TheoryData<string, object> Forged =>
        new()
        {
            { "alg none", new { mode = "none" } },
            { "HS256 with the public key", new { mode = "hs256" } },
            { "another's key", new { mode = "stranger" } },
            {
                "another audience",
                new
                {
                    claims = new
                    {
                        aud = "annen",
                        events = Events,
                        jti = "a",
                    },
                    remove = OfSignIn,
                }
            },
            {
                "another issuer",
                new
                {
                    claims = new
                    {
                        iss = "annen",
                        events = Events,
                        jti = "a",
                    },
                    remove = OfSignIn,
                }
            },
            {
                "run out",
                new
                {
                    claims = new
                    {
                        exp = 1_700_000_000,
                        events = Events,
                        jti = "a",
                    },
                    remove = OfSignIn,
                }
            },
            {
                "old",
                new
                {
                    claims = new
                    {
                        iat = 1_700_000_000,
                        events = Events,
                        jti = "a",
                    },
                    remove = OfSignIn,
                }
            },
            { "no events", new { claims = new { jti = "a" }, remove = OfSignIn } },
            {
                "another event",
                new { claims = new { events = new { annet = new { } }, jti = "a" }, remove = OfSignIn }
            },
            { "events that are text", new { claims = new { events = Event, jti = "a" }, remove = OfSignIn } },
            {
                "with a nonce",
                new
                {
                    claims = new
                    {
                        events = Events,
                        jti = "a",
                        nonce = "n",
                    },
                }
            },
            { "no jti", new { claims = new { events = Events }, remove = OfSignIn.Append("jti").ToArray() } },
            {
                "about nobody",
                new
                {
                    claims = new { events = Events, jti = "a" },
                    remove = OfSignIn.Append("sid").Append("sub").ToArray(),
                }
            },
        };

    [Theory]
    [MemberData(nameof(Forged))]
    public async Task A_logout_token_that_does_not_hold_ends_nothing(string what, object how)
    {
        using var browser = await InAsync();
        var token = await world.Provider.MakeAsync(how);
        Assert.Equal(HttpStatusCode.BadRequest, await NotifyAsync(token));
        Assert.True(await IsInAsync(browser), what);
    }

    [Fact]
    public async Task A_genuine_one_ends_the_session_it_names_and_no_other_and_comes_once()
    {
        using var other = await InAsync();
        using var browser = await InAsync();
        var named = await world.Provider.MakeAsync(
            new
            {
                claims = new
                {
                    events = Events,
                    jti = "ekte-1",
                    iat = Now(),
                    exp = Now() + 120,
                },
                remove = OfSignIn,
            }
        );
        Assert.Equal(HttpStatusCode.OK, await NotifyAsync(named));
        Assert.False(await IsInAsync(browser));
        Assert.True(await IsInAsync(other));
        Assert.Equal(HttpStatusCode.BadRequest, await NotifyAsync(named));

        // One that names the person only ends all of hers.
        var all = await world.Provider.MakeAsync(
            new
            {
                claims = new
                {
                    events = Events,
                    jti = "ekte-2",
                    iat = Now(),
                    exp = Now() + 120,
                },
                remove = OfSignIn.Append("sid").ToArray(),
            }
        );
        Assert.Equal(HttpStatusCode.OK, await NotifyAsync(all));
        Assert.False(await IsInAsync(other));
    }

    [Fact]
    public async Task Through_the_browser_only_the_session_that_is_named_can_be_ended()
    {
        using var browser = await InAsync();
        var sid = new JsonWebToken((await world.Provider.GivenAsync()).Given[^1]).GetClaim("sid").Value;
        using var anybody = world.App.Visit(world.Fjellvik);
        var issuer = Uri.EscapeDataString(world.Provider.Issuer.OriginalString);
        foreach (
            var query in new[]
            {
                "",
                $"?iss={issuer}",
                $"?iss={issuer}&sid=annen",
                $"?iss=annen&sid={sid}",
                $"?sid={sid}",
            }
        )
        {
            Assert.Equal(HttpStatusCode.OK, (await anybody.GetAsync("/ut/idporten/varsel" + query)).Status);
        }
        Assert.True(await IsInAsync(browser));
        var page = await anybody.GetAsync($"/ut/idporten/varsel?iss={issuer}&sid={sid}");
        Assert.Contains(
            "frame-ancestors " + world.Provider.Issuer.GetLeftPart(UriPartial.Authority),
            page.Header("Content-Security-Policy"),
            StringComparison.Ordinal
        );
        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task Nobody_is_signed_out_by_another_sites_form()
    {
        using var browser = await InAsync();
        var answer = await browser.PostAsync("/ut", []);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.True(await IsInAsync(browser));
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    private async Task<Browserless> InAsync()
    {
        var browser = world.Visit();
        await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Silje");
        return browser;
    }

    private static async Task<bool> IsInAsync(Browserless browser) =>
        (await browser.GetAsync("/min-familie")).Status == HttpStatusCode.OK;

    private async Task<HttpStatusCode> NotifyAsync(string token)
    {
        using var provider = world.App.Visit(world.Fjellvik);
        return (await provider.PostAsync("/ut/idporten/varsel", [new("logout_token", token)])).Status;
    }
}
