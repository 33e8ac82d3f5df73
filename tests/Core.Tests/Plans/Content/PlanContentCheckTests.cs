using Flette.Core.Coordination;
using Flette.Core.Plans.Content;
using static Flette.Core.Tests.Plans.Content.ContentWorld;

namespace Flette.Core.Tests.Plans.Content;

/// <summary>The ten points of FOR-2022-06-22-1110 § 9 and the child's part: filled, partly, missing, by what, and what fills the rest.</summary>
public class PlanContentCheckTests
{
    [Fact]
    public void A_full_plan_has_all_points_in_the_order_of_the_regulation()
    {
        var points = PlanContentCheck.Of(Full);
        Assert.Equal(Enum.GetValues<PlanPoint>(), points.Select(p => p.Point));
        Assert.All(points, p => Assert.True(p.Filled && p.Fill.Count == 0, p.ToString()));
        Assert.Equal(
            [
                "6 mål, 5 ressurser, 2 behov",
                "2 personer fra 2 steder",
                "Solveig Rustad",
                "Familien og 2 andre har sagt det",
                "2 tiltak",
                "Står på hvert tiltak",
                "Barnekoordinator fra 17.\u00a0oktober 2022",
                "Fra 21.\u00a0april. Til 30.\u00a0juni 2027. Vi ser på den 26.\u00a0november",
                "Ja til planen 21.\u00a0november 2022, fra Linn og Rune",
                "Hvert behov har noen: SFO",
                "Samtaler på kjøkkenet",
            ],
            points.Select(p => p.By)
        );
    }

    [Fact]
    public void An_empty_plan_says_all_that_lacks_and_asks_nobody_for_what_others_do()
    {
        var points = PlanContentCheck.Of(Empty);
        Assert.All(points, p => Assert.Equal(PointState.Missing, p.State));
        PlanScreen[][] screens =
        [
            [PlanScreen.NewGoal, PlanScreen.NewResource, PlanScreen.NewNeed],
            [PlanScreen.NewParticipant],
            [PlanScreen.Responsible],
            [PlanScreen.OwnContribution],
            [PlanScreen.NewMeasure],
            [PlanScreen.NewMeasure],
            [],
            [PlanScreen.PlanUntil, PlanScreen.PlanRevision],
            [PlanScreen.Yes],
            [PlanScreen.NewNeed],
            [PlanScreen.ChildsPart],
        ];
        Assert.Equal(screens, points.Select(p => p.Fill.Select(f => f.Screen).ToArray()));
        Assert.All(points, p => Assert.DoesNotContain('%', p.By));
    }

    [Fact]
    public void Each_point_stands_in_its_letter_of_the_regulation()
    {
        var basis = PlanContentCheck.Of(Full).Select(p => p.Basis).ToList();
        Assert.Equal("forskrift om individuell plan § 9 tredje ledd bokstav a", basis[0].Named);
        Assert.Equal("forskrift om individuell plan § 9 tredje ledd bokstav j", basis[9].Named);
        Assert.Equal("forskrift om individuell plan § 9 fjerde ledd", basis[10].Named);
        Assert.All(
            basis,
            b => Assert.Equal("https://lovdata.no/forskrift/2022-06-22-1110/§9", b.Source.OriginalString)
        );
    }

    [Fact]
    public void Goals_resources_and_needs_are_those_of_the_one_the_plan_is_for()
    {
        // What only the parents want and need does not fill a child's plan; in a family plan it does.
        var parents = Full with
        {
            Goals = new(2, 0),
            Resources = new(1, 0),
            Needs = [new(One, "Hvile", "Helsestasjonen", Own: false)],
        };
        var point = Point(parents, PlanPoint.GoalsResourcesNeeds);
        Assert.Equal(PointState.Partly, point.State);
        Assert.Equal(
            "2 mål, én ressurs, 1 behov. Ikke skrevet ennå: mål for Oda, hva Oda er god på og hva Oda trenger",
            point.By
        );
        Assert.Equal(
            [PlanScreen.NewGoal, PlanScreen.NewResource, PlanScreen.NewNeed],
            point.Fill.Select(f => f.Screen)
        );
        See(
            Full with
            {
                Resources = PartCount.None,
            },
            PlanPoint.GoalsResourcesNeeds,
            PointState.Partly,
            new ToFill(PlanScreen.NewResource)
        );
        // A need that is met is one the plan is about still.
        Assert.True(
            Point(Full with { Needs = [new(One, "Stol", "NAV", Met: true)] }, PlanPoint.GoalsResourcesNeeds).Filled
        );
        Assert.StartsWith(
            "Ikke skrevet ennå: mål, hva dere er gode på",
            Point(Empty with { Recipient = null }, PlanPoint.GoalsResourcesNeeds).By,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Who_draws_the_plan_up_and_who_coordinates_are_two_things()
    {
        Assert.Equal(
            "Kari Bjerke har hovedansvaret. Solveig Rustad sørger for koordinering og framdrift",
            Point(Full with { Responsible = "Kari Bjerke" }, PlanPoint.Responsible).By
        );
        var half = Point(Empty with { Responsible = "Kari Bjerke" }, PlanPoint.Responsible);
        Assert.Equal((PointState.Partly, 0), (half.State, half.Fill.Count));
    }

    [Fact]
    public void Everyone_who_has_not_said_what_she_brings_has_a_link_of_her_own_and_can_be_asked_before_the_meeting()
    {
        var asked = Full with
        {
            OwnContributes = false,
            Next = new(Three, new(2026, 12, 3)),
            Team =
            [
                new(One, "Tor Hegge, Skolen", "Skolen", Contributes: true),
                new(Two, "Kari Bjerke, PPT", "PPT"),
                new(Three, "Bestemor", null),
            ],
        };
        var point = Point(asked, PlanPoint.Contributions);
        Assert.Equal(PointState.Partly, point.State);
        Assert.Equal("Én har sagt det. Ikke sagt ennå: familien og Kari Bjerke, PPT", point.By);
        Assert.Equal(
            [
                new(PlanScreen.AskBeforeMeeting, Three, "3.\u00a0desember"),
                new(PlanScreen.OwnContribution),
                new(PlanScreen.Contribution, Two, "Kari Bjerke, PPT"),
            ],
            point.Fill
        );
        // Next of kin «eventuelt»: one without a service need not say it.
        Assert.True(
            Point(
                asked with
                {
                    OwnContributes = true,
                    Team = [asked.Team[0], asked.Team[2]],
                },
                PlanPoint.Contributions
            ).Filled
        );
        See(Full with { Team = [] }, PlanPoint.Contributions, PointState.Partly, new ToFill(PlanScreen.Contribution));
        Assert.Equal(
            "Petter og én annen har sagt det",
            Point(Full with { Own = "Petter", Team = [Full.Team[0]] }, PlanPoint.Contributions).By
        );
        Assert.True(Point(Full with { Team = [], CoordinatorContributes = true }, PlanPoint.Contributions).Filled);
    }

    [Fact]
    public void A_familiekoordinator_is_not_what_the_letter_asks_for_and_a_kontaktlege_is()
    {
        var family = Full with { CoordinatorIs = CoordinatorKind.FamilyCoordinator };
        var point = Point(family, PlanPoint.Coordinator);
        Assert.Equal(PointState.Partly, point.State);
        Assert.StartsWith(
            "Familiekoordinator fra 17.\u00a0oktober 2022. Om dere er tilbudt",
            point.By,
            StringComparison.Ordinal
        );
        var doctor = family with { Team = [new(One, "Anne Dahl", "Sykehuset", ContactDoctor: true)] };
        Assert.True(Point(doctor, PlanPoint.Coordinator).Filled);
        Assert.EndsWith("Anne Dahl er kontaktlege", Point(doctor, PlanPoint.Coordinator).By, StringComparison.Ordinal);
        Assert.True(Point(Full with { CoordinatorIs = CoordinatorKind.Coordinator }, PlanPoint.Coordinator).Filled);
    }

    [Fact]
    public void A_day_that_has_been_says_nothing_of_when_the_plan_is_looked_at_next()
    {
        See(
            Full with
            {
                Revision = Today.AddDays(-1),
            },
            PlanPoint.Period,
            PointState.Partly,
            new ToFill(PlanScreen.PlanRevision)
        );
        See(
            Full with
            {
                Until = Today.AddDays(-1),
            },
            PlanPoint.Period,
            PointState.Partly,
            new ToFill(PlanScreen.PlanUntil)
        );
        Assert.True(Point(Full with { Revision = Today, Until = Today }, PlanPoint.Period).Filled);
        See(
            Full with
            {
                Revision = null,
                Until = null,
            },
            PlanPoint.Period,
            PointState.Partly,
            new ToFill(PlanScreen.PlanUntil),
            new ToFill(PlanScreen.PlanRevision)
        );
    }

    [Fact]
    public void The_yes_has_two_halves_and_the_second_is_nobodys_duty()
    {
        var point = Point(Full, PlanPoint.Consent);
        Assert.Contains("Det er frivillig", point.Also, StringComparison.Ordinal);
        Assert.Equal(new ToFill(PlanScreen.SharingYes), point.AlsoFill);
        var shared = Point(Full with { SharingUntil = Today.AddDays(10) }, PlanPoint.Consent);
        Assert.Equal(("Ja til fagmøter gjelder til 30.\u00a0november.", null), (shared.Also, shared.AlsoFill));
        var one = Full with { Yes = [Full.Yes[0]], YesMissing = ["Rune"] };
        See(one, PlanPoint.Consent, PointState.Partly, new ToFill(PlanScreen.Yes));
        Assert.EndsWith("fra Linn. Ja fra Rune mangler", Point(one, PlanPoint.Consent).By, StringComparison.Ordinal);
        See(Full with { NobodyMaySayYes = true }, PlanPoint.Consent, PointState.Partly, new ToFill(PlanScreen.Yes));
        var family = Point(Full with { Recipient = null, NotTakenIn = ["Petter"] }, PlanPoint.Consent);
        Assert.True(family.Filled);
        Assert.EndsWith("Det som gjelder Petter, er ikke med uten et ja til det", family.By, StringComparison.Ordinal);
        Assert.Equal(
            "Ja til planen 1.\u00a0oktober",
            Point(Full with { Yes = [new("", new(2026, 10, 1))] }, PlanPoint.Consent).By
        );
    }
}
