using Flette.Core.Families;

namespace Flette.Core.Access;

/// <summary>What someone is to a family, on a day.</summary>
public static class Relation
{
    /// <summary>
    /// Whether this member of staff coordinates the family today, or is the deputy while the unit has activated it.
    /// A deputy who is only named reads nothing.
    /// </summary>
    public static bool HoldsFamily(Asker asker, FamilyFacts family, DateOnly today) =>
        asker.Kind == AskerKind.Staff
        && asker.Roles.Contains(StaffRole.Coordinator)
        && family.Appointments.Any(a =>
            a.Period.Covers(today)
            && (a.Coordinator == asker.Id || (a.Deputy == asker.Id && a.DeputyActive?.Covers(today) == true))
        );

    /// <summary>Whether both are adults who live in the same household.</summary>
    public static bool AdultsAtHome(FamilyFacts family, Guid one, Guid other, DateOnly today) =>
        family.Member(one) is { } a
        && family.Member(other) is { } b
        && a.IsAdult(today)
        && b.IsAdult(today)
        && a.Households.Intersect(b.Households).Any();
}
