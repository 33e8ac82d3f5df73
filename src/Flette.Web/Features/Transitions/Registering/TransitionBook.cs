using Flette.Core;
using Flette.Core.Transitions;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Plans;

namespace Flette.Web.Features.Transitions.Registering;

/// <summary>Transitions no age gives a day, as somebody has registered them: an item each, in the plan or the working notes.</summary>
public static class TransitionBook
{
    /// <summary>Registers one.</summary>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddAsync(Write write, TransitionDraft draft, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal
            ? refusal
            : await Entries.AddAsync(
                write,
                Put(new ItemRow { Kind = ItemKinds.Transition, Id = id ?? Guid.Empty }, draft, RegisteredState.Kept),
                draft.Details
            );
    }

    /// <summary>Changes one: a new version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid transition,
        int version,
        TransitionDraft draft,
        RegisteredState state
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Check(write.Pass.Family!, write.Pass.Today)
            ?? await Entries.ChangeAsync(
                write,
                ItemKinds.Transition,
                transition,
                version,
                now => Put(now, draft, state),
                draft.Details
            );
    }

    /// <summary>Those that stand, among items the asker may see, by whose they are.</summary>
    public static ILookup<Guid, RegisteredTransition> Among(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.Transition && i.Row.State == Rows.Code(RegisteredState.Kept))
            .Where(i => i.Row is { Day: not null, About: [_] })
            .ToLookup(
                i => i.Row.About[0],
                i => new RegisteredTransition(i.Row.Id, i.Open<TransitionDetails>().Kind, i.Row.Day!.Value)
            );

    private static ItemRow Put(ItemRow item, TransitionDraft draft, RegisteredState state) =>
        item with
        {
            About = [draft.About!.Value],
            Day = draft.Day,
            State = Rows.Code(state),
        };
}
