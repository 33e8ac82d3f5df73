using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Flette.Core;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Demo.Seed;
using Flette.Web.Features.Families;

namespace Flette.Demo.Generator;

/// <summary>
/// Invents families from a seed number: the same number and day give the same families, each by itself, so that the
/// thousandth can be made without the others. Pure.
/// </summary>
/// <param name="seed">Seed number.</param>
/// <param name="today">The day they are told as of.</param>
public sealed class FamilyGenerator(int seed, DateOnly today)
{
    private const int FirstPhone = 99_999_800;
    private const int Phones = 190;

    /// <summary>The family with this number, from 0.</summary>
    public GeneratedFamily Family(int number)
    {
        var dice = new Dice(seed, number);
        var surname = dice.Of(Words.Fore) + dice.Of(Words.Aft);
        // Who was registered long ago and who yesterday: most within four years.
        var registered = today.AddDays(-dice.Between(20, 1400));
        var appointed = registered.AddDays(dice.Between(3, 18));
        var home = new HomeMaker(dice, today, local => Id(number, local));
        var members = home.Members(surname);
        var team = new TeamMaker(dice, today, local => Id(number, local), members, appointed);
        var participants = team.Participants();
        return new GeneratedFamily(
            Id(number, "family"),
            "Familien " + surname,
            registered,
            new AppointmentDraft(
                GeneratedStaff.Coordinator(GeneratedStaff.CoordinatorOf(number)).Id,
                (CoordinatorKind)dice.Between(0, 2),
                new Period(appointed, Until: null),
                dice.Of(Words.Grounds),
                dice.Chance(20),
                Deputy: null
            ),
            home.Homes,
            members,
            home.Positions(members),
            participants,
            team.Meetings(participants),
            team.Calls(participants)
        );
    }

    private static string Ascii(string name) =>
        name.ToLowerInvariant()
            .Replace("å", "a", StringComparison.Ordinal)
            .Replace("ø", "o", StringComparison.Ordinal)
            .Replace("æ", "ae", StringComparison.Ordinal);

    internal static string Mail(string first, string last) => $"{Ascii(first)}.{Ascii(last)}@example.no";

    /// <summary>A telephone number that belongs to nobody, in the range of invented people and outside the cases'.</summary>
    internal static string Phone(int number)
    {
        var digits = (FirstPhone + (number % Phones)).ToString(CultureInfo.InvariantCulture);
        return $"{digits[..2]} {digits[2..4]} {digits[4..6]} {digits[6..]}";
    }

    private Guid Id(int number, string local) => DemoIds.Of(Seeding.Generated, $"generated/{seed}/{number}/{local}");
}

/// <summary>Chance that comes out the same each time.</summary>
internal sealed class Dice(int seed, int number)
{
    // A generator with a given seed always gives the same row of numbers. Neighbours' rows are alike, so the seed is hashed.
    private readonly Random _random = new(
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{number}")))
    );

    /// <summary>From and with <paramref name="least"/> to and with <paramref name="most"/>.</summary>
    public int Between(int least, int most) => _random.Next(least, most + 1);

    /// <summary>So many times in a hundred.</summary>
    public bool Chance(int percent) => _random.Next(100) < percent;

    /// <summary>One of them.</summary>
    public T Of<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    /// <summary>So many of them, each at most once.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> list, int count)
    {
        var left = list.ToList();
        var chosen = new List<T>();
        while (chosen.Count < count && left.Count > 0)
        {
            var at = _random.Next(left.Count);
            chosen.Add(left[at]);
            left.RemoveAt(at);
        }
        return chosen;
    }
}
