using System.Net;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Access;

namespace Flette.Web.Tests.Guarding;

/// <summary>Sessions end by themselves, by hand, and open no more than they were made for.</summary>
public sealed class SessionTests(BareApp app) : IClassFixture<BareApp>
{
    private async Task<Browserless> OfficerAsync() =>
        await app.StaffAsync(app.Fjellvik, await app.World(app.Fjellvik).OfficerAsync());

    private static async Task<bool> IsInAsync(Browserless browser) =>
        (await browser.GetAsync("/enhet")).Status == HttpStatusCode.OK;

    [Fact]
    public async Task It_ends_after_30_minutes_without_a_request()
    {
        using var browser = await OfficerAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.True(await IsInAsync(browser));
        app.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.True(await IsInAsync(browser));
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.False(await IsInAsync(browser));
        Assert.False(await IsInAsync(browser));
    }

    [Fact]
    public async Task It_ends_after_8_hours_however_busy()
    {
        using var browser = await OfficerAsync();
        for (var minutes = 0; minutes < 460; minutes += 20)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(20));
            Assert.True(await IsInAsync(browser));
        }
        app.Clock.Advance(TimeSpan.FromMinutes(19));
        Assert.True(await IsInAsync(browser));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(await IsInAsync(browser));
    }

    [Theory]
    [InlineData(Level.None)]
    [InlineData(Level.Link)]
    [InlineData(Level.LinkWithCode)]
    public async Task A_low_level_opens_nothing(Level level)
    {
        using var browser = await app.SignedInAsync(
            app.Fjellvik,
            AskerKind.Staff,
            await app.World(app.Fjellvik).OfficerAsync(),
            level
        );
        Assert.False(await IsInAsync(browser));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("..//..%00")]
    public async Task A_cookie_nobody_made_is_nobody(string token)
    {
        using var browser = app.Visit(app.Fjellvik);
        browser.SetCookie(Sessions.Cookie(app.Fjellvik), token);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/enhet")).Status);
    }

    [Fact]
    public async Task The_stored_form_of_a_token_opens_nothing()
    {
        using var browser = await OfficerAsync();
        var hash = await app.App.ScalarAsync<byte[]>(
            app.Fjellvik,
            "select token_hash from session order by created_at desc, id desc limit 1"
        );
        using var thief = app.Visit(app.Fjellvik);
        thief.SetCookie(Sessions.Cookie(app.Fjellvik), System.Buffers.Text.Base64Url.EncodeToString(hash));
        Assert.False(await IsInAsync(thief));
    }

    [Fact]
    public async Task A_role_that_has_ended_opens_nothing_from_the_next_day()
    {
        var officer = await app.World(app.Fjellvik).OfficerAsync();
        await app.App.ExecuteAsync(
            app.Fjellvik,
            "update staff_role set valid_until = @day where staff = @officer",
            new { day = app.World(app.Fjellvik).Today, officer }
        );
        using var today = await app.StaffAsync(app.Fjellvik, officer);
        Assert.True(await IsInAsync(today));
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var tomorrow = await app.StaffAsync(app.Fjellvik, officer);
        Assert.False(await IsInAsync(tomorrow));
    }
}
