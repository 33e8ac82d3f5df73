using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Preparing;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Meetings.Preparing;

/// <summary>How each member wants a meeting to be: one item for each, hers and the coordinator's.</summary>
public static partial class AgendaBook
{
    /// <summary>How those the asker may ask for want a meeting to be.</summary>
    public static IReadOnlyList<SaidWishes> Wishes(IEnumerable<Seen> items, Guid meeting)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items
            .Where(i => i.Row.Kind == ItemKinds.MeetingWishes && i.Row.Parent == meeting)
            .Select(i => new SaidWishes(
                i.Row.Id,
                i.Row.About[0],
                i.Row.Version,
                i.Open<MeetingWishes>(),
                Norway.Day(i.Row.At),
                i.Row.ByKind == Rows.Code(AskerKind.Staff)
            ))
            .ToList();
    }

    /// <summary>Writes down how a member wants a meeting to be; again is a new version.</summary>
    /// <param name="version">The version that was seen; 0 when there was none. Null: by link, where what she said last holds.</param>
    public static async Task<Refusal?> WishAsync(
        Write write,
        Guid meeting,
        Guid member,
        MeetingWishes wishes,
        int? version
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(wishes);
        if (wishes.Check() is { } refusal)
        {
            return refusal;
        }
        if (await MeetingAsync(write, meeting) is not { } met)
        {
            return new NoSuchMeeting();
        }
        var before = await WishRowAsync(write, meeting, member);
        if (version is { } saw && saw != (before?.Version ?? 0))
        {
            return new ChangedMeanwhile();
        }
        Guid? behalf = write.Pass.Asker.Kind == AskerKind.Staff ? member : null;
        if (before is not null)
        {
            return await Items.ChangeAsync(write, before, before.Version, "changed", wishes, behalf)
                ? null
                : new ChangedMeanwhile();
        }
        var head = new ItemRow
        {
            Kind = ItemKinds.MeetingWishes,
            Room = met.Room,
            Plans = met.Plans,
            About = [member],
            // What she says of times and people is for her and the coordinator.
            Private = true,
            Parent = meeting,
            State = Said,
            OnBehalf = behalf,
        };
        await Items.InsertAsync(write, head, wishes);
        return null;
    }

    /// <summary>Takes back wishes that were written in the same go as something else that is taken back.</summary>
    internal static async Task TakeBackWishesAsync(Write write, Guid meeting, Guid member, DateTimeOffset at)
    {
        if (await WishRowAsync(write, meeting, member) is not { } row || row.At != at)
        {
            return;
        }
        if (await Items.UndoAsync(write, row, row.Version, _ => row.Plans) is NothingToUndo)
        {
            await Items.ChangeAsync(write, row, row.Version, "changed", MeetingWishes.None);
        }
    }

    /// <summary>Takes back what was last said of how a meeting should be: what stood before holds, or nothing.</summary>
    /// <param name="version">The version that was seen.</param>
    public static async Task<Refusal?> WithdrawWishesAsync(Write write, Guid meeting, Guid member, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await MeetingAsync(write, meeting) is null
            || await WishRowAsync(write, meeting, member) is not { } row
            || (write.Pass.Asker.Kind == AskerKind.Staff && row.ByKind != Rows.Code(AskerKind.Staff))
        )
        {
            return new NoSuchPoint();
        }
        var undone = await Items.UndoAsync(write, row, version, _ => row.Plans);
        Guid? behalf = write.Pass.Asker.Kind == AskerKind.Staff ? member : null;
        return undone is not NothingToUndo ? undone
            : await Items.ChangeAsync(write, row, version, TakenBack, MeetingWishes.None, behalf) ? null
            : new ChangedMeanwhile();
    }

    private static Task<ItemRow?> WishRowAsync(Write write, Guid meeting, Guid member) =>
        RowAsync(
            write,
            ItemKinds.MeetingWishes,
            "parent = @meeting and about = array[@member]",
            new { meeting, member }
        );
}
