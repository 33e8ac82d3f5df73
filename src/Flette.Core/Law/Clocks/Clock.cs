namespace Flette.Core.Law.Clocks;

/// <summary>Counts the clocks of the law, on the family's side. Pure: the rules are data, and days come in.</summary>
public static class Clock
{
    /// <summary>Reads a clock.</summary>
    /// <param name="id">«klage-pbrl».</param>
    /// <param name="events">What has happened.</param>
    /// <param name="at">The day it is read.</param>
    /// <param name="own">What the municipality has decided for its own decisions; empty where it has not.</param>
    /// <returns>The reading, or a <see cref="ClockRefusal"/>.</returns>
    public static Result<ClockReading> Read(string id, ClockEvents events, DateOnly at, OwnClocks? own = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        var found = ClockRules.On(id, events.From);
        return found.Refusal ?? Read(found.Value, events, at, own);
    }

    /// <summary>Reads a clock by one wording of its rule, also one that is enacted and not in force.</summary>
    public static Result<ClockReading> Read(ClockRule rule, ClockEvents events, DateOnly at, OwnClocks? own = null)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(events);
        if (Check(rule, events, at) is { } refusal)
        {
            return refusal;
        }
        if ((own?.For(rule) ?? rule.Length) is not { } length)
        {
            return new ClockReading(rule, events.From, at, ClockState.Waiting, null, null);
        }
        if (rule.Kind == ClockKind.Claim)
        {
            return Claim(rule, length, events.From, at);
        }
        if (events.ReasonsAsked is not { } asked)
        {
            return Running(rule, length, events.From, events, at);
        }
        var (_, first) = Last(rule, length, events.From);
        return asked < events.From || asked > first ? new ReasonsAskedOutside(asked, events.From, first)
            : events.ReasonsArrived is { } arrived ? Running(rule, length, arrived, events, at)
            : new ClockReading(rule, events.From, at, ClockState.Interrupted, null, null, LateUntil(rule, events));
    }

    private static ClockRefusal? Check(ClockRule rule, ClockEvents events, DateOnly at)
    {
        DateOnly?[] days = [events.From, events.Decided, events.ReasonsAsked, events.ReasonsArrived, at];
        return days.FirstOrDefault(d => d is { } day && !Days.CanBeMeant(day)) is { } odd ? new ClockDayNotMeant(odd)
            : (events.ReasonsAsked ?? events.ReasonsArrived) is not null && rule.Restarts is null
                ? new ClockDoesNotRestart(rule.Id, rule.Basis)
            : events.ReasonsArrived is { } arrived && !(events.ReasonsAsked <= arrived) ? new ReasonsBeforeAsked()
            : events.Decided > events.From ? new DecidedAfterArrival(events.Decided.Value, events.From)
            : rule.Kind == ClockKind.Waiting && at < events.From ? new ClockNotStarted(events.From, at)
            : null;
    }

    private static ClockReading Running(ClockRule rule, Span length, DateOnly start, ClockEvents events, DateOnly at)
    {
        var (before, last) = Last(rule, length, start);
        return new ClockReading(
            rule,
            start,
            at,
            at > last ? ClockState.Over : ClockState.Running,
            last,
            before,
            LateUntil(rule, events)
        );
    }

    private static (DateOnly Before, DateOnly Last) Last(ClockRule rule, Span length, DateOnly start)
    {
        var before = Counting.Months(Counting.Weeks(start, length.Weeks), length.Months);
        return (before, rule.Moves is null ? before : Counting.Moved(before));
    }

    // «Mer enn ett år siden vedtaket ble truffet»: the same day a year later is not more (fvl § 31 tredje ledd).
    private static DateOnly? LateUntil(ClockRule rule, ClockEvents events) =>
        rule.Late is null ? null : events.Decided?.AddYears(1);

    // Whole months are paid for, so it is the month that counts, save where nothing is paid for the time before.
    private static ClockReading Claim(ClockRule rule, Span length, DateOnly start, DateOnly at)
    {
        var last =
            rule.MonthsBack == 0
                ? Counting.Months(start, length.Months)
                : new DateOnly(start.Year, start.Month, 1).AddMonths(rule.MonthsBack + 1).AddDays(-1);
        var waited = ((at.Year - start.Year) * 12) + at.Month - start.Month;
        return new ClockReading(
            rule,
            start,
            at,
            at > last ? ClockState.Over : ClockState.Running,
            last,
            last,
            MonthsLost: rule.MonthsBack == 0 ? 0 : Math.Max(0, waited - rule.MonthsBack)
        );
    }
}
