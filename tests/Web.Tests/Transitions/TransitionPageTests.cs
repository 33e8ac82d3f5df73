using Flette.Core.Families;
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
    public async Task What_follows_from_no_age_is_shown_for_the_day_it_comes()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Moen");
        var eva = await family.BornAsync("Eva Moen", FamilyRelation.Child, new DateOnly(2020, 1, 2));
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);
        var page = await coordinator.OpenAsync($"/f/{family.Id}/overganger");
        var lacks = await page.Form("Vis hva som gjøres").PressAsync();
        Assert.True(lacks.Says("Velg hva som endrer seg.") && lacks.Says("Skriv en dag mellom"), lacks.Text);

        var shown = await lacks
            .Form("Vis hva som gjøres")
            .Set("hva", "10")
            .Set("hvem", eva.ToString())
            .Set("dag", "2026-11-20")
            .PressAsync();
        Assert.True(shown.Says("Kommer hjem fra sykehuset 20. november"), shown.Text);
        Assert.False(shown.Says("Velg hva som endrer seg."), shown.Text);
        Assert.DoesNotContain("sykehus", shown.Address.AbsoluteUri, StringComparison.OrdinalIgnoreCase);
        var link = shown
            .Document.QuerySelectorAll("#annet a")
            .First(a => a.GetAttribute("aria-label")?.StartsWith("Lag avtale: ", StringComparison.Ordinal) == true);
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

        // A day nobody can mean, and a kind that has its own day, show nothing.
        foreach (
            var query in (string[])
                ["hva=10&dag=1492-10-12", "hva=10&dag=x", "hva=6&dag=2026-11-20", "hva=x&dag=2026-11-20"]
        )
        {
            var none = await coordinator.OpenAsync($"/f/{family.Id}/overganger?{query}");
            Assert.Empty(none.Document.QuerySelectorAll("#annet .fl-timeline"));
        }
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
