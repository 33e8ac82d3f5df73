using Flette.Core;
using Flette.Core.Agreements;
using Flette.Web.Access;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Agreements;

/// <summary>The words of agreements.</summary>
public static class Words
{
    /// <summary>What a state is called.</summary>
    public static string Of(AgreementState state) =>
        state switch
        {
            AgreementState.Proposed => "Forslag",
            AgreementState.Open => "Avtalt",
            AgreementState.InProgress => "I gang",
            AgreementState.NeedsHelp => "Trenger hjelp",
            AgreementState.Done => "Gjort",
            AgreementState.Declined => "Kan ikke",
            AgreementState.Withdrawn => "Trukket",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>The states to choose from.</summary>
    public static IReadOnlyList<FieldOption> States { get; } =
        Enum.GetValues<AgreementState>().Select(s => new FieldOption(s.ToString(), Of(s))).ToList();

    /// <summary>As the status tag shows it.</summary>
    public static StatusWord Status(AgreementState state) => Enum.Parse<StatusWord>(state.ToString());

    /// <summary>What was done to a version, in words.</summary>
    public static string Change(string change) =>
        change switch
        {
            Undo.Created => "Skrevet inn",
            Undo.Undone => "Angret",
            Undo.Moved => "Flyttet til planen",
            "state" => "Ny status",
            _ => "Endret",
        };

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            WhatIsMissing => ("Input.What", "Skriv hva som skal gjøres."),
            WhatTooLong => ("Input.What", $"Høyst {AgreementRules.LongestWhat} tegn."),
            HolderUnknown => ("Input.Holders", "Velg noen i familien eller i ansvarsgruppa."),
            AboutMissing => ("Input.About", "Velg hvem det gjelder."),
            NoSuchAgreement => ("", "Fant ikke avtalen."),
            NothingToUndo => ("", "Det er ikke mer å angre."),
            ChangedMeanwhile => (
                "",
                "Noen andre endret avtalen samtidig. Det som står nå, ser du under. Ditt står i skjemaet."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
