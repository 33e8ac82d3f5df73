using Flette.Core.Coordination;
using Flette.Core.Words;
using static Flette.Core.Plans.Content.PlanContentCheck;

namespace Flette.Core.Plans.Content;

/// <summary>Who takes part and what each does: § 9 letters b, c, d and g.</summary>
internal static class PeoplePoints
{
    /// <summary>b)</summary>
    public static ContentPoint Participants(PlanContentFacts f)
    {
        if (f.Team.Count == 0)
        {
            return Lacks(
                PlanPoint.Participants,
                false,
                "Ingen er ført opp ennå",
                new ToFill(PlanScreen.NewParticipant)
            );
        }
        var people = Count(f.Team.Count, "én person", "personer");
        var places = f.Team.Select(p => p.Service).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return Filled(
            PlanPoint.Participants,
            places == 0 ? people : $"{people} fra {Count(places, "ett sted", "steder")}"
        );
    }

    /// <summary>
    /// c) Two things: who draws the plan up, and who sees to coordination and progress. The coordinator does both, unless another has the
    /// main responsibility (§ 7); to coordinate she must be appointed.
    /// </summary>
    public static ContentPoint Responsible(PlanContentFacts f) =>
        (f.Responsible, f.Coordinator) switch
        {
            ({ } main, { } coordinator) when main != coordinator => Filled(
                PlanPoint.Responsible,
                $"{main} har hovedansvaret. {coordinator} sørger for koordinering og framdrift"
            ),
            (_, { } coordinator) => Filled(PlanPoint.Responsible, coordinator),
            ({ } main, _) => Lacks(
                PlanPoint.Responsible,
                true,
                $"{main} har hovedansvaret. Enheten oppnevner den som sørger for koordinering og framdrift"
            ),
            _ => Lacks(
                PlanPoint.Responsible,
                false,
                "Enheten oppnevner den som har ansvaret",
                new ToFill(PlanScreen.Responsible)
            ),
        };

    /// <summary>
    /// d) The one the plan is for and each service that takes part; next of kin «eventuelt», so one without a service need not say it.
    /// </summary>
    public static ContentPoint Contributions(PlanContentFacts f)
    {
        var said = f.Team.Count(p => p.Contributes) + (f.CoordinatorContributes ? 1 : 0);
        var silent = f.Team.Where(p => p is { Contributes: false, Service: not null }).ToList();
        var own = NorwegianDates.Capital(f.Own);
        if (f.OwnContributes && said > 0 && silent.Count == 0)
        {
            return Filled(PlanPoint.Contributions, $"{own} og {Count(said, "én annen", "andre")} har sagt det");
        }
        var there = (f.OwnContributes, said) switch
        {
            (true, 0) => $"{own} har sagt det",
            (true, _) => $"{own} og {Count(said, "én annen", "andre")} har sagt det",
            (false, 0) => "",
            (false, 1) => "Én har sagt det",
            _ => $"{said} har sagt det",
        };
        string[] lacking = [.. f.OwnContributes ? [] : (string[])[f.Own], .. silent.Select(p => p.Name)];
        var lacks =
            lacking.Length > 0 ? $"Ikke sagt ennå: {Names(lacking)}"
            : f.Team.Count == 0 ? "De andre er ikke ført opp ennå"
            : "De andre har ikke sagt det ennå";
        ToFill[] fill =
        [
            .. f.Next is { } next && silent.Count > 0
                ? [new ToFill(PlanScreen.AskBeforeMeeting, next.Id, Day(next.Day, f))]
                : (ToFill[])[],
            .. f.OwnContributes ? [] : (ToFill[])[new ToFill(PlanScreen.OwnContribution)],
            .. silent.Select(p => new ToFill(PlanScreen.Contribution, p.Id, p.Name)),
            .. lacking.Length == 0 ? [new ToFill(PlanScreen.Contribution)] : (ToFill[])[],
        ];
        return Lacks(PlanPoint.Contributions, there.Length > 0, there.Length > 0 ? $"{there}. {lacks}" : lacks, fill);
    }

    /// <summary>
    /// g) Koordinator, barnekoordinator or kontaktlege. A familiekoordinator of Nye mønstre is none of these: that one is named, and what
    /// the letter asks for is said to lack.
    /// </summary>
    public static ContentPoint Coordinator(PlanContentFacts f)
    {
        var doctors = f.Team.Where(p => p.ContactDoctor).Select(p => p.Name).ToList();
        var doctor = doctors.Count == 0 ? null : $"{Names(doctors)} er kontaktlege";
        var since = f.CoordinatorSince is { } day ? $" fra {Day(day, f)}" : "";
        var coordinator = f.Coordinator is null ? null : $"{Is(f.CoordinatorIs)}{since}";
        var by = string.Join(". ", new[] { coordinator, doctor }.OfType<string>());
        if (doctor is not null || (f.Coordinator is not null && f.CoordinatorIs != CoordinatorKind.FamilyCoordinator))
        {
            return Filled(PlanPoint.Coordinator, by);
        }
        return coordinator is null
            ? Lacks(PlanPoint.Coordinator, false, "Enheten oppnevner koordinator")
            : Lacks(
                PlanPoint.Coordinator,
                true,
                $"{by}. Om dere er tilbudt koordinator eller barnekoordinator også, står ikke ennå. Enheten oppnevner"
            );
    }

    private static string Is(CoordinatorKind kind) =>
        kind switch
        {
            CoordinatorKind.ChildrensCoordinator => "Barnekoordinator",
            CoordinatorKind.FamilyCoordinator => "Familiekoordinator",
            _ => "Koordinator",
        };
}
