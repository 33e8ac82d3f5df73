using Flette.Core.Access;
using Flette.Demo.Seed;

namespace Flette.Demo.Generator;

/// <summary>The coordinators of the generated families, and who has which. The first has 60, the others from 40 to 10.</summary>
public static class GeneratedStaff
{
    /// <summary>How many families the busiest coordinator has, when there are that many.</summary>
    public const int Most = 60;

    private static readonly int[] Loads = [40, 30, 25, 20, 15, 10];

    /// <summary>Which coordinator has the family with this number, both counted from 0.</summary>
    public static int CoordinatorOf(int family)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(family);
        if (family < Most)
        {
            return 0;
        }
        var rest = family - Most;
        var round = rest / Loads.Sum();
        rest %= Loads.Sum();
        var place = 0;
        while (rest >= Loads[place])
        {
            rest -= Loads[place++];
        }
        return 1 + (round * Loads.Length) + place;
    }

    /// <summary>The coordinator with this number.</summary>
    public static CaseStaff Coordinator(int number)
    {
        // Step through the lists so that neighbours differ; the name is the same whatever the seed number.
        var first = Words.Women[(number * 7) % Words.Women.Count];
        var last = Words.Fore[(number * 11) % Words.Fore.Count] + Words.Aft[(number * 5) % Words.Aft.Count];
        return new CaseStaff(
            DemoIds.Of(Seeding.Generated, $"generated/staff/{number}"),
            $"{first} {last}",
            FamilyGenerator.Mail(first, last),
            FamilyGenerator.Phone(number),
            StaffRole.Coordinator,
            IsDeputy: false
        );
    }

    /// <summary>All who have some of the first <paramref name="families"/> families.</summary>
    public static IEnumerable<CaseStaff> For(int families) =>
        families == 0 ? [] : Enumerable.Range(0, CoordinatorOf(families - 1) + 1).Select(Coordinator);
}
