namespace Flette.Core.FollowUp;

/// <summary>Who is meant by «hvem kan i stedet?», when the words point to one of those there are. Pure.</summary>
public static class Suggested
{
    private static readonly char[] Between = [' ', ',', '.', '?', '!', ';', ':', '(', ')', '/', '«', '»', '"'];

    /// <summary>The one whose name is in the words: the whole name, else a first name that only one has; null when nobody, or several.</summary>
    public static Guid? Find(string? words, IReadOnlyList<(Guid Id, string Name)> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        if (string.IsNullOrWhiteSpace(words))
        {
            return null;
        }
        var whole = people.Where(p => words.Contains(p.Name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (whole.Count > 0)
        {
            return whole is [var one] ? one.Id : null;
        }
        var said = words.Split(Between, StringSplitOptions.RemoveEmptyEntries);
        var first = people
            .Where(p =>
                p.Name.Split(' ', 2)[0] is { Length: > 0 } name
                && said.Any(w => w.Equals(name, StringComparison.OrdinalIgnoreCase))
            )
            .ToList();
        return first is [var only] ? only.Id : null;
    }
}
