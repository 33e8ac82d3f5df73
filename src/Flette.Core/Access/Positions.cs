using Flette.Core.Families;
using Flette.Core.Law.Deciding;

namespace Flette.Core.Access;

/// <summary>
/// What position and age open of a plan (<see cref="Standings"/>), and what an adult has put in the common part of her home.
/// </summary>
public static class Positions
{
    /// <summary>Whether <paramref name="reader"/> may see a Plan item about <paramref name="about"/>, another member.</summary>
    /// <param name="sharedAtHome">The item is an adult's, or her unborn child's, and marked as shared with the adults at home.</param>
    public static bool MaySeeAbout(FamilyFacts family, Guid reader, Guid about, bool sharedAtHome, DateOnly today) =>
        Seeing.MaySee(family, reader, about, Matter.Plan, today)
        || (sharedAtHome && IsSharedWith(family, reader, about, today));

    // What is said of an unborn child is shared by the woman who carries it.
    private static bool IsSharedWith(FamilyFacts family, Guid reader, Guid about, DateOnly today) =>
        family.Member(about) is { } person
        && Relation.AdultsAtHome(
            family,
            reader,
            person.Born is { } born && born <= today ? about : person.CarriedBy ?? about,
            today
        );
}
