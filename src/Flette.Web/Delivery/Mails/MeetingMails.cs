using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Words;
using Flette.Documents.Ics;

namespace Flette.Web.Delivery.Mails;

/// <summary>What a mail about a meeting is for.</summary>
public enum MeetingNotice
{
    /// <summary>She is asked to come.</summary>
    Invite,

    /// <summary>It is at another time or place.</summary>
    Update,

    /// <summary>It is not held, or she is not to be there any more.</summary>
    Cancel,

    /// <summary>It is tomorrow.</summary>
    Reminder,

    /// <summary>A new link in place of one that ran out.</summary>
    Link,
}

/// <summary>A meeting as a calendar is told of it.</summary>
/// <param name="Place">Only when the coordinator chose to put it there.</param>
public sealed record CalendarPart(Guid Uid, int Sequence, string? Place);

/// <summary>
/// A mail about a meeting, as it waits in the outbox. Sealed with the family's key. It says when, and nothing of whom or what it is
/// about; where it is stands behind the link.
/// </summary>
/// <param name="Address">The one it goes to.</param>
/// <param name="FirstName">How it greets.</param>
/// <param name="From">The coordinator's name and telephone, for whoever would rather call.</param>
/// <param name="Calendar">Null when nothing is said to a calendar.</param>
/// <param name="Language">nb, nn or en.</param>
public sealed record MeetingMail(
    string Address,
    string FirstName,
    MeetingNotice Notice,
    MeetingMoment When,
    string From,
    CalendarPart? Calendar,
    string Language = "nb"
) : IMailContent
{
    /// <inheritdoc/>
    public string Subject => MeetingWords.Subject(MailFrame.TongueOf(this), Notice, When.Day);
}

/// <summary>Makes the mail about a meeting, at the moment it is sent.</summary>
public static class MeetingMails
{
    /// <summary>
    /// One mail to one person: a text, and what calendars read beside it as another way of saying the same (RFC 6047, 3). Throws
    /// <see cref="FormatException"/> when the address is not one.
    /// </summary>
    public static MailMessage Render(MailAround around, MeetingMail mail)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        var municipality = around.Municipality;
        var answers = municipality.Inbound is not null;
        var message = MailFrame.Of(
            around,
            mail,
            MeetingWords.Text(
                MailFrame.TongueOf(mail),
                municipality.Name,
                MailFrame.OneLine(mail.FirstName),
                mail.Notice,
                mail.When,
                around.Link is null ? null : around.LinkAddress,
                around.Until,
                MailFrame.OneLine(mail.From),
                byCalendar: answers && mail is { Calendar: not null, Notice: not MeetingNotice.Cancel }
            )
        );
        if (mail.Calendar is not { } calendar)
        {
            return message;
        }
        var organizer = municipality.Inbound?.Address ?? municipality.Mail.From;
        var method = mail.Notice == MeetingNotice.Cancel ? CalendarMethod.Cancel : CalendarMethod.Request;
        var file = new CalendarInvitation(
            method,
            calendar.Uid,
            calendar.Sequence,
            around.At,
            mail.When,
            calendar.Place is { } place ? MailFrame.OneLine(place) : null,
            municipality.Mail.FromName ?? municipality.Name,
            organizer,
            mail.Address.Trim(),
            answers
        ).Write();
        var type = new ContentType("text/calendar")
        {
            CharSet = "utf-8",
            Parameters = { ["method"] = method == CalendarMethod.Cancel ? "CANCEL" : "REQUEST" },
        };
        // Both as alternatives of each other: a text of its own beside would make some calendars show an attachment.
        message.AlternateViews.Add(
            new AlternateView(new MemoryStream(Encoding.UTF8.GetBytes(file)), type)
            {
                TransferEncoding = TransferEncoding.Base64,
            }
        );
        if (answers)
        {
            message.ReplyToList.Add(new MailAddress(organizer));
        }
        return message;
    }
}
