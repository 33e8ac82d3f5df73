using System.Net;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Plans;

/// <summary>The plan's time, its revision, who is responsible and how the child took part are written by the real form.</summary>
public sealed class PlanHeadTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Heard = "Hvordan har Oda vært med?";

    private DateOnly Today => app.World(app.Fjellvik).Today;

    private async Task<PlanWorld> FamilyAsync()
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        await family.YesAsync();
        return family;
    }

    [Fact]
    public async Task Each_point_that_lacks_leads_to_the_form_and_is_filled_by_it()
    {
        var family = await FamilyAsync();
        using var browser = await family.BrowserAsync();
        var plan = await browser.OpenAsync(family.Plan);
        Assert.True(plan.Says("Hvor lenge er ikke skrevet ennå. Når dere ser på den, er ikke skrevet ennå"), plan.Text);
        var form = (await plan.FollowAsync("Skriv hvor lenge planen gjelder"))
            .Form("Lagre")
            .Fill("Gjelder fra", Today.AddDays(-5))
            .Fill("Gjelder til", Today.AddDays(300))
            .Fill("Når ser dere på planen neste gang?", Today.AddDays(60))
            .Choose("Hvem har hovedansvaret for planen?", "Tor Hegge, Skolen")
            .Fill(Heard, "Oda pekte på bildekort på kjøkkenet.");
        plan = await form.PressAsync();
        Assert.True(plan.Says("Til 12. juli 2027. Vi ser på den 14. november"), plan.Text);
        Assert.True(plan.Says("Dere ser på planen lørdag 14. november."), plan.Text);
        Assert.True(plan.Says("Oda pekte på bildekort på kjøkkenet."), plan.Text);
        Assert.True(
            plan.Says("Hvem som har ansvar for planen. Er på plass. Tor Hegge (Skolen) har hovedansvaret."),
            plan.Text
        );
        Assert.False(plan.Says("Skriv hvor lenge planen gjelder"), plan.Text);
        Assert.False(plan.Says("Skriv hvordan Oda har vært med"), plan.Text);
        await form.PressAsync();
        Assert.Equal(["opened", "changed"], await ChangesAsync(family));
        var row = Assert.Single(await family.RowsAsync(ItemKinds.ChildsPart));
        Assert.Equal((1, "plan", true), (row.Version, row.Room, row.InPlan));
        Assert.Equal([family.Oda], row.About);
        var head = await browser.OpenAsync(family.Plan + "/om");
        Assert.True(head.Says("Hovedansvar: Tor Hegge, Skolen"), head.Text);
        Assert.True(head.Says("Hovedansvar: koordinatoren"), head.Text);
        // Nothing typed, nothing written.
        await head.Form("Lagre").PressAsync();
        Assert.Equal(2, (await ChangesAsync(family)).Count);
        Assert.Equal(1, (await family.RowsAsync(ItemKinds.ChildsPart))[0].Version);
        var log = await app.App.LogAsync(app.Fjellvik, family.Id);
        Assert.Contains("change-plan ok", log);
    }

    [Fact]
    public async Task What_is_typed_is_kept_when_it_is_wrong()
    {
        var family = await FamilyAsync();
        using var browser = await family.BrowserAsync();
        var page = await (await browser.OpenAsync(family.Plan + "/om"))
            .Form("Lagre")
            .Fill("Gjelder til", Today.AddDays(-10))
            .Fill(Heard, "Æøå og tegninger")
            .PressAsync();
        Assert.Equal(["Dagen er før planen begynner."], page.Errors);
        Assert.Equal("Æøå og tegninger", page.Form("Lagre").Value(Heard));
        page = await page.Form("Lagre").Set("Input.Until", "").Set("Input.From", "").PressAsync();
        Assert.Equal(["Skriv når planen gjelder fra."], page.Errors);
        var secret = await family.Family.ParticipantAsync("Merete Vik", Topic.MentalHealth, true, family.Linn);
        page = await (await browser.OpenAsync(family.Plan + "/om"))
            .Form("Lagre")
            .Set("Input.Responsible", secret.ToString())
            .PressAsync();
        Assert.StartsWith("At denne personen er med", Assert.Single(page.Errors), StringComparison.Ordinal);
        page = await (await browser.OpenAsync(family.Plan + "/om"))
            .Form("Lagre")
            .Set("Input.Responsible", Guid.NewGuid().ToString())
            .PressAsync();
        Assert.Equal(["Den du valgte, er ikke med lenger. Velg på nytt."], page.Errors);
        Assert.Equal(["opened"], await ChangesAsync(family));
    }

    [Fact]
    public async Task Two_writers_see_both_texts_and_each_version_is_kept()
    {
        var family = await FamilyAsync();
        using var browser = await family.BrowserAsync();
        var (one, two) = (await browser.OpenAsync(family.Plan + "/om"), await browser.OpenAsync(family.Plan + "/om"));
        await one.Form("Lagre").Fill("Gjelder til", Today.AddDays(100)).Fill(Heard, "Hun tegnet.").PressAsync();
        var lost = await two.Form("Lagre")
            .Fill("Gjelder til", Today.AddDays(200))
            .Fill(Heard, "Hun pekte.")
            .PressAsync();
        Assert.True(lost.Says("To har skrevet samtidig"), lost.Text);
        Assert.True(lost.Says("Lagret nå: Hun tegnet."), lost.Text);
        Assert.Equal("Hun pekte.", lost.Form("Lagre").Value(Heard));
        await lost.Form("Lagre").PressAsync();
        Assert.Equal(["opened", "changed", "changed"], await ChangesAsync(family));
        var page = await browser.OpenAsync(family.Plan + "/om");
        Assert.True(page.Says("Planen ble til av Kari Koordinator"), page.Text);
        Assert.True(page.Says("Endret av Kari Koordinator"), page.Text);
        var history = await page.FollowAsync("Slik ble teksten om barnet til");
        Assert.True(history.Says("Hun tegnet."), history.Text);
        await history.Form("Angre siste endring").PressAsync();
        Assert.Equal("Hun tegnet.", (await browser.OpenAsync(family.Plan + "/om")).Form("Lagre").Value(Heard));
    }

    [Fact]
    public async Task There_is_nothing_to_write_before_the_yes_and_nothing_is_written_after_the_withdrawal()
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        using var browser = await family.BrowserAsync();
        var before = await browser.OpenAsync(family.Plan + "/om");
        Assert.True(before.Says("Det er ingen plan ennå"), before.Text);
        Assert.Empty(before.Document.QuerySelectorAll("main form"));
        await family.YesAsync();
        var form = (await browser.OpenAsync(family.Plan + "/om")).Form("Lagre").Fill(Heard, "Hun tegnet.");
        await family.WithdrawAsync();
        await form.PressAsync(HttpStatusCode.Conflict);
        var after = await browser.OpenAsync(family.Plan + "/om");
        Assert.True(after.Says("Ja-et til planen er trukket"), after.Text);
        Assert.Empty(after.Document.QuerySelectorAll("main form"));
        Assert.Equal(["opened", "withdrawn"], await ChangesAsync(family));
        Assert.Empty(await family.RowsAsync(ItemKinds.ChildsPart));
    }

    [Fact]
    public async Task The_childs_part_is_read_by_those_who_see_what_is_about_the_child()
    {
        var family = await FamilyAsync();
        using var browser = await family.BrowserAsync();
        await (await browser.OpenAsync(family.Plan + "/om"))
            .Form("Lagre")
            .Fill(Heard, "Hun tegnet et hus.")
            .PressAsync();
        foreach (var (reader, sees) in new[] { (family.Linn, true), (family.Oda, true), (family.Mikkel, false) })
        {
            using var member = await app.MemberAsync(app.Fjellvik, reader);
            var plan = await member.OpenAsync("/min-familie/plan");
            Assert.Equal(sees, plan.Says("Hun tegnet et hus."));
            Assert.Equal(sees, plan.Says("Slik har Oda vært med"));
            await member.OpenAsync(family.Plan + "/om", HttpStatusCode.NotFound);
        }
    }

    private Task<IReadOnlyList<string>> ChangesAsync(PlanWorld family) =>
        app.App.RowsAsync<string>(
            app.Fjellvik,
            "select v.change from plan_version v join plan p on p.id = v.plan where p.family = @Id order by v.version",
            new { family.Id }
        );
}
