using Flette.Core.Access;

namespace Flette.Core.Agreements;

/// <summary>An agreement as the coordinator writes it.</summary>
/// <param name="Holders">Members, participants or the coordinator who have it; empty: nobody has it yet.</param>
/// <param name="About">Members it is about.</param>
/// <param name="Agreed">Whether those named now have said yes in the coordinator's hearing; else they are asked.</param>
public sealed record AgreementDraft(
    string What,
    IReadOnlyList<Guid> Holders,
    IReadOnlyList<Guid> About,
    Topic? Topic,
    DateOnly? Due,
    string? DueText,
    AgreementState State,
    bool Agreed = false
);

/// <summary>Why an agreement is not written.</summary>
public abstract record AgreementRefusal : Refusal;

/// <summary>It does not say what is to be done.</summary>
public sealed record WhatIsMissing : AgreementRefusal;

/// <summary>Longer than <see cref="AgreementRules.LongestWhat"/>.</summary>
public sealed record WhatTooLong : AgreementRefusal;

/// <summary>The words of a deadline are longer than <see cref="AgreementRules.LongestDueText"/>.</summary>
public sealed record DueTextTooLong : AgreementRefusal;

/// <summary>Somebody who is neither in the family, nor in the team, nor the coordinator.</summary>
public sealed record HolderUnknown : AgreementRefusal;

/// <summary>Nobody was said to be the one it is about.</summary>
public sealed record AboutMissing : AgreementRefusal;

/// <summary>The agreement is not there, or not for the one who asked.</summary>
public sealed record NoSuchAgreement : AgreementRefusal;

/// <summary>The rules for writing an agreement. Pure.</summary>
public static class AgreementRules
{
    public const int LongestWhat = 1_000;
    public const int LongestDueText = 200;

    /// <summary>Checks a draft against the people there are.</summary>
    public static AgreementRefusal? Check(AgreementDraft draft, IReadOnlySet<Guid> people, IReadOnlySet<Guid> members)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(members);
        return draft switch
        {
            { What: var what } when string.IsNullOrWhiteSpace(what) => new WhatIsMissing(),
            { What.Length: > LongestWhat } => new WhatTooLong(),
            { DueText.Length: > LongestDueText } => new DueTextTooLong(),
            _ when !draft.Holders.All(people.Contains) => new HolderUnknown(),
            _ when draft.About.Count == 0 || !draft.About.All(members.Contains) => new AboutMissing(),
            _ => null,
        };
    }

    /// <summary>Whether somebody still has something to do with it.</summary>
    public static bool IsLive(AgreementState state) =>
        state
            is AgreementState.Proposed
                or AgreementState.Open
                or AgreementState.InProgress
                or AgreementState.NeedsHelp;
}
