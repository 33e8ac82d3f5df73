using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings;

namespace Flette.Web.Features.Invitations.Asked;

/// <summary>What one person is to be told.</summary>
public sealed record PersonalWord(Addressee To, Word Word);

/// <summary>What a link to a meeting shows beside the meeting. Sealed with the family's key.</summary>
/// <param name="Place">The place, as it was when the link was made; null when it is not told. Another place is told by a new link.</param>
public sealed record MeetingLinkBody(string FirstName, string? Language, string? Place);

/// <summary>Sending invitations, new times and cancellations; and taking a sending back.</summary>
public static class Inviter
{
    private const int Unsaid = -1;

    /// <summary>Tells each person her word, with one mail each. The id of the sending, by which it can be taken back.</summary>
    /// <param name="place">The place as it is told behind the link; null when it is not.</param>
    /// <param name="inCalendar">Whether the place stands in calendars too.</param>
    public static async Task<Guid> SendAsync(
        Write write,
        Meeting meeting,
        IReadOnlyList<PersonalWord> words,
        string? place,
        bool inCalendar
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(words);
        var sending = write.NewId();
        foreach (var (to, word) in words.Where(w => w.Word is Word.Invite or Word.Update or Word.Cancel))
        {
            await TellAsync(write, sending, meeting, to, word, place, inCalendar);
        }
        return sending;
    }

    /// <summary>
    /// Takes back what of a sending has not left: those persons have been told what they had been told before. False when it was too
    /// late for all of it.
    /// </summary>
    public static async Task<bool> UndoAsync(Write write, Guid sending)
    {
        ArgumentNullException.ThrowIfNull(write);
        var sent = await InvitationBook.WhereAsync(
            write,
            "i.family = @Id and i.sending = @sending and o.state = 'waiting'",
            new { write.Pass.Family!.Id, sending }
        );
        if (sent.Count == 0 || !await LinkBook.UndoAsync(write, sending))
        {
            return false;
        }
        foreach (var invitation in sent)
        {
            await Reminders.StopAsync(write, invitation.Meeting, invitation.Person);
            var before = invitation.Body.Before;
            var restored = invitation with
            {
                State = before?.State ?? InvitationState.Undone,
                Sequence = before?.Sequence ?? invitation.Sequence,
                Sending = before?.Sending ?? invitation.Sending,
                SentAt = before?.SentAt ?? invitation.SentAt,
                Link = before?.Link ?? invitation.Link,
                Body = before?.Body ?? invitation.Body,
            };
            await InvitationBook.StoreAsync(write, restored);
            if (restored.State == InvitationState.Invited)
            {
                await Reminders.PlanAsync(write, restored);
            }
        }
        return true;
    }

    /// <summary>Whoever takes part no longer is not asked to meetings that are to come: her calendar is told.</summary>
    public static async Task CancelOfPersonAsync(Write write, Addressee to)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(to);
        var living = await InvitationBook.WhereAsync(
            write,
            """
            i.family = @Id and i.person = @Person and i.state = 'invited'
            and exists (select 1 from item m where m.id = i.meeting and m.state = 'planned' and m.day >= @Today)
            """,
            new
            {
                write.Pass.Family!.Id,
                to.Person,
                write.Pass.Today,
            }
        );
        var sending = write.NewId();
        foreach (var invitation in living)
        {
            await Reminders.StopAsync(write, invitation.Meeting, to.Person);
            await PutAsync(write, sending, invitation, to, MeetingNotice.Cancel, link: null, invitation.Sequence + 1);
            await InvitationBook.StoreAsync(
                write,
                invitation with
                {
                    State = InvitationState.Cancelled,
                    Sequence = invitation.Sequence + 1,
                    Sending = sending,
                    SentAt = write.Now,
                    Link = null,
                }
            );
        }
    }

    /// <summary>A meeting is not held: everyone who was asked is told, whoever's word it is that it is off.</summary>
    /// <param name="person">Only she, where the meeting is held without her.</param>
    public static async Task CancelOfMeetingAsync(Write write, Guid meeting, Guid? person = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        await Reminders.StopAsync(write, meeting, person);
        var sending = write.NewId();
        foreach (
            var invitation in await InvitationBook.WhereAsync(
                write,
                "i.family = @Id and i.meeting = @meeting and i.state = 'invited' and (@person::uuid is null or i.person = @person)",
                new
                {
                    write.Pass.Family!.Id,
                    meeting,
                    person,
                }
            )
        )
        {
            var to =
                await LinkRenewal.AddresseeAsync(write, invitation.Person, written: true)
                ?? new Addressee(invitation.Person, "", "", invitation.Body.Address, null);
            await PutAsync(write, sending, invitation, to, MeetingNotice.Cancel, link: null, invitation.Sequence + 1);
            await InvitationBook.StoreAsync(
                write,
                invitation with
                {
                    State = InvitationState.Cancelled,
                    Sequence = invitation.Sequence + 1,
                    Sending = sending,
                    SentAt = write.Now,
                    Link = null,
                }
            );
        }
    }

    /// <summary>A fresh link to a meeting in place of one that ran out: nothing new is said to a calendar.</summary>
    public static async Task RenewAsync(Write write, Meeting meeting, Addressee to)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(to);
        if (await InvitationBook.OneAsync(write, meeting.Id, to.Person) is not { } invitation)
        {
            return;
        }
        var sending = write.NewId();
        var link = await MakeLinkAsync(write, sending, invitation, to, invitation.Body.Place);
        var mail = Mail(write, to, MeetingNotice.Link, new MeetingMoment(meeting.Day, meeting.Details.Time), null);
        await Outbox.PutAsync(write, Templates.Meeting, sending, link, mail, write.Now);
    }

    private static async Task TellAsync(
        Write write,
        Guid sending,
        Meeting meeting,
        Addressee to,
        Word word,
        string? place,
        bool inCalendar
    )
    {
        var before = await InvitationBook.OneAsync(write, meeting.Id, to.Person);
        var when = new MeetingMoment(meeting.Day, meeting.Details.Time);
        // What is taken back is what she was told, and it goes to where she was told it, whatever stands on record now.
        var body =
            word == Word.Cancel && before is not null
                ? before.Body with
                {
                    Before = before.Word,
                }
                : new InvitationBody(to.SentTo!, when, place, inCalendar, before?.Word);
        var invitation = new Invitation(
            before?.Id ?? await ReplyBook.IdAsync(write, meeting.Id, to.Person) ?? write.NewId(),
            meeting.Family,
            meeting.Id,
            to.Person,
            // Random, and not made from the clock: it stands in a calendar others may read.
            before?.Uid
                ?? Guid.NewGuid(),
            (before?.Sequence ?? Unsaid) + 1,
            word == Word.Cancel ? InvitationState.Cancelled : InvitationState.Invited,
            sending,
            write.Now,
            null,
            null,
            null,
            body
        );
        await Reminders.StopAsync(write, meeting.Id, to.Person);
        var link = await MakeLinkAsync(write, sending, invitation, to, place);
        var notice = word switch
        {
            Word.Invite => MeetingNotice.Invite,
            Word.Update => MeetingNotice.Update,
            _ => MeetingNotice.Cancel,
        };
        await PutAsync(write, sending, invitation, to, notice, link, invitation.Sequence);
        invitation = invitation with { Link = link };
        await InvitationBook.StoreAsync(write, invitation);
        if (invitation.State == InvitationState.Invited)
        {
            await Reminders.PlanAsync(write, invitation, to);
        }
    }

    private static Task PutAsync(
        Write write,
        Guid sending,
        Invitation invitation,
        Addressee to,
        MeetingNotice notice,
        Guid? link,
        int sequence
    )
    {
        var told = invitation.Body;
        var mail = Mail(
            write,
            to with
            {
                SentTo = told.Address,
            },
            notice,
            told.When,
            new CalendarPart(invitation.Uid, sequence, told.InCalendar ? told.Place : null)
        );
        return Outbox.PutAsync(write, Templates.Meeting, sending, link, mail, write.Now + Outbox.UndoWindow);
    }

    internal static MeetingMail Mail(
        Write write,
        Addressee to,
        MeetingNotice notice,
        MeetingMoment when,
        CalendarPart? calendar
    )
    {
        var tongue = Shared.Language.FromWords(to.Language) ?? Tongue.Bokmal;
        return new MeetingMail(
            to.SentTo!,
            to.FirstName,
            notice,
            when,
            LinkBook.Coordinator(write.Pass).In(tongue),
            calendar,
            Shared.Language.Code(tongue)
        );
    }

    /// <summary>A link to the meeting and to her own answer, and to nothing else.</summary>
    internal static Task<Guid> MakeLinkAsync(
        Write write,
        Guid sending,
        Invitation invitation,
        Addressee to,
        string? place
    ) =>
        LinkMaking.MakeAsync(
            write,
            sending,
            to.Person,
            LinkPurpose.Meeting,
            [invitation.Meeting, invitation.Id],
            LinkLife.Until([invitation.Body.When.Day], write.Pass.Today),
            new MeetingLinkBody(
                to.FirstName,
                Shared.Language.FromWords(to.Language) is { } tongue ? Shared.Language.Code(tongue) : null,
                place
            )
        );
}
