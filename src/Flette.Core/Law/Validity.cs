namespace Flette.Core.Law;

/// <summary>When a rule holds.</summary>
/// <param name="From">
/// The first day it is vouched for: that of its statute, or a later one where the older wording was not read. Null: enacted, and in
/// force from a day that is not decided.
/// </param>
/// <param name="Until">The last day; null when no end is known.</param>
public sealed record Validity(DateOnly? From, DateOnly? Until = null)
{
    /// <summary>Enacted, and not in force: the day is for the King to decide.</summary>
    public static Validity Enacted { get; } = new(From: null);

    /// <summary>In force since a day, with no end known.</summary>
    public static Validity Since(int year, int month, int day) => new(new DateOnly(year, month, day));

    /// <summary>Whether it is in force on the day.</summary>
    public bool Covers(DateOnly day) => From <= day && (Until is not { } last || day <= last);
}
