namespace Flette.Core;

/// <summary>From and with a day, until and with a day. No end is open.</summary>
public sealed record Period(DateOnly From, DateOnly? Until)
{
    private DateOnly Last => Until ?? DateOnly.MaxValue;

    /// <summary>Whether the day lies within, both ends counted.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= Last;

    /// <summary>Whether some day lies within both.</summary>
    public bool Overlaps(Period other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return From <= other.Last && other.From <= Last;
    }

    /// <summary>Whether all of <paramref name="other"/> lies within.</summary>
    public bool Contains(Period other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return From <= other.From && other.Last <= Last;
    }
}
