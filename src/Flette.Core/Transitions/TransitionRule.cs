using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Flette.Core.Law;

namespace Flette.Core.Transitions;

/// <summary>What changes for a child or youth (needs-childrens-coordinator N132–N141, needs-coordinator N99–N102).</summary>
public enum TransitionKind
{
    Kindergarten,
    School,
    LowerSecondary,
    UpperSecondary,
    Fifteen,
    Sixteen,
    Eighteen,
    LeavingSchool,
    OwnHome,
    Respite,
    HospitalHome,
    Coordinator,
    Moving,
}

/// <summary>What gives a transition its day.</summary>
public enum Dated
{
    /// <summary>A place in a kindergarten, by the month one turns one (barnehageloven § 16).</summary>
    KindergartenPlace,

    /// <summary>So many years after the year school began.</summary>
    SchoolYear,

    /// <summary>So many years old, to the day.</summary>
    Birthday,

    /// <summary>Nothing: it has a day when someone registers one.</summary>
    Event,
}

/// <summary>How long before a day something is: months, and weeks besides; less than 0 is after it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Lead(int Months, int Weeks = 0)
{
    /// <summary>The day this long before <paramref name="day"/>.</summary>
    public DateOnly Before(DateOnly day) => day.AddMonths(-Months).AddDays(-7 * Weeks);
}

/// <summary>What a section says in general, in plain words and with no conclusion about anyone.</summary>
/// <param name="Says">What comes after «Loven sier at».</param>
public sealed record LawLine(LegalBasis Basis, string Says)
{
    /// <summary>«Loven sier at … (barnehageloven § 16).»</summary>
    public string Text => $"Loven sier at {Says} ({Basis.Named}).";
}

/// <summary>Something to do in a transition.</summary>
/// <param name="Id">Stable within its transition.</param>
/// <param name="What">What to do, so that it can stand as an agreement.</param>
/// <param name="Who">By whom, unless those who meet agree otherwise.</param>
/// <param name="By">How long before the day it is to be done.</param>
/// <param name="HandOver">What is handed over; null when nothing is.</param>
/// <param name="Law">The section it rests on, where there is one.</param>
public sealed record TransitionStep(
    string Id,
    string What,
    string Who,
    Lead By,
    string? HandOver = null,
    LawLine? Law = null
);

/// <summary>A transition as data: what dates it, how early it is begun, who holds it and what is done.</summary>
/// <param name="Id">Stable: «18-ar».</param>
/// <param name="Title">«Fyller 18 år».</param>
/// <param name="Years">Years of age, or years after school began; 0 for the others.</param>
/// <param name="Months">Months ahead that it is time to begin.</param>
/// <param name="Owner">Who holds it. Ordinary transitions belong to where the child is (needs-childrens-coordinator N140).</param>
/// <param name="Receiver">Who receives.</param>
/// <param name="FixesDay">The section its day follows from; null when no section fixes it.</param>
public sealed record TransitionRule(
    TransitionKind Kind,
    string Id,
    string Title,
    Dated Dated,
    int Years,
    int Months,
    string Owner,
    string Receiver,
    LawLine Law,
    LegalBasis? FixesDay,
    ImmutableArray<TransitionStep> Steps
)
{
    /// <summary>The section that says the work is begun in good time: a municipality may begin earlier, not later. Null: none does.</summary>
    public LegalBasis? FixesLead { get; init; }
}
