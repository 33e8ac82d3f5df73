using Flette.Core.Law;

namespace Flette.Core.Plans.Content;

/// <summary>
/// The one hard stop: «Individuell plan skal ikke utarbeides uten samtykke» (FOR-2022-06-22-1110 § 5). Nothing else that a plan lacks
/// stops anything.
/// </summary>
/// <param name="Missing">First names of those whose yes is missing; empty when nobody in the family may say it.</param>
public sealed record PlanStop(IReadOnlyList<string> Missing)
{
    /// <summary>The provision that stops.</summary>
    public static LegalBasis Basis => PlanLaw.Consent;

    /// <summary>The stop, or null when every yes that is needed is there.</summary>
    public static PlanStop? Of(PlanContentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts is { Yes.Count: > 0, YesMissing.Count: 0, NobodyMaySayYes: false } ? null : new(facts.YesMissing);
    }
}
