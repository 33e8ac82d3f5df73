using Flette.Core.Families;

namespace Flette.Core.Meetings.Rhythm;

/// <summary>One of several plans, as the year knows it.</summary>
/// <param name="Own">The months it has of its own; null where it follows those of the family: meetings are shared.</param>
/// <param name="Lives">Whether it is open and has not ended: only then a meeting is suggested for it.</param>
/// <param name="From">Since when it is followed up.</param>
/// <param name="Within">The members it takes in.</param>
public sealed record YearPlan(Guid Id, MeetingRhythm? Own, bool Lives, DateOnly From, IReadOnlySet<Guid> Within)
{
    /// <summary>Whether a plan lives on a day.</summary>
    /// <param name="until">Its last day; null: none.</param>
    public static bool Living(PlanState state, DateOnly? until, DateOnly today) =>
        state == PlanState.Open && !(until < today);
}

/// <summary>A turn, with the plans it is for.</summary>
/// <param name="Plans">Empty where the family has one plan or none: then nothing is named.</param>
/// <param name="Rhythm">The months it is one of.</param>
public sealed record PlanTurn(Turn Turn, MeetingRhythm Rhythm, IReadOnlyList<Guid> Plans);

/// <summary>How long since one met, with the plans that is so for.</summary>
public sealed record PlansSince(LongSinceMet Since, IReadOnlyList<Guid> Plans);

/// <summary>
/// The year of a family with several plans (issue 3, 1 and 8). Each plan follows the months of the family, and then one meets together,
/// or has months of its own. A meeting is a turn of the plans it is for, so that who met alone leaves the other's turn to be set up. With
/// one plan or none all is as <see cref="MeetingYear"/> has it. Pure.
/// </summary>
public static class PlanYears
{
    /// <summary>The turns of each plan that lives; what is the same for several is one line.</summary>
    /// <param name="common">The months of the family.</param>
    /// <param name="plans">All of them; none where the family has one only.</param>
    public static IReadOnlyList<PlanTurn> Turns(
        MeetingRhythm common,
        IReadOnlyCollection<YearPlan> plans,
        IReadOnlyCollection<YearMeeting> meetings,
        DateOnly from,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(meetings);
        if (plans.Count == 0)
        {
            return MeetingYear.Turns(common, meetings, from, today).Select(t => new PlanTurn(t, common, [])).ToList();
        }
        return plans
            .Where(p => p.Lives)
            .SelectMany(plan =>
                MeetingYear
                    .Turns(plan.Own ?? common, For(meetings, [plan.Id]), plan.From, today)
                    .Select(turn => (Plan: plan, Turn: turn))
            )
            .GroupBy(x => (Apart: x.Plan.Own is null ? Guid.Empty : x.Plan.Id, x.Turn))
            .Select(g => new PlanTurn(g.Key.Turn, g.First().Plan.Own ?? common, g.Select(x => x.Plan.Id).ToList()))
            .OrderBy(t => t.Turn.Middle)
            .ToList();
    }

    /// <summary>For which plans it is more than a year since one met.</summary>
    public static IReadOnlyList<PlansSince> MoreThanAYear(
        IReadOnlyCollection<YearPlan> plans,
        IReadOnlyCollection<YearMeeting> meetings,
        DateOnly from,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(meetings);
        if (plans.Count == 0)
        {
            return MeetingYear.MoreThanAYear(meetings, from, today) is { } since ? [new PlansSince(since, [])] : [];
        }
        return plans
            .Where(p => p.Lives)
            .Select(p => (p.Id, Since: MeetingYear.MoreThanAYear(For(meetings, [p.Id]), p.From, today)))
            .Where(p => p.Since is not null)
            .GroupBy(p => p.Since!)
            .Select(g => new PlansSince(g.Key, g.Select(p => p.Id).ToList()))
            .ToList();
    }

    /// <summary>Those who must know early of a meeting for these plans: who is there for others alone does not hold it up.</summary>
    /// <param name="meant">Empty: all.</param>
    public static IReadOnlyList<Notice> Notices(
        IReadOnlyCollection<YearPlan> plans,
        IReadOnlyCollection<Guid> meant,
        IReadOnlyCollection<Notice> notices
    )
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(meant);
        ArgumentNullException.ThrowIfNull(notices);
        return notices
            .Where(n =>
                meant.Count == 0
                || n.Concerns is not { Count: > 0 } concerns
                || plans.Any(p => meant.Contains(p.Id) && concerns.Any(p.Within.Contains))
            )
            .ToList();
    }

    /// <summary>
    /// The plans that live of those a thing stands in, for <see cref="SuggestionFacts.PlansOf"/>; null when it stands in some and none
    /// lives: nothing is suggested for it. What stands in none is the family's.
    /// </summary>
    public static IReadOnlyList<Guid>? Living(IReadOnlyCollection<YearPlan> plans, IReadOnlyCollection<Guid> standsIn)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentNullException.ThrowIfNull(standsIn);
        var own = plans.Where(p => standsIn.Contains(p.Id)).ToList();
        return own.Count > 0 && !own.Exists(p => p.Lives) ? null : own.Where(p => p.Lives).Select(p => p.Id).ToList();
    }

    private static List<YearMeeting> For(IEnumerable<YearMeeting> meetings, IReadOnlyCollection<Guid> plans) =>
        meetings.Where(m => m.IsFor(plans)).ToList();
}
