using Flette.Core.Consents;
using Flette.Core.Plans;

namespace Flette.Core.Tests.Plans;

/// <summary>The ten points of FOR-2022-06-22-1110 § 9 and the child's part.</summary>
public class PlanContentCheckTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Guid One = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Two = Guid.Parse("00000000-0000-0000-0000-000000000002");

    private static readonly PlanContentFacts Full = new(
        6,
        5,
        [new(One, true)],
        9,
        8,
        true,
        2,
        [new(One, true, true), new(Two, true, true)],
        null,
        "Solveig Rustad",
        "Barnekoordinator",
        new DateOnly(2022, 10, 17),
        new DateOnly(2026, 4, 21),
        new DateOnly(2027, 6, 30),
        new DateOnly(2026, 11, 26),
        [new PlanConsent(new PlanAsked(PlanKind.Individual, One), Two, new DateOnly(2022, 11, 21))],
        "Oda",
        "Samtaler på kjøkkenet",
        null,
        Today
    );

    private static readonly PlanContentFacts Empty = new(
        0,
        0,
        [],
        0,
        0,
        false,
        0,
        [],
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        [],
        "Oda",
        null,
        null,
        Today
    );

    [Fact]
    public void Agreements_count_as_what_is_done_where_there_are_no_measures()
    {
        var point = PlanContentCheck.Of(Empty with { Agreements = 10 }).Single(p => p.Point == PlanPoint.Measures);
        Assert.False(point.Filled);
        Assert.StartsWith("10 avtaler sier hva som gjøres, og hvem som gjør det.", point.By, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_plan_has_all_points_in_the_order_of_the_regulation()
    {
        var points = PlanContentCheck.Of(Full);
        Assert.Equal(Enum.GetValues<PlanPoint>(), points.Select(p => p.Point));
        Assert.All(points, p => Assert.True(p.Filled && p.Fill is null, p.ToString()));
        Assert.Equal(
            [
                "6 mål, 5 ressurser, 1 behov",
                "9 personer fra 8 steder",
                "Solveig Rustad",
                "Familien og 2 andre har sagt det",
                "2 tiltak",
                "Står på hvert tiltak",
                "Barnekoordinator fra 17.\u00a0oktober 2022",
                "Fra 21.\u00a0april. Til 30.\u00a0juni 2027. Vi ser på den 26.\u00a0november",
                "Ja til planen 21.\u00a0november 2022",
                "Hvert behov har noen",
                "Samtaler på kjøkkenet",
            ],
            points.Select(p => p.By)
        );
    }

    [Fact]
    public void An_empty_plan_says_where_to_begin_and_asks_nobody_for_what_others_do()
    {
        var points = PlanContentCheck.Of(Empty);
        Assert.All(points, p => Assert.False(p.Filled));
        PlanScreen?[] screens =
        [
            PlanScreen.NewGoal,
            PlanScreen.NewParticipant,
            null,
            PlanScreen.NewContribution,
            PlanScreen.NewMeasure,
            PlanScreen.NewMeasure,
            null,
            PlanScreen.PlanHead,
            PlanScreen.Yes,
            PlanScreen.NewNeed,
            PlanScreen.PlanHead,
        ];
        Assert.Equal(screens, points.Select(p => p.Fill));
        Assert.All(points, p => Assert.DoesNotContain('%', p.By));
    }

    [Fact]
    public void Each_point_says_what_is_not_there_yet_and_where_it_can_be_written()
    {
        See(Full with { Resources = 0 }, PlanPoint.GoalsResourcesNeeds, PlanScreen.NewResource, null);
        See(Full with { Goals = 0 }, PlanPoint.GoalsResourcesNeeds, PlanScreen.NewGoal, null);
        See(Full with { FamilyContributes = false }, PlanPoint.Contributions, PlanScreen.NewContribution, null);
        See(Full with { ServicesContribute = 0 }, PlanPoint.Contributions, PlanScreen.NewContribution, null);
        See(
            Full with
            {
                Measures = [new(One, true, true), new(Two, false, true)],
            },
            PlanPoint.Measures,
            PlanScreen.Measure,
            Two
        );
        See(Full with { Measures = [new(One, true, false)] }, PlanPoint.How, PlanScreen.Measure, One);
        See(Full with { Needs = [new(One, true), new(Two, false)] }, PlanPoint.Cooperation, PlanScreen.Need, Two);
        See(Full with { Revision = null }, PlanPoint.Period, PlanScreen.PlanHead, null);
        See(Full with { Yes = [] }, PlanPoint.Consent, PlanScreen.Yes, null);

        static void See(PlanContentFacts facts, PlanPoint point, PlanScreen? screen, Guid? target)
        {
            var missing = Assert.Single(PlanContentCheck.Of(facts), p => !p.Filled);
            Assert.Equal((point, screen, target), (missing.Point, missing.Fill, missing.Target));
        }
    }

    [Fact]
    public void Another_than_the_coordinator_can_have_the_main_responsibility()
    {
        var points = PlanContentCheck.Of(Full with { Responsible = "Kari Bjerke" });
        Assert.Equal("Kari Bjerke", points.Single(p => p.Point == PlanPoint.Responsible).By);
        Assert.True(PlanContentCheck.Of(Empty with { Responsible = "Kari Bjerke" })[2].Filled);
    }

    [Fact]
    public void A_childs_own_words_are_its_part_and_a_plan_about_no_child_has_no_such_point()
    {
        var spoke = PlanContentCheck.Of(Full with { ChildsPart = null, ChildSpoke = Today.AddDays(-8) });
        Assert.Equal("Oda sa hva som er viktig, 12.\u00a0november", spoke[^1].By);
        Assert.DoesNotContain(PlanContentCheck.Of(Full with { Child = null }), p => p.Point == PlanPoint.ChildsPart);
    }

    [Fact]
    public void One_is_said_as_one() =>
        Assert.Equal(
            ["én person fra ett sted", "Familien og én annen har sagt det"],
            PlanContentCheck
                .Of(Full with { Participants = 1, Services = 1, ServicesContribute = 1 })
                .Where(p => p.Point is PlanPoint.Participants or PlanPoint.Contributions)
                .Select(p => p.By)
        );
}
