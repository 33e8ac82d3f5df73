using Flette.Core.Agreements;
using Flette.Core.Law;

namespace Flette.Core.FollowUp;

/// <summary>How closely an agreement is followed, chosen for each.</summary>
public enum ReminderPace
{
    /// <summary>Nobody is reminded.</summary>
    None,

    /// <summary>Once before and twice after.</summary>
    Usual,

    /// <summary>Twice before and three times after.</summary>
    Close,
}

/// <summary>On which side of the day it is due a reminder falls.</summary>
public enum ReminderWhen
{
    Before,
    After,
}

/// <summary>A reminder as it is planned. Its day is a working day.</summary>
/// <param name="Number">1 is the first on its side.</param>
public sealed record Reminder(DateOnly Day, ReminderWhen When, int Number);

/// <summary>
/// When somebody who has an agreement is reminded of it (issue 3, 6). All days are working days
/// (<see cref="WorkingDays"/>). Pure.
/// </summary>
public static class Reminders
{
    /// <summary>How many days late a reminder still goes, when nothing could be sent on its day.</summary>
    public const int Late = 3;

    /// <summary>Working days from the last reminder to when an agreement is silent.</summary>
    public const int Patience = 1;

    /// <summary>The working days before and after the day it is due. Before: farthest first. After: nearest first.</summary>
    public static (IReadOnlyList<int> Before, IReadOnlyList<int> After) Days(ReminderPace pace) =>
        pace switch
        {
            ReminderPace.None => ([], []),
            ReminderPace.Usual => ([3], [3, 10]),
            ReminderPace.Close => ([5, 1], [1, 4, 8]),
            _ => throw new ArgumentOutOfRangeException(nameof(pace)),
        };

    /// <summary>
    /// The reminders of one who was last heard of, or written to, on a day. None before the day it is due that she was written to
    /// within; those after it begin from when she was heard of, if that was later: «i gang» gives her the pace anew.
    /// </summary>
    /// <param name="heard">The later of when the link was sent and when she last answered.</param>
    public static IReadOnlyList<Reminder> Plan(ReminderPace pace, DateOnly due, DateOnly heard)
    {
        var (before, after) = Days(pace);
        var from = heard > due ? heard : due;
        return
        [
            .. before
                .Select((days, i) => new Reminder(WorkingDays.Add(due, -days), ReminderWhen.Before, i + 1))
                .Where(r => r.Day > heard),
            .. after.Select((days, i) => new Reminder(WorkingDays.Add(from, days), ReminderWhen.After, i + 1)),
        ];
    }

    /// <summary>
    /// From when an agreement is silent: the pace is run through and nobody has answered. Where nobody is reminded, as late as at
    /// the usual pace.
    /// </summary>
    public static DateOnly SilentFrom(ReminderPace pace, DateOnly due, DateOnly heard)
    {
        var last = Plan(pace == ReminderPace.None ? ReminderPace.Usual : pace, due, heard)[^1].Day;
        return WorkingDays.Add(last, Patience);
    }

    /// <summary>
    /// Whether an answer of hers is waited for: she has it or is asked to take it, and has not said that it is done, that she
    /// cannot, that she needs help, or that another day would do; then it is the coordinator's turn.
    /// </summary>
    public static bool Awaits(Holding now, Guid person)
    {
        ArgumentNullException.ThrowIfNull(now);
        return AgreementRules.IsLive(now.State)
            && (now.Holders.Contains(person) || Answering.Awaited(now.Asked, now.Details).Contains(person))
            && now.Details.LastOf(person)
                is null
                    or { Kind: AnswerKind.Accept or AnswerKind.InProgress, OtherDay: null }
                    or { Kind: AnswerKind.Accept or AnswerKind.InProgress, Read: true };
    }

    /// <summary>The day she was last heard of, or written to; null when neither has been.</summary>
    /// <param name="written">When a link was last sent to her, reminders apart; or, for one who is rung, since when she has it.</param>
    public static DateOnly? Heard(Holding now, Guid person, DateOnly? written)
    {
        ArgumentNullException.ThrowIfNull(now);
        var answered = now.Details.LastOf(person)?.On;
        return written is null || answered > written ? answered ?? written : written;
    }

    /// <summary>The reminder that is to go today: the latest whose day has come, if that was not long ago.</summary>
    public static Reminder? Today(IReadOnlyList<Reminder> plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.LastOrDefault(r => r.Day <= today) is { } latest && today.DayNumber - latest.Day.DayNumber <= Late
            ? latest
            : null;
    }

    /// <summary>What of the plan is still to come.</summary>
    public static IReadOnlyList<Reminder> Left(IReadOnlyList<Reminder> plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Where(r => r.Day > today).ToList();
    }
}
