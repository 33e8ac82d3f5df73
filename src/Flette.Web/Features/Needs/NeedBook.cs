using Flette.Core;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
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
        return draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal
            ? refusal
            : await Entries.AddAsync(write, Put(New(ItemKinds.Need, id), draft), draft.Details);
    }

    /// <summary>Changes a need: a new version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeAsync(Write write, Guid need, int version, NeedDraft draft)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Check(write.Pass.Family!, write.Pass.Today)
            ?? await Entries.ChangeAsync(write, ItemKinds.Need, need, version, now => Put(now, draft), draft.Details);
    }

    /// <summary>Writes a resource.</summary>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddResourceAsync(Write write, ResourceDraft draft, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal
            ? refusal
            : await Entries.AddAsync(write, Put(New(ItemKinds.Resource, id), draft), draft.Details);
    }

    /// <summary>Changes a resource: a new version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeResourceAsync(Write write, Guid resource, int version, ResourceDraft draft)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Check(write.Pass.Family!, write.Pass.Today)
            ?? await Entries.ChangeAsync(
                write,
                ItemKinds.Resource,
                resource,
                version,
                now => Put(now, draft),
                draft.Details
            );
    }

    /// <summary>Writes what somebody brings.</summary>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddContributionAsync(Write write, ContributionDraft draft, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal
            ? refusal
            : await Entries.AddAsync(write, Put(New(ItemKinds.Contribution, id), draft), draft.Details);
    }

    /// <summary>Changes what somebody brings: a new version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeContributionAsync(
        Write write,
        Guid contribution,
        int version,
        ContributionDraft draft
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Check(write.Pass.Family!, write.Pass.Today)
            ?? await Entries.ChangeAsync(
                write,
                ItemKinds.Contribution,
                contribution,
                version,
                now => Put(now, draft),
                draft.Details
            );
    }

    private static ItemRow New(string kind, Guid? id) =>
        new()
        {
            Kind = kind,
            Id = id ?? Guid.Empty,
            State = Entries.Kept,
        };

    private static ItemRow Put(ItemRow item, NeedDraft draft) =>
        About(item, draft.About, draft.Sharing) with
        {
            State = Rows.Code(draft.State),
            Day = draft.Since,
        };

    private static ItemRow Put(ItemRow item, ResourceDraft draft) => About(item, draft.About, draft.Sharing);

    private static ItemRow Put(ItemRow item, ContributionDraft draft) =>
        About(item, draft.About, draft.Sharing) with
        {
            Holders = draft.Who is { } who ? [who.Id] : [],
        };

    private static ItemRow About(ItemRow item, Guid? about, Sharing sharing) =>
        Entries.Shared(item, sharing) with
        {
            About = [about!.Value],
        };
}
