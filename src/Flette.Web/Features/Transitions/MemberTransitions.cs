using System.Collections.Immutable;
using Flette.Core.Families;
using Flette.Core.Transitions;
using Flette.Web.Features.Families;

namespace Flette.Web.Features.Transitions;

/// <summary>The transitions of a member, as the asker may see the member. Nothing is read for them: they follow from the years. Pure.</summary>
/// <param name="Known">The nearest day first.</param>
public sealed record MemberTransitions(Member Member, DateOnly Today, IReadOnlyList<Transition> Known)
{
    /// <summary>Those to work on, with those whose day is behind and something is left to do.</summary>
    public IReadOnlyList<Transition> Now =>
        Known
            .Where(t => t.State == TransitionState.Now || (t.State == TransitionState.Passed && t.After(Today).Any()))
            .ToList();

    /// <summary>Those it is too early for.</summary>
    public IReadOnlyList<Transition> Later => Known.Where(t => t.State == TransitionState.Later).ToList();

    /// <summary>Those of the members the family is followed up for, and of whoever a plan is for. A member without a day has none yet.</summary>
    /// <param name="recipients">Members plans are for.</param>
    public static IReadOnlyList<MemberTransitions> Of(
        IEnumerable<Member> members,
        IReadOnlyCollection<Guid> recipients,
        DateOnly today
    ) =>
        members
            .Where(m => m.Details.Relation == FamilyRelation.Child || recipients.Contains(m.Id))
            .Select(m => new MemberTransitions(m, today, Of(m, today)))
            .ToList();

    /// <summary>Those of a member, with one that no age gives a day and somebody has.</summary>
    /// <param name="on">Its day; null where there is none.</param>
    public static IReadOnlyList<Transition> All(Member member, DateOnly today, TransitionRule rule, DateOnly? on)
    {
        ArgumentNullException.ThrowIfNull(member);
        ArgumentNullException.ThrowIfNull(rule);
        var facts = new TransitionFacts(
            member.Born,
            member.Due,
            Events: on is { } day && rule.Dated == Dated.Event
                ? [new RegisteredTransition(Guid.Empty, rule.Kind, day)]
                : []
        );
        return TransitionsAhead.Of(facts, today) is { Refusal: null } all ? all.Value : [];
    }

    // Of one that is not born only the first is told: what is years away rests on a day that may move.
    private static ImmutableArray<Transition> Of(Member member, DateOnly today) =>
        TransitionsAhead.Of(new TransitionFacts(member.Born, member.Due), today) is { Refusal: null } all
            ? [.. all.Value.Where(t => !t.IsExpected || t.Kind == TransitionKind.Kindergarten)]
            : [];
}
