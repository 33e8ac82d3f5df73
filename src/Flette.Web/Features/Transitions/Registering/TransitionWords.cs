using Flette.Core;
using Flette.Core.Transitions;

namespace Flette.Web.Features.Transitions.Registering;

/// <summary>The words of registering a transition.</summary>
public static class TransitionWords
{
    /// <summary>Who reads it once there is a plan.</summary>
    public const string InPlan = "Det står i planen. De som kan se det som gjelder henne eller ham, ser det.";

    /// <summary>Whether it comes.</summary>
    public static string Of(RegisteredState state) => state == RegisteredState.Kept ? "Kommer" : "Kommer ikke likevel";

    /// <summary>A refusal as the field it belongs to and what it says; null for those the plan has words for.</summary>
    public static (string Field, string Text)? Of(Refusal refusal) =>
        refusal switch
        {
            TransitionKindMissing => ("Kind", "Velg hva som endrer seg."),
            TransitionHasItsDay t => (
                "Kind",
                $"Denne har sin dag av seg selv ({t.Basis.Named}). Den står på siden alt."
            ),
            EventOutOfRange => ("Day", $"Skriv en dag mellom {Days.Earliest.Year} og {Days.Latest.Year}."),
            _ => null,
        };
}
