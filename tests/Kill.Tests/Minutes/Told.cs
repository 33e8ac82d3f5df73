namespace Flette.Kill.Tests.Minutes;

/// <summary>What is wrong between what writers were told is kept and what stands in the minutes.</summary>
internal static class Told
{
    /// <summary>Every difference; nothing when each line stands once and each writer's are in her order.</summary>
    /// <param name="kept">Each writer's acknowledged lines in order.</param>
    /// <param name="stands">The lines of the minutes in order.</param>
    public static IReadOnlyList<(Fault Fault, string Line)> Differences(
        IReadOnlyList<IReadOnlyList<string>> kept,
        IReadOnlyList<string> stands
    )
    {
        var times = stands.CountBy(l => l).ToDictionary();
        var faults = kept.SelectMany(k => k)
            .Select(l => (Line: l, Times: times.GetValueOrDefault(l)))
            .Where(l => l.Times != 1)
            .Select(l => (l.Times == 0 ? Fault.Lost : Fault.Repeated, l.Line))
            .ToList();
        var known = kept.SelectMany(k => k).ToHashSet(StringComparer.Ordinal);
        faults.AddRange(stands.Where(l => !known.Contains(l)).Select(l => (Fault.Unasked, l)));
        foreach (var own in kept)
        {
            var places = own.Select(l => stands.ToList().IndexOf(l)).Where(p => p >= 0).ToList();
            faults.AddRange(
                places.Zip(places.Skip(1)).Where(p => p.First > p.Second).Select(p => (Fault.Torn, stands[p.First]))
            );
        }
        return faults;
    }
}
