using Flette.Core.Access;

namespace Flette.Core.Plans;

/// <summary>The part of life a goal is about.</summary>
public enum LifeArea
{
    Home,
    School,
    Health,
    Respite,
    Leisure,
    Money,
    Housing,
    Work,
    Network,
    Transition,
}

/// <summary>Where a goal stands.</summary>
public enum GoalState
{
    /// <summary>Aktiv.</summary>
    Active,

    /// <summary>Nådd.</summary>
    Reached,

    /// <summary>Parkert.</summary>
    Parked,
}

/// <summary>A goal in the family's own words. Whose it is, its order and where it stands are in the clear.</summary>
public sealed record GoalDetails(string Words, LifeArea Area);

/// <summary>How it is, 0–10, in somebody's own judgement on a day. Each is kept, so the curve is what was said.</summary>
/// <param name="Value">0–10.</param>
/// <param name="By">The member who said it.</param>
public sealed record GoalScoreDetails(int Value, Guid By);

/// <summary>A goal to be written down or changed.</summary>
public sealed record GoalDraft(Guid? About, string Words, LifeArea Area, GoalState State, Sharing Sharing)
{
    /// <summary>Why it may not be written, or null.</summary>
    public PlanRefusal? Check(FamilyFacts family, DateOnly today) =>
        PlanRules.About(family, About, Sharing, today)
        ?? PlanRules.Needed(PlanField.Words, Words, PlanRules.LongestWords);

    /// <summary>What is sealed.</summary>
    public GoalDetails Details => new(Words.Trim(), Area);
}

/// <summary>A 0–10 to be written down.</summary>
public sealed record ScoreDraft(int Value, Guid By, DateOnly Day)
{
    /// <summary>Why it may not be written, or null.</summary>
    public PlanRefusal? Check(FamilyFacts family, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(family);
        return Value is < 0 or > 10 ? new ScoreOutside()
            : family.Member(By) is null ? new NotInFamily()
            : PlanRules.Past(Day, today);
    }
}

/// <summary>
/// The family's own order of goals. Numbers lie far apart, so that moving one goal changes that goal alone: another's history
/// must not tell that something unseen was put before it.
/// </summary>
public static class GoalOrder
{
    private const int Step = 1 << 16;

    /// <summary>
    /// The number of a goal that is to stand at <paramref name="position"/> (1 is first) among others with these numbers,
    /// in rising order; null when there is no room between two of them and all must be numbered anew (<see cref="Spread"/>).
    /// </summary>
    public static int? Place(IReadOnlyList<int> others, int position)
    {
        ArgumentNullException.ThrowIfNull(others);
        var at = Math.Clamp(position - 1, 0, others.Count);
        if (at == others.Count)
        {
            return others.Count == 0 ? Step : others[^1] + Step;
        }
        var (before, after) = (at == 0 ? others[0] - (2 * Step) : others[at - 1], others[at]);
        return after - before < 2 ? null : before + ((after - before) / 2);
    }

    /// <summary>Numbers far apart for so many goals.</summary>
    public static IReadOnlyList<int> Spread(int count) => Enumerable.Range(1, count).Select(n => n * Step).ToList();
}
