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

    /// <summary>What an answer is called.</summary>
    public static string Of(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Accept => "Tar den",
            AnswerKind.Done => "Gjort",
            AnswerKind.InProgress => "I gang",
            AnswerKind.NeedsHelp => "Trenger hjelp",
            AnswerKind.Cannot => "Kan ikke",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>As the status tag shows an answer.</summary>
    public static StatusWord Status(AnswerKind kind) =>
        kind switch
        {
            AnswerKind.Accept => StatusWord.Open,
            AnswerKind.Done => StatusWord.Done,
            AnswerKind.InProgress => StatusWord.InProgress,
            AnswerKind.NeedsHelp => StatusWord.NeedsHelp,
            AnswerKind.Cannot => StatusWord.Declined,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
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
            AgreementAnswers.Answered => "Svar",
            AgreementAnswers.DayAccepted => "Ny frist godtatt",
            AgreementAnswers.Noted => "Svaret er lest",
            AgreementAnswers.Given => "Gitt til en person",
            _ => "Endret",
        };

    /// <summary>Said when an answer was dealt with that is not the one that stands.</summary>
    public const string AnsweredAnew = "Avtalen er endret siden du så svaret. Det som står nå, ser du under.";

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            WhatIsMissing => ("Input.What", "Skriv hva som skal gjøres."),
            WhatTooLong => ("Input.What", $"Høyst {AgreementRules.LongestWhat} tegn."),
            DueTextTooLong => ("Input.DueText", $"Høyst {AgreementRules.LongestDueText} tegn."),
            HolderUnknown => ("Input.Holders", "Velg noen i familien eller i ansvarsgruppa."),
            AboutMissing => ("Input.About", "Velg hvem det gjelder."),
            NoSuchAgreement => ("", "Fant ikke avtalen."),
            NotHersToAnswer => ("for", "Velg en som har avtalen eller er spurt om å ta den."),
            TakenBack => ("", "Avtalen er trukket, så den kan ikke besvares."),
            LineTooLong => ("Input.Line", $"Linjen er for lang. Høyst {Answering.LongestLine} tegn."),
            DayHasBeen => ("Input.OtherDay", "Velg en dag som ikke har vært."),
            NoDayProposed => ("", "Det er ikke foreslått noen ny frist, eller den er sett på allerede."),
            NothingToUndo => ("", "Det er ikke mer å angre."),
            ChangedMeanwhile => (
                "",
                "Noen andre endret avtalen samtidig. Det som står nå, ser du under. Ditt står i skjemaet."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
