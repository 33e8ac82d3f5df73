using Flette.Core.Families;

namespace Flette.Core.Consents;

/// <summary>Why the plans of a meeting are not as they were chosen.</summary>
public abstract record MeetingPlansRefusal : Refusal;

/// <summary>With several plans it is said which of them a meeting is for.</summary>
public sealed record PlansOfMeetingMissing : MeetingPlansRefusal;

/// <summary>A plan whose yes is away takes no meeting in.</summary>
public sealed record PlanIsNotOpen(Guid Plan) : MeetingPlansRefusal;

/// <summary>The minutes are read already: which plan each line stands in was seen before they were published.</summary>
public sealed record MinutesAreOut : MeetingPlansRefusal;

/// <summary>What was agreed in the meeting stands in a plan that was to leave it, and would stand in none.</summary>
/// <param name="Items">What it is: agreements and attachments.</param>
public sealed record PlanHoldsWhatWasSaid(Guid Plan, IReadOnlyList<Guid> Items) : MeetingPlansRefusal;

/// <summary>Something that came of a meeting and has its place already.</summary>
/// <param name="Plans">The plans it stands in.</param>
public sealed record CameOfMeeting(Guid Id, IReadOnlyList<Guid> About, IReadOnlyList<Guid> Plans);

/// <summary>Somebody on the list of a meeting.</summary>
/// <param name="Concerns">The members she is there for: herself, of the family; empty where nobody has said.</param>
public sealed record ListedFor(Guid Person, IReadOnlyCollection<Guid> Concerns);

/// <summary>
/// Which plans a meeting is for can be changed after it was planned (issue 3, 8), as long as what was said in it stays right: a plan may
/// come, and may leave when nothing is left standing in no plan. Pure.
/// </summary>
public static class MeetingPlanChange
{
    /// <summary>Why a meeting cannot be for these plans; null when it can.</summary>
    /// <param name="plans">The family's plans as they stand.</param>
    /// <param name="was">Those the meeting is for now.</param>
    /// <param name="wanted">Those it is to be for.</param>
    /// <param name="published">Whether its minutes are out.</param>
    /// <param name="came">What came of it and follows its plans.</param>
    public static MeetingPlansRefusal? Check(
        IReadOnlyCollection<PlanFacts> plans,
        IReadOnlyCollection<Guid> was,
        IReadOnlyCollection<Guid> wanted,
        bool published,
        IReadOnlyCollection<CameOfMeeting> came
    )
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(was);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(came);
        var open = plans.Where(p => p.State == PlanState.Open).Select(p => p.Id).ToHashSet();
        // What was there may stay though its yes is away; it cannot come.
        if (wanted.FirstOrDefault(w => !open.Contains(w) && !was.Contains(w)) is var closed && closed != Guid.Empty)
        {
            return new PlanIsNotOpen(closed);
        }
        if (!wanted.Any(open.Contains))
        {
            return new PlansOfMeetingMissing();
        }
        if (was.ToHashSet().SetEquals(wanted))
        {
            return null;
        }
        if (published)
        {
            return new MinutesAreOut();
        }
        var homeless = came.Where(c => c.Plans.Count > 0 && Standing(plans, c, wanted).Count == 0).ToList();
        return homeless.Count == 0
            ? null
            : new PlanHoldsWhatWasSaid(
                was.Except(wanted).First(p => homeless[0].Plans.Contains(p)),
                homeless.Select(h => h.Id).ToList()
            );
    }

    /// <summary>The plans something that came of the meeting stands in when it is for these.</summary>
    public static IReadOnlyList<Guid> Standing(
        IReadOnlyCollection<PlanFacts> plans,
        CameOfMeeting came,
        IReadOnlyCollection<Guid>? wanted
    )
    {
        ArgumentNullException.ThrowIfNull(came);
        return PlanPlaces.Standing(plans, came.About, wanted, came.Plans);
    }

    /// <summary>
    /// Whom words are about that were said when the meeting was about some and are said again when it is about others: all of them, so
    /// that nobody reads by the change what was not hers to read. About nobody in particular stays so.
    /// </summary>
    public static IReadOnlyList<Guid> AboutBoth(IReadOnlyCollection<Guid> before, IReadOnlyCollection<Guid> now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        return before.Count == 0 || now.Count == 0 ? [] : before.Union(now).ToList();
    }

    /// <summary>Those on the list who are there for this plan and for none of the others.</summary>
    public static IReadOnlyList<Guid> OnlyFor(
        PlanFacts plan,
        IReadOnlyCollection<PlanFacts> others,
        IEnumerable<ListedFor> listed
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(others);
        return listed
            .Where(l => l.Concerns.Any(plan.Within.Contains) && !others.Any(o => l.Concerns.Any(o.Within.Contains)))
            .Select(l => l.Person)
            .ToList();
    }
}
