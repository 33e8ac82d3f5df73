using Flette.Core.Agreements;

namespace Flette.Core.FollowUp;

/// <summary>An agreement that nobody has answered about, though all reminders have been.</summary>
/// <param name="Whom">Those it waits for.</param>
/// <param name="Since">Since when: the day it was due, or the last answer after it.</param>
public sealed record Unanswered(IReadOnlyList<Guid> Whom, DateOnly Since)
{
    /// <summary>Who has been silent; null when the pace is not run through for anyone, or somebody has answered. Pure.</summary>
    /// <param name="services">Those a letter can be about: the team, not the family, and not the coordinator.</param>
    /// <param name="written">When each was last written to, or for one who is rung since when she has it; null: never asked.</param>
    public static Unanswered? Of(
        Holding now,
        DateOnly? due,
        IReadOnlyCollection<Guid> services,
        Func<Guid, DateOnly?> written,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(written);
        if (due is not { } day || day >= today)
        {
            return null;
        }
        var silent = now
            .Holders.Concat(now.Asked)
            .Distinct()
            .Where(p => services.Contains(p) && Reminders.Awaits(now, p))
            .Select(p => (Person: p, Heard: Reminders.Heard(now, p, written(p))))
            .Where(p => p.Heard is { } heard && Reminders.SilentFrom(now.Details.Reminds(), day, heard) <= today)
            .ToList();
        return silent.Count == 0
            ? null
            : new Unanswered(
                silent.Select(p => p.Person).ToList(),
                silent.Select(p => now.Details.LastOf(p.Person)?.On is { } on && on > day ? on : day).Max()
            );
    }
}
