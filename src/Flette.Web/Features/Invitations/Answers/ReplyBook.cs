using Dapper;
using Flette.Core;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Meetings;

namespace Flette.Web.Features.Invitations.Answers;

/// <summary>What one person said to an invitation.</summary>
/// <param name="OnBehalf">Whether somebody wrote it down for her.</param>
public sealed record Reply(
    Guid Id,
    Guid Family,
    Guid Meeting,
    Guid Person,
    ReplyKind Kind,
    ReplyDetails Details,
    int Version,
    DateTimeOffset At,
    bool OnBehalf
);

/// <summary>An answer as it is given.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="To">The time it is an answer to; null: the one the meeting has.</param>
public sealed record ReplyDraft(
    Guid Person,
    ReplyKind Kind,
    ReplyWay Way,
    string? Line = null,
    MeetingMoment? To = null
);

/// <summary>
/// Answers to invitations, however they come. One item for each person and meeting, and each answer a version of it; it names
/// nobody as whom it is about, so that it is hers and the coordinator's, and no other reader's.
/// </summary>
public static class ReplyBook
{
    /// <summary>Change kind of a version that is an answer.</summary>
    public const string Answered = "answer";

    /// <summary>Change kind of a version in which an answer was taken back.</summary>
    public const string Retracted = "retracted";

    /// <summary>Change kind of a version in which the coordinator took note of an answer.</summary>
    public const string Noted = "noted";

    /// <summary>The answers among items.</summary>
    public static IReadOnlyList<Reply> Among(IEnumerable<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Where(i => i.Row.Kind == ItemKinds.Reply).Select(Open).ToList();
    }

    /// <summary>The same for one meeting.</summary>
    public static IReadOnlyList<Reply> Among(IEnumerable<Seen> items, Guid meeting) =>
        Among(items).Where(r => r.Meeting == meeting).ToList();

    /// <summary>Opens an answer.</summary>
    public static Reply Open(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var row = seen.Row;
        return new(
            row.Id,
            row.Family,
            row.Parent!.Value,
            row.Holders[0],
            Rows.FromCode<ReplyKind>(row.State),
            seen.Open<ReplyDetails>(),
            row.Version,
            row.At,
            row.OnBehalf is not null
        );
    }

    /// <summary>
    /// Writes an answer. The same answer to the same time once more changes nothing, so that what is read twice has one effect.
    /// </summary>
    /// <param name="version">The version of the meeting that was answered; null where another time is seen by what was answered.</param>
    public static async Task<Refusal?> AnswerAsync(Write write, Guid meeting, ReplyDraft draft, int? version)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        var (pass, person) = (write.Pass, draft.Person);
        if (await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } seen)
        {
            return new NoSuchMeeting();
        }
        if (version is { } saw && saw != seen.Row.Version)
        {
            return new ChangedMeanwhile();
        }
        var now = MeetingBook.Open(seen);
        if (Replies.Check(now.State, now.Details, now.Day, person, draft.Line, pass.Today) is { } refusal)
        {
            return refusal;
        }
        var current = new MeetingMoment(now.Day, now.Details.Time);
        var line = string.IsNullOrWhiteSpace(draft.Line) ? null : draft.Line.Trim();
        var onBehalf = draft.Way == ReplyWay.OnBehalf ? person : (Guid?)null;
        var details = new ReplyDetails(
            draft.To ?? current,
            draft.Way,
            line,
            // That she comes is no news that waits for anyone, and what the coordinator writes herself she has read.
            Read: onBehalf is not null || (draft.Kind == ReplyKind.Coming && line is null)
        );
        var row = await RowAsync(write, meeting, person);
        if (row is null)
        {
            var head = new ItemRow
            {
                Id = (await InvitationBook.OneAsync(write, meeting, person))?.Id ?? Guid.Empty,
                Kind = ItemKinds.Reply,
                Room = seen.Row.Room,
                Holders = [person],
                Parent = meeting,
                State = Rows.Code(draft.Kind),
                Day = pass.Today,
                OnBehalf = onBehalf,
            };
            await Items.InsertAsync(write, head, details);
        }
        else if (!Same(pass, row, draft.Kind, details))
        {
            var next = row with { Room = seen.Row.Room, State = Rows.Code(draft.Kind), Day = pass.Today };
            // The family's row is locked, so the version read is the newest.
            await Items.ChangeAsync(write, next, row.Version, Answered, details, onBehalf);
        }
        await RemindAsync(write, meeting, person, draft.Kind != ReplyKind.Declined && details.To == current);
        return null;
    }

    /// <summary>Takes the last answer of a person back: what she said before that holds, or nothing.</summary>
    /// <param name="version">The version of the meeting that was seen.</param>
    public static async Task<Refusal?> TakeBackAsync(Write write, Guid meeting, Guid person, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is not { } seen)
        {
            return new NoSuchMeeting();
        }
        if (version != seen.Row.Version)
        {
            return new ChangedMeanwhile();
        }
        if (await RowAsync(write, meeting, person) is not { } row || row.State == Rows.Code(ReplyKind.TakenBack))
        {
            return new NothingToUndo();
        }
        var own = row.ById == write.Pass.Asker.Id && row.Change == Answered;
        var undone = own ? await Items.UndoAsync(write, row, row.Version, _ => row.Plans) : new NothingToUndo();
        if (undone is NothingToUndo)
        {
            var details = write.Pass.Ring.Open<ReplyDetails>(row.Body, row.KeyOwner, new Vault.Place("item", row.Id));
            await Items.ChangeAsync(
                write,
                row with
                {
                    State = Rows.Code(ReplyKind.TakenBack),
                },
                row.Version,
                Retracted,
                details with
                {
                    Line = null,
                    Read = true,
                }
            );
        }
        await RemindAsync(write, meeting, person, comes: true);
        return null;
    }

    /// <summary>Takes note of an answer; it leaves the list of answers that came.</summary>
    /// <param name="version">The version in which the asker saw it.</param>
    public static async Task<Refusal?> NoteAsync(Write write, Guid meeting, Guid person, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await RowAsync(write, meeting, person) is not { } row
            || await Visible.ItemAsync(write, ItemKinds.Reply, row.Id) is not { } seen
        )
        {
            return new NothingToUndo();
        }
        return await Items.ChangeAsync(
            write,
            row,
            version,
            Noted,
            seen.Open<ReplyDetails>() with
            {
                Read = true,
            },
            row.OnBehalf
        )
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>The id of a person's answer to a meeting; null when she has given none.</summary>
    internal static async Task<Guid?> IdAsync(Write write, Guid meeting, Guid person) =>
        (await RowAsync(write, meeting, person))?.Id;

    // Not by Visible: whoever may answer the meeting may answer it again, in whatever room her answer lies.
    private static Task<ItemRow?> RowAsync(Write write, Guid meeting, Guid person) =>
        write.Db.QuerySingleOrDefaultAsync<ItemRow>(
            "select * from item where family = @Id and kind = @kind and parent = @meeting and @person = any(holders)",
            new
            {
                write.Pass.Family!.Id,
                kind = ItemKinds.Reply,
                meeting,
                person,
            },
            write.Work
        );

    private static bool Same(Pass pass, ItemRow row, ReplyKind kind, ReplyDetails details)
    {
        var stands = pass.Ring.Open<ReplyDetails>(row.Body, row.KeyOwner, new Vault.Place("item", row.Id));
        return row.State == Rows.Code(kind)
            && stands.To == details.To
            && (details.Line is null || stands.Line == details.Line);
    }

    // Nobody who has said that she cannot is reminded.
    private static async Task RemindAsync(Write write, Guid meeting, Guid person, bool comes)
    {
        await Reminders.StopAsync(write, meeting, person);
        if (
            comes
            && await InvitationBook.OneAsync(write, meeting, person)
                is { State: InvitationState.Invited, Revoked: null } invitation
        )
        {
            await Reminders.PlanAsync(write, invitation);
        }
    }
}
