using Flette.Core.Families;
using Flette.Kit;

namespace Flette.Web.Tests.Transitions;

/// <summary>What a municipality has of its own for its transitions, from the unit's page to the families'. The day is 15 September 2026.</summary>
public sealed class MunicipalTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Of18 = "/enhet/overganger/18-ar";

    [Fact]
    public async Task What_the_unit_sets_holds_for_every_family_and_can_be_taken_back()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Bakken");
        var ida = await family.BornAsync("Ida Bakken", FamilyRelation.Child, new DateOnly(2009, 5, 3));
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);
        using var officer = await app.App.StaffAsync(app.Fjellvik, family.Officer);
        var form = await (await (await officer.OpenAsync("/enhet")).FollowAsync("Overganger i kommunen")).FollowAsync(
            "Fyller 18 år"
        );
        Assert.Equal(Of18, form.Path);
        Assert.True(form.Says("Kommunen har ikke endret noe her."), form.Text);

        // Later than the law lets it begin is refused with the section, and nothing typed is lost.
        var refused = await form.Form("Lagre")
            .Set("Input.Months", "12")
            .Set("Input.Receiver", "Voksenteamet i Fjellvik")
            .PressAsync();
        Assert.True(refused.Says("barnevernsloven § 3-6"), refused.Text);
        Assert.Equal("Voksenteamet i Fjellvik", refused.Form("Lagre").Value("Hvem tar imot?"));
        // A step somebody is to do is said by whom, and a number is a number.
        refused = await refused
            .Form("Lagre")
            .Set("Input.Months", "30")
            .Set("Input.Steps[0].What", "Gå på besøk i voksenteamet")
            .Set("Input.Steps[0].Months", "3")
            .PressAsync();
        Assert.True(refused.Says("Et eget steg trenger både hva som gjøres og hvem som gjør det"), refused.Text);
        var nan = await refused.Form("Lagre").Set("Input.Months", "snart").PressAsync();
        Assert.True(nan.Says("«snart» forsto vi ikke."), nan.Text);
        var saved = await refused.Form("Lagre").Set("Input.Steps[0].Who", "Kontaktlæreren").PressAsync();
        Assert.True(saved.Says("30 måneder før") && saved.Says("«Gå på besøk i voksenteamet»"), saved.Text);
        Assert.True((await officer.OpenAsync("/enhet/overganger")).Says("Voksenteamet i Fjellvik"));

        // The families have it, and the step is made an agreement with its own day.
        var page = await coordinator.OpenAsync($"/f/{family.Id}/overganger");
        Assert.True(page.Says("Voksenteamet i Fjellvik tar imot. Tid for å begynne fra 3. november 2024."), page.Text);
        var agreement = (await page.FollowAsync("Lag avtale: Gå på besøk i voksenteamet (Ida, Fyller 18 år)")).Form(
            "Lagre avtalen"
        );
        Assert.Equal(
            ("Gå på besøk i voksenteamet", "2027-02-03"),
            (agreement.Value("Hva skal gjøres?"), agreement.Value("Frist"))
        );
        // In another municipality all is as it was.
        var elsewhere = await app.World(app.Sundhavn).FamilyAsync("Vik");
        await elsewhere.BornAsync("Kim Vik", FamilyRelation.Child, new DateOnly(2009, 5, 3));
        using var other = await app.App.StaffAsync(app.Sundhavn, elsewhere.Coordinator);
        Assert.False((await other.OpenAsync($"/f/{elsewhere.Id}/overganger")).Says("Voksenteamet"));

        // Nobody but the unit has the page.
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await coordinator.GetAsync(Of18)).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await coordinator.GetAsync("/enhet/overganger")).Status);

        // Taken back, and what was taken back taken forth again.
        var undone = await saved.Form("Angre siste endring").PressAsync();
        Assert.True(undone.Says("Satt tilbake"), undone.Text);
        Assert.False((await coordinator.OpenAsync($"/f/{family.Id}/overganger")).Says("Voksenteamet"));
        await undone.Form("Angre siste endring").PressAsync();
        Assert.True((await coordinator.OpenAsync($"/f/{family.Id}/overganger")).Says("Voksenteamet i Fjellvik"));
        Assert.Equal(
            [1, 2, 3],
            await app.App.RowsAsync<int>(
                app.Fjellvik,
                "select version from own_transition where transition = '18-ar' order by version"
            )
        );
    }

    [Fact]
    public async Task Two_who_save_at_once_see_both_and_what_no_law_fixes_can_be_set()
    {
        const string after = "/enhet/overganger/etter-skolen";
        var family = await app.World(app.Fjellvik).FamilyAsync("Lien");
        await family.BornAsync("Per Lien", FamilyRelation.Child, new DateOnly(2009, 5, 3));
        using var officer = await app.App.StaffAsync(app.Fjellvik, family.Officer);
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);
        var mine = (await officer.OpenAsync(after)).Form("Lagre").Set("Input.Owner", "Rådgiveren på skolen");
        await (await officer.OpenAsync(after)).Form("Lagre").Set("Input.Years", "14").PressAsync();
        var both = await mine.PressAsync();
        Assert.True(both.Says("samtidig") && both.Says("Rådgiveren på skolen") && both.Says("14"), both.Text);
        await both.Form("Lagre").Set("Input.Years", "14").PressAsync();
        var page = await coordinator.OpenAsync($"/f/{family.Id}/overganger");
        Assert.True(page.Says("juni 2029") && page.Says("Rådgiveren på skolen har den."), page.Text);
        // School starts when the law says, and there is no page of what there is not.
        Assert.DoesNotContain(
            "skolestart",
            (await officer.OpenAsync("/enhet/overganger/ungdomsskole")).Document.QuerySelector("form")!.TextContent,
            StringComparison.Ordinal
        );
        var forced = await (await officer.OpenAsync("/enhet/overganger/ungdomsskole"))
            .Form("Lagre")
            .Set("Input.Months", "61")
            .PressAsync();
        Assert.True(forced.Says("Velg mellom 1 og 60 måneder."), forced.Text);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await officer.GetAsync("/enhet/overganger/19-ar")).Status);
    }
}
