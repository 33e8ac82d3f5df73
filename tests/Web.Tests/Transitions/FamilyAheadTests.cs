using Flette.Core.Families;
using Flette.Core.Transitions;
using Flette.Kit;

namespace Flette.Web.Tests.Transitions;

/// <summary>The time ahead as the family reads it. The day is 15 September 2026.</summary>
public sealed class FamilyAheadTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Home = "/min-familie";
    private const string Ahead = "/min-familie/framover";
    private const string ThePlan = "/min-familie/plan";
    private const string Starts = "Emil begynner på skolen i august 2027";

    [Fact]
    public async Task Whoever_may_see_a_childs_plan_reads_what_lies_ahead_and_nobody_else()
    {
        var family = await HomesAsync();
        using var mother = await BrowserAsync(family.Siri);
        var home = await mother.OpenAsync(Home);
        Assert.True(home.Says("Nora fyller 15 år 1. oktober"), home.Text);
        var page = await home.FollowAsync("Mer om tiden framover");
        Assert.Equal(Ahead, page.Path);
        foreach (
            var words in (string[])
                [
                    Starts,
                    "Barnehagen slutter, og skolen begynner",
                    "Hva bør skolen vite fra første dag, og hvem forteller det?",
                    "Loven sier at barnehagen skal samarbeide med skolen om overgangen, slik at barna får en trygg og god overgang (barnehageloven § 2 a).",
                    "Nora fyller 15 år 1. oktober",
                    "Kim fyller 18 år 1. juni 2028",
                    "Emil begynner på ungdomsskolen i august 2034",
                ]
        )
        {
            Assert.True(page.Says(words), $"{words}: {page.Text}");
        }
        Assert.Equal(["Nå", "Barnehagen", "Skolen"], Facts(page, Starts));
        Assert.Equal(3, page.Document.QuerySelectorAll("main .fl-coming").Length);
        // A youth who decides herself is not told of; nor is anything concluded about a family.
        Assert.False(page.Says("Sol") || page.Says("har rett") || page.Says("ikke rett"), page.Text);

        // Those who wait for a child find its kindergarten further on, and not on the first page.
        Assert.False(home.Says("Lillebror") || home.Says("barnehage"), home.Text);
        Assert.Contains(
            "Lillebror kan begynne i barnehage i november 2027",
            PageWords.Text(page.Document.QuerySelector("main details")),
            StringComparison.Ordinal
        );
        Assert.True(page.Says("Regnet fra når barnet er ventet."), page.Text);

        // Who lives with them knows their names, and not how old they are.
        using var stepfather = await BrowserAsync(family.Stein);
        Assert.False((await stepfather.OpenAsync(Home)).Says("Tiden framover"));
        var nothing = await stepfather.OpenAsync(Ahead);
        Assert.True(nothing.Says("Det er ingenting å fortelle"), nothing.Text);
        Assert.False(Names.Any(nothing.Says), nothing.Text);
        // The father of one is told of that one.
        using var father = await BrowserAsync(family.Per);
        var his = await father.OpenAsync(Ahead);
        Assert.True(his.Says(Starts), his.Text);
        Assert.False(Names.Where(n => n != "Emil").Any(his.Says), his.Text);
        // Barnevern has the care: the mother is not told of Pål, whoever has him is.
        using var foster = await BrowserAsync(family.Frida);
        Assert.True((await foster.OpenAsync(Ahead)).Says("Pål begynner på skolen i august 2027"));
        Assert.False(page.Says("Pål"), page.Text);
    }

    [Fact]
    public async Task A_child_reads_its_own_and_what_it_has_a_say_in()
    {
        var family = await HomesAsync();
        using var nora = await BrowserAsync(family.Nora);
        var page = await (await nora.OpenAsync(Home)).FollowAsync("Mer om tiden framover");
        Assert.True(page.Says("Du fyller 15 år 1. oktober") && page.Says("Hva blir annerledes for meg?"), page.Text);
        Assert.Equal(["Nå", "Koordinatoren", "Du selv"], Facts(page, "Du fyller 15 år"));
        Assert.True(page.Says("Fra du fyller 15 år, 1. oktober"), page.Text);
        Assert.True(
            page.Says("Du velger selv utdanning, og hvilke foreninger du er med i. (barnelova § 32)"),
            page.Text
        );
        Assert.True(page.Says("Det legges stor vekt på hva du mener. (barnelova § 31)"), page.Text);
        Assert.False(page.Says("Emil") || page.Says("har rett"), page.Text);

        const string decides = "Du sier selv ja eller nei til helsehjelp.";
        using var sol = await BrowserAsync(family.Sol);
        var hers = await sol.OpenAsync(Ahead);
        Assert.True(hers.Says(decides) && hers.Says("Du fyller 18 år 3. mai 2028"), hers.Text);
        // Where others decide in her place it is not said that she does; not of the age that comes, either.
        foreach (var youth in new[] { family.Kim, family.Ada })
        {
            using var browser = await BrowserAsync(youth);
            var text = await browser.OpenAsync(Ahead);
            Assert.True(text.Says("Det du er med på å bestemme"), text.Text);
            Assert.False(text.Says(decides), text.Text);
        }
    }

    [Fact]
    public async Task It_stands_in_the_plan_and_on_the_sheet_of_a_member_in_three_languages()
    {
        var family = await HomesAsync();
        await family.Family.SayYesAsync(family.Emil, family.Siri, family.Per);
        // What somebody has registered comes with the rest, and no further than the plan it is in.
        await family.Family.TransitionAsync(TransitionKind.HospitalHome, family.Emil, new DateOnly(2026, 11, 20));
        using var mother = await BrowserAsync(family.Siri);
        var plan = await mother.OpenAsync(ThePlan);
        Assert.True(plan.Says(Starts), plan.Text);
        Assert.True(plan.Says("Emil kommer hjem fra sykehuset 20. november"), plan.Text);
        Assert.False(plan.Says("Nora"), plan.Text);
        using var stepfather = await BrowserAsync(family.Stein);
        Assert.False((await stepfather.OpenAsync(Ahead)).Says("sykehuset"));
        var sheet = await mother.OpenAsync(ThePlan + "/utskrift");
        Assert.True(sheet.Says(Starts + ". Får det i gang: Barnehagen. Tar over: Skolen."), sheet.Text);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Family.Coordinator);
        var desk = $"/f/{family.Family.Id}/plan/utskrift";
        Assert.False((await coordinator.OpenAsync(desk)).Says(Starts));
        Assert.True((await coordinator.OpenAsync($"{desk}?for={family.Per}")).Says(Starts));

        var page = await (await mother.OpenAsync(ThePlan)).Form("Nynorsk").PressAsync();
        Assert.True(page.Says("Emil byrjar på skulen i august 2027"), page.Text);
        Assert.True(page.Says("Lova seier at barnehagen skal samarbeide med skulen om overgangen"), page.Text);
        foreach (var bokmal in (string[])["ikke", "hva", "hvem", "skolen", "loven", "nå", "fra", "begynner"])
        {
            Assert.DoesNotMatch($@"(?i)\b{bokmal}\b", page.Text);
        }
        page = await page.Form("English").PressAsync();
        Assert.True(page.Says("Emil starts school in August 2027"), page.Text);
        Assert.True(page.Says("Emil comes home from hospital on 20 November"), page.Text);
        Assert.True(page.Says("The law says that the kindergarten shall work with the school"), page.Text);
        foreach (var bokmal in (string[])["ikke", "det", "skal", "skolen", "år", "og"])
        {
            // A statute has its Norwegian name.
            Assert.DoesNotMatch(
                $@"(?i)\b{bokmal}\b",
                page.Text.Replace("pasient- og bruker", "", StringComparison.Ordinal)
            );
        }
    }

    private static readonly string[] Names = ["Emil", "Nora", "Sol", "Kim", "Ada", "Pål", "Lillebror"];

    private static IEnumerable<string> Facts(Page page, string heading) =>
        page
            .Document.QuerySelectorAll("main .fl-list--airy > li")
            .Single(l => PageWords.Text(l.QuerySelector("h3")).StartsWith(heading, StringComparison.Ordinal))
            .QuerySelectorAll("dd")
            .Select(PageWords.Text);

    private Task<Browserless> BrowserAsync(Guid member) => app.MemberAsync(app.Fjellvik, member);

    private sealed record Homes(
        FamilyInWorld Family,
        Guid Siri,
        Guid Stein,
        Guid Per,
        Guid Frida,
        Guid Emil,
        Guid Nora,
        Guid Sol,
        Guid Kim,
        Guid Ada
    );

    /// <summary>A mother with children of many ages, one father, a stepfather, and one child with foster parents.</summary>
    private async Task<Homes> HomesAsync()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Nordli");
        var home = await family.HouseholdAsync();
        var siri = await family.MemberAsync("Siri Nordli", FamilyRelation.Mother, 40, home);
        var stein = await family.MemberAsync("Stein Nordli", FamilyRelation.StepFather, 41, home);
        var per = await family.MemberAsync("Per Nordli", FamilyRelation.Father, 42);
        var frida = await family.MemberAsync("Frida Foss", FamilyRelation.FosterParent, 50);
        var emil = await ChildAsync("Emil", new(2021, 5, 3));
        var nora = await ChildAsync("Nora", new(2011, 10, 1));
        var sol = await ChildAsync("Sol", new(2010, 5, 3));
        var kim = await ChildAsync("Kim", new(2010, 6, 1));
        var ada = await family.BornAsync("Ada Nordli", FamilyRelation.Child, new(2010, 12, 1));
        var paal = await ChildAsync("Pål", new(2021, 5, 3));
        await family.PositionAsync(emil, GuardianshipKind.ParentalResponsibility, per);
        await family.PositionAsync(paal, GuardianshipKind.CareTakenOver, null);
        await family.PositionAsync(paal, GuardianshipKind.FosterParent, frida);
        await family.PositionAsync(kim, GuardianshipKind.NoDecisionCapacity, null);
        await family.PositionAsync(ada, GuardianshipKind.NoDecisionCapacity, null);
        await family.UnbornAsync("Lillebror", siri);
        return new Homes(family, siri, stein, per, frida, emil, nora, sol, kim, ada);

        async Task<Guid> ChildAsync(string name, DateOnly born)
        {
            var child = await family.BornAsync($"{name} Nordli", FamilyRelation.Child, born, home);
            await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, siri);
            return child;
        }
    }
}
