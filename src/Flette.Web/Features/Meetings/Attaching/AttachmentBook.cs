using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Meetings.Attaching;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Hosting.Uploads;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>
/// Documents attached to meetings. What is said of one is an item like any other, with about, topic, room and versions; its bytes are
/// written once, and stay while any version is kept.
/// </summary>
public static class AttachmentBook
{
    /// <summary>Attaches a document that has come whole.</summary>
    /// <param name="fileName">As it was sent.</param>
    public static async Task<Result<Guid>> AddAsync(
        Write write,
        Guid meeting,
        SealedSpool file,
        string? fileName,
        AttachmentDraft draft
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(draft);
        if (await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } held)
        {
            return new NoSuchMeeting();
        }
        var wrong = AttachmentDraft.CheckFile(file.Length, file.Media) ?? draft.Check(write.Pass.Family!);
        if (wrong is { } refusal)
        {
            return refusal;
        }
        var name = FileName.Of(string.IsNullOrWhiteSpace(draft.Name) ? fileName : draft.Name);
        var head = await PutAsync(
            write,
            new ItemRow
            {
                Id = file.Id,
                Kind = ItemKinds.Attachment,
                Parent = meeting,
                State = LineBook.Kept,
                Day = held.Row.Day,
            },
            draft
        );
        await Items.InsertAsync(
            write,
            head,
            new AttachmentDetails(name, file.Media, file.Length, file.Chunks, file.Sha256, file.Key)
        );
        await AttachmentChunks.StoreAsync(write, file);
        return file.Id;
    }

    /// <summary>Changes what is said of one, and who may read it: a new version.</summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> ChangeAsync(Write write, Guid attachment, int version, AttachmentDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (await FindAsync(write, attachment) is not { Row.State: LineBook.Kept } seen)
        {
            return new NoSuchAttachment();
        }
        if (seen.Row.Version != version)
        {
            return new ChangedMeanwhile();
        }
        if (draft.Check(write.Pass.Family!) is { } refusal)
        {
            return refusal;
        }
        var now = seen.Open<AttachmentDetails>();
        var name = string.IsNullOrWhiteSpace(draft.Name) ? now.Name : FileName.Of(draft.Name);
        return await Items.ChangeAsync(
            write,
            await PutAsync(write, seen.Row, draft),
            version,
            "changed",
            now with
            {
                Name = name,
            }
        )
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>Takes one away: from now on nobody opens it. Its history keeps it, so that it can be brought back.</summary>
    public static async Task<Refusal?> RemoveAsync(Write write, Guid attachment, int version) =>
        await FindAsync(write, attachment) is not { Row.State: LineBook.Kept } seen ? new NoSuchAttachment()
        : await Items.ChangeAsync(
            write,
            seen.Row with
            {
                State = LineBook.Removed,
            },
            version,
            LineBook.Removed,
            seen.Open<AttachmentDetails>()
        )
            ? null
        : new ChangedMeanwhile();

    /// <summary>
    /// Undoes the last change, who reads it with the rest: what was shared by mistake is not shared any more. Nothing comes back into
    /// a plan that is not open.
    /// </summary>
    public static async Task<Refusal?> UndoAsync(Write write, Guid attachment, int version)
    {
        if (await FindAsync(write, attachment) is not { } seen)
        {
            return new NoSuchAttachment();
        }
        var scope = await PlanBook.ScopeAsync(write);
        if (
            await Items.UndoAsync(
                write,
                seen.Row,
                version,
                earlier => earlier.Room == Rows.Code(Room.Plan) ? scope.Of(earlier) : [],
                withRoom: true
            ) is
            { } refusal
        )
        {
            return refusal;
        }
        var now = (await FindAsync(write, attachment))!.Row;
        return now.Room == Rows.Code(Room.Plan) && write.Pass.Family!.PlanOf(now.ToFacts()) != PlanState.Open
            ? new NothingToShareIn()
            : null;
    }

    private static Task<Seen?> FindAsync(Write write, Guid attachment) =>
        Visible.ItemAsync(write, ItemKinds.Attachment, attachment);

    private static async Task<ItemRow> PutAsync(Write write, ItemRow row, AttachmentDraft draft)
    {
        var placed = row with
        {
            Room = Rows.Code(draft.Shared ? Room.Plan : Room.Work),
            Topic = draft.Topic is { } topic ? Rows.Code(topic) : null,
            About = [.. draft.About],
        };
        if (row.Parent is { } meeting)
        {
            // Of a meeting for one plan nothing is put in another.
            placed = placed with
            {
                Meant = (await Visible.ItemAsync(write, ItemKinds.Meeting, meeting))?.Row.Meant,
            };
        }
        return placed with { Plans = draft.Shared ? (await PlanBook.ScopeAsync(write)).Of(placed) : [] };
    }
}
