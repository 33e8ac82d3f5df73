using Flette.Core.Families;
using Flette.Core.Transitions;
using Flette.Web.Features.Families;

namespace Flette.Web.Features.Transitions;

/// <summary>The transitions of a member, as the asker may see the member. Pure.</summary>
/// <param name="Known">The nearest day first.</param>
public sealed record MemberTransitions(Member Member, DateOnly Today, IReadOnlyList<Transition> Known)
{
    /// <summary>
    /// Those to work on, with those whose day is behind and something is left to do. What somebody has registered is seen whole at once,
    /// early as it may be.
    /// </summary>
    public IReadOnlyList<Transition> Now =>
        Known
            .Where(t =>
                t.State switch
                {
                    TransitionState.Now => true,
                    TransitionState.Passed => t.After(Today).Any(),
                    _ => t.Registered is not null,
                }
            )
            .ToList();

    /// <summary>Those it is too early for.</summary>
    public IReadOnlyList<Transition> Later =>
        Known.Where(t => t.State == TransitionState.Later && t.Registered is null).ToList();

    /// <summary>Those of the members the family is followed up for, and of whoever a plan is for. A member without a day has none yet.</summary>
    /// <param name="recipients">Members plans are for.</param>
    public static IReadOnlyList<MemberTransitions> Of(
        IEnumerable<Member> members,
        IReadOnlyCollection<Guid> recipients,
        TransitionSources sources,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(sources);
        return members
            .Where(m =>
                m.Details.Relation == FamilyRelation.Child
                || recipients.Contains(m.Id)
                || sources.Registered.Contains(m.Id)
            )
            .Select(m => new MemberTransitions(m, today, sources.Of(m, today)))
            .ToList();
    }
}
