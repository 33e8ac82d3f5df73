using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Plans.Content;
using Flette.Core.Tests.Access;
using static Flette.Core.Tests.Plans.Content.ContentWorld;

namespace Flette.Core.Tests.Plans.Content;

/// <summary>
/// FOR-2022-06-22-1110 § 5 is the one hard stop. Every combination of what a plan can lack is walked: what stops follows the yes alone.
/// </summary>
public class PlanStopTests
{
    private static readonly PlanAsked Asked = new(PlanKind.Individual, SmallWorld.Id("child"));

    private static readonly Func<PlanContentFacts, PlanContentFacts>[][] Lacking =
    [
        [f => f, f => f with { Goals = PartCount.None }, f => f with { Goals = new(2, 0) }],
        [f => f, f => f with { Resources = PartCount.None }],
        [f => f, f => f with { Needs = [] }, f => f with { Needs = [new(One, "Stol", null)] }],
        [f => f, f => f with { Team = [] }, f => f with { Team = [new(One, "Tor", "Skolen")] }],
        [f => f, f => f with { OwnContributes = false }],
        [
            f => f,
            f => f with { Coordinator = null },
            f => f with { CoordinatorIs = CoordinatorKind.FamilyCoordinator, Responsible = "Kari" },
        ],
        [
            f => f,
            f => f with { Measures = [] },
            f => f with { Measures = [new(One, "Trening", false, true)] },
            f => f with { Measures = [new(One, "Trening", true, false)] },
        ],
        [f => f, f => f with { Until = null }, f => f with { Revision = Today.AddDays(-1) }],
        [f => f, f => f with { ChildsPart = null }, f => f with { Children = [] }],
    ];

    [Fact]
    public void Nothing_but_a_missing_yes_stops_anything()
    {
        var needing = Acts.All.Where(a => a.NeedsPlan && a.Audience.HasFlag(Audience.Coordinator)).ToList();
        Assert.NotEmpty(needing);
        var (walked, filled) = (0, new HashSet<(PlanPoint, PointState)>());
        foreach (var lacking in Combinations())
        {
            foreach (var yes in new[] { 0, 1, 2 })
            {
                var facts = WithYes(lacking, yes);
                foreach (var point in PlanContentCheck.Of(facts))
                {
                    filled.Add((point.Point, point.State));
                }
                var stop = PlanStop.Of(facts);
                Assert.Equal(yes == 2, stop is null);
                var family = SmallWorld.Family with { Plans = SmallWorld.InState(StateWith(yes)) };
                var may = needing.All(a => SmallWorld.Decide(a.Act, "coordinator", family: family) == "ok");
                Assert.Equal(stop is null, may);
                walked++;
            }
        }
        Assert.Equal(3 * Lacking.Aggregate(1, (n, l) => n * l.Length), walked);
        // The walk has met each point whole and not whole.
        Assert.All(
            Enum.GetValues<PlanPoint>(),
            p =>
            {
                Assert.Contains((p, PointState.Filled), filled);
                Assert.True(filled.Contains((p, PointState.Missing)) || filled.Contains((p, PointState.Partly)));
            }
        );
    }

    [Fact]
    public void The_stop_says_whose_yes_is_missing_and_where_it_stands()
    {
        Assert.Equal(["Rune"], PlanStop.Of(WithYes(Full, 1))!.Missing);
        Assert.Equal(["Linn", "Rune"], PlanStop.Of(Empty)!.Missing);
        Assert.Empty(PlanStop.Of(Full with { NobodyMaySayYes = true })!.Missing);
        Assert.Null(PlanStop.Of(Full));
        Assert.Equal("forskrift om individuell plan § 5", PlanStop.Basis.Named);
    }

    private static IEnumerable<PlanContentFacts> Combinations() =>
        Lacking.Aggregate(
            (IEnumerable<PlanContentFacts>)[Full],
            (all, one) => all.SelectMany(f => one.Select(l => l(f)))
        );

    private static PlanContentFacts WithYes(PlanContentFacts facts, int yes) =>
        yes switch
        {
            0 => facts with { Yes = [], YesMissing = ["Linn", "Rune"] },
            1 => facts with { Yes = [Full.Yes[0]], YesMissing = ["Rune"] },
            _ => facts,
        };

    // As the yes of a child's two parents makes it.
    private static PlanState StateWith(int yes) =>
        yes == 0
            ? PlanState.None
            : PlanYes.StateOn(
                PlanState.Open,
                SmallWorld.Family,
                Asked,
                new[] { "mother", "father" }
                    .Take(yes)
                    .Select(who => new PlanConsent(Asked, SmallWorld.Id(who), SmallWorld.Today))
                    .ToList(),
                SmallWorld.Today
            );
}
