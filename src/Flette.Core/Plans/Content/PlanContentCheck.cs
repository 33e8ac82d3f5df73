using Flette.Core.Words;

namespace Flette.Core.Plans.Content;

/// <summary>
/// «Dette skal en plan ha med»: the ten points of FOR-2022-06-22-1110 § 9 and the child's part, as a list that helps. It counts
/// nothing up, ranks nobody, stops nothing (<see cref="PlanStop"/> is the one stop) and is sent nowhere. Pure.
/// </summary>
public static class PlanContentCheck
{
    /// <summary>The points, in the order of the regulation. The child's part only where the plan is for a child.</summary>
    public static IReadOnlyList<ContentPoint> Of(PlanContentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ContentPoint[] points =
        [
            ServicePoints.GoalsResourcesNeeds(facts),
            PeoplePoints.Participants(facts),
            PeoplePoints.Responsible(facts),
            PeoplePoints.Contributions(facts),
            ServicePoints.Measures(facts),
            ServicePoints.How(facts),
            PeoplePoints.Coordinator(facts),
            WholePoints.Period(facts),
            WholePoints.Consent(facts),
            ServicePoints.Cooperation(facts),
        ];
        return facts.Children.Count == 0 ? points : [.. points, WholePoints.ChildsPart(facts)];
    }

    internal static ContentPoint Filled(PlanPoint point, string by) => new(point, PointState.Filled, by, []);

    internal static ContentPoint Lacks(PlanPoint point, bool partly, string by, params ToFill[] fill) =>
        new(point, partly ? PointState.Partly : PointState.Missing, by, fill);

    internal static string Day(DateOnly day, PlanContentFacts facts) => NorwegianDates.DayAndMonth(day, facts.Today);

    internal static string Count(int number, string one, string several) => number == 1 ? one : $"{number} {several}";

    /// <summary>«Tor Hegge, Kari Bjerke, PPT og 3 til»: a list one can read to the end.</summary>
    internal static string Names(IReadOnlyList<string> names) =>
        Listing.And(names.Count <= Most ? names : [.. names.Take(Most - 1), $"{names.Count - Most + 1} til"]);

    private const int Most = 5;
}
