namespace Flette.Core.Law.Clocks;

/// <summary>Why a clock is not counted.</summary>
public abstract record ClockRefusal : Refusal;

/// <summary>There is no clock with this id.</summary>
/// <param name="Known">Those there are.</param>
public sealed record UnknownClock(string Asked, IReadOnlyList<string> Known) : ClockRefusal;

/// <summary>No wording of the rule that is known was in force on the day it started.</summary>
/// <param name="Since">The first day one is vouched for; null when none is in force.</param>
/// <param name="Until">The last day one is, when that is past.</param>
public sealed record ClockNotInForce(string Id, DateOnly On, DateOnly? Since, DateOnly? Until) : ClockRefusal;

/// <summary>A day that cannot be meant (<see cref="Days"/>).</summary>
public sealed record ClockDayNotMeant(DateOnly Day) : ClockRefusal;

/// <summary>What is asked about is before the clock started.</summary>
public sealed record ClockNotStarted(DateOnly From, DateOnly At) : ClockRefusal;

/// <summary>Reasons were asked for, and this clock does not start anew for that.</summary>
public sealed record ClockDoesNotRestart(string Id, LegalBasis Basis) : ClockRefusal;

/// <summary>Reasons were asked for after the time to complain had run out (fvl § 24 annet ledd), or before it began.</summary>
public sealed record ReasonsAskedOutside(DateOnly Asked, DateOnly From, DateOnly LastDay) : ClockRefusal;

/// <summary>Reasons are said to have come before they were asked for, or nobody is said to have asked.</summary>
public sealed record ReasonsBeforeAsked : ClockRefusal;

/// <summary>A decision is said to have been made after word of it came.</summary>
public sealed record DecidedAfterArrival(DateOnly Decided, DateOnly From) : ClockRefusal;
