using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Rhythm;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.FamilySays;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>«Vi ønsker et møte», opened.</summary>
public sealed record OpenWish(Guid Id, Guid Family, Guid By, MeetingWish Is, DateOnly On, int Version);

/// <summary>
/// A member asks for a meeting: one tap, to the coordinator and nobody else. Each asks for herself, and what she says is a version.
/// </summary>
public static class WishBook
{
    /// <summary>All of them, among items that were loaded with others.</summary>
    public static IReadOnlyList<OpenWish> Among(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.MeetingWish)
            .Select(i => new OpenWish(
                i.Row.Id,
                i.Row.Family,
                i.Row.Holders[0],
                Rows.FromCode<MeetingWish>(i.Row.State),
                i.Row.Day!.Value,
                i.Row.Version
            ))
            .ToList();

    /// <summary>Says it, or takes it back.</summary>
    /// <param name="by">The member.</param>
    /// <param name="version">The version the asker saw, 0 when there was none; null where the last word holds.</param>
    public static async Task<Refusal?> SayAsync(
        Write write,
        Guid by,
        bool wants,
        int? version,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var now = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.MeetingWish)).FirstOrDefault(i =>
            i.Row.Holders.Contains(by)
        );
        if (version is { } saw && saw != (now?.Row.Version ?? 0))
        {
            return new ChangedMeanwhile();
        }
        if (write.Pass.Family!.Member(by) is null)
        {
            return new SayerUnknown();
        }
        var herself = write.Pass.Asker.Kind == AskerKind.Member;
        var head = (await PlanBook.ScopeAsync(write)).Put(
            (now?.Row ?? new ItemRow { Kind = ItemKinds.MeetingWish }) with
            {
                About = [by],
                Holders = [by],
                Private = true,
                State = Rows.Code(wants ? MeetingWish.Said : MeetingWish.TakenBack),
                Day = write.Pass.Today,
                OnBehalf = herself ? null : by,
            }
        );
        if (now is null)
        {
            await Items.InsertAsync(write, head, new MeetingWishDetails(by));
            return null;
        }
        return await Items.ChangeAsync(
            write,
            head,
            now.Row.Version,
            "state",
            new MeetingWishDetails(by),
            herself ? null : by
        )
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>The coordinator has taken note of it, or has not after all.</summary>
    public static async Task<Refusal?> SeenAsync(Write write, Guid wish, bool seen, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.MeetingWish, wish) is not { } now
            || now.Row.State == Rows.Code(MeetingWish.TakenBack)
        )
        {
            return new NoSuchSuggestion();
        }
        return await Items.ChangeAsync(
            write,
            now.Row with
            {
                State = Rows.Code(seen ? MeetingWish.Seen : MeetingWish.Said),
            },
            version,
            "state",
            now.Open<MeetingWishDetails>()
        )
            ? null
            : new ChangedMeanwhile();
    }
}
