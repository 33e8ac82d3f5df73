using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Plans;

/// <summary>Goals with their 0–10, measures with their agreement, and how each came to be.</summary>
public sealed class GoalTests(BareApp app) : IClassFixture<BareApp>
{
    private async Task<(PlanWorld Family, Browserless Browser)> FamilyAsync()
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        await family.YesAsync();
        return (family, await family.BrowserAsync());
    }

    private static async Task<Page> GoalAsync(
        PlanWorld family,
        Browserless browser,
        string words,
        string who = "Oda"
    ) =>
        await (await browser.OpenAsync($"/f/{family.Id}/mal/ny"))
            .Form("Lagre")
            .Choose("Hvem sitt mål er det?", who)
            .Fill("Målet, med egne ord", words)
            .PressAsync();

    [Fact]
    public async Task Each_score_is_kept_and_the_goal_stands_where_the_family_puts_it()
    {
        var (family, browser) = await FamilyAsync();
        using var _ = browser;
        await GoalAsync(family, browser, "Svømme");
        var plan = await GoalAsync(family, browser, "Orke noe etter skolen");
        foreach (var (score, day) in new[] { ("2", -30), ("6", 0) })
        {
            var goal = await plan.FollowAsync("Svømme");
            plan = await goal.Form("Lagre")
                .Choose("Fra 0 til 10", score)
                .Fill("Dag", app.World(app.Fjellvik).Today.AddDays(day))
                .PressAsync();
        }
        Assert.Equal(2, (await family.RowsAsync(ItemKinds.GoalScore)).Count);
        Assert.True(plan.Says("Startet på 2"), plan.Text);
        var lonely = await (await plan.FollowAsync("Svømme"))
            .Form("Lagre")
            .Choose("Hvem sa det?", "Rune")
            .Fill("Målet, med egne ord", "Svømme ute")
            .PressAsync();
        Assert.Equal(["Skriv både tallet og hvem som sa det."], lonely.Errors);
        Assert.Equal("Svømme ute", lonely.Form("Lagre").Value("Målet, med egne ord"));
        plan = await (await plan.FollowAsync("Orke noe etter skolen"))
            .Form("Lagre")
            .Choose("Plass i familiens rekkefølge", "Nummer 1")
            .PressAsync();
        Assert.Equal(
            ["Mål 1: Orke noe etter skolen", "Mål 2: Svømme"],
            plan.Document.QuerySelectorAll(".fl-goal__title").Select(t => t.TextContent.Trim())
        );
        // Two scores and a move: the one that was not moved has no version for it.
        Assert.Equal([2, 3], (await family.RowsAsync(ItemKinds.Goal)).Select(g => g.Version).Order());
    }

    [Fact]
    public async Task What_belongs_to_a_goal_is_shared_no_further_than_the_goal()
    {
        var (family, browser) = await FamilyAsync();
        using var _ = browser;
        var plan = await GoalAsync(family, browser, "Sove", "Linn");
        plan = await (await plan.FollowAsync("Sove")).Form("Lagre").Choose("Fra 0 til 10", "1").PressAsync();
        plan = await MeasureAsync(plan, "Ringer om natta", app.World(app.Fjellvik).Today.AddDays(5));
        plan = await (await plan.FollowAsync("Sove"))
            .Form("Lagre")
            .Choose("Hvem kan se det?", "Bare den det gjelder")
            .PressAsync();
        foreach (var kind in new[] { ItemKinds.Goal, ItemKinds.GoalScore, ItemKinds.Measure, ItemKinds.Agreement })
        {
            Assert.True(Assert.Single(await family.RowsAsync(kind)).Private, kind);
        }
        // Undone, the goal is open again; what followed it stays as it was put: closed.
        var history = await (await plan.FollowAsync("Sove")).FollowAsync("Slik ble det til");
        await history.Form("Angre siste endring").PressAsync();
        Assert.False(Assert.Single(await family.RowsAsync(ItemKinds.Goal)).Private);
        Assert.False(Assert.Single(await family.RowsAsync(ItemKinds.GoalScore)).Private);
        Assert.True(Assert.Single(await family.RowsAsync(ItemKinds.Measure)).Private);
    }

    [Fact]
    public async Task A_measure_with_a_day_makes_one_agreement_that_goes_along()
    {
        var (family, browser) = await FamilyAsync();
        using var _ = browser;
        var today = app.World(app.Fjellvik).Today;
        var plan = await GoalAsync(family, browser, "Svømme");
        plan = await MeasureAsync(plan, "Svømmetrening", due: null);
        Assert.Empty(await family.RowsAsync(ItemKinds.Agreement));
        var measure = await plan.FollowAsync("Svømmetrening");
        plan = await measure.Form("Lagre").Fill("Frist", today.AddDays(10)).PressAsync();
        var agreement = Assert.Single(await family.RowsAsync(ItemKinds.Agreement));
        Assert.Equal((today.AddDays(10), "open", true), (agreement.Day, agreement.State, agreement.InPlan));
        Assert.Equal([family.Tor], agreement.Holders);
        Assert.Equal("school", agreement.Topic);
        measure = await browser.OpenAsync(measure.Path);
        var late = await browser.OpenAsync(measure.Path);
        var form = measure
            .Form("Lagre")
            .Fill("Hva skal gjøres?", "Svømmetrening ute")
            .Fill("Frist", today.AddDays(20))
            .Choose("Status", "I gang");
        plan = await form.PressAsync();
        await form.PressAsync();
        agreement = Assert.Single(await family.RowsAsync(ItemKinds.Agreement));
        Assert.Equal((today.AddDays(20), "in-progress", 2), (agreement.Day, agreement.State, agreement.Version));
        Assert.Contains(
            "Svømmetrening ute",
            plan.Document.QuerySelector("section[aria-labelledby=avtaler]")!.TextContent,
            StringComparison.Ordinal
        );
        var lost = await late.Form("Lagre").Fill("Hva skal gjøres?", "Noe annet").PressAsync();
        Assert.True(lost.Says("To har skrevet samtidig"), lost.Text);
        Assert.Equal("Noe annet", lost.Form("Lagre").Value("Hva skal gjøres?"));
        var history = await (await browser.OpenAsync(measure.Path)).FollowAsync("Slik ble det til");
        await history.Form("Angre siste endring").PressAsync();
        agreement = Assert.Single(await family.RowsAsync(ItemKinds.Agreement));
        Assert.Equal((today.AddDays(10), "open"), (agreement.Day, agreement.State));
    }

    [Fact]
    public async Task A_measure_needs_a_goal_words_and_someone()
    {
        var (family, browser) = await FamilyAsync();
        using var _ = browser;
        var none = await browser.OpenAsync($"/f/{family.Id}/tiltak/ny");
        Assert.True(none.Says("Skriv det første målet"), none.Text);
        await GoalAsync(family, browser, "Svømme");
        var refused = await (await browser.OpenAsync($"/f/{family.Id}/tiltak/ny"))
            .Form("Lagre")
            .Fill("Hvordan?", "I bassenget")
            .PressAsync();
        Assert.Equal(["Velg hvilket mål tiltaket hører til."], refused.Errors);
        refused = await refused.Form("Lagre").Choose("Hvilket mål?", "Svømme").PressAsync();
        Assert.Equal(["Skriv hva som skal gjøres."], refused.Errors);
        refused = await refused.Form("Lagre").Fill("Hva skal gjøres?", "Trene").PressAsync();
        Assert.Equal(["Velg hvem som er ansvarlig."], refused.Errors);
        Assert.Equal("I bassenget", refused.Form("Lagre").Value("Hvordan?"));
        var secret = await family.Family.ParticipantAsync(
            "Merete Vik",
            Core.Access.Topic.MentalHealth,
            true,
            family.Linn
        );
        refused = await refused.Form("Lagre").Set("Input.Responsible", secret.ToString()).PressAsync();
        Assert.StartsWith("At denne personen er med", Assert.Single(refused.Errors), StringComparison.Ordinal);
        refused = await refused.Form("Lagre").Set("Input.Responsible", Guid.NewGuid().ToString()).PressAsync();
        Assert.Equal(["Den du valgte, er ikke med lenger. Velg på nytt."], refused.Errors);
    }

    [Fact]
    public async Task Everything_has_a_history_and_what_can_be_undone_is_undone_twice()
    {
        var (family, browser) = await FamilyAsync();
        using var _ = browser;
        var goal = await GoalAsync(family, browser, "Første ord");
        foreach (var words in new[] { "Andre ord", "Tredje ord" })
        {
            goal = await (await goal.FollowAsync(words == "Andre ord" ? "Første ord" : "Andre ord"))
                .Form("Lagre")
                .Fill("Målet, med egne ord", words)
                .PressAsync();
        }
        var history = await (await goal.FollowAsync("Tredje ord")).FollowAsync("Slik ble det til");
        Assert.True(history.Says("Mål: slik ble det til"), history.Text);
        Assert.True(history.Says("Kari Koordinator"), history.Text);
        Assert.True(history.Says("Før: Andre ord"), history.Text);
        var stale = history.Form("Angre siste endring");
        history = await stale.PressAsync();
        Assert.Equal(history.Path, (await stale.PressAsync()).Path);
        var lost = await stale.Set("FormKey", Guid.NewGuid().ToString()).PressAsync();
        Assert.StartsWith("Noen andre endret dette samtidig", Assert.Single(lost.Errors), StringComparison.Ordinal);
        history = await history.Form("Angre siste endring").PressAsync();
        Assert.True((await browser.OpenAsync(family.Plan)).Says("Første ord"));
        Assert.DoesNotContain("Angre siste endring", history.Text, StringComparison.Ordinal);
        foreach (var kind in new[] { ItemKinds.Participant, ItemKinds.Goal })
        {
            foreach (var row in await family.RowsAsync(kind))
            {
                Assert.True((await browser.OpenAsync($"/f/{family.Id}/historikk/{row.Id}")).Says("Skrevet"));
            }
        }
        await browser.OpenAsync($"/f/{family.Id}/historikk/{Guid.NewGuid()}", System.Net.HttpStatusCode.NotFound);
        var (other, stranger) = await FamilyAsync();
        using var __ = stranger;
        var id = (await family.RowsAsync(ItemKinds.Goal))[0].Id;
        await stranger.OpenAsync($"/f/{other.Id}/historikk/{id}", System.Net.HttpStatusCode.NotFound);
    }

    private static async Task<Page> MeasureAsync(Page plan, string what, DateOnly? due)
    {
        var form = (await plan.FollowAsync("Nytt tiltak for mål 1"))
            .Form("Lagre")
            .Fill("Hva skal gjøres?", what)
            .Choose("Hvem er ansvarlig?", "Tor Hegge, Skolen");
        if (due is { } day)
        {
            form.Fill("Frist", day);
        }
        return await form.PressAsync();
    }
}
