using Flette.Core.Plans.Content;
using static Flette.Core.Tests.Plans.Content.ContentWorld;

namespace Flette.Core.Tests.Plans.Content;

/// <summary>Each thing that lacks in a plan has a link of its own, and a long list of them ends.</summary>
public class PlanContentLinksTests
{
    [Fact]
    public void Each_measure_that_lacks_something_has_a_link_of_its_own()
    {
        var half = Full with
        {
            Measures =
            [
                new(One, "Avlastning", true, false),
                new(Two, "Trening", false, false),
                new(Three, "Rampe", false, false, Done: true),
            ],
        };
        See(half, PlanPoint.Measures, PointState.Partly, new ToFill(PlanScreen.MeasureScope, Two, "Trening"));
        See(
            half,
            PlanPoint.How,
            PointState.Missing,
            new ToFill(PlanScreen.MeasureWay, One, "Avlastning"),
            new ToFill(PlanScreen.MeasureWay, Two, "Trening")
        );
        Assert.Equal("3 tiltak. På ett står det ikke hvor mye", Point(half, PlanPoint.Measures).By);
        Assert.Equal("På 2 tiltak står det ikke hvordan", Point(half, PlanPoint.How).By);
        // What is done is not «aktuelt» any more.
        var done = Full with
        {
            Measures = [new(One, "Rampe", true, true, Done: true)],
        };
        See(done, PlanPoint.Measures, PointState.Partly, new ToFill(PlanScreen.NewMeasure));
        See(done, PlanPoint.How, PointState.Missing, new ToFill(PlanScreen.NewMeasure));
    }

    [Fact]
    public void Agreements_are_a_beginning_where_there_are_no_measures()
    {
        var point = Point(Empty with { Agreements = 10 }, PlanPoint.Measures);
        Assert.Equal(PointState.Partly, point.State);
        Assert.StartsWith("10 avtaler sier hva som gjøres, og hvem som gjør det.", point.By, StringComparison.Ordinal);
        Assert.Equal(PointState.Partly, Point(Empty with { Agreements = 1 }, PlanPoint.How).State);
    }

    [Fact]
    public void Each_need_nobody_has_taken_has_a_link_of_its_own()
    {
        var open = Full with { Needs = [new(One, "Stol", "NAV"), new(Two, "Rampe", null), new(Three, "Taxi", null)] };
        See(
            open,
            PlanPoint.Cooperation,
            PointState.Partly,
            new ToFill(PlanScreen.NeedOwner, Two, "Rampe"),
            new ToFill(PlanScreen.NeedOwner, Three, "Taxi")
        );
        Assert.Equal(
            "NAV har behov hos seg. 2 behov har ingen ennå. Hvem vil dere ha med?",
            Point(open, PlanPoint.Cooperation).By
        );
        Assert.Equal(
            PointState.Missing,
            Point(Full with { Needs = [new(Two, "Rampe", null)] }, PlanPoint.Cooperation).State
        );
        Assert.True(Point(Full with { Needs = [new(Two, "Rampe", null, Met: true)] }, PlanPoint.Cooperation).Filled);
    }

    [Fact]
    public void Every_child_the_plan_is_for_has_its_part_described()
    {
        var two = Full with { Children = [new(One, "Oda", Described: true), new(Two, "Mikkel", Described: false)] };
        See(two, PlanPoint.ChildsPart, PointState.Partly, new ToFill(PlanScreen.ChildsPart, null, "Mikkel"));
        Assert.Equal(
            "Samtaler på kjøkkenet. Hvordan Mikkel har vært med, er ikke skrevet ennå",
            Point(two, PlanPoint.ChildsPart).By
        );
        // Its own words with how they were said describe it; words alone are half.
        var said = two with
        {
            Children = [two.Children[0], new(Two, "Mikkel", false, Today.AddDays(-8), "bildekort, hjemme")],
        };
        Assert.True(Point(said, PlanPoint.ChildsPart).Filled);
        Assert.EndsWith(
            "Mikkel sa hva som er viktig, 12.\u00a0november (bildekort, hjemme)",
            Point(said, PlanPoint.ChildsPart).By,
            StringComparison.Ordinal
        );
        var words = Full with { ChildsPart = null, Children = [new(One, "Oda", false, Today.AddDays(-8))] };
        Assert.Equal(PointState.Partly, Point(words, PlanPoint.ChildsPart).State);
        Assert.DoesNotContain(PlanContentCheck.Of(Full with { Children = [] }), p => p.Point == PlanPoint.ChildsPart);
    }

    [Fact]
    public void One_is_said_as_one_and_a_long_list_ends()
    {
        Assert.Equal("én person fra ett sted", Point(Full with { Team = [Full.Team[0]] }, PlanPoint.Participants).By);
        var many = Enumerable.Range(0, 9).Select(i => new ParticipantFacts(Guid.NewGuid(), $"P{i}", "S")).ToList();
        var point = Point(Full with { Team = many }, PlanPoint.Contributions);
        Assert.EndsWith("Ikke sagt ennå: P0, P1, P2, P3 og 5 til", point.By, StringComparison.Ordinal);
        Assert.Equal(10, point.Fill.Count + 1);
    }
}
