using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Writing;

/// <summary>
/// The name that is being typed in an agreement («! sender kart, to» and «… to 10/12»), and those it may become. Pure.
/// </summary>
/// <param name="Start">Where in the line as typed it begins, in UTF-16 units as browsers count.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Fits">Who, the likeliest first; at least one.</param>
public sealed partial record NameBegun(int Start, int Length, ImmutableArray<MeantPerson> Fits)
{
    /// <summary>Most people that are offered: more than one looks through while others speak.</summary>
    public const int Most = 5;

    private const int MostWords = 3;

    /// <summary>Finds it; null when no name stands where names stand, or it is written in full already.</summary>
    public static NameBegun? Find(string? typed, IReadOnlyList<MeantPerson> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var line = typed ?? "";
        var comma = line.LastIndexOf(',');
        if (!line.TrimStart().StartsWith('!') || comma < 0)
        {
            return null;
        }
        var end = line.Length;
        var rest = line[(comma + 1)..];
        if (DayFinder.Find(rest) is [.., var day] && day.End >= rest.TrimEnd(' ', '.').Length)
        {
            end = comma + 1 + day.Start;
        }
        else if (HalfADay().Match(rest) is { Success: true } half)
        {
            end = comma + 1 + half.Index;
        }
        var before = line[(comma + 1)..end];
        var and = And().Matches(before);
        var from = and.Count > 0 ? and[^1].Index + and[^1].Length : 0;
        var name = before[from..].Trim();
        if (name.Length == 0 || name.Split(' ').Length > MostWords || people.Any(p => MeantNames.Equal(p.Name, name)))
        {
            return null;
        }
        var begun = Text.Fold(name);
        var fits = people
            .Select(p => (Person: p, Rank: Rank(p, begun)))
            .Where(p => p.Rank >= 0)
            .OrderBy(p => p.Rank)
            .ThenBy(p => Text.Fold(p.Person.Name), StringComparer.Ordinal)
            .Take(Most)
            .Select(p => p.Person)
            .ToImmutableArray();
        var start = comma + 1 + from + before[from..].IndexOf(name, StringComparison.Ordinal);
        return fits.IsEmpty ? null : new NameBegun(start, name.Length, fits);
    }

    // The whole name, then any word of it, then the service.
    private static int Rank(MeantPerson person, string begun) =>
        Text.Fold(person.Name).StartsWith(begun, StringComparison.Ordinal) ? 0
        : Begins(person.Name, begun) ? 1
        : person.Organisation is { } at && Begins(at, begun) ? 2
        : -1;

    private static bool Begins(string words, string begun) =>
        Text.Fold(words).Split(' ').Any(w => w.StartsWith(begun, StringComparison.Ordinal));

    [GeneratedRegex(@"\s\d[\d/.\s]*$")]
    private static partial Regex HalfADay();

    [GeneratedRegex(@"\s+og\s+|\s*[+&]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex And();
}
