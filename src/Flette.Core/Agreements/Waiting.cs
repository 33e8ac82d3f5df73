namespace Flette.Core.Agreements;

/// <summary>What an agreement waits for.</summary>
public enum WaitingFor
{
    /// <summary>Those who are asked to take it have not said yes.</summary>
    Yes,

    /// <summary>Whoever has it needs help: the coordinator's turn.</summary>
    Help,

    /// <summary>Another day is proposed, and the coordinator has not answered.</summary>
    OtherDay,

    /// <summary>The day went by, and those who have it have not said how it goes.</summary>
    Holders,

    /// <summary>An answer from outside; whose is not written.</summary>
    Answer,
}

/// <summary>Whom an agreement waits for (issue 2, A4): every open thing says who has it, since when, and whom it waits for.</summary>
/// <param name="Whom">Those it waits for; empty where <see cref="For"/> says it: the coordinator, or nobody written.</param>
/// <param name="Since">Null when it is not known.</param>
public sealed record Waiting(WaitingFor For, IReadOnlyList<Guid> Whom, DateOnly? Since)
{
    /// <summary>What it waits for, from what is known; null when it waits for nobody, or has come to an end. Pure.</summary>
    /// <param name="due">The day it is due.</param>
    /// <param name="outside">Whether its measure waits for an answer from outside.</param>
    public static Waiting? Of(Holding now, DateOnly? due, bool outside, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(now);
        if (!AgreementRules.IsLive(now.State))
        {
            return null;
        }
        var answer = now.Details.Answer;
        if (now.Asked.Count > 0)
        {
            return new(WaitingFor.Yes, now.Asked, now.Details.AskedSince);
        }
        if (now.State == AgreementState.NeedsHelp)
        {
            return new(WaitingFor.Help, [], answer is { Kind: AnswerKind.NeedsHelp } ? answer.On : null);
        }
        if (answer is { OtherDay: not null, Read: false })
        {
            return new(WaitingFor.OtherDay, [], answer.On);
        }
        if (outside)
        {
            return new(WaitingFor.Answer, [], null);
        }
        // Whoever answered after the day is waited for since she did.
        return due < today && now.Holders.Count > 0
            ? new(WaitingFor.Holders, now.Holders, answer?.On > due ? answer.On : due)
            : null;
    }
}
