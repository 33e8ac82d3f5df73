using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Tests.Plans;

namespace Flette.Web.Tests.Faces;

/// <summary>What is about a member whom the plan does not take in is hers to read, and nobody else's.</summary>
public sealed class OutsideThePlanTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task A_youth_outside_the_plan_reads_her_own_words_and_others_do_not()
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        var sander = await family.Family.MemberAsync("Sander Nordli", FamilyRelation.Sibling, 16);
        await family.YesAsync();
        using var browser = await family.BrowserAsync();
        await (await browser.OpenAsync($"/f/{family.Id}/viktig/ny"))
            .Form("Lagre")
            .Choose("Hvem sa det?", "Sander")
            .Fill("Egne ord", "Jeg vil ha rommet mitt i fred.")
            .PressAsync();
        await (await browser.OpenAsync($"/f/{family.Id}/mal/ny"))
            .Form("Lagre")
            .Choose("Hvem sitt mål er det?", "Sander")
            .Fill("Målet, med egne ord", "Spille fotball igjen")
            .PressAsync();
        using var own = await app.MemberAsync(app.Fjellvik, sander);
        var page = await own.OpenAsync("/min-familie");
        Assert.True(page.Says("Dette er om deg"), page.Text);
        Assert.True(page.Says("Jeg vil ha rommet mitt i fred.") && page.Says("Spille fotball igjen"), page.Text);
        Assert.True(page.Says("Her står det ingen plan ennå"), page.Text);
        foreach (var other in new[] { family.Oda, family.Linn, family.Mikkel })
        {
            using var reader = await app.MemberAsync(app.Fjellvik, other);
            var theirs = await reader.OpenAsync("/min-familie");
            Assert.False(
                theirs.Says("i fred") || theirs.Says("fotball") || theirs.Says("Dette er om deg"),
                theirs.Text
            );
        }
    }
}
