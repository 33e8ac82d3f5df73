using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Coordination;

/// <summary>A time coordinator and family may have spoken, or tried to.</summary>
/// <param name="Day">The day.</param>
/// <param name="Spoke">Whether it counts as having spoken: <see cref="Quiet"/> says.</param>
/// <param name="Words">What it was, in a few words: «Samtale med Rune».</param>
public sealed record Occasion(DateOnly Day, bool Spoke, string Words = "");

/// <summary>How long it is since coordinator and family spoke.</summary>
/// <param name="Last">When they last spoke; null when they have not.</param>
/// <param name="Tried">A later attempt that came to nothing.</param>
/// <param name="Days">Days since they spoke, or since the coordinator was appointed when they have not.</param>
public sealed record Silence(Occasion? Last, Occasion? Tried, int Days)
{
    /// <summary>Whether the family stands under «Lenge siden vi snakket».</summary>
    public bool IsLong => Days >= Quiet.LongAfter;
}

/// <summary>The quiet before the loud: who has not been heard from. Pure. Surfaces families, ranks nobody.</summary>
public static class Quiet
{
    /// <summary>Days without a word after which a family is surfaced.</summary>
    public const int LongAfter = 60;

    /// <summary>
    /// Whether a line of the call log counts as having spoken with the family. A call nobody answered does not,
    /// and a call with a service about the family does not either: the family has not been heard.
    /// </summary>
    /// <param name="withTeam">The one spoken with is a participant of the team.</param>
    public static bool Counts(ContactDirection direction, bool withTeam) =>
        direction != ContactDirection.Unanswered && !withTeam;

    /// <summary>Whether a meeting counts: it was held, and not among services only.</summary>
    public static bool Counts(MeetingState state, MinutesKind kind) =>
        state == MeetingState.Held && kind != MinutesKind.Fag;

    /// <summary>How long it has been quiet. What lies ahead has not happened and is left out.</summary>
    /// <param name="appointed">First day of the appointment: a family that is new is not quiet.</param>
    public static Silence Since(IEnumerable<Occasion> occasions, DateOnly appointed, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(occasions);
        var past = occasions.Where(o => o.Day <= today).OrderByDescending(o => o.Day).ToList();
        var last = past.Find(o => o.Spoke);
        var tried = past.Find(o => !o.Spoke && (last is null || o.Day > last.Day));
        var from = last?.Day ?? appointed;
        return new Silence(last, tried, Math.Max(0, today.DayNumber - from.DayNumber));
    }

    /// <summary>The quietest first; those alike stay in the order they come in.</summary>
    public static IReadOnlyList<T> First<T>(IEnumerable<T> families, Func<T, Silence> silence) =>
        families.OrderByDescending(f => silence(f).Days).ToList();
}
