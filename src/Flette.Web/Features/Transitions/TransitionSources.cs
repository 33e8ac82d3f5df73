using System.Collections.Immutable;
using Flette.Core.Transitions;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Features.Transitions.Municipal;
using Flette.Web.Features.Transitions.Registering;

namespace Flette.Web.Features.Transitions;

/// <summary>What transitions of members follow from, besides the members: the rules as the municipality has them, and what is registered.</summary>
/// <param name="Rules">All rules, with the municipality's own over them.</param>
/// <param name="Registered">Those no age gives a day, that the asker may see, by member.</param>
public sealed record TransitionSources(
    ImmutableArray<TransitionRule> Rules,
    ILookup<Guid, RegisteredTransition> Registered
)
{
    /// <summary>Reads the rules; what is registered is among <paramref name="items"/>.</summary>
    public static async Task<TransitionSources> LoadAsync(
        Pass pass,
        IEnumerable<Seen> items,
        CancellationToken cancel
    ) => new(await OwnTransitionBook.RulesAsync(pass, cancel), TransitionBook.Among(items));

    /// <summary>The transitions of a member, the nearest day first; none for days that cannot be meant. Pure.</summary>
    public ImmutableArray<Transition> Of(Member member, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(member);
        var facts = new TransitionFacts(
            member.Born,
            member.Due,
            member.Details.SchoolStartYear,
            [.. Registered[member.Id]]
        );
        return TransitionsAhead.Of(facts, today, Rules) is { Refusal: null } all
            // Of one that is not born only the first is told: what is years away rests on a day that may move.
            ? [.. all.Value.Where(t => !t.IsExpected || t.Kind == TransitionKind.Kindergarten)]
            : [];
    }
}
