using System.Collections.Immutable;

namespace Flette.Core.Law.Clocks;

/// <summary>What a municipality has decided for a clock of its own.</summary>
/// <param name="Id">Which clock.</param>
/// <param name="Length">How long.</param>
public sealed record OwnClock(string Id, Span Length);

/// <summary>Why a municipality's own rule is not taken in.</summary>
public abstract record OwnClockRefusal : Refusal
{
    /// <summary>The provision that stands in the way; null where none does.</summary>
    public LegalBasis? Basis { get; init; }
}

/// <summary>There is no such clock.</summary>
public sealed record OwnClockUnknown(string Id) : OwnClockRefusal;

/// <summary>It would shorten the family's time, or lengthen the authority's.</summary>
/// <param name="Law">What the law says.</param>
public sealed record ShortensRight(OwnClock Own, Span Law) : OwnClockRefusal;

/// <summary>The clock is not the municipality's to change: another authority decides the matter.</summary>
public sealed record NotTheMunicipalitys(string Id) : OwnClockRefusal;

/// <summary>The same clock twice, or a length that is none.</summary>
public sealed record OwnClockMeaningless(OwnClock Own) : OwnClockRefusal;

/// <summary>
/// A municipality's own rules. They may give families more than the law: a longer time to complain over its own decisions, a shorter
/// time for its own answers, a day where the law names none. None may shorten a right. Pure.
/// </summary>
public sealed record OwnClocks
{
    private readonly ImmutableDictionary<string, Span> _lengths;

    private OwnClocks(ImmutableDictionary<string, Span> lengths) => _lengths = lengths;

    /// <summary>The law alone.</summary>
    public static OwnClocks None { get; } = new(ImmutableDictionary.Create<string, Span>(StringComparer.Ordinal));

    /// <summary>The municipality's length for a clock, or null.</summary>
    public Span? For(ClockRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _lengths.GetValueOrDefault(rule.Id);
    }

    /// <summary>Takes them in, or refuses the first that shortens a right, with the section.</summary>
    /// <param name="day">The day from which they shall hold: the law of that day is what they are held against.</param>
    public static Result<OwnClocks> Read(IEnumerable<OwnClock> own, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(own);
        var lengths = None._lengths;
        foreach (var one in own)
        {
            if (ClockRules.On(one.Id, day) is not { Refusal: null, Value: var rule })
            {
                return new OwnClockUnknown(one.Id);
            }
            if (Check(one, rule, lengths.ContainsKey(one.Id)) is { } refusal)
            {
                return refusal with { Basis = rule.Basis };
            }
            lengths = lengths.Add(one.Id, one.Length);
        }
        return new OwnClocks(lengths);
    }

    private static OwnClockRefusal? Check(OwnClock own, ClockRule rule, bool twice) =>
        twice || own.Length is { Weeks: <= 0, Months: <= 0 } or { Weeks: < 0 } or { Months: < 0 }
            ? new OwnClockMeaningless(own)
        : !rule.OfMunicipality ? new NotTheMunicipalitys(own.Id)
        // Where the law names no day, any day is more than the law gives.
        : rule.Length is not { } law ? null
        : rule.Kind == ClockKind.Complaint && IsShorter(own.Length, law) ? new ShortensRight(own, law)
        : rule.Kind == ClockKind.Duty && IsShorter(law, own.Length) ? new ShortensRight(own, law)
        : null;

    // A month has 28 to 31 days: what is shorter for some start is shorter.
    private static bool IsShorter(Span one, Span other) =>
        one != other && (one.Weeks * 7) + (one.Months * 28) < (other.Weeks * 7) + (other.Months * 31);
}
