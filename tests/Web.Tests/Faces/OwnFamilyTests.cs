using System.Net;
using Flette.Core;
using Flette.Kit;

namespace Flette.Web.Tests.Faces;

/// <summary>The family's own pages: what each member sees and does not see, before, with and after a plan.</summary>
public sealed class OwnFamilyTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Home = "/min-familie";
    private const string ThePlan = "/min-familie/plan";
    private const string Says = "/min-familie/si";

    /// <summary>Everything that can be shown, by what people read.</summary>
    private static readonly string[] Everything =
    [
        "Ringe fysioterapeuten",
        "Snakke om søvn",
        "Kjøpe gymsko",
        "Hente fredager",
        "Finne avlaster",
        "Søke gjeldsråd",
        "Time hos helsesykepleier",
        "Besøk av Pål",
        "Øve på veien",
        "Svømme mye",
        "Sove selv",
        "Gå til skolen alene",
        "Noen å gå sammen med",
        "Åsen skole",
        "Tore Lærer",
        "Pia Psykolog",
        "Bente Barnevern",
        "Planen til Ola",
    ];

    private static readonly string[] Olas =
    [
        "Ringe fysioterapeuten",
        "Snakke om søvn",
        "Kjøpe gymsko",
        "Hente fredager",
        "Finne avlaster",
        "Øve på veien",
        "Svømme mye",
        "Gå til skolen alene",
        "Noen å gå sammen med",
        "Åsen skole",
        "Tore Lærer",
    ];

    private World World => app.World(app.Fjellvik);

    [Fact]
    public async Task Each_member_sees_what_is_hers_to_see_and_nothing_else()
    {
        var family = await TwoHomes.FilledAsync(World);
        foreach (
            var (who, sees) in new (string, string[])[]
            {
                ("Siri", [.. Olas, "Sove selv", "Pia Psykolog", "Planen til Ola"]),
                ("Per", [.. Olas, "Søke gjeldsråd", "Planen til Ola"]),
                ("Stein", []),
                ("Frida", ["Besøk av Pål", "Bente Barnevern"]),
                ("Nina", ["Time hos helsesykepleier"]),
                ("Ola", Olas),
                ("Pål", ["Besøk av Pål", "Bente Barnevern"]),
            }
        )
        {
            using var browser = await family.BrowserAsync(who);
            var read = (await browser.OpenAsync(Home)).Text + " " + (await browser.OpenAsync(ThePlan)).Text;
            // The team stands in the plan only; who has no plan finds nobody there.
            var found = Everything.Where(t => read.Contains(t, StringComparison.Ordinal)).Order().ToList();
            var shall = sees.Where(t => t != "Bente Barnevern").Order().ToList();
            Assert.True(
                shall.SequenceEqual(found),
                $"{who}: not seen {string.Join(", ", shall.Except(found))}; seen {string.Join(", ", found.Except(shall))}"
            );
        }
    }

    [Fact]
    public async Task Who_has_each_thing_is_said_as_far_as_the_reader_may_know()
    {
        var family = await TwoHomes.FilledAsync(World);
        using var mother = await family.BrowserAsync("Siri");
        var hers = await mother.OpenAsync(Home);
        Assert.Equal(
            "Tore Lærer, kontaktlærer, har den siden 15. september",
            FamilyReading.Holder(hers, "Ringe fysioterapeuten")
        );
        Assert.Equal(
            "Pia Psykolog, kontaktlærer, har den siden 15. september",
            FamilyReading.Holder(hers, "Snakke om søvn")
        );
        Assert.Equal("Ingen har den ennå", FamilyReading.Holder(hers, "Finne avlaster"));
        // The father lives elsewhere: he is not told of her, nor she of him, and hidden people are all the same.
        Assert.Equal("En i ansvarsgruppa har den siden 15. september", FamilyReading.Holder(hers, "Hente fredager"));
        Assert.Equal(["Kjøpe gymsko Siri. Innen tirsdag 29. september, om 2 uker"], Ours(hers));
        using var father = await family.BrowserAsync("Per");
        var his = await father.OpenAsync(Home);
        Assert.Equal("En i ansvarsgruppa har den siden 15. september", FamilyReading.Holder(his, "Snakke om søvn"));
        Assert.Equal("En i ansvarsgruppa har den siden 15. september", FamilyReading.Holder(his, "Kjøpe gymsko"));
        Assert.Equal(
            "Kari Koordinator, barnekoordinator, har den siden 15. september",
            FamilyReading.Holder(his, "Søke gjeldsråd")
        );
        Assert.Equal(["Hente fredager Per. Innen tirsdag 29. september, om 2 uker"], Ours(his));
        using var child = await family.BrowserAsync("Ola");
        var own = await child.OpenAsync(Home);
        Assert.Equal(
            [
                "Hente fredager Per. Innen tirsdag 29. september, om 2 uker",
                "Kjøpe gymsko Siri. Innen tirsdag 29. september, om 2 uker",
            ],
            Ours(own)
        );
        using var foster = await family.BrowserAsync("Frida");
        Assert.Equal(
            ["Besøk av Pål Frida. Innen tirsdag 29. september, om 2 uker"],
            Ours(await foster.OpenAsync(Home))
        );
    }

    [Fact]
    public async Task The_next_meeting_is_said_with_day_hours_and_place()
    {
        var family = await TwoHomes.FilledAsync(World);
        using var browser = await family.BrowserAsync("Siri");
        var meeting = Section(await browser.OpenAsync(Home), "Neste møte");
        Assert.Contains("Mandag 21. september", meeting, StringComparison.Ordinal);
        Assert.Contains("Kl. 12.30–14.00, om 6 dager", meeting, StringComparison.Ordinal);
        Assert.Contains("Åsen skole, rom 114", meeting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_should_have_been_done_waits_and_is_never_overdue()
    {
        var app2 = await FletteApp.StartAsync();
        await using var _ = app2;
        var family = await TwoHomes.MakeAsync(app2.World(app2.Fjellvik));
        await family.YesAsync();
        await family.FillAsync();
        app2.Clock.Advance(TimeSpan.FromDays(20));
        using var browser = await app2.MemberAsync(app2.Fjellvik, family["Siri"]);
        var page = await browser.OpenAsync(Home);
        Assert.True(page.Says("Venter på Tore Lærer siden 29. september"), page.Text);
        Assert.True(page.Says("Venter på en i ansvarsgruppa siden 29. september"), page.Text);
        Assert.True(page.Says("Siri. Var ment til 29. september"), page.Text);
        Assert.False(page.Text.Contains("forfalt", StringComparison.OrdinalIgnoreCase), page.Text);
        Assert.True(page.Says("Det er ikke satt opp noe møte"), page.Text);
    }

    [Fact]
    public async Task The_coordinator_stands_first_and_a_deputy_only_while_the_unit_has_let_her_in()
    {
        var deputy = await World.CoordinatorAsync("Dina Deputy");
        var family = await TwoHomes.MakeAsync(World, deputy);
        await family.PhoneAsync(family.Family.Coordinator, "99 99 90 20");
        await family.PhoneAsync(deputy, "99 99 90 21");
        using var browser = await family.BrowserAsync("Siri");
        var page = await browser.OpenAsync(Home);
        Assert.Equal("Hei, Siri", page.Heading);
        Assert.Contains(
            "Kari Koordinator barnekoordinator",
            Section(page, "Koordinatoren vår"),
            StringComparison.Ordinal
        );
        Assert.Equal("tel:99999020", Link(page, "Ring 99 99 90 20"));
        Assert.False(page.Says("Dina"), page.Text);
        await family.Family.ActivateDeputyAsync(new Period(family.Today, family.Today.AddDays(7)));
        page = await browser.OpenAsync(Home);
        Assert.True(page.Says("Dina Deputy står inn for Kari nå, til og med 22. september."), page.Text);
        Assert.Equal("tel:99999021", Link(page, "Ring Dina, 99 99 90 21"));
        await family.Family.EndAppointmentAsync(family.Today.AddDays(-1));
        page = await browser.OpenAsync(Home);
        Assert.True(page.Says("Dere har ingen koordinator akkurat nå"), page.Text);
        Assert.False(page.Says("Kari"), page.Text);
    }

    [Fact]
    public async Task Before_the_yes_there_is_no_plan_and_after_the_withdrawal_it_says_so()
    {
        var family = await TwoHomes.MakeAsync(World);
        await family.FillAsync();
        using var mother = await family.BrowserAsync("Siri");
        using var stepfather = await family.BrowserAsync("Stein");
        foreach (var path in new[] { Home, ThePlan })
        {
            var before = await mother.OpenAsync(path);
            Assert.True(before.Says("Her står det ingen plan ennå"), before.Text);
            Assert.DoesNotContain(Everything, before.Says);
            Assert.DoesNotContain(ThePlan, Links(before));
        }
        var his = (await stepfather.OpenAsync(Home)).Text;
        await family.YesAsync();
        var with = await mother.OpenAsync(Home);
        Assert.True(with.Says("Ringe fysioterapeuten"), with.Text);
        Assert.Equal("Planen til Ola", (await with.FollowAsync("Se hele planen")).Heading);
        await family.WithdrawAsync();
        var after = await mother.OpenAsync(Home);
        Assert.True(after.Says("Ja-et til planen er trukket"), after.Text);
        Assert.False(after.Says("Ringe fysioterapeuten"), after.Text);
        Assert.False(after.Says("Dette skjer nå"), after.Text);
        var read = await after.FollowAsync("Se hele planen");
        Assert.True(read.Says("Ringe fysioterapeuten"), read.Text);
        Assert.True(read.Says("Planen er stoppet"), read.Text);
        // Whom the plan is nothing to, reads the same through it all.
        Assert.Equal(his, (await stepfather.OpenAsync(Home)).Text);
    }

    [Fact]
    public async Task Nothing_can_be_changed_here_but_what_one_says_oneself()
    {
        var family = await TwoHomes.FilledAsync(World);
        using var browser = await family.BrowserAsync("Siri");
        foreach (var path in new[] { Home, ThePlan })
        {
            var page = await browser.OpenAsync(path);
            // Besides the language there is only what one says oneself.
            Assert.All(
                page.Document.Forms,
                f =>
                    Assert.Contains(
                        f.GetAttribute("action"),
                        new[] { "/sprak", Says + "?handler=Nothing", Home + "/onsker-mote" }
                    )
            );
            Assert.Empty(page.Document.QuerySelectorAll("script"));
            Assert.All(
                Links(page),
                l =>
                    Assert.True(
                        l
                            is Home
                                or ThePlan
                                or ThePlan + "/utskrift"
                                or Says
                                or Home + "/trader"
                                or Home + "/mote"
                                or Home + "/onsker-mote"
                                or Home + "/framover"
                                or Home + "/meldinger"
                                or Home + "/hvem-har-sett"
                                or "/ut"
                                or "#main"
                                or "#menu"
                                or "#urgent"
                            || l.StartsWith("tel:", StringComparison.Ordinal),
                        l
                    )
            );
            Assert.DoesNotContain(family.Family.Id.ToString(), page.Html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_way_in_leads_here_and_others_find_nothing()
    {
        var family = await TwoHomes.FilledAsync(World);
        using var mother = await family.BrowserAsync("Siri");
        Assert.Equal(Home, (await mother.OpenAsync("/")).Path);
        Assert.Equal(ThePlan, (await mother.OpenAsync($"/f/{family.Family.Id}/plan")).Path);
        await mother.OpenAsync($"/f/{family.Family.Id}", HttpStatusCode.NotFound);
        var other = await TwoHomes.MakeAsync(World);
        await mother.OpenAsync($"/f/{other.Family.Id}/plan", HttpStatusCode.NotFound);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Family.Coordinator);
        await coordinator.OpenAsync(Home, HttpStatusCode.NotFound);
        await coordinator.OpenAsync(ThePlan, HttpStatusCode.NotFound);
        using var nobody = app.Visit(app.Fjellvik);
        Assert.StartsWith("/demo?til=", (await nobody.OpenAsync(Home)).Path, StringComparison.Ordinal);
        var log = await app.App.LogAsync(app.Fjellvik, family.Family.Id);
        Assert.Contains("see-own-family ok", log);
        Assert.Contains("see-plan ok", log);
    }

    private static string Section(Page page, string heading) =>
        FamilyReading.Of(
            page.Document.QuerySelectorAll("section").Single(s => FamilyReading.Of(s.QuerySelector("h2")!) == heading)
        );

    private static List<string> Ours(Page page) =>
        page
            .Document.QuerySelectorAll("section[aria-labelledby=ours] li")
            .Select(FamilyReading.Of)
            .Order(StringComparer.Ordinal)
            .ToList();

    private static List<string> Links(Page page) =>
        page.Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!).ToList();

    private static string Link(Page page, string name) =>
        page.Document.QuerySelectorAll("a").Single(a => FamilyReading.Of(a) == name).GetAttribute("href")!;
}
