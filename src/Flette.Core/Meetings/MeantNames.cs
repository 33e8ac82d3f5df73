using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings;

/// <summary>How names in minutes stand for people.</summary>
public static class MeantNames
{
    /// <summary>Whether two writings may be the same person: equal, or one is the other's first name.</summary>
    public static bool Same(string one, string other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var (a, b) = (one.Trim(), other.Trim());
        return Equal(a, b) || (!IsFull(a) && Equal(a, First(b))) || (!IsFull(b) && Equal(b, First(a)));
    }

    /// <summary>Whether two writings are the same name.</summary>
    public static bool Equal(string one, string other) =>
        string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is more than a first name.</summary>
    public static bool IsFull(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Trim().Contains(' ', StringComparison.Ordinal);
    }

    /// <summary>Whether two writings may be the same service: one has all the words of the other («PPT», «PPT Fjellvik»).</summary>
    public static bool SameService(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.IsSubsetOf(b) || b.IsSubsetOf(a);
    }

    private static HashSet<string> Words(string text) =>
        Text.Fold(text)
            .Split([' ', ',', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);

    private static string First(string name) => name.Split(' ', 2)[0];
}
