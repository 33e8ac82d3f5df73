using System.Globalization;
using Flette.Core.Meetings;
using Flette.Core.Transitions;
using Flette.Core.Words;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Meetings.Rhythm;

namespace Flette.Web.Features.Transitions;

/// <summary>A transition in the picture.</summary>
/// <param name="Member">Whose.</param>
public sealed record AheadTransition(Guid Member, Transition Transition, string Who)
{
    /// <summary>«Ida fyller 18 år»: the day stands beside it.</summary>
    public string Text => $"{Who} {YearWords.What(Transition)}";
}

/// <summary>A line of the list that says the same as the picture.</summary>
/// <param name="IsMonth">Whether only the month is known: a school year has no day of its own.</param>
public sealed record AheadLine(DateOnly Day, string Text, string? Url = null, bool IsNow = false, bool IsMonth = false);

/// <summary>
/// The time ahead as a picture and as a list: the plan's period, meetings held and planned, and transitions. From what the page has
/// loaded and the asker may see; nothing more is read. Pure.
/// </summary>
public sealed class TimeAhead
{
    /// <summary>Pixels of the picture.</summary>
    public const int Left = 168;

    public const int Right = 1176;
    private const int Behind = 6;
    private const int MonthsAhead = 12;
    private const int Most = 24;
    private const int MostTransitions = 6;
    private const int TransitionsFrom = 132;
    private const int RowHeight = 36;

    private TimeAhead(DateOnly today, DateOnly begins, DateOnly ends)
    {
        (Today, Begins, Ends) = (today, begins, ends);
    }

    public DateOnly Today { get; }

    /// <summary>The first day in the picture, the first of a month.</summary>
    public DateOnly Begins { get; }

    /// <summary>The day after the last one in the picture, the first of a month.</summary>
    public DateOnly Ends { get; }

    /// <summary>The plan's days; null when there is no plan.</summary>
    public (DateOnly From, DateOnly? Until)? Plan { get; private init; }

    /// <summary>Meetings within the picture, the earliest first.</summary>
    public IReadOnlyList<Meeting> Meetings { get; private init; } = [];

    /// <summary>Transitions within the picture, the nearest first.</summary>
    public IReadOnlyList<AheadTransition> Transitions { get; private init; } = [];

    /// <summary>The same in words, by day.</summary>
    public IReadOnlyList<AheadLine> Lines { get; private init; } = [];

    /// <summary>Where the picture ends, downwards.</summary>
    public int Height => TransitionsFrom + (RowHeight * Transitions.Count);

    /// <summary>Where the row of a transition stands.</summary>
    public int Row(int transition) => TransitionsFrom + (RowHeight * transition);

    /// <summary>Months to name: all of them, or every second or third when there are many.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            var all = ((Ends.Year - Begins.Year) * 12) + Ends.Month - Begins.Month;
            var step = all <= 18 ? 1 : 2;
            for (var i = 0; i < all; i += step)
            {
                yield return Begins.AddMonths(i);
            }
        }
    }

    /// <summary>Where a day stands, in pixels; what is outside stands at the edge.</summary>
    public string X(DateOnly day) => N(At(day));

    /// <summary>The same, moved.</summary>
    public string X(DateOnly day, int by) => N(At(day) + by);

    /// <summary>Whether there is room for words after a day.</summary>
    public bool HasRoom(DateOnly day) => At(day) < (Left + Right) / 2;

    /// <summary>«26. nov. og 19. jan.», of the meetings that are planned.</summary>
    public string Planned =>
        Listing.And(
            Meetings.Where(m => m.State == MeetingState.Planned).Select(m => NorwegianDates.Brief(m.Day, Today)).Take(3)
        );

    /// <summary>Puts it together.</summary>
    /// <param name="family">Where the addresses in the list begin.</param>
    /// <param name="plan">Its days and when it is looked at; null when there is none.</param>
    public static TimeAhead Of(
        string family,
        (DateOnly From, DateOnly? Until, DateOnly? Revision)? plan,
        IReadOnlyList<Meeting> meetings,
        IReadOnlyList<MemberTransitions> members,
        DateOnly today
    )
    {
        var last = today.AddMonths(Most);
        var ahead = members
            .SelectMany(m => m.Known.Select(t => new AheadTransition(m.Member.Id, t, m.Member.FirstName)))
            .Where(t => t.Transition.Day > today && t.Transition.Day <= last)
            .OrderBy(t => t.Transition.Day)
            .ToList();
        var asked = meetings
            .Where(m => m.State is MeetingState.Held or MeetingState.Planned)
            .OrderBy(m => m.Day)
            .ToList();
        var begins = First(Later(plan?.From ?? today.AddMonths(-Behind), today.AddMonths(-Behind)));
        var until = new[]
        {
            today.AddMonths(MonthsAhead),
            plan?.Until ?? today,
            ahead.Take(MostTransitions).LastOrDefault()?.Transition.Day ?? today,
            asked.LastOrDefault()?.Day ?? today,
        }.Max();
        var ends = First(until < last ? until : last).AddMonths(1);
        var shown = ahead.Where(t => t.Transition.Day < ends).Take(MostTransitions).ToList();
        var within = asked.Where(m => m.Day >= begins && m.Day < ends).ToList();
        return new TimeAhead(today, begins, ends)
        {
            Plan = plan is { } p ? (p.From, p.Until) : null,
            Meetings = within,
            Transitions = shown,
            Lines = ListOf(family, plan, within, shown, today),
        };
    }

    private static List<AheadLine> ListOf(
        string family,
        (DateOnly From, DateOnly? Until, DateOnly? Revision)? plan,
        IEnumerable<Meeting> meetings,
        IEnumerable<AheadTransition> transitions,
        DateOnly today
    )
    {
        List<AheadLine> lines = [new(today, "I dag", IsNow: true)];
        lines.AddRange(
            meetings
                .Where(m => m.Day >= today && m.State == MeetingState.Planned)
                .Select(m => new AheadLine(m.Day, Minutes.Words.Of(m.Details.Kind), $"{family}/mote/{m.Id}"))
        );
        if (plan?.Revision is { } revision && revision >= today)
        {
            lines.Add(new(revision, "Dere ser på planen"));
        }
        if (plan?.Until is { } until && until >= today)
        {
            lines.Add(new(until, "Planen går ut"));
        }
        lines.AddRange(
            transitions.Select(t => new AheadLine(
                t.Transition.Day,
                t.Text,
                $"{family}/overganger#{Anchor(t.Member, t.Transition)}",
                IsMonth: t.Transition.Rule.Dated is Dated.SchoolYear or Dated.KindergartenPlace
            ))
        );
        return [.. lines.OrderBy(l => l.Day)];
    }

    /// <summary>Where a transition of a member stands on the page of transitions.</summary>
    public static string Anchor(Guid member, Transition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return string.Create(CultureInfo.InvariantCulture, $"o-{transition.Rule.Id}-{member:N}");
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    private double At(DateOnly day)
    {
        var part = (day.DayNumber - Begins.DayNumber) / (double)(Ends.DayNumber - Begins.DayNumber);
        return Left + (Math.Clamp(part, 0, 1) * (Right - Left));
    }

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
