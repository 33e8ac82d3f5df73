using Flette.Core.Families;

namespace Flette.Core.Consents;

/// <summary>One plan of a family, as far as decisions rest on it.</summary>
/// <param name="State">How it stands on the day (<see cref="PlanYes.StateOn"/>).</param>
/// <param name="Within">Those it takes in; after a withdrawal those it took in.</param>
public sealed record PlanFacts(Guid Id, PlanAsked Asked, PlanState State, IReadOnlySet<Guid> Within)
{
    /// <summary>The first day it is for; null where it was not asked about.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Its last day; null: none.</summary>
    public DateOnly? Until { get; init; }
}

/// <summary>
/// Which of a family's plans something stands in, and what follows of how each stands (ADR 15). A family has one individual plan for
/// each recipient (FOR-2022-06-22-1110 § 9) and one family plan at most, each with its own yes. Pure.
/// </summary>
public static class PlanPlaces
{
    /// <summary>How a family stands as a whole: open when one of its plans is.</summary>
    public static PlanState Overall(IReadOnlyCollection<PlanFacts> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return plans.Count == 0 ? PlanState.None
            : plans.Any(p => p.State == PlanState.Open) ? PlanState.Open
            : plans.Any(p => p.State == PlanState.Paused) ? PlanState.Paused
            : PlanState.Withdrawn;
    }

    /// <summary>
    /// The plans something stands in when it is written or moved: each open one that takes in all it is about. What stood in a plan
    /// that waits for a yes stays there; a plan whose yes is withdrawn keeps what no other plan has, and nothing more.
    /// </summary>
    /// <param name="meant">The plans it was said for, as in a meeting for one of them; null is whichever take it in.</param>
    /// <param name="was">The plans it stands in now.</param>
    /// <param name="chosen">
    /// It is a meeting: it stands in the plans it was chosen for, whoever it is about; without a choice it is as other things.
    /// </param>
    public static IReadOnlyList<Guid> Standing(
        IReadOnlyCollection<PlanFacts> plans,
        IReadOnlyCollection<Guid> about,
        IReadOnlyCollection<Guid>? meant,
        IReadOnlyCollection<Guid> was,
        bool chosen = false
    )
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(was);
        var living = plans
            .Where(p => p.State == PlanState.Open || (p.State == PlanState.Paused && was.Contains(p.Id)))
            .Where(p =>
                meant is null ? PlanYes.IsWithin(p.Within, about)
                : chosen ? meant.Contains(p.Id)
                : meant.Contains(p.Id) && PlanYes.IsWithin(p.Within, about)
            )
            .Select(p => p.Id)
            .ToList();
        return living.Count > 0
            ? living
            : plans.Where(p => p.State == PlanState.Withdrawn && was.Contains(p.Id)).Select(p => p.Id).ToList();
    }

    /// <summary>
    /// How what is about these members, and stands in these plans, is to be taken: open when an open plan it stands in takes in all
    /// it is about; closed when it stands in a plan that is not open; else outside the plans, and closed when somebody it is about
    /// is held by no plan but such as are not open. In doubt it is closed: nothing that only a withdrawn plan held is opened by
    /// another.
    /// </summary>
    /// <param name="meant">
    /// For what is only now said: the plans it is said for, as in a meeting. With none of those open it is closed, whoever it is about.
    /// </param>
    public static PlanState StateOf(
        IReadOnlyCollection<PlanFacts> plans,
        IReadOnlyCollection<Guid> about,
        IReadOnlyCollection<Guid> standsIn,
        IReadOnlyCollection<Guid>? meant = null
    )
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(standsIn);
        var own = plans.Where(p => standsIn.Contains(p.Id)).ToList();
        if (own.Exists(p => p.State == PlanState.Open && about.All(p.Within.Contains)))
        {
            return PlanState.Open;
        }
        var stopped = own.Where(p => p.State != PlanState.Open).ToList();
        var overall = Overall(plans);
        if (stopped.Count > 0 || overall != PlanState.Open)
        {
            return stopped.Count > 0 ? Overall(stopped) : overall;
        }
        var those = plans.Where(p => meant?.Contains(p.Id) == true).ToList();
        if (those.Count > 0 && Overall(those) != PlanState.Open)
        {
            return Overall(those);
        }
        return about
                .Select(member => plans.Where(p => p.Within.Contains(member)).ToList())
                .Where(holding => holding.Count > 0)
                .Select(Overall)
                .Where(state => state != PlanState.Open)
                .Select(state => (PlanState?)state)
                .FirstOrDefault()
            ?? PlanState.Open;
    }

    /// <summary>
    /// Whom a meeting for these plans is about: the recipients, when every one of the plans takes them all in; else nobody in
    /// particular, so that only those on its list and the coordinator know of it.
    /// </summary>
    public static IReadOnlyList<Guid> MeetingAbout(IReadOnlyCollection<PlanFacts> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        var recipients = plans.Select(p => p.Asked.Recipient).OfType<Guid>().Distinct().ToList();
        return plans.All(p => recipients.TrueForAll(p.Within.Contains)) ? recipients : [];
    }
}
