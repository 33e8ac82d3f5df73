namespace Flette.Core.Coordination;

/// <summary>Which kind of coordinator the family has.</summary>
public enum CoordinatorKind
{
    /// <summary>Koordinator (hol § 7-2).</summary>
    Coordinator,

    /// <summary>Barnekoordinator (hol § 7-2 a).</summary>
    ChildrensCoordinator,

    /// <summary>Familiekoordinator (Nye mønstre).</summary>
    FamilyCoordinator,
}

/// <summary>What decisions need to know of an appointment.</summary>
/// <param name="Id">The appointment.</param>
/// <param name="Coordinator">Staff who coordinates.</param>
/// <param name="Period">When the appointment holds.</param>
/// <param name="Deputy">Staff named as deputy, or null.</param>
/// <param name="DeputyActive">When the unit has opened the family to the deputy; null while only named.</param>
public sealed record AppointmentFacts(Guid Id, Guid Coordinator, Period Period, Guid? Deputy, Period? DeputyActive);
