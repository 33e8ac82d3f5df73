using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Inviting;
using Flette.Documents.Ics;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Invitations.Asked;

namespace Flette.Web.Delivery.Inbound;

/// <summary>
/// Takes answers of calendars. Who may answer is what the link of the invitation may: it lives, its family has a living yes, the one
/// it was sent to answers. Only the address that was invited counts, and only an answer to what it was told last.
/// </summary>
public sealed class ReplyIntake(Guard guard, TimeProvider time)
{
    /// <summary>The code of an answer that was taken.</summary>
    public const string Taken = "ok";

    /// <summary>An answer made later than this from now has a clock nobody can trust: it would win over all that come.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>
    /// Reads a mail and writes the answer in it, if there is one that counts: <see cref="Taken"/>, or a code for why nothing was
    /// changed. Throws when the database fails.
    /// </summary>
    public async Task<string> TakeAsync(Municipality municipality, InboundMail mail, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        ArgumentNullException.ThrowIfNull(mail);
        if (mail.Size > ReplyMail.Largest)
        {
            return "too-large";
        }
        Result<ReplyMail> read;
        await using (var stream = await mail.OpenAsync(stop))
        {
            read = await ReplyMail.ReadAsync(stream, stop);
        }
        if (read.Refusal is NoReply none)
        {
            return none.Code;
        }
        var (from, reply) = (read.Value.From, read.Value.Reply);
        if (!ReplyMail.Same(from, reply.Attendee))
        {
            return "sender";
        }
        await using var db = await municipality.Database.OpenConnectionAsync(stop);
        var asked = await db.QuerySingleOrDefaultAsync<(Guid Family, Guid Meeting, Guid? Link)?>(
            "select family, meeting, link from invitation where uid = @Uid",
            new { reply.Uid }
        );
        if (asked is not { } found)
        {
            return "unknown-uid";
        }
        if (
            found.Link is not { } id
            || await FactsLoader.LinkAsync(db, null, id, time.Today(), stop)
                is not { Expired: false, Revoked: false } link
        )
        {
            return "link";
        }
        await db.CloseAsync();
        var session = new Session(Guid.Empty, link.Asker(municipality.Key, alive: true));
        var admitted = await guard.AdmitAsync(
            municipality,
            session,
            Act.AnswerInvitation,
            found.Family,
            "calendar",
            stop
        );
        if (admitted.Refusal is AccessRefusal refused)
        {
            return refused.Code;
        }
        using var pass = admitted.Value;
        var written = await Write.RunAsync(
            pass,
            FormPost.None,
            time,
            async write =>
                await WriteAsync(write, found.Meeting, from, reply) is { } refusal ? refusal : Written.To("/"),
            stop
        );
        return written.Refusal switch
        {
            null => Taken,
            NoReply why => why.Code,
            AccessRefusal why => why.Code,
            var other => other.GetType().Name,
        };
    }

    private static async Task<Refusal?> WriteAsync(Write write, Guid meeting, string from, CalendarReply reply)
    {
        var person = write.Pass.Asker.Id;
        if (await InvitationBook.OneAsync(write, meeting, person) is not { } invitation)
        {
            return new NoReply("unknown-uid");
        }
        var stamp = reply.Stamp ?? write.Now;
        var last = await write.Db.QuerySingleAsync<DateTimeOffset?>(
            "select reply_at from invitation where id = @Id",
            new { invitation.Id },
            write.Work
        );
        string? why =
            invitation.Uid != reply.Uid ? "unknown-uid"
            : !ReplyMail.Same(invitation.Body.Address, from) ? "sender"
            : invitation.State != InvitationState.Invited ? "cancelled"
            : reply.Sequence < invitation.Sequence ? "old-sequence"
            : reply.Sequence > invitation.Sequence ? "unknown-sequence"
            : stamp > write.Now + Ahead ? "clock"
            : stamp <= last ? "older-answer"
            : null;
        if (why is not null)
        {
            return new NoReply(why);
        }
        var kind = reply.Answer switch
        {
            PartStat.Accepted => ReplyKind.Coming,
            PartStat.Declined => ReplyKind.Declined,
            PartStat.Tentative => ReplyKind.Tentative,
            PartStat.Delegated => ReplyKind.Delegated,
            _ => throw new ArgumentOutOfRangeException(nameof(reply)),
        };
        var line = reply.Comment is { Length: > 0 } said ? said[..Math.Min(said.Length, Replies.LongestLine)] : null;
        var draft = new ReplyDraft(person, kind, ReplyWay.Calendar, line, invitation.Body.When);
        if (await ReplyBook.AnswerAsync(write, meeting, draft, version: null) is { } refusal)
        {
            return refusal;
        }
        await write.ExecuteAsync(
            "update invitation set reply_at = @stamp where id = @Id",
            new { stamp, invitation.Id }
        );
        return null;
    }
}
