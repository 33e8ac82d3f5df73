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

    /// <summary>
    /// Whether a member knows by first name who another is, where something she may see names him: they live in the same home, or
    /// he has a legal position for her. It opens nothing that is about him. Parents who live apart are not told of each other here.
    /// </summary>
    public static bool KnowsByName(FamilyFacts family, Guid reader, Guid other, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(family);
        return reader == other
            || (
                family.Member(reader) is { } one
                && family.Member(other) is { } two
                && one.Households.Intersect(two.Households).Any()
            )
            || family.Guardianships.Any(g => g.Child == reader && g.Holder == other && g.Period.Covers(today));
    }
}
