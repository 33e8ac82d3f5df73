using Flette.Core.Families;
using Flette.Core.Transitions;
using Flette.Kit;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.Transitions;

/// <summary>The transitions of a family on screen. The day is 15 September 2026.</summary>
public sealed class TransitionPageTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task What_changes_with_the_years_is_worked_on_from_the_day_to_an_agreement()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Bakken");
        var ida = await family.BornAsync("Ida Bakken", FamilyRelation.Child, new DateOnly(2009, 5, 3));
        await family.BornAsync("Per Bakken", FamilyRelation.Child, new DateOnly(2018, 5, 3));
        await family.BornAsync("Ole Bakken", FamilyRelation.Sibling, new DateOnly(2009, 5, 3));
        await family.BornAsync("Siv Bakken", FamilyRelation.Child, null);
        await family.BornAsync("Liv Bakken", FamilyRelation.Child, new DateOnly(2011, 10, 1));
        await family.PlannedMeetingAsync(ida, "Ida");
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);

        // The meeting that is planned can take it up; that Liv is soon fifteen is told all the same.
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Liv fyller 15 år 1."), today.Text);
        Assert.False(today.Says("Ida fyller 18 år"), today.Text);
        var page = await today.FollowAsync("Overganger: Bakken");
        Assert.Equal($"/f/{family.Id}/overganger", page.Path);
        Assert.True(page.Says("Fyller 18 år 3."), page.Text);
        Assert.True(page.Says("Koordinatoren har den. Den unge og voksentjenestene tar imot."), page.Text);
        Assert.True(page.Says("Loven sier at vergemål er et frivillig støttetiltak"), page.Text);
        Assert.True(page.Says("Begynner på ungdomsskolen i august 2031"), page.Text);
        Assert.True(page.Says("Ingen fødselsdag er skrevet for Siv"), page.Text);
        Assert.False(page.Says("Ole") || page.Says("har rett") || page.Says("ikke rett"), page.Text);

        // What comes next is made an agreement without typing it again.
        var form = (
            await page.FollowAsync(
                "Lag avtale: Avgjør hvem som blir koordinator etter 18, og la de to møtes sammen med den unge (Ida, Fyller 18 år)"
            )
        ).Form("Lagre avtalen");
        Assert.Equal("2026-11-03", form.Value("Frist"));
        Assert.StartsWith(
            "Avgjør hvem som blir koordinator etter 18",
            form.Value("Hva skal gjøres?"),
            StringComparison.Ordinal
        );
        await form.PressAsync();
        Assert.Equal(
            [ida],
            await app.App.RowsAsync<Guid>(
                app.Fjellvik,
                "select unnest(about) from item where family = @Id and kind = 'agreement'",
                new { family.Id }
            )
        );

        // The time ahead, as a picture and in words.
        var plan = await coordinator.OpenAsync($"/f/{family.Id}/plan");
        Assert.NotNull(plan.Document.QuerySelector("svg.fl-picture"));
        var words = (string[])["I dag", "Liv fyller 15 år", "Ansvarsgruppemøte"];
        var lines = plan.Document.QuerySelectorAll("details .fl-timeline li").Select(PageWords.Text).ToList();
        Assert.All(words.Zip(lines), pair => Assert.EndsWith(pair.First, pair.Second, StringComparison.Ordinal));
        Assert.Equal("I dag", PageWords.Text(plan.Document.QuerySelector("details .fl-timeline [data-now] p")));
        Assert.Single(plan.Document.QuerySelectorAll("details .fl-timeline [data-now]"));
        Assert.Equal($"/f/{family.Id}/overganger", (await plan.FollowAsync("Overganger")).Path);
    }

    /// <summary>What follows from no age has the day somebody says, and its steps become agreements with their own days.</summary>
    [Fact]
    public async Task What_follows_from_no_age_is_registered_with_its_day_and_kept()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Moen");
        var eva = await family.BornAsync("Eva Moen", FamilyRelation.Child, new DateOnly(2020, 1, 2));
        await family.BornAsync("Gro Moen", FamilyRelation.Mother, new DateOnly(1990, 1, 2));
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);
        var blank = await (await coordinator.OpenAsync($"/f/{family.Id}/overganger")).FollowAsync(
            "Skriv inn noe som endrer seg"
        );
        var lacks = await blank.Form("Lagre").PressAsync();
        Assert.True(lacks.Says("Velg hva som endrer seg."), lacks.Text);
        lacks = await lacks
            .Form("Lagre")
            .Set("Input.Kind", nameof(TransitionKind.HospitalHome))
            .Set("Input.About", eva.ToString())
            .PressAsync();
        Assert.True(lacks.Says("Skriv en dag mellom"), lacks.Text);
        lacks = await lacks.Form("Lagre").Set("Input.Day", "1492-10-12").PressAsync();
        Assert.True(lacks.Says("Skriv en dag mellom"), lacks.Text);
        // A kind that has its own day is none to register, whatever a form says.
        var own = await lacks.Form("Lagre").Set("Input.Day", "2026-11-20").Set("Input.Kind", "Eighteen").PressAsync();
        Assert.True(own.Says("Denne har sin dag av seg selv (vergemålsloven § 8)."), own.Text);

        var shown = await lacks.Form("Lagre").Set("Input.Day", "2026-11-20").PressAsync();
        Assert.Equal($"/f/{family.Id}/overganger", shown.Path);
        Assert.True(shown.Says("Kommer hjem fra sykehuset 20. november"), shown.Text);
        // It is sealed: in the clear stands whose it is and when.
        Assert.Equal(
            [(eva, new DateOnly(2026, 11, 20), "kept")],
            await app.App.RowsAsync<(Guid, DateOnly, string)>(
                app.Fjellvik,
                "select about[1], day, state from item where family = @Id and kind = 'transition'",
                new { family.Id }
            )
        );
        var link = shown
            .Document.QuerySelectorAll("main a")
            .First(a =>
                a.GetAttribute("aria-label") is { } label
                && label.StartsWith("Lag avtale: ", StringComparison.Ordinal)
                && label.EndsWith("(Eva, Hjem fra sykehus)", StringComparison.Ordinal)
            );
        Assert.DoesNotContain("sykehus", link.GetAttribute("href")!, StringComparison.OrdinalIgnoreCase);
        var form = (await coordinator.OpenAsync(link.GetAttribute("href")!)).Form("Lagre avtalen");
        Assert.StartsWith(
            form.Value("Hva skal gjøres?").Split(". ")[0],
            link.GetAttribute("aria-label")!["Lag avtale: ".Length..],
            StringComparison.Ordinal
        );
        Assert.InRange(
            DateOnly.Parse(form.Value("Frist"), System.Globalization.CultureInfo.InvariantCulture),
            new(2026, 9, 15),
            new(2026, 12, 31)
        );

        // It comes earlier: then it is news on the coordinator's day, and stands in the time ahead.
        var edit = await (await coordinator.OpenAsync($"/f/{family.Id}/overganger")).FollowAsync(
            "Endre: Hjem fra sykehus, Eva"
        );
        var moved = await edit.Form("Lagre").Set("Input.Day", "2026-11-10").PressAsync();
        Assert.True(moved.Says("Kommer hjem fra sykehuset 10. november"), moved.Text);
        var plan = await coordinator.OpenAsync($"/f/{family.Id}/plan");
        Assert.True(plan.Says("Eva kommer hjem fra sykehuset"), plan.Text);
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Eva kommer hjem fra sykehuset 10."), today.Text);
        // A meeting is suggested too, as for those that follow from age.
        Assert.True(today.Says("Et møte til?"), today.Text);

        // It does not come; undone, it does.
        var gone = await (await moved.FollowAsync("Endre: Hjem fra sykehus, Eva"))
            .Form("Lagre")
            .Set("Input.State", "Removed")
            .PressAsync();
        Assert.False(gone.Says("fra sykehuset"), gone.Text);
        var id = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select id from item where family = @Id and kind = 'transition'",
            new { family.Id }
        );
        var history = await coordinator.OpenAsync($"/f/{family.Id}/historikk/{id}");
        Assert.True(history.Says("Kommer ikke likevel"), history.Text);
        await history.Form("Angre siste endring").PressAsync();
        var again = await coordinator.OpenAsync($"/f/{family.Id}/overganger");
        Assert.True(again.Says("Kommer hjem fra sykehuset 10. november"), again.Text);
    }

    [Fact]
    public async Task A_put_off_school_start_moves_what_follows_from_it()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Skolen");
        var tiril = await family.BornAsync("Tiril Skolen", FamilyRelation.Child, new DateOnly(2020, 11, 3));
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);
        Assert.True(
            (await coordinator.OpenAsync($"/f/{family.Id}/overganger")).Says("Begynner på ungdomsskolen i august 2033")
        );
        var form = (await coordinator.OpenAsync($"/f/{family.Id}/medlem/{tiril}")).Form("Lagre");
        var refused = await form.Set("Input.SchoolStartYear", "2029").PressAsync();
        Assert.True(
            refused.Says("Skolen begynner i 2025, 2026 eller 2027 for den som er født da (opplæringslova § 2-4)."),
            refused.Text
        );
        await refused.Form("Lagre").Set("Input.SchoolStartYear", "2027").PressAsync();
        var page = await coordinator.OpenAsync($"/f/{family.Id}/overganger");
        Assert.True(page.Says("Begynner på ungdomsskolen i august 2034"), page.Text);
        var history = await coordinator.OpenAsync($"/f/{family.Id}/medlem/{tiril}/historikk");
        Assert.True(history.Says("2027"), history.Text);
    }

    [Fact]
    public async Task A_plan_has_its_days_in_the_picture_and_a_step_of_nobody_fills_in_nothing()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var plan = await coordinator.OpenAsync($"/f/{world.Family.Id}/plan");
        Assert.NotNull(plan.Document.QuerySelector(".fl-strand-agreement"));
        foreach (
            var query in (string[])
                [
                    "",
                    "?overgang=6&steg=1",
                    $"?overgang=6&steg=1&om={Guid.NewGuid()}",
                    "?overgang=99&steg=1",
                    "?overgang=18-ar&steg=1",
                    "?overgang=6&steg=99&om=x",
                    "?overgang=6&steg=-1",
                ]
        )
        {
            var page = await coordinator.OpenAsync($"/f/{world.Family.Id}/avtale/ny{query}");
            Assert.Equal("", page.Form("Lagre avtalen").Value("Hva skal gjøres?"));
        }
    }
}
