using Flette.Core.Law;

namespace Flette.Core.Plans.Content;

/// <summary>Where the law of the plan's content stands.</summary>
public static class PlanLaw
{
    /// <summary>What a plan shall have in it.</summary>
    public static LegalBasis Content { get; } = new(Statutes.IndividualPlan, "§ 9");

    /// <summary>No plan is drawn up without consent.</summary>
    public static LegalBasis Consent { get; } = new(Statutes.IndividualPlan, "§ 5");

    /// <summary>The letter of a point in the third paragraph; null for the child's part, which is the fourth.</summary>
    public static char? Letter(PlanPoint point) => point == PlanPoint.ChildsPart ? null : (char)('a' + (int)point);

    /// <summary>The provision of a point.</summary>
    public static LegalBasis Of(PlanPoint point) =>
        new(
            Statutes.IndividualPlan,
            Letter(point) is { } letter ? $"§ 9 tredje ledd bokstav {letter}" : "§ 9 fjerde ledd"
        );
}
