using Flette.Core.Families;

namespace Flette.Core.Access;

/// <summary>
/// Legal position and age in one function (trust.md, Legal positions; Ages and positions).
/// Under 16 guardians see; from 16 the youth decides, so nothing is seen until her own yes to sharing.
/// </summary>
public static class Positions
{
    /// <summary>From this age one decides on own health and its sharing (pbrl § 4-3 first paragraph letter b).</summary>
    public const int DecidesAlone = 16;

    /// <summary>Whether <paramref name="reader"/> may see a Plan item about <paramref name="about"/>, another member.</summary>
    /// <param name="sharedAtHome">The item is an adult's, or her unborn child's, and marked as shared with the adults at home.</param>
    public static bool MaySeeAbout(FamilyFacts family, Guid reader, Guid about, bool sharedAtHome, DateOnly today)
    {
        if (family.Member(about) is not { } person)
        {
            return false;
        }
        if (reader == about)
        {
            return true;
        }
        // Until birth what is said of the child is said of the woman who carries it.
        if (person.Born is null || person.Born > today)
        {
            return person.CarriedBy == reader
                || (
                    sharedAtHome
                    && person.CarriedBy is { } carrier
                    && Relation.AdultsAtHome(family, reader, carrier, today)
                );
        }
        return person.Age(today) < DecidesAlone
            ? HasPosition(family, reader, about, today)
            : sharedAtHome && Relation.AdultsAtHome(family, reader, about, today);
    }

    /// <summary>
    /// Foreldreansvar, verge or fosterforelder on the day. While barnevern has taken over the care
    /// (bvl § 5-4), foreldreansvar alone opens nothing here: barnevern decides, person by person.
    /// </summary>
    private static bool HasPosition(FamilyFacts family, Guid reader, Guid child, DateOnly today)
    {
        var here = family.Guardianships.Where(g => g.Child == child && g.Period.Covers(today)).ToList();
        var careTaken = here.Exists(g => g.Kind == GuardianshipKind.CareTakenOver);
        return here.Exists(g =>
            g.Holder == reader
            && (
                g.Kind is GuardianshipKind.Guardian or GuardianshipKind.FosterParent
                || (g.Kind == GuardianshipKind.ParentalResponsibility && !careTaken)
            )
        );
    }
}
