using Flette.Core.Access;
using Flette.Core.Families;

namespace Flette.Core.Law.Deciding;

/// <summary>Who may see what is said of another, by position and age (pbrl §§ 3-3, 3-4; barnelova §§ 30, 47; bvl § 12-2).</summary>
public static class Seeing
{
    /// <summary>
    /// Whether a member may see what is said of another, without anybody's yes. While barnevern has the care, foreldreansvar alone
    /// opens only what is about that and about money: barnevern decides, person by person.
    /// </summary>
    public static bool MaySee(
        FamilyFacts family,
        Guid reader,
        Guid about,
        Matter matter,
        DateOnly day,
        Circumstances? particular = null
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.Member(about) is { } member
            && MaySee(new Person(family, member, day), reader, matter, particular ?? Circumstances.None);
    }

    internal static bool MaySee(in Person person, Guid reader, Matter matter, Circumstances particular) =>
        reader == person.Id
        || person.Stage switch
        {
            // Until birth what is said of the child is said of the one who carries it.
            Stage.Unborn => person.CarriedBy == reader,
            Stage.Under12 or Stage.From12 => !IsKept(person, matter, particular) && IsParent(person, reader, matter),
            Stage.From16 => !particular.WeightyReasons
                && (!IsHealth(matter) || person.LacksCapacity)
                && IsParent(person, reader, matter),
            Stage.Adult => person.Any(GuardianshipKind.Guardian, reader)
                ? person.LacksCapacity || matter == Matter.Welfare
                : IsHealth(matter) && person.LacksCapacity && person.Any(GuardianshipKind.NextOfKin, reader),
            _ => false,
        };

    /// <summary>Whether the rules of health law decide the matter.</summary>
    internal static bool IsHealth(Matter matter) => matter is Matter.Plan or Matter.Sharing or Matter.HealthCare;

    /// <summary>
    /// Whether she, or weighty considerations for her, keep it from guardians (pbrl § 3-4 annet og tredje ledd; barnelova § 47: not
    /// what may harm the child).
    /// </summary>
    internal static bool IsKept(in Person person, Matter matter, Circumstances particular) =>
        particular.WeightyReasons || (particular.ChildWithholds && person.Stage == Stage.From12 && IsHealth(matter));

    /// <summary>Foreldreansvar, verge or fosterforelder, as far as the position reaches in the matter.</summary>
    internal static bool IsParent(in Person person, Guid reader, Matter matter) =>
        person.Any(GuardianshipKind.Guardian, reader)
        || (person.Any(GuardianshipKind.FosterParent, reader) && matter != Matter.Welfare)
        || (
            person.Any(GuardianshipKind.ParentalResponsibility, reader)
            && (!person.CareTakenOver || matter is Matter.ChildWelfare or Matter.Welfare)
        );
}
