namespace Flette.Core.Words;

/// <summary>Telling apart those who have the same name, where people are chosen or named. Pure.</summary>
public static class Apart
{
    /// <summary>
    /// What each is called: the name, and where two have the same, the first of <paramref name="more"/> that tells all of them
    /// apart in brackets: «Kari (mor)» and «Kari (12 år)». Nothing tells them apart: all that is known.
    /// </summary>
    /// <param name="name">The name alone.</param>
    /// <param name="more">What can be said besides, the best first; empty or null where it is not known.</param>
    public static IReadOnlyList<string> Names<T>(
        IReadOnlyList<T> people,
        Func<T, string> name,
        params Func<T, string?>[] more
    )
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(more);
        var same = people.ToLookup(name, StringComparer.OrdinalIgnoreCase);
        return people.Select(p => Called(p, same[name(p)].ToList())).ToList();

        string Called(T person, List<T> namesakes)
        {
            if (namesakes.Count < 2)
            {
                return name(person);
            }
            var best = more.FirstOrDefault(m =>
                namesakes.Select(m).Distinct(StringComparer.OrdinalIgnoreCase).Count() == namesakes.Count
            );
            var said = best is null ? more.Select(m => m(person)) : [best(person)];
            var words = string.Join(", ", said.Where(w => !string.IsNullOrWhiteSpace(w)));
            return words.Length == 0 ? name(person) : $"{name(person)} ({words})";
        }
    }
}
