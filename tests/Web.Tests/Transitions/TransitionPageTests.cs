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
                    "?overgang=18-ar&steg=1",
                    $"?overgang=18-ar&steg=1&om={Guid.NewGuid()}",
                    "?overgang=17-ar&steg=1",
                    "?overgang=18-ar&steg=99&om=x",
                    "?overgang=18-ar&steg=-1",
                ]
        )
        {
            var page = await coordinator.OpenAsync($"/f/{world.Family.Id}/avtale/ny{query}");
            Assert.Equal("", page.Form("Lagre avtalen").Value("Hva skal gjøres?"));
        }
    }
}
