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
}

/// <summary>One person's legal position for one member.</summary>
/// <param name="Child">The member it is about.</param>
/// <param name="Kind">Which position.</param>
/// <param name="Holder">The member who has it; null when a service has it (care taken over).</param>
/// <param name="Period">When it holds.</param>
public sealed record GuardianshipFacts(Guid Child, GuardianshipKind Kind, Guid? Holder, Period Period);
