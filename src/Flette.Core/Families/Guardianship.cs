namespace Flette.Core.Families;

/// <summary>Legal positions (trust.md, Legal positions).</summary>
public enum GuardianshipKind
{
    /// <summary>Foreldreansvar (barnelova § 30).</summary>
    ParentalResponsibility,

    /// <summary>Bor fast hos (barnelova § 36).</summary>
    LivesWith,

    /// <summary>Omsorg overtatt: barnevern consents (bvl § 5-1).</summary>
    CareTakenOver,

    /// <summary>Fosterforelder (bvl § 9-1).</summary>
    FosterParent,

    /// <summary>Verge (vergemålsloven § 16).</summary>
    Guardian,

    /// <summary>Nærmeste pårørende (pbrl § 1-3).</summary>
    NextOfKin,

    /// <summary>Fullmektig (fvl § 12).</summary>
    Attorney,

    /// <summary>
    /// Does not have beslutningskompetanse, as whoever gives the health care has decided and written (pbrl § 4-3). Nobody holds it: it
    /// says who else does.
    /// </summary>
    NoDecisionCapacity,
}

/// <summary>What is true of each kind.</summary>
public static class GuardianshipKinds
{
    /// <summary>Whether no member holds it: it is said of the child alone.</summary>
    public static bool HasNoHolder(this GuardianshipKind kind) =>
        kind is GuardianshipKind.CareTakenOver or GuardianshipKind.NoDecisionCapacity;
}

/// <summary>One person's legal position for one member.</summary>
/// <param name="Child">The member it is about.</param>
/// <param name="Kind">Which position.</param>
/// <param name="Holder">The member who has it; null where nobody in the family has (<see cref="GuardianshipKinds.HasNoHolder"/>).</param>
/// <param name="Period">When it holds.</param>
public sealed record GuardianshipFacts(Guid Child, GuardianshipKind Kind, Guid? Holder, Period Period);
