using System.Collections.Immutable;

namespace Flette.Core.Law.Clocks;

/// <summary>What a clock counts.</summary>
public enum ClockKind
{
    /// <summary>The family's time to complain.</summary>
    Complaint,

    /// <summary>The time an authority has to do something, where the law names a day.</summary>
    Duty,

    /// <summary>A step an authority shall take for which the law names no day: what is counted is the days waited.</summary>
    Waiting,

    /// <summary>What is lost by waiting with a claim.</summary>
    Claim,
}

/// <summary>A length of time as a rule states it. Exactly one of the two is more than 0, or both are 0: the same day.</summary>
public sealed record Span(int Weeks = 0, int Months = 0)
{
    /// <summary>«3 uker», «1 måned».</summary>
    public string Words =>
        (Weeks, Months) switch
        {
            (0, 0) => "samme dag",
            (1, 0) => "1 uke",
            (var w, 0) => $"{w} uker",
            (_, 1) => "1 måned",
            var (_, m) => $"{m} måneder",
        };
}

/// <summary>
/// A clock the law has, as dated data. A basis that has been changed, or will be, has one rule for each wording: <see cref="Valid"/>
/// says which holds when. Words are bokmål, and tell what the law says in general (product law 8).
/// </summary>
/// <param name="Id">Stable: «klage-pbrl». The same for all wordings of one basis.</param>
/// <param name="Kind">What it counts.</param>
/// <param name="Title">What it is about, for choosing.</param>
/// <param name="Basis">The provision that sets the length.</param>
/// <param name="Valid">When it holds.</param>
/// <param name="Starts">What starts it.</param>
/// <param name="Length">How long; null where the law names no day.</param>
/// <param name="Explains">The rule in plain words.</param>
public sealed record ClockRule(
    string Id,
    ClockKind Kind,
    string Title,
    LegalBasis Basis,
    Validity Valid,
    string Starts,
    Span? Length,
    string Explains
)
{
    /// <summary>The provision that moves a last day that is a Saturday, Sunday or public holiday; null where none does.</summary>
    public LegalBasis? Moves { get; init; }

    /// <summary>How it is done: orally or in writing, signed, by whom.</summary>
    public Clause? Form { get; init; }

    /// <summary>Who decides on it, or whose duty it is.</summary>
    public required Clause Body { get; init; }

    /// <summary>Where one can turn after that; null where the law names nobody.</summary>
    public Clause? Next { get; init; }

    /// <summary>What makes it start anew: reasons asked for, and given later; null where nothing does.</summary>
    public Clause? Restarts { get; init; }

    /// <summary>What can be done when it has run out, and how long after the decision; null where nothing is said.</summary>
    public Clause? Late { get; init; }

    /// <summary>What does not follow the rule.</summary>
    public ImmutableArray<Clause> Exceptions { get; init; } = [];

    /// <summary>For <see cref="ClockKind.Claim"/>: the whole months before that of the claim which are paid for.</summary>
    public int MonthsBack { get; init; }

    /// <summary>Whether the municipality decides the matter at first, and so can give more time than the law (fvl § 29 fjerde ledd).</summary>
    public bool OfMunicipality { get; init; }

    /// <summary>Every provision it names, the one that sets the length first.</summary>
    public IEnumerable<LegalBasis> Bases =>
        new[] { Basis, Moves, Form?.Basis, Body.Basis, Next?.Basis, Restarts?.Basis, Late?.Basis }
            .OfType<LegalBasis>()
            .Concat(Exceptions.Select(e => e.Basis));
}
