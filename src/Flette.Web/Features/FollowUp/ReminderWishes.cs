using Flette.Core;
using Flette.Core.Access;
using Flette.Core.FollowUp;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;

namespace Flette.Web.Features.FollowUp;

/// <summary>Whether a member wants to be reminded, opened.</summary>
public sealed record Wish(Guid Id, Guid Member, ReminderWish Is, string? Words, DateOnly Since, int Version);

/// <summary>
/// Members who want to be reminded of what they have themselves. Nobody in a family is reminded without; what is about one of them is
/// hers and the coordinator's to see.
/// </summary>
public static class ReminderWishes
{
    /// <summary>Those who want it, among items that were loaded with others.</summary>
    public static IReadOnlySet<Guid> On(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.ReminderWish && i.Row.State == Rows.Code(ReminderWish.On))
            .SelectMany(i => i.Row.About)
            .ToHashSet();

    /// <summary>What one member has said, among items that were loaded with others; null when she has said nothing.</summary>
    public static Wish? Of(IEnumerable<Seen> items, Guid member) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.ReminderWish && i.Row.About.Contains(member))
            .Select(Open)
            .FirstOrDefault();

    /// <summary>Writes what a member wants.</summary>
    /// <param name="words">How she said it, when the coordinator writes it down for her; null when she chooses herself.</param>
    /// <param name="version">The version the asker saw; 0: none.</param>
    public static async Task<Refusal?> SetAsync(
        Write write,
        Guid member,
        ReminderWish wish,
        string? words,
        int version,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var herself = write.Pass.Asker.Kind == AskerKind.Member && write.Pass.Asker.Id == member;
        if (SaidWords.Check(words) is { } refusal)
        {
            return refusal;
        }
        if (!herself && SaidWords.Words(words) is null)
        {
            return new WishWordsMissing();
        }
        var details = new ReminderWishDetails(herself ? null : SaidWords.Words(words));
        var now = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.ReminderWish)).FirstOrDefault(i =>
            i.Row.About.Contains(member)
        );
        if ((now?.Row.Version ?? 0) != version)
        {
            return new ChangedMeanwhile();
        }
        var head = (await PlanBook.ScopeAsync(write)).Put(
            (now?.Row ?? new ItemRow { Kind = ItemKinds.ReminderWish }) with
            {
                About = [member],
                Private = true,
                State = Rows.Code(wish),
                Day = write.Pass.Today,
                OnBehalf = herself ? null : member,
            }
        );
        if (now is null)
        {
            await Items.InsertAsync(write, head, details);
            return null;
        }
        return await Items.ChangeAsync(write, head, version, "state", details, herself ? null : member)
            ? null
            : new ChangedMeanwhile();
    }

    private static Wish Open(Seen seen) =>
        new(
            seen.Row.Id,
            seen.Row.About[0],
            Rows.FromCode<ReminderWish>(seen.Row.State),
            seen.Open<ReminderWishDetails>().Words,
            seen.Row.Day ?? Norway.Day(seen.Row.At),
            seen.Row.Version
        );
}
