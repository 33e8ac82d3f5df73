using Flette.Core.Coordination;
using Flette.Core.Plans.Content;

namespace Flette.Core.Tests.Plans.Content;

/// <summary>A plan for a child with all the regulation asks for, and one with nothing.</summary>
internal static class ContentWorld
{
    public static readonly DateOnly Today = new(2026, 11, 20);
    public static readonly Guid One = Guid.Parse("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Two = Guid.Parse("00000000-0000-0000-0000-000000000002");
    public static readonly Guid Three = Guid.Parse("00000000-0000-0000-0000-000000000003");

    public static PlanContentFacts Full { get; } =
        new()
        {
            Today = Today,
            Recipient = "Oda",
            Goals = new(6, 3),
            Resources = new(5, 1),
            Needs = [new(One, "Noen å leke med", "SFO"), new(Two, "Ny stol", "Hjelpemiddelsentralen", Met: true)],
            Team =
            [
                new(One, "Tor Hegge, Skolen", "Skolen", Contributes: true),
                new(Two, "Kari Bjerke, PPT", "PPT", Contributes: true),
            ],
            OwnContributes = true,
            Measures = [new(One, "Avlastning", true, true), new(Two, "Trening", true, true)],
            Coordinator = "Solveig Rustad",
            CoordinatorIs = CoordinatorKind.ChildrensCoordinator,
            CoordinatorSince = new(2022, 10, 17),
            From = new(2026, 4, 21),
            Until = new(2027, 6, 30),
            Revision = new(2026, 11, 26),
            Yes = [new("Linn", new(2022, 11, 20)), new("Rune", new(2022, 11, 21))],
            Children = [new(One, "Oda", Described: true)],
            ChildsPart = "Samtaler på kjøkkenet",
        };

    public static PlanContentFacts Empty { get; } =
        new()
        {
            Today = Today,
            Recipient = "Oda",
            YesMissing = ["Linn", "Rune"],
            Children = [new(One, "Oda", Described: false)],
        };

    /// <summary>One point of the list.</summary>
    public static ContentPoint Point(PlanContentFacts facts, PlanPoint point) =>
        Assert.Single(PlanContentCheck.Of(facts), p => p.Point == point);

    /// <summary>What the list says of a point: where it stands, and the links to what fills it.</summary>
    public static void See(PlanContentFacts facts, PlanPoint point, PointState state, params ToFill[] fill)
    {
        var seen = Point(facts, point);
        Assert.Equal(state, seen.State);
        Assert.Equal(fill, seen.Fill);
    }
}
