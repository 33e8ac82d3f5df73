using Flette.Core;
using Flette.Core.Consents;
using Flette.Web.Access;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Consents;

/// <summary>The words of the yes.</summary>
public static class Words
{
    /// <summary>What a plan is called.</summary>
    public static string Of(PlanKind kind) => kind == PlanKind.Individual ? "individuell plan" : "familiens plan";

    /// <summary>What one of several plans is called: «Planen til Oda», «Familiens plan».</summary>
    public static string NameOf(PlanAsked plan, Func<Guid, string> firstName)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(firstName);
        return plan.Recipient is { } recipient ? $"Planen til {firstName(recipient)}" : "Familiens plan";
    }

    /// <summary>What it means that a yes is missing for a plan there is.</summary>
    public const string Paused =
        "Planen venter på et ja som mangler. Til det er skrevet inn, kan den leses, men ikke endres, og ingenting sendes.";

    /// <summary>How a yes was given.</summary>
    public static string Of(ConsentHow how) =>
        how switch
        {
            ConsentHow.InPerson => "da vi møttes",
            ConsentHow.Paper => "på papir",
            ConsentHow.Phone => "på telefon",
            ConsentHow.Meeting => "i møtet",
            _ => throw new ArgumentOutOfRangeException(nameof(how)),
        };

    /// <summary>The ways to choose from.</summary>
    public static IReadOnlyList<FieldOption> Hows { get; } =
    [
        new(nameof(ConsentHow.InPerson), "Da vi møttes"),
        new(nameof(ConsentHow.Meeting), "I et møte"),
        new(nameof(ConsentHow.Phone), "På telefon"),
        new(nameof(ConsentHow.Paper), "På papir"),
    ];

    /// <summary>The plans to choose from.</summary>
    public static IReadOnlyList<FieldOption> Kinds { get; } =
    [
        new(
            nameof(PlanKind.Individual),
            "Individuell plan",
            "For én person. Fra 16 år sier hun eller han ja selv. Før det må alle med foreldreansvar si ja."
        ),
        new(
            nameof(PlanKind.Family),
            "Familiens plan",
            "For familien i Nye mønstre. Hver voksen sier ja for sin egen del."
        ),
    ];

    /// <summary>What is said yes to, word for word: this is what is read aloud and what is stored.</summary>
    public static string Sentence(PlanKind kind, string? recipient) =>
        kind == PlanKind.Individual
            ? $"Jeg sier ja til at det lages en individuell plan for {recipient}. Jeg kan trekke ja-et når jeg vil, uten å si hvorfor."
            : "Jeg sier ja til å være med i familiens plan med min egen del. Jeg kan trekke ja-et når jeg vil, uten å si hvorfor.";

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal, Func<Guid, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return refusal switch
        {
            RecipientMissing => ("Input.Recipient", "Velg hvem planen er for."),
            GiverMissing => ("Input.Givers", "Velg hvem som sa ja."),
            NotHersToGive n => ("Input.Givers", $"Det er ikke {name(n.Member)} som sier ja til denne planen."),
            NobodyMayConsent => (
                "Input.Recipient",
                "Ingen i familien er registrert med rett til å si ja. Registrer foreldreansvar eller verge først. Har barnevernet omsorgen, er det de som svarer."
            ),
            InTheFuture => ("Input.On", "Dagen kan ikke være fram i tid."),
            NoYesToWithdraw => ("", "Det er ikke noe ja å trekke."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se over og prøv igjen."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
    }
}
