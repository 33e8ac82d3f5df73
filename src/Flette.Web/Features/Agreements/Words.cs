using Flette.Core;
using Flette.Core.Agreements;
using Flette.Web.Access;
using Flette.Web.Features.Shared;
using MeasureAgreements = Flette.Core.Plans.MeasureAgreements;
using MeasureState = Flette.Core.Plans.MeasureState;

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

    /// <summary>What somebody says, in a sentence: «Henrik Lie sier gjort».</summary>
    /// <param name="kind">Her last answer; null when she has given none.</param>
    public static string Says(string who, AnswerKind? kind) =>
        kind switch
        {
            null => $"{who} har ikke svart",
            AnswerKind.Accept => $"{who} tar den",
            AnswerKind.Done => $"{who} sier gjort",
            AnswerKind.InProgress => $"{who} er i gang",
            AnswerKind.NeedsHelp => $"{who} trenger hjelp",
            AnswerKind.Cannot => $"{who} kan ikke",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>
    /// What each of several says of an agreement they have: «Henrik Lie sier gjort, Ragnhild Moe har ikke svart». Null when one alone has it and nobody else has answered.
    /// </summary>
    /// <param name="name">Name, and service after a comma; null for one the asker may not see.</param>
    public static string? Each(Agreement agreement, Func<Guid, string?> name)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(name);
        var details = agreement.Details;
        var off = agreement.MayTake.Where(p => details.LastOf(p) is not null).ToList();
        var all = agreement.Holders.Concat(off).ToList();
        return all.Count < 2 || details.Answer is null
            ? null
            : string.Join(
                ", ",
                all.OrderBy(p => details.LastOf(p) is null ? 1 : 0)
                    .Select(p => (Who: name(p), details.LastOf(p)?.Kind))
                    .Where(p => p.Who is not null)
                    .Select(p => Says(p.Who!.Split(',')[0], p.Kind))
            );
    }

    /// <summary>The states to choose from.</summary>
    public static IReadOnlyList<FieldOption> States { get; } =
        Enum.GetValues<AgreementState>().Select(s => new FieldOption(s.ToString(), Of(s))).ToList();

    /// <summary>As the status tag shows it.</summary>
    public static StatusWord Status(AgreementState state) => Enum.Parse<StatusWord>(state.ToString());

    /// <summary>Where the measure stands that an agreement came from; null when it came from none.</summary>
    public static MeasureState? MeasureOf(Agreement agreement, IReadOnlyDictionary<Guid, MeasureState> measures)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(measures);
        return agreement.Parent is { } parent && measures.TryGetValue(parent, out var state) ? state : null;
    }

    /// <summary>As the status tag shows an agreement, and the measure it came from, on the day.</summary>
    public static StatusWord Status(Agreement agreement, MeasureState? measure, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        if (agreement.IsNobodys)
        {
            return StatusWord.Unowned;
        }
        var (state, waits) = MeasureAgreements.Both(measure, agreement.State);
        return waits || (state == AgreementState.Open && agreement.Waits(measure, today) is not null)
            ? StatusWord.Waiting
            : Status(state);
    }

    /// <summary>Whom an agreement waits for.</summary>
    public static string Of(Waiting waiting, People people)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        ArgumentNullException.ThrowIfNull(people);
        var names = people.Names(waiting.Whom);
        return waiting.For switch
        {
            WaitingFor.Yes => names.Length == 0 ? "ja fra den som er spurt" : $"ja fra {names}",
            WaitingFor.Help => $"hjelp fra {people.Coordinator ?? "koordinatoren"}",
            WaitingFor.OtherDay => $"svar fra {people.Coordinator ?? "koordinatoren"} om ny frist",
            WaitingFor.Holders => names.Length == 0 ? "svar" : $"svar fra {names}",
            WaitingFor.Answer => "svar utenfra",
            _ => throw new ArgumentOutOfRangeException(nameof(waiting)),
        };
    }

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
            AgreementAnswers.Given => "En person er spurt",
            AgreementAnswers.Retracted => "Svar tatt tilbake",
            AgreementAnswers.Raised => "Tas opp på neste møte",
            AgreementAnswers.LeftOff => "Lagt bort, etter familiens ønske",
            AgreementBook.Paced => "Nytt om påminnelser",
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
            ChangedMeanwhile => ("", "Noen andre endret avtalen samtidig. Se over begge tekstene og lagre på nytt."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
