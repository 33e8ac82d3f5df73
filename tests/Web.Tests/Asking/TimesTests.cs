using Flette.Kit;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Invitations;

namespace Flette.Web.Tests.Asking;

/// <summary>When to meet: proposed, asked by link, and chosen within what the family can.</summary>
public sealed class TimesTests
{
    [Fact]
    public async Task Times_are_asked_by_link_the_familys_limits_hold_and_the_one_chosen_is_the_meetings()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        var today = app.Clock.Today();
        var page = await world.DeskAsync("/innspill");
        foreach (var (days, time) in new[] { (22, "9-10.30"), (25, "13.00-14.30"), (29, "") })
        {
            page = await page.Form("Foreslå tiden")
                .Fill("Foreslå en dag", today.AddDays(days))
                .Fill("Klokka", time)
                .PressAsync();
            Assert.Empty(page.Errors);
        }
        await page.Form("Spør").PressAsync();
        var mail = await world.MailAsync();
        var card = await world.OpenAsync(mail);
        Assert.Equal("Når kan vi møtes?", card.Heading);
        Assert.Equal(3, card.Document.QuerySelectorAll("fieldset:has(input[name^='Times'])").Length);
        await card.Form("Send").Choose(Named(card, 1), "Passer").PressAsync();

        // By telephone the mother says what is impossible: then nobody is asked about it, and it cannot be chosen.
        var form = await world.DeskAsync($"/innspill/{world.Links.Plan.Linn}");
        await form.Form("Lagre").Choose(Named(form, 0), "Går ikke").PressAsync();
        card = await world.OpenAsync(mail);
        Assert.Equal(2, card.Document.QuerySelectorAll("fieldset:has(input[name^='Times'])").Length);
        page = await world.DeskAsync("/innspill");
        Assert.True(page.Says("Umulig for familien"), page.Text);
        Assert.Equal(2, page.Document.QuerySelectorAll("form[action*='Choose']").Length);
        var impossible = page.Form(page.Document.QuerySelector("form[action*='Choose'] button")!);
        var slot = page.Document.QuerySelectorAll("form[action*='Drop'] input[name='Slot']")[^1].GetAttribute("value");
        var refused = await impossible.Set("Slot", slot).PressAsync();
        Assert.Equal(["Noen i familien kan ikke da, eller tiden har vært. Velg en annen."], refused.Errors);

        // The best stands first: the one Tor can.
        var chosen = await page.Form(page.Document.QuerySelector("form[action*='Choose'] button")!).PressAsync();
        Assert.EndsWith("/innkall", chosen.Path, StringComparison.Ordinal);
        Assert.True(chosen.Says("kl. 13.00–14.30"), chosen.Text);
        Assert.Equal(
            [today.AddDays(25).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
            await app.RowsAsync<string>(
                app.Fjellvik,
                "select day::text from item where id = @Meeting",
                new { world.Meeting }
            )
        );
        // Decided: nobody is asked about times any more, also by a link that was sent before.
        card = await world.OpenAsync(mail);
        Assert.Empty(card.Document.QuerySelectorAll("input[name^='Times']"));
    }

    [Fact]
    public async Task A_day_that_is_none_has_been_or_is_in_2099_is_answered_and_so_is_the_same_twice()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        foreach (var day in new[] { "2026-02-31", "2099-01-01", "1999-01-01", "" })
        {
            var wrong = await (await world.DeskAsync("/innspill"))
                .Form("Foreslå tiden")
                .Set("SlotDay", day)
                .PressAsync();
            Assert.Equal(["Skriv en dag fra i dag og høyst to år fram."], wrong.Errors);
        }
        var page = await world.DeskAsync("/innspill");
        var odd = await page.Form("Foreslå tiden")
            .Fill("Foreslå en dag", app.Clock.Today().AddDays(5))
            .Fill("Klokka", "etter lunsj")
            .PressAsync();
        Assert.StartsWith("«etter lunsj» er ikke et klokkeslett", Assert.Single(odd.Errors), StringComparison.Ordinal);
        Assert.Equal("etter lunsj", odd.Form("Foreslå tiden").Value("Klokka"));
        page = await world.DeskAsync("/innspill");
        page = await page.Form("Foreslå tiden").Fill("Foreslå en dag", app.Clock.Today().AddDays(5)).PressAsync();
        var twice = await page.Form("Foreslå tiden").Fill("Foreslå en dag", app.Clock.Today().AddDays(5)).PressAsync();
        Assert.Equal(["Denne tiden er foreslått allerede."], twice.Errors);
        // What was proposed is undone in the history of the meeting.
        using (var kari = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator))
        {
            var history = await kari.OpenAsync($"/f/{world.Family.Id}/historikk/{world.Meeting}");
            await history
                .Form(history.Document.QuerySelector("form[action*='Undo'] button, main form button")!)
                .PressAsync();
            Assert.Empty((await world.DeskAsync("/innspill")).Document.QuerySelectorAll("form[action*='Choose']"));
        }
        page = await world.DeskAsync("/innspill");
        page = await page.Form("Foreslå tiden").Fill("Foreslå en dag", app.Clock.Today().AddDays(5)).PressAsync();
        // Somebody changed the meeting meanwhile.
        var stale = await world.DeskAsync("/innspill");
        await page.Form(page.Document.QuerySelector("form[action*='Drop'] button")!).PressAsync();
        var late = await stale.Form("Foreslå tiden").Fill("Foreslå en dag", app.Clock.Today().AddDays(6)).PressAsync();
        Assert.Contains("samtidig", Assert.Single(late.Errors), StringComparison.Ordinal);
    }

    private static string Named(Page page, int number) =>
        PageWords.Text(page.Document.QuerySelectorAll("fieldset:has(input[name^='Times']) > legend")[number]);
}
