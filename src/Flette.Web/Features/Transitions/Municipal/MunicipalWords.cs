using System.Globalization;
using Flette.Core;
using Flette.Core.Transitions;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Transitions.Municipal;

/// <summary>The words of a municipality's own transitions.</summary>
public static class MunicipalWords
{
    /// <summary>Said of whatever is as the product has it.</summary>
    public const string AsGiven = "som det følger med";

    /// <summary>When a step is, to choose from.</summary>
    public static IReadOnlyList<FieldOption> Sides { get; } =
    [new("false", "måneder før dagen"), new("true", "måneder etter dagen")];

    /// <summary>«24 måneder før», «1 måned etter», «samme dag».</summary>
    public static string Of(int months) =>
        months switch
        {
            0 => "samme dag",
            1 => "1 måned før",
            -1 => "1 måned etter",
            > 0 => string.Create(CultureInfo.InvariantCulture, $"{months} måneder før"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{-months} måneder etter"),
        };

    /// <summary>The same of a step of the product: months, and weeks besides.</summary>
    public static string Of(Lead lead) =>
        lead.Weeks == 0 ? Of(lead.Months)
        : lead.Weeks > 0 ? string.Create(CultureInfo.InvariantCulture, $"{lead.Weeks} uker før")
        : string.Create(CultureInfo.InvariantCulture, $"{-lead.Weeks} uker etter");

    /// <summary>Each field with its label and text, to lay two versions beside each other.</summary>
    public static IReadOnlyList<(string Label, string Text)> Said(OwnTransition own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return
        [
            ("Tid for å begynne", own.Months is { } months ? Of(months) : AsGiven),
            ("År etter skolestart", own.Years?.ToString(CultureInfo.InvariantCulture) ?? AsGiven),
            ("Hvem har den", own.Owner ?? AsGiven),
            ("Hvem tar imot", own.Receiver ?? AsGiven),
            (
                "Egne steg",
                Listing.And(OwnTransitionBook.StepsOf(own).Select(Of)) is { Length: > 0 } steps ? steps : "ingen"
            ),
        ];
    }

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            LeadOutOfRange l => ("Input.Months", $"Velg mellom {l.Least} og {l.Most} måneder."),
            LeadFixedByLaw l => (
                "Input.Months",
                $"Loven sier at arbeidet begynner i god tid ({l.Basis.Named}). Kommunen kan begynne tidligere enn {l.Months} måneder før, ikke senere."
            ),
            DayFixedByLaw d => ("Input.Years", $"Dagen følger av loven ({d.Basis.Named}). Den kan ikke endres her."),
            DayNotByYears => ("Input.Years", "Denne overgangen følger ikke av år."),
            YearsOutOfRange y => ("Input.Years", $"Skriv et tall mellom {y.Least} og {y.Most}."),
            OwnWordsMissing => (
                "",
                $"Et eget steg trenger både hva som gjøres og hvem som gjør det, og tid innen {OwnTransitions.MostMonths} måneder. Hver tekst er høyst {OwnTransitions.Longest} tegn."
            ),
            NothingToUndo => ("", "Det er ingenting å angre. Kommunen har ikke endret noe her."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se over begge og lagre på nytt."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };

    private static string Of(OwnStep step) =>
        $"«{step.What}» ({step.Who}, {Of(step.Months)}{(step.HandOver is { } over ? $", gis videre: {over}" : "")})";
}
