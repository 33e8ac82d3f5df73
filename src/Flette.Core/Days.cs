namespace Flette.Core;

/// <summary>Days that can be meant. What is typed outside is a slip of the hand, or worse, whatever it is typed for.</summary>
public static class Days
{
    /// <summary>Nobody now living was born before.</summary>
    public static DateOnly Earliest { get; } = new(1900, 1, 1);

    /// <summary>No plan reaches farther.</summary>
    public static DateOnly Latest { get; } = new(2099, 12, 31);

    /// <summary>Whether a day can be meant. Each area has its own rules of what fits, inside this.</summary>
    public static bool CanBeMeant(DateOnly day) => day >= Earliest && day <= Latest;
}
