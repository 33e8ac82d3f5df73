using Flette.Core;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Plans;

namespace Flette.Web.Features.Needs;

/// <summary>What members need and who has it, what they are good at, and what everyone brings.</summary>
public static class NeedBook
{
    /// <summary>Writes a need.</summary>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddAsync(Write write, NeedDraft draft, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        var head = Head(new ItemRow { Kind = ItemKinds.Need, Id = id ?? Guid.Empty }, draft);
        return await Items.InsertAsync(write, (await PlanBook.ScopeAsync(write)).Put(head), draft.Details);
    }

    /// <summary>Changes a need: a new version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid need,
        int version,
        NeedDraft draft,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        if (await Entries.FindAsync(write.Pass, ItemKinds.Need, need, cancel) is not { } now)
        {
            return new NoSuchEntry();
        }
        var next = (await PlanBook.ScopeAsync(write)).Put(Head(now.Row, draft));
        return await Items.ChangeAsync(write, next, version, "changed", draft.Details) ? null : new ChangedMeanwhile();
    }

    /// <summary>Writes a resource.</summary>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddResourceAsync(Write write, ResourceDraft draft, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        var head = Entries.Head(ItemKinds.Resource, draft.About!.Value, draft.Sharing) with { Id = id ?? Guid.Empty };
        var details = new ResourceDetails(draft.Text.Trim());
        return await Items.InsertAsync(write, (await PlanBook.ScopeAsync(write)).Put(head), details);
    }

    /// <summary>Writes what somebody brings.</summary>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddContributionAsync(Write write, ContributionDraft draft, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        var head = Entries.Head(ItemKinds.Contribution, draft.About!.Value, draft.Sharing) with
        {
            Id = id ?? Guid.Empty,
            Holders = draft.Who is { } who ? [who.Id] : [],
        };
        return await Items.InsertAsync(write, (await PlanBook.ScopeAsync(write)).Put(head), draft.Details);
    }

    private static ItemRow Head(ItemRow item, NeedDraft draft) =>
        Entries.Shared(item, draft.Sharing) with
        {
            About = [draft.About!.Value],
            State = Rows.Code(draft.State),
            Day = draft.Since,
        };
}
