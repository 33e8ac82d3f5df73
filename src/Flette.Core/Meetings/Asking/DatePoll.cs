using System.Collections.Immutable;

namespace Flette.Core.Meetings.Asking;

/// <summary>A time that is proposed for a meeting.</summary>
/// <param name="Time">Hours as they are stored (<see cref="Inviting.MeetingHours.Text"/>); null when not said.</param>
public sealed record DateSlot(Guid Id, DateOnly Day, string? Time);

/// <summary>Whether a time suits somebody.</summary>
public enum TimeAnswer
{
    Can,
    IfNeeded,
    Cannot,
}

/// <summary>One who was asked about times.</summary>
/// <param name="Family">Of the family: what is impossible for her is impossible.</param>
/// <param name="Times">Her answers; a time that is not there is not answered.</param>
public sealed record Voter(Guid Person, bool Family, IReadOnlyDictionary<Guid, TimeAnswer> Times);

/// <summary>How it stands with a proposed time.</summary>
/// <param name="Impossible">Somebody in the family cannot.</param>
public sealed record SlotStanding(
    DateSlot Slot,
    bool Impossible,
    IReadOnlyList<Guid> Can,
    IReadOnlyList<Guid> IfNeeded,
    IReadOnlyList<Guid> Cannot,
    IReadOnlyList<Guid> Unsaid
);

/// <summary>A day that is not in the calendar of meetings: it has been, or is more than two years ahead.</summary>
public sealed record SlotOutOfReach : Refusal;

/// <summary>The same time is proposed already.</summary>
public sealed record SlotTwice : Refusal;

/// <summary>More times than anyone reads through.</summary>
public sealed record TooManySlots(int Most) : Refusal;

/// <summary>Somebody in the family cannot at that time, or it is not proposed any more.</summary>
public sealed record SlotImpossible : Refusal;

/// <summary>
/// When to meet. The family's impossible times are limits; within them the dates of whoever can the fewest lead (needs-coordinator
/// N70, N71). Pure.
/// </summary>
public static class DatePoll
{
    /// <summary>Most times that are asked about.</summary>
    public const int Most = 8;

    private const int YearsAhead = 2;

    /// <summary>The times with one more, in order of time.</summary>
    public static Result<ImmutableArray<DateSlot>> Add(IReadOnlyList<DateSlot> slots, DateSlot slot, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(slot);
        return slot.Day < today || slot.Day > today.AddYears(YearsAhead) ? new SlotOutOfReach()
            : slots.Any(s => s.Day == slot.Day && s.Time == slot.Time) ? new SlotTwice()
            : slots.Count >= Most ? new TooManySlots(Most)
            : ImmutableArray.CreateRange(InOrder(slots.Append(slot)));
    }

    /// <summary>The times that are asked about, those that have not been and that the family can.</summary>
    public static IReadOnlyList<DateSlot> ToAsk(
        IReadOnlyList<DateSlot> slots,
        IReadOnlyCollection<Voter> voters,
        DateOnly today
    ) => [.. InOrder(Standings(slots, voters).Where(s => !s.Impossible && s.Slot.Day >= today).Select(s => s.Slot))];

    /// <summary>How it stands with each time, the best first; those that are impossible for the family last.</summary>
    public static IReadOnlyList<SlotStanding> Standings(
        IReadOnlyList<DateSlot> slots,
        IReadOnlyCollection<Voter> voters
    )
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(voters);
        // Whoever can the fewest times decides first. Who can none of them decides nothing.
        var scarcest = voters
            .Where(v => v.Times.Count > 0)
            .Select(v => (Voter: v, Possible: slots.Count(s => Worth(v, s) > 0)))
            .Where(v => v.Possible > 0)
            .OrderBy(v => v.Possible)
            .Select(v => v.Voter)
            .ToList();
        var standings = slots.Select(s => Standing(s, voters)).ToList();
        standings.Sort(
            (a, b) =>
            {
                var byLimit = a.Impossible.CompareTo(b.Impossible);
                if (byLimit != 0)
                {
                    return byLimit;
                }
                foreach (var voter in scarcest)
                {
                    var byVoter = Worth(voter, b.Slot).CompareTo(Worth(voter, a.Slot));
                    if (byVoter != 0)
                    {
                        return byVoter;
                    }
                }
                var byDay = a.Slot.Day.CompareTo(b.Slot.Day);
                return byDay != 0 ? byDay : string.CompareOrdinal(a.Slot.Time, b.Slot.Time);
            }
        );
        return standings;
    }

    private static IOrderedEnumerable<DateSlot> InOrder(IEnumerable<DateSlot> slots) =>
        slots.OrderBy(s => s.Day).ThenBy(s => s.Time, StringComparer.Ordinal);

    private static SlotStanding Standing(DateSlot slot, IReadOnlyCollection<Voter> voters)
    {
        List<Guid> Who(TimeAnswer? answer) =>
            voters.Where(v => Answer(v, slot) == answer).Select(v => v.Person).ToList();
        return new SlotStanding(
            slot,
            voters.Any(v => v.Family && Answer(v, slot) == TimeAnswer.Cannot),
            Who(TimeAnswer.Can),
            Who(TimeAnswer.IfNeeded),
            Who(TimeAnswer.Cannot),
            Who(null)
        );
    }

    private static TimeAnswer? Answer(Voter voter, DateSlot slot) =>
        voter.Times.TryGetValue(slot.Id, out var answer) ? answer : null;

    private static int Worth(Voter voter, DateSlot slot) =>
        Answer(voter, slot) switch
        {
            TimeAnswer.Can => 2,
            TimeAnswer.IfNeeded => 1,
            _ => 0,
        };
}
