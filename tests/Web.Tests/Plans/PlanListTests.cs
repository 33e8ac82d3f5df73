using AngleSharp.Dom;
using Dapper;
using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Kit;

namespace Flette.Web.Tests.Plans;

/// <summary>«Dette skal en plan ha med» and «Dette skal barnekoordinatoren gjøre» on the coordinator's page of the plan.</summary>
public sealed class PlanListTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Duties = "Dette skal barnekoordinatoren gjøre";
    private const string Nothing = "Ikke skrevet noe ennå.";

    private DateOnly Today => app.World(app.Fjellvik).Today;

    [Fact]
    public async Task Every_link_of_both_lists_leads_to_where_it_is_written()
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        using var browser = await family.BrowserAsync();
        // Without a yes there is no plan to have anything in; the duties hold all the same.
        var plan = await browser.OpenAsync(family.Plan);
        Assert.False(plan.Says("Dette skal en plan ha med"), plan.Text);
        var met = new HashSet<string>(StringComparer.Ordinal);
        await WalkAsync(browser, plan, "duties", met);
        await family.YesAsync();
        plan = await browser.OpenAsync(family.Plan);
        await WalkAsync(browser, plan, "content-list", met);
        await WalkAsync(browser, plan, "duties", met);
        var goal = await family.Family.GoalAsync("Leke med andre", family.Oda);
        await family.Family.MeasureAsync("Lek i skolegården", goal, new PlanPerson(family.Tor, "Tor Hegge"));
        await family.Family.NeedAsync("Noen som følger til skolen", family.Oda);
        await family.Family.ContributionAsync("Vi øver hjemme", family.Oda);
        await family.Family.MeetingAsync(Today.AddDays(-20), family.Oda, "Skolen", "Tor Hegge", "Linn Nordli");
        await family.Family.PlannedMeetingAsync(Today.AddDays(9), "09:00", "Skolen", family.Oda);
        plan = await browser.OpenAsync(family.Plan);
        await WalkAsync(browser, plan, "content-list", met);
        await WalkAsync(browser, plan, "duties", met);
        // One thing that lacks, one link: the two halves of a measure lead to their own fields.
        string[] links =
        [
            "Skriv hvor mye: Lek i skolegården",
            "Skriv hvordan: Lek i skolegården",
            "Skriv hvem som har det: Noen som følger til skolen",
            "Skriv hva Tor Hegge (Skolen) bidrar med",
            "Skriv hvor lenge planen gjelder",
            "Skriv når dere ser på planen",
            "Skriv hvordan Oda har vært med",
            "Skriv hva dere selv bidrar med",
            "Skriv et mål",
            "Skriv en ressurs",
            "Skriv et behov",
            "Skriv et tiltak",
            "Ja til fagmøte",
            "Planlegg et møte",
            "Ta med en tjeneste eller organisasjon",
            "Skriv ned en samtale",
            "Skriv hva familien trenger",
            "Skriv ned veiledning om helse og omsorg",
            "Skriv ned veiledning om andre tjenester",
            "Skriv inn et ja til plan",
        ];
        Assert.Empty(links.Except(met));
        Assert.Contains(met, l => l.StartsWith("Spør dem før møtet", StringComparison.Ordinal));
        var form = (await plan.FollowAsync("Skriv hva Tor Hegge (Skolen) bidrar med")).Form("Lagre");
        Assert.Equal(family.Tor.ToString(), form.Value("Hvem bidrar?"));
        plan = await form.Fill("Hva?", "Vi øver hver dag").PressAsync();
        Assert.True(plan.Says("Familien og én annen har sagt det"), plan.Text);
    }

    [Fact]
    public async Task Guidance_is_written_in_the_call_log_and_then_stands_in_the_list()
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        using var browser = await family.BrowserAsync();
        var plan = await browser.OpenAsync(family.Plan);
        Assert.Equal(
            5,
            plan.Document.QuerySelectorAll("[aria-labelledby=duties] > ol > li[data-state=missing]").Length
        );
        foreach (
            var (link, about) in new[]
            {
                ("Skriv ned veiledning om helse og omsorg", "helse og omsorg"),
                ("Skriv ned veiledning om andre tjenester", "andre tjenester"),
            }
        )
        {
            var form = (await plan.FollowAsync(link)).Form("Lagre").Set("Call.With", "Linn Nordli");
            await form.PressAsync();
            plan = await browser.OpenAsync(family.Plan);
            var told = $"Snakket med Linn Nordli om {about}, {Today.Day}.";
            Assert.True(plan.Says(told), plan.Text);
        }
        // The talks with the family show oversight too; of coordination and of a plan nothing is written.
        Assert.Equal(
            2,
            plan.Document.QuerySelectorAll("[aria-labelledby=duties] > ol > li[data-state=missing]").Length
        );
        Assert.True(plan.Says(Nothing), plan.Text);
        Assert.False(plan.Text.Contains('%', StringComparison.Ordinal), plan.Text);
    }

    [Fact]
    public async Task The_duties_are_the_barnekoordinators_own_to_see()
    {
        var world = app.World(app.Fjellvik);
        var deputy = await world.CoordinatorAsync("Dag Deputy");
        var family = await world.FamilyAsync("Vik", deputy: deputy);
        var mother = await family.MemberAsync("Eva Vik", Core.Families.FamilyRelation.Mother, 40);
        await family.SayYesAsync(null, mother);
        await family.ActivateDeputyAsync(new Core.Period(world.Today, world.Today.AddDays(3)));
        Assert.True(await SeesAsync(family.Coordinator));
        Assert.False(await SeesAsync(deputy));
        using (var member = await app.MemberAsync(app.Fjellvik, mother))
        {
            Assert.False((await member.OpenAsync("/min-familie/plan")).Says(Duties));
        }
        await using var db = await app.App.ConnectAsync(app.Fjellvik);
        await db.ExecuteAsync("update appointment set kind = 'coordinator' where family = @Id", new { family.Id });
        Assert.False(await SeesAsync(family.Coordinator));

        async Task<bool> SeesAsync(Guid staff)
        {
            using var browser = await app.StaffAsync(app.Fjellvik, staff);
            var plan = await browser.OpenAsync($"/f/{family.Id}/plan");
            // A family's own plan has the same list as a help.
            Assert.True(plan.Says("Dette skal en plan ha med"), plan.Text);
            Assert.True(plan.Says("gjelder individuell plan. Familiens plan kan ha det samme med."), plan.Text);
            return plan.Says(Duties);
        }
    }

    [Fact]
    public async Task Each_plan_has_its_own_yes_and_names_who_gave_it()
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        await family.YesAsync();
        await family.Family.SayYesAsync(null, family.Linn);
        using var browser = await family.BrowserAsync();
        var either = await browser.OpenAsync(family.Plan);
        var plans = either.Document.QuerySelectorAll("a[href*='/plan?plan=']").Select(a => a.GetAttribute("href")!);
        var seen = new Dictionary<string, Page>(StringComparer.Ordinal);
        foreach (var address in plans.Distinct(StringComparer.Ordinal))
        {
            var page = await browser.OpenAsync(address);
            seen[page.Heading] = page;
        }
        var oda = seen["Planen til Oda"];
        Assert.True(oda.Says("fra Linn og Rune § 9 bokstav i") || oda.Says("fra Rune og Linn § 9 bokstav i"), oda.Text);
        var shared = seen["Familiens plan"];
        Assert.True(shared.Says(", fra Linn. Det som gjelder Rune, er ikke med uten et ja til det"), shared.Text);
    }

    private static async Task WalkAsync(Browserless browser, Page page, string section, HashSet<string> met)
    {
        var links = page.Document.QuerySelectorAll($"[aria-labelledby={section}] a[href^='/']").ToList();
        Assert.NotEmpty(links);
        foreach (var link in links.Where(l => met.Add(PageWords.Text(l))))
        {
            var address = link.GetAttribute("href")!;
            var there = await browser.OpenAsync(address.Split('#')[0]);
            Assert.NotEmpty(there.Heading);
            if (address.Split('#') is [_, var anchor])
            {
                Assert.True(there.Document.GetElementById(anchor) is not null, $"{address}: no «{anchor}»");
            }
        }
    }
}
