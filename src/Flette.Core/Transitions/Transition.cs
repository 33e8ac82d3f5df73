using System.Collections.Immutable;

namespace Flette.Core.Transitions;

/// <summary>Where a transition stands on a day.</summary>
public enum TransitionState
{
    /// <summary>Its day is behind.</summary>
    Passed,

    /// <summary>It is time to work on it.</summary>
    Now,

    /// <summary>It is too early.</summary>
    Later,
}

/// <summary>A step with its day.</summary>
/// <param name="By">When it is to be done; never before the transition opens.</param>
public sealed record DatedStep(TransitionStep Step, DateOnly By);

/// <summary>A transition of someone.</summary>
/// <param name="Day">The day; for a school the middle of the month its year begins or ends in.</param>
/// <param name="Opens">From when it is time to begin.</param>
/// <param name="IsExpected">Whether the day rests on an expected birth.</param>
/// <param name="Registered">Which registered event gave the day; null when it follows from the years.</param>
public sealed record Transition(
    TransitionRule Rule,
    DateOnly Day,
    DateOnly Opens,
    TransitionState State,
    bool IsExpected,
    ImmutableArray<DatedStep> Steps,
    Guid? Registered = null
)
{
    public TransitionKind Kind => Rule.Kind;

    /// <summary>Days after it opened that it is news.</summary>
    public const int NewFor = 30;

    /// <summary>Days ahead that its day is near.</summary>
    public const int NearFrom = 60;

    /// <summary>Whether it has just become time to begin, or the day is near: what the coordinator's day tells.</summary>
    public bool IsNews(DateOnly today) =>
        State == TransitionState.Now
        && (today.DayNumber - Opens.DayNumber <= NewFor || Day.DayNumber - today.DayNumber <= NearFrom);

    /// <summary>Whether it is to be worked on, and lies ahead.</summary>
    public bool IsOpen(DateOnly today) => State == TransitionState.Now && Day > today;

    /// <summary>Steps that are after the day or on it, and not behind <paramref name="today"/>: the old contact is kept for a time.</summary>
    public IEnumerable<DatedStep> After(DateOnly today) => Steps.Where(s => s.By >= Day && s.By >= today);
}

/// <summary>A transition somebody registered, since no age gives its day.</summary>
public sealed record RegisteredTransition(Guid Id, TransitionKind Kind, DateOnly Day);

/// <summary>What the transitions of someone follow from.</summary>
/// <param name="Born">Day of birth; null when it is not born, or not written.</param>
/// <param name="Due">Expected birth, when there is no day of birth.</param>
/// <param name="SchoolStartYear">The year school began or will begin, when it is another than the year of six (opplæringslova § 2-4).</param>
public sealed record TransitionFacts(
    DateOnly? Born,
    DateOnly? Due = null,
    int? SchoolStartYear = null,
    ImmutableArray<RegisteredTransition> Events = default
);
