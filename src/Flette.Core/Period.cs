namespace Flette.Core;

/// <summary>From and with a day, until and with a day. No end is open.</summary>
public sealed record Period(DateOnly From, DateOnly? Until)
{
    /// <summary>Whether the day lies within, both ends counted.</summary>
    public bool Covers(DateOnly day) => From <= day && (Until is null || day <= Until);
}
