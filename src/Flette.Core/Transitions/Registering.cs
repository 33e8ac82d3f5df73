using Flette.Core.Access;
using Flette.Core.Plans;

namespace Flette.Core.Transitions;

/// <summary>What is kept of a transition no age gives a day; whose it is and its day stand in the clear.</summary>
public sealed record TransitionDetails(TransitionKind Kind);

/// <summary>Whether a registered transition stands.</summary>
public enum RegisteredState
{
    Kept,

    /// <summary>Taken away: it does not come, or was a mistake.</summary>
    Removed,
}

/// <summary>Nothing was chosen that changes.</summary>
public sealed record TransitionKindMissing : Refusal;

/// <summary>A transition no age gives a day, to be registered or changed (needs-coordinator N100–N101, needs-childrens-coordinator N138, N141).</summary>
/// <param name="About">Whose it is.</param>
/// <param name="Day">The day it comes, or came.</param>
public sealed record TransitionDraft(TransitionKind? Kind, Guid? About, DateOnly? Day)
{
    /// <summary>Why it may not be written, or null.</summary>
    public Refusal? Check(FamilyFacts family, DateOnly today) =>
        Kind is not { } kind || !Enum.IsDefined(kind) ? new TransitionKindMissing()
        : PlanRules.About(family, About, Sharing.Usual, today) is { } about ? about
        : TransitionsAhead.RefuseEvent(kind, Day);

    /// <summary>What is sealed.</summary>
    public TransitionDetails Details => new(Kind!.Value);
}
