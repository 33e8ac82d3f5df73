namespace Flette.Core.Coordination;

/// <summary>An appointment as the unit wants it.</summary>
/// <param name="Coordinator">Staff who shall coordinate.</param>
/// <param name="Kind">Koordinator, barnekoordinator or familiekoordinator.</param>
/// <param name="Period">From and until.</param>
/// <param name="Ground">Why, in words: the section of law, or how the need came to be known.</param>
/// <param name="Delegation">Whether a delegeringsvedtak goes with it.</param>
/// <param name="Deputy">Who is named to stand in, or null. Named only: reads nothing before being activated.</param>
public sealed record AppointmentDraft(
    Guid Coordinator,
    CoordinatorKind Kind,
    Period Period,
    string Ground,
    bool Delegation,
    Guid? Deputy
);

/// <summary>Why an appointment is not made.</summary>
public abstract record AppointingRefusal : Refusal;

/// <summary>It ends before it begins.</summary>
public sealed record EndsBeforeItBegins : AppointingRefusal;

/// <summary>No ground was given.</summary>
public sealed record GroundMissing : AppointingRefusal;

/// <summary>The ground is longer than <see cref="Appointing.LongestGround"/>.</summary>
public sealed record GroundTooLong : AppointingRefusal;

/// <summary>The one named does not work as a coordinator here.</summary>
public sealed record NotACoordinator(bool Deputy) : AppointingRefusal;

/// <summary>Coordinator and deputy are the same person.</summary>
public sealed record OwnDeputy : AppointingRefusal;

/// <summary>The family has a coordinator of this kind in that time. End the earlier appointment first.</summary>
public sealed record AlreadyAppointed(DateOnly From) : AppointingRefusal;

/// <summary>Nobody is named as deputy, so there is nobody to open the family to.</summary>
public sealed record NoDeputyNamed : AppointingRefusal;

/// <summary>The deputy's time lies outside the appointment's.</summary>
public sealed record OutsideAppointment : AppointingRefusal;

/// <summary>The rules for appointing (hol §§ 7-2, 7-2 a and 7-3: the unit appoints). Pure.</summary>
public static class Appointing
{
    public const int LongestGround = 500;

    /// <summary>Checks a new appointment against those there are.</summary>
    /// <param name="coordinators">Staff who may coordinate.</param>
    /// <param name="existing">The family's appointments of any time.</param>
    public static AppointingRefusal? Check(
        AppointmentDraft draft,
        IReadOnlySet<Guid> coordinators,
        IEnumerable<AppointmentFacts> existing
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(coordinators);
        ArgumentNullException.ThrowIfNull(existing);
        if (draft.Period.Until < draft.Period.From)
        {
            return new EndsBeforeItBegins();
        }
        if (string.IsNullOrWhiteSpace(draft.Ground))
        {
            return new GroundMissing();
        }
        if (draft.Ground.Length > LongestGround)
        {
            return new GroundTooLong();
        }
        if (!coordinators.Contains(draft.Coordinator))
        {
            return new NotACoordinator(Deputy: false);
        }
        if (draft.Deputy is { } deputy)
        {
            if (deputy == draft.Coordinator)
            {
                return new OwnDeputy();
            }
            if (!coordinators.Contains(deputy))
            {
                return new NotACoordinator(Deputy: true);
            }
        }
        return existing.FirstOrDefault(a => a.Period.Overlaps(draft.Period)) is { } earlier
            ? new AlreadyAppointed(earlier.Period.From)
            : null;
    }

    /// <summary>Checks another last day of an appointment against the family's others.</summary>
    /// <param name="existing">The family's appointments of any time, this one too.</param>
    public static AppointingRefusal? CheckEnd(
        AppointmentFacts appointment,
        DateOnly last,
        IEnumerable<AppointmentFacts> existing
    )
    {
        ArgumentNullException.ThrowIfNull(appointment);
        ArgumentNullException.ThrowIfNull(existing);
        if (last < appointment.Period.From)
        {
            return new EndsBeforeItBegins();
        }
        var period = appointment.Period with { Until = last };
        return existing.FirstOrDefault(a => a.Id != appointment.Id && a.Period.Overlaps(period)) is { } other
            ? new AlreadyAppointed(other.Period.From)
            : null;
    }

    /// <summary>Checks the time the unit opens a family to its deputy.</summary>
    public static AppointingRefusal? CheckDeputy(AppointmentFacts appointment, Period active)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        ArgumentNullException.ThrowIfNull(active);
        if (appointment.Deputy is null)
        {
            return new NoDeputyNamed();
        }
        if (active.Until < active.From)
        {
            return new EndsBeforeItBegins();
        }
        return appointment.Period.Contains(active) ? null : new OutsideAppointment();
    }
}
