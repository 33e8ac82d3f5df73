using System.Collections.Immutable;

namespace Flette.Core.Law.Clocks;

/// <summary>
/// All clocks: what was in force, what is, and what is enacted and has no day yet. Complaints, duties and claims stand
/// in a file each. A municipality's own rules are laid over them by <see cref="OwnClocks"/>.
/// </summary>
public static class ClockRules
{
    /// <summary>Every wording, those of one basis together and in the order they came.</summary>
    public static ImmutableArray<ClockRule> All { get; } =
    [.. Complaints.All, .. Duties.WithDay, .. Duties.WithoutDay, .. Claims.All];

    /// <summary>The ids, each once.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. All.Select(r => r.Id).Distinct(StringComparer.Ordinal)];

    /// <summary>The wording in force on the day the clock started.</summary>
    /// <returns>It, or <see cref="UnknownClock"/> or <see cref="ClockNotInForce"/>.</returns>
    public static Result<ClockRule> On(string? id, DateOnly day)
    {
        var wordings = All.Where(r => r.Id == id).ToList();
        return wordings.Count == 0 ? new UnknownClock(id ?? "", Ids)
            : !Days.CanBeMeant(day) ? new ClockDayNotMeant(day)
            : wordings.Find(r => r.Valid.Covers(day)) is { } rule ? rule
            : new ClockNotInForce(
                id!,
                day,
                wordings.Min(r => r.Valid.From),
                wordings.TrueForAll(r => r.Valid.Until is not null) ? wordings.Max(r => r.Valid.Until) : null
            );
    }

    /// <summary>The wording that is enacted and has no day yet; null where there is none.</summary>
    public static ClockRule? EnactedOf(string id) => All.FirstOrDefault(r => r.Id == id && r.Valid.From is null);
}
