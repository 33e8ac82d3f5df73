using System.Net;
using Dapper;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Access;

namespace Flette.Web.Tests.SignIn;

/// <summary>Coming in and going out, at a certified provider.</summary>
public sealed class SignInTests(SignInWorld world) : IClassFixture<SignInWorld>
{
    private async Task<IReadOnlyList<(string Act, string Outcome, string By)>> LoggedAsync(DateTimeOffset? since = null)
    {
        await using var db = await world.App.ConnectAsync(world.Fjellvik);
        return (
            await db.QueryAsync<(string, string, string)>(
                "select act, outcome, by_kind from audit where act = 'sign-in' order by id"
            )
        ).ToList();
    }

    [Fact]
    public async Task A_member_comes_in_with_her_number_reads_and_goes_out_everywhere()
    {
        using var phone = world.Visit();
        using var computer = world.Visit();
        var home = await SignInWorld.SignInAsync(phone, "Logg inn med ID-porten", "Silje");
        Assert.Equal("/min-familie", home.Path);
        using var forgotten = world.Visit();
        await SignInWorld.SignInAsync(forgotten, "Logg inn med ID-porten", "Silje");
        await (await phone.OpenAsync("/innlogginger")).Form("Logg ut alle andre steder").PressAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await forgotten.GetAsync("/min-familie")).Status);
        Assert.Equal("/min-familie", (await SignInWorld.SignInAsync(computer, "Logg inn med ID-porten", "Silje")).Path);
        Assert.Contains(("sign-in", "ok", "member"), await LoggedAsync());

        var sessions = await phone.OpenAsync("/innlogginger");
        Assert.Equal(2, sessions.Document.QuerySelectorAll("main li.ds-card").Length);
        Assert.True(sessions.Says("her du er nå"));

        var gone = await (await phone.OpenAsync("/ut")).Form("Logg ut overalt").PressAsync();
        Assert.Equal("Du er logget ut", gone.Heading);
        Assert.Contains(gone.Via, s => s.Address.AbsolutePath == "/ut" && s.Method == HttpMethod.Post);
        foreach (var browser in new[] { phone, computer })
        {
            Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/min-familie")).Status);
        }
    }

    [Fact]
    public async Task Signing_out_empties_the_browser_and_ends_the_session_at_the_provider_too()
    {
        using var browser = world.Visit();
        await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Silje");
        var asked = await browser.OpenAsync("/ut");
        var answer = await browser.SendAsync(asked.Form("Logg ut her").Request());
        Assert.Equal("\"cache\", \"storage\"", answer.Header("Clear-Site-Data"));
        var gone = await browser.OpenAsync("/ut");
        var onwards = gone.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content")!;
        Assert.StartsWith("0;url=" + world.Provider.Issuer, onwards, StringComparison.Ordinal);
        Assert.Contains("id_token_hint=", onwards, StringComparison.Ordinal);
        var there = await browser.OpenAsync(onwards["0;url=".Length..]);
        var back = await there.Form("Ja").PressAsync();
        Assert.Equal("Du er logget ut", back.Heading);
        Assert.Null(back.Document.QuerySelector("meta[http-equiv=refresh]"));
        // She is asked who she is the next time.
        var again = await (await browser.OpenAsync("/inn")).FollowAsync("Logg inn med ID-porten");
        Assert.Equal("Hvem er du?", again.Heading);
    }

    [Fact]
    public async Task Signing_out_at_the_provider_ends_the_session_here()
    {
        using var browser = world.Visit();
        await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Silje");
        var token = (await world.Provider.GivenAsync()).Given[^1];
        var there = await browser.OpenAsync(
            $"{world.Provider.Issuer}session/end?id_token_hint={token}&client_id=fjellvik-idporten"
        );
        await there.Form("Ja").PressAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/min-familie")).Status);
    }

    [Fact]
    public async Task One_who_is_in_two_families_chooses_and_the_session_is_a_new_one()
    {
        await world.RegisterAsync(world.Other, world.Aunt);
        using var browser = world.Visit();
        var choose = await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Silje");
        Assert.Equal("/min-familie/bytt", choose.Path);
        var cookie = Sessions.Cookie(world.Fjellvik);
        await choose.Form("Vik").PressAsync();
        var first = browser.Cookie(cookie);
        choose = await browser.OpenAsync("/min-familie/bytt");
        var home = await choose.Form("Hauge").PressAsync();
        Assert.Equal("/min-familie", home.Path);
        Assert.NotEqual(first, browser.Cookie(cookie));
        browser.SetCookie(cookie, first!);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/min-familie")).Status);

        // Whose neither is hers is not hers to choose.
        using var other = world.Visit();
        await SignInWorld.SignInAsync(other, "Logg inn med ID-porten", "Silje");
        var page = await other.OpenAsync("/min-familie/bytt");
        var stranger = await world.Family.BornAsync("Anne Annen", Core.Families.FamilyRelation.Other, null);
        var refused = await page.Form("Hauge").Set("Member", stranger.ToString()).PressAsync(HttpStatusCode.NotFound);
        Assert.False(refused.Says("Anne"));
        await using var db = await world.App.ConnectAsync(world.Fjellvik);
        await db.ExecuteAsync("update member set ident_hash = null where id = @Aunt", new { world.Aunt });
    }

    [Theory]
    [InlineData("Fremmed", "Vi fant deg ikke her", HttpStatusCode.Forbidden, "unknown")]
    [InlineData("Uten nummer", "Vi fant deg ikke her", HttpStatusCode.Forbidden, "unknown")]
    [InlineData("Silje med MinID", "Du må logge inn sikrere", HttpStatusCode.Forbidden, "sign-in")]
    [InlineData("Avbryt", "Du avbrøt innloggingen", HttpStatusCode.BadRequest, null)]
    public async Task Who_is_not_known_gets_a_kind_page_and_nothing_else(
        string name,
        string heading,
        HttpStatusCode status,
        string? outcome
    )
    {
        using var browser = world.Visit();
        var page = await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", name, status);
        Assert.Equal(heading, page.Heading);
        Assert.Null(browser.Cookie(Sessions.Cookie(world.Fjellvik)));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/min-familie")).Status);
        if (outcome is not null)
        {
            Assert.Contains(("sign-in", outcome, "nobody"), await LoggedAsync());
        }
        Assert.DoesNotContain(world.App.Log.Lines, l => l.Contains(SignInWorld.Stranger, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Staff_come_in_with_two_factors_and_are_bound_to_the_providers_name_for_them()
    {
        using var browser = world.Visit();
        var page = await SignInWorld.SignInAsync(
            browser,
            "Logg inn med jobbkontoen",
            "Olga",
            path: "/inn?til=%2Fenhet"
        );
        Assert.Equal("/enhet", page.Path);
        // Somebody who has got the same address later is not her.
        using var later = world.Visit();
        page = await SignInWorld.SignInAsync(
            later,
            "Logg inn med jobbkontoen",
            "Olga den andre",
            HttpStatusCode.Forbidden
        );
        Assert.Equal("Vi fant deg ikke her", page.Heading);
        // The first still is, when her address has changed.
        await using var db = await world.App.ConnectAsync(world.Fjellvik);
        await db.ExecuteAsync(
            "update staff set email = 'ny.adresse@example.no' where id = @Officer",
            new { world.Officer }
        );
        using var again = world.Visit();
        Assert.Equal("/enhet", (await SignInWorld.SignInAsync(again, "Logg inn med jobbkontoen", "Olga")).Path);
    }

    [Theory]
    [InlineData("Bare passord", "Du må logge inn sikrere")]
    [InlineData("Usikker adresse", "Vi fant deg ikke her")]
    public async Task One_factor_or_an_address_nobody_has_checked_is_not_enough(string name, string heading)
    {
        using var browser = world.Visit();
        var page = await SignInWorld.SignInAsync(browser, "Logg inn med jobbkontoen", name, HttpStatusCode.Forbidden);
        Assert.Equal(heading, page.Heading);
    }

    [Theory]
    [InlineData("https://ond.example.no/")]
    [InlineData("//ond.example.no")]
    [InlineData("/\\ond.example.no")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_out_of_the_house_afterwards(string back)
    {
        using var browser = world.Visit();
        var page = await SignInWorld.SignInAsync(
            browser,
            "Logg inn med ID-porten",
            "Silje",
            path: "/inn?til=" + Uri.EscapeDataString(back)
        );
        Assert.Equal("/min-familie", page.Path);
    }

    [Fact]
    public async Task A_number_taken_away_signs_her_out_and_can_be_put_back()
    {
        using var browser = world.Visit();
        await SignInWorld.SignInAsync(browser, "Logg inn med ID-porten", "Silje");
        using var coordinator = await world.App.StaffAsync(world.Fjellvik, world.Family.Coordinator);
        var page = await coordinator.OpenAsync($"/f/{world.Family.Id}/medlem/{world.Silje}/innlogging");
        Assert.DoesNotContain(SignInWorld.Mother, page.Html, StringComparison.Ordinal);
        Assert.True(page.Says("038585 •••••"));
        await page.Form("Ta bort nummeret").PressAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/min-familie")).Status);
        var history = await coordinator.OpenAsync($"/f/{world.Family.Id}/medlem/{world.Silje}/historikk");
        Assert.DoesNotContain(SignInWorld.Mother, history.Html, StringComparison.Ordinal);
        await history.Form("Angre siste endring").PressAsync();
        using var again = world.Visit();
        Assert.Equal("/min-familie", (await SignInWorld.SignInAsync(again, "Logg inn med ID-porten", "Silje")).Path);
    }

    [Fact]
    public async Task A_number_written_on_the_wrong_person_and_taken_back_puts_out_whoever_came_in_by_it()
    {
        var wrong = await world.Family.BornAsync("Vera Feil", Core.Families.FamilyRelation.Other, null);
        await world.RegisterAsync(world.Family, wrong, SignInWorld.Stranger);
        using var stranger = world.Visit();
        Assert.Equal(
            "/min-familie",
            (await SignInWorld.SignInAsync(stranger, "Logg inn med ID-porten", "Fremmed")).Path
        );
        using var coordinator = await world.App.StaffAsync(world.Fjellvik, world.Family.Coordinator);
        var history = await coordinator.OpenAsync($"/f/{world.Family.Id}/medlem/{wrong}/historikk");
        await history.Form("Angre siste endring").PressAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/min-familie")).Status);
    }
}
