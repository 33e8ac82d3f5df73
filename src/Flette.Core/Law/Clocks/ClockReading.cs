namespace Flette.Core.Law.Clocks;

/// <summary>What has happened with a clock. All days are days in Norway.</summary>
/// <param name="From">The day it started, by <see cref="ClockRule.Starts"/>.</param>
/// <param name="Decided">The day of the decision, which the outer limit for late complaints is counted from.</param>
/// <param name="ReasonsAsked">The day one asked for reasons that had not been given (fvl § 24 annet ledd).</param>
/// <param name="ReasonsArrived">The day they came.</param>
public sealed record ClockEvents(
    DateOnly From,
    DateOnly? Decided = null,
    DateOnly? ReasonsAsked = null,
    DateOnly? ReasonsArrived = null
);

/// <summary>Where a clock stands on a day.</summary>
public enum ClockState
{
    /// <summary>There are days left, the last among them.</summary>
    Running,

    /// <summary>The last day is past.</summary>
    Over,

    /// <summary>Stands until reasons that were asked for have come.</summary>
    Interrupted,

    /// <summary>The law names no day: one waits.</summary>
    Waiting,
}

/// <summary>A clock as counted.</summary>
/// <param name="Rule">The wording that was in force when it started.</param>
/// <param name="From">The day it was counted from: that of the reasons where they came later.</param>
/// <param name="At">The day it is read.</param>
/// <param name="State">Where it stands.</param>
/// <param name="LastDay">The last day; null where the law names none, and while it is interrupted.</param>
/// <param name="Before">The last day before it was moved; the same when it was not.</param>
/// <param name="LateUntil">For a complaint: the last day one that comes late can be taken up at all; null when the day of the decision is not known.</param>
/// <param name="MonthsLost">For a claim made on the day it is read: whole months that are no longer paid for, by the main rule.</param>
public sealed record ClockReading(
    ClockRule Rule,
    DateOnly From,
    DateOnly At,
    ClockState State,
    DateOnly? LastDay,
    DateOnly? Before,
    DateOnly? LateUntil = null,
    int MonthsLost = 0
)
{
    /// <summary>Whether the last day was moved.</summary>
    public bool Moved => LastDay != Before;

    /// <summary>What the day it was moved from is: «langfredag»; null when it was not moved.</summary>
    public string? MovedFrom => Moved && Before is { } day ? WorkingDays.WhyNot(day) : null;

    /// <summary>Days since it started: 0 on the day itself.</summary>
    public int Waited => At.DayNumber - From.DayNumber;

    /// <summary>Days left: 0 on the last day, less than 0 after it; null where there is no last day.</summary>
    public int? Left => LastDay is { } last ? last.DayNumber - At.DayNumber : null;
}
