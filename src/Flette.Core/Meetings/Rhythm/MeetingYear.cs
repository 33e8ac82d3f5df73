using Flette.Core.Law;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Meetings.Rhythm;

/// <summary>A meeting as far as the year needs to know it.</summary>
/// <param name="Plans">The plans it is for; null: all there are.</param>
public sealed record YearMeeting(
    Guid Id,
    DateOnly Day,
    MeetingState State,
    MinutesKind Kind,
    IReadOnlyCollection<Guid>? Plans = null
)
{
    /// <summary>Whether the family meets in it: a fagmøte is without the family, and one that is not held is none.</summary>
    public bool Counts => State != MeetingState.Cancelled && Kind != MinutesKind.Fag;

    /// <summary>Whether it is for one of these plans; for all where none is named.</summary>
    public bool IsFor(IReadOnlyCollection<Guid> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return Plans is null || plans.Count == 0 || Plans.Any(plans.Contains);
    }
}

/// <summary>What has become of a meeting that stands in the year.</summary>
public enum TurnState
{
    /// <summary>It stands there, and nobody has set it up.</summary>
    NotYet,

    /// <summary>It has a day.</summary>
    Planned,

    /// <summary>It has been.</summary>
    Held,

    /// <summary>Its time went by without it.</summary>
    NotHeld,
}

/// <summary>A meeting that stands in the year by itself.</summary>
/// <param name="Middle">The middle of its month.</param>
/// <param name="Last">The last day on which a meeting is still this one.</param>
/// <param name="Meeting">The meeting it became; null while it is none.</param>
public sealed record Turn(DateOnly Middle, DateOnly Last, TurnState State, YearMeeting? Meeting);

/// <summary>How early somebody must know of a meeting.</summary>
/// <param name="Weeks">As she has said it.</param>
/// <param name="Concerns">The members she is there for; nobody: for all.</param>
public sealed record Notice(Guid Person, int Weeks, IReadOnlyCollection<Guid>? Concerns = null);

/// <summary>A turn nobody has set up, with when it must be done.</summary>
/// <param name="Propose">A day it can be on: a working day, and in time for all.</param>
/// <param name="By">The last day on which the one who needs the longest can be told in time for the middle of the month.</param>
/// <param name="Longest">Those who need the longest; empty when nobody has said anything.</param>
/// <param name="Weeks">How long that is.</param>
/// <param name="Now">Whether it is time.</param>
public sealed record SetUp(Turn Turn, DateOnly Propose, DateOnly By, IReadOnlyList<Guid> Longest, int Weeks, bool Now);

/// <summary>How long it is since a family met.</summary>
/// <param name="Last">The day it last did; null when it never has.</param>
/// <param name="Next">The day it is to meet; null when there is none.</param>
public sealed record LongSinceMet(DateOnly? Last, DateOnly? Next);

/// <summary>
/// The year of a family as it stands by itself: each turn of the rhythm, and what has become of it (needs-coordinator N54-N57, N70-N71).
/// Worked out from the rhythm, the meetings and the day; never stored, so that it depends on nobody remembering. Pure.
/// </summary>
public static class MeetingYear
{
    /// <summary>Days from the middle of its month within which a meeting is the one that stands there.</summary>
    public const int Reach = 60;

    /// <summary>Weeks before a meeting people are told when nobody has said that she needs longer.</summary>
    public const int UsualWeeks = 4;

    /// <summary>Weeks the coordinator has for finding a day before people must be told.</summary>
    public const int HeadStart = 4;

    /// <summary>The turns of this year, and those that come within twelve months.</summary>
    /// <param name="from">Since when the family has been followed up: what was before is nobody's to have held.</param>
    public static IReadOnlyList<Turn> Turns(
        MeetingRhythm rhythm,
        IReadOnlyCollection<YearMeeting> meetings,
        DateOnly from,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        ArgumentNullException.ThrowIfNull(meetings);
        var middles = Enumerable
            .Range(today.Year - 1, 4)
            .SelectMany(year => rhythm.Months.Order().Select(month => new DateOnly(year, month, 15)))
            .ToList();
        var counted = meetings.Where(m => m.Counts).ToList();
        var turns = new List<Turn>();
        for (var i = 0; i < middles.Count; i++)
        {
            var middle = middles[i];
            var first =
                i == 0 ? middle.AddDays(-Reach) : Later(middle.AddDays(-Reach), Between(middles[i - 1], middle));
            var last =
                i == middles.Count - 1
                    ? middle.AddDays(Reach)
                    : Sooner(middle.AddDays(Reach), Between(middle, middles[i + 1]).AddDays(-1));
            if (
                last < from
                || middle.Year < today.Year
                || new DateOnly(middle.Year, middle.Month, 1) > today.AddYears(1)
            )
            {
                continue;
            }
            var its = counted
                .Where(m => m.Day >= first && m.Day <= last)
                .OrderBy(m => m.State == MeetingState.Held ? 0 : 1)
                .ThenBy(m => Math.Abs(m.Day.DayNumber - middle.DayNumber))
                .ThenBy(m => m.Id)
                .FirstOrDefault();
            turns.Add(
                new Turn(
                    middle,
                    last,
                    its is { State: MeetingState.Held } ? TurnState.Held
                        : its is not null ? TurnState.Planned
                        : last < today ? TurnState.NotHeld
                        : TurnState.NotYet,
                    its
                )
            );
        }
        return turns;
    }

    /// <summary>Meetings of the same time that are none of the turns, in order of their days; those among services only too.</summary>
    public static IReadOnlyList<YearMeeting> Besides(
        IReadOnlyCollection<Turn> turns,
        IReadOnlyCollection<YearMeeting> meetings,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(turns);
        ArgumentNullException.ThrowIfNull(meetings);
        var taken = turns.Select(t => t.Meeting?.Id).ToHashSet();
        return meetings
            .Where(m => m.State != MeetingState.Cancelled && m.Day.Year >= today.Year && !taken.Contains(m.Id))
            .OrderBy(m => m.Day)
            .ThenBy(m => m.Id)
            .ToList();
    }

    /// <summary>The next time one is to meet: what is set up, or stands there; null when there is none.</summary>
    public static Turn? Next(IReadOnlyCollection<Turn> turns, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turns);
        return turns
            .Where(t => t.State == TurnState.NotYet || (t.State == TurnState.Planned && t.Meeting!.Day >= today))
            .MinBy(t => t.Meeting?.Day ?? t.Middle);
    }

    /// <summary>When and for which day a turn is to be set up; null when it has been, or its time is over.</summary>
    public static SetUp? ToSetUp(Turn turn, IReadOnlyCollection<Notice> notices, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(turn);
        if (turn.State != TurnState.NotYet)
        {
            return null;
        }
        var weeks = LongestOf(notices);
        return new SetUp(
            turn,
            Propose(turn.Middle, weeks, today),
            turn.Middle.AddDays(-7 * Math.Max(weeks, UsualWeeks)),
            weeks == 0 ? [] : notices.Where(n => n.Weeks == weeks).Select(n => n.Person).ToList(),
            weeks,
            today >= turn.Middle.AddDays(-7 * (Math.Max(weeks, UsualWeeks) + HeadStart))
        );
    }

    /// <summary>The longest anybody needs, in weeks; 0 when nobody has said anything.</summary>
    public static int LongestOf(IReadOnlyCollection<Notice> notices)
    {
        ArgumentNullException.ThrowIfNull(notices);
        return notices.Select(n => n.Weeks).DefaultIfEmpty(0).Max();
    }

    /// <summary>A working day, not before <paramref name="wanted"/>, in time for the one who needs the longest.</summary>
    /// <param name="weeks">How long that is.</param>
    public static DateOnly Propose(DateOnly wanted, int weeks, DateOnly today)
    {
        var day = Later(wanted, today.AddDays(7 * Math.Max(weeks, 2)));
        return WorkingDays.Is(day) ? day : WorkingDays.Add(day, 1);
    }

    /// <summary>Whether it is more than a year since the family met, or was first followed up (N55); null when it is not.</summary>
    public static LongSinceMet? MoreThanAYear(IReadOnlyCollection<YearMeeting> meetings, DateOnly from, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(meetings);
        var counted = meetings.Where(m => m.Counts).ToList();
        var last = counted
            .Where(m => m.State == MeetingState.Held && m.Day <= today)
            .Select(m => (DateOnly?)m.Day)
            .Max();
        return (last ?? from).AddYears(1) < today
            ? new LongSinceMet(
                last,
                counted
                    .Where(m => m.State == MeetingState.Planned && m.Day >= today)
                    .Select(m => (DateOnly?)m.Day)
                    .Min()
            )
            : null;
    }

    private static DateOnly Between(DateOnly a, DateOnly b) => a.AddDays((b.DayNumber - a.DayNumber) / 2);

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Sooner(DateOnly a, DateOnly b) => a < b ? a : b;
}
