using Flette.Core;
using Flette.Core.Coordination;
using Flette.Web.Access;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Unit;

/// <summary>The unit's words. Every refusal of appointing has its own here.</summary>
public static class Words
{
    /// <summary>What a kind of coordinator is called.</summary>
    public static string Of(CoordinatorKind kind) =>
        kind switch
        {
            CoordinatorKind.Coordinator => "koordinator",
            CoordinatorKind.ChildrensCoordinator => "barnekoordinator",
            CoordinatorKind.FamilyCoordinator => "familiekoordinator",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The kinds to choose from, with whom each is for.</summary>
    public static IReadOnlyList<FieldOption> Kinds { get; } =
    [
        new(
            nameof(CoordinatorKind.Coordinator),
            "Koordinator",
            "For en person som trenger langvarige og koordinerte tjenester (hol § 7-2)"
        ),
        new(
            nameof(CoordinatorKind.ChildrensCoordinator),
            "Barnekoordinator",
            "For en familie som har eller venter barn med alvorlig sykdom, skade eller nedsatt funksjonsevne (hol § 7-2 a)"
        ),
        new(nameof(CoordinatorKind.FamilyCoordinator), "Familiekoordinator", "For en familie i Nye mønstre"),
    ];

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    /// <param name="first">The form's field for the first day.</param>
    /// <param name="last">The form's field for the last day.</param>
    public static (string Field, string Text) Of(
        Refusal refusal,
        string first = "Input.From",
        string last = "Input.Until"
    ) =>
        refusal switch
        {
            FamilyNameMissing => ("Input.Name", $"Skriv navnet på familien. Høyst {Register.LongestName} tegn."),
            GroundMissing => ("Input.Ground", "Skriv hvorfor familien får koordinator, for eksempel «hol § 7-2 a»."),
            GroundTooLong => ("Input.Ground", $"Grunnen er for lang. Høyst {Appointing.LongestGround} tegn."),
            EndsBeforeItBegins => (last, "Siste dag er før første dag."),
            NotACoordinator { Deputy: false } => ("Input.Coordinator", "Velg en som er koordinator her."),
            NotACoordinator => ("Input.Deputy", "Stedfortrederen må være koordinator her."),
            OwnDeputy => ("Input.Deputy", "Velg en annen enn koordinatoren selv."),
            AlreadyAppointed a => (
                first,
                $"Familien har en koordinator fra {a.From.ToString("d. MMMM yyyy", Norwegian.Culture)}. Avslutt den oppnevningen først."
            ),
            NoDeputyNamed => ("", "Ingen er navngitt som stedfortreder."),
            OutsideAppointment => (last, "Tiden må ligge innenfor oppnevningen."),
            NoSuchAppointment => ("", "Fant ikke oppnevningen. Last siden på nytt."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se over og lagre på nytt."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
