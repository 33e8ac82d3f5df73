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
        return string.Equals(a, b, StringComparison.OrdinalIgnoreCase)
            || (
                !a.Contains(' ', StringComparison.Ordinal)
                && string.Equals(a, First(b), StringComparison.OrdinalIgnoreCase)
            )
            || (
                !b.Contains(' ', StringComparison.Ordinal)
                && string.Equals(b, First(a), StringComparison.OrdinalIgnoreCase)
            );
    }

    private static string First(string name) => name.Split(' ', 2)[0];
}
