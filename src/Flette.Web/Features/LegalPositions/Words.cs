using Flette.Core;
using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.LegalPositions;

/// <summary>The words about legal positions.</summary>
public static class Words
{
    /// <summary>What a position is called.</summary>
    public static string Of(GuardianshipKind kind) =>
        kind switch
        {
            GuardianshipKind.ParentalResponsibility => "foreldreansvar",
            GuardianshipKind.LivesWith => "bor fast hos",
            GuardianshipKind.CareTakenOver => "omsorg overtatt",
            GuardianshipKind.FosterParent => "fosterforelder",
            GuardianshipKind.Guardian => "verge",
            GuardianshipKind.NextOfKin => "nærmeste pårørende",
            GuardianshipKind.Attorney => "fullmektig",
            GuardianshipKind.NoDecisionCapacity => "uten beslutningskompetanse",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>Where it is known from.</summary>
    public static string Of(GuardianshipSource source) =>
        source switch
        {
            GuardianshipSource.PopulationRegister => "folkeregisteret",
            GuardianshipSource.Decision => "vedtak",
            GuardianshipSource.Agreement => "avtale",
            GuardianshipSource.Told => "familien har sagt det",
            GuardianshipSource.Expected => "ventes",
            _ => throw new ArgumentOutOfRangeException(nameof(source)),
        };

    /// <summary>Positions to choose from, with what each means.</summary>
    public static IReadOnlyList<FieldOption> Kinds { get; } =
    [
        new(nameof(GuardianshipKind.ParentalResponsibility), "Foreldreansvar"),
        new(nameof(GuardianshipKind.LivesWith), "Barnet bor fast hos"),
        new(
            nameof(GuardianshipKind.CareTakenOver),
            "Barnevernet har overtatt omsorgen",
            "Velg ingen under «Hvem har den?»"
        ),
        new(nameof(GuardianshipKind.FosterParent), "Fosterforelder"),
        new(nameof(GuardianshipKind.Guardian), "Verge"),
        new(nameof(GuardianshipKind.NextOfKin), "Nærmeste pårørende"),
        new(
            nameof(GuardianshipKind.Attorney),
            "Fullmektig",
            "En ansatt på området saken gjelder, er hjelper og ikke fullmektig (fvl § 12)."
        ),
        new(
            nameof(GuardianshipKind.NoDecisionCapacity),
            "Har ikke beslutningskompetanse",
            "Når den som gir helsehjelp, har avgjort det skriftlig (pasient- og brukerrettighetsloven § 4-3). Det gjelder fra 16 år: da sier de som har foreldreansvaret, verge eller nærmeste pårørende ja til planen, og de ser den. Velg ingen under «Hvem har den?»"
        ),
    ];

    /// <summary>Sources to choose from.</summary>
    public static IReadOnlyList<FieldOption> Sources { get; } =
    [
        new(nameof(GuardianshipSource.PopulationRegister), "Folkeregisteret"),
        new(nameof(GuardianshipSource.Decision), "Vedtak eller dom"),
        new(nameof(GuardianshipSource.Agreement), "Avtale"),
        new(nameof(GuardianshipSource.Told), "Familien har sagt det"),
    ];

    /// <summary>«Silje og Thomas har foreldreansvar for Emma.»</summary>
    /// <param name="holders">First names; none when a service has it.</param>
    /// <param name="children">First names.</param>
    public static string Sentence(GuardianshipKind kind, IReadOnlyList<string> holders, IReadOnlyList<string> children)
    {
        var who = Listing.And(holders);
        var whom = Listing.And(children);
        return kind switch
        {
            GuardianshipKind.ParentalResponsibility => $"{who} har foreldreansvar for {whom}.",
            GuardianshipKind.LivesWith => $"{whom} bor fast hos {who}.",
            GuardianshipKind.CareTakenOver => $"Barnevernet har overtatt omsorgen for {whom}.",
            GuardianshipKind.FosterParent =>
                $"{who} er {(holders.Count > 1 ? "fosterforeldre" : "fosterforelder")} for {whom}.",
            GuardianshipKind.Guardian => $"{who} er {(holders.Count > 1 ? "verger" : "verge")} for {whom}.",
            GuardianshipKind.NextOfKin => $"{who} er nærmeste pårørende for {whom}.",
            GuardianshipKind.Attorney => $"{who} er {(holders.Count > 1 ? "fullmektiger" : "fullmektig")} for {whom}.",
            GuardianshipKind.NoDecisionCapacity =>
                $"Det er avgjort at {whom} ikke har beslutningskompetanse i spørsmål om helse.",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            GuardianshipImpossible => (
                "Input.Until",
                "Siste dag kan ikke være før første dag, og ingen kan ha rollen for seg selv."
            ),
            HolderMissing => (
                "Input.Holders",
                "Velg hvem som har den. Bare omsorg som barnevernet har overtatt, og at noen ikke har beslutningskompetanse, har ingen i familien."
            ),
            ChangedMeanwhile => ("", "Noen andre endret rollen samtidig. Se over begge dagene og lagre på nytt."),
            AlreadyHeld => ("Input.Holders", "En av dem har denne rollen fra før i samme tid."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
