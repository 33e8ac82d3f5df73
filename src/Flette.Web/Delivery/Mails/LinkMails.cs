using System.Net.Mail;

namespace Flette.Web.Delivery.Mails;

/// <summary>A mail with a link to agreements, as it waits in the outbox. Sealed with the family's key.</summary>
/// <param name="Address">The one it goes to.</param>
/// <param name="FirstName">How it greets.</param>
/// <param name="Subject">Neutral title that the coordinator saw and approved: names nobody, no diagnosis, no service.</param>
/// <param name="Count">How many agreements the link lists.</param>
/// <param name="From">The coordinator's name and telephone, for whoever would rather call.</param>
/// <param name="Language">nb, nn or en.</param>
public sealed record LinkMail(
    string Address,
    string FirstName,
    string Subject,
    int Count,
    string From,
    string Language = "nb"
) : IMailContent;

/// <summary>Makes the mail that carries a link to agreements, at the moment it is sent.</summary>
public static class LinkMails
{
    /// <summary>One mail to one person. Throws <see cref="FormatException"/> when the address is not one.</summary>
    public static MailMessage Render(MailAround around, LinkMail mail) => Render(around, mail, Asking.First);

    /// <summary>The same before the day one of them is due.</summary>
    public static MailMessage RenderBefore(MailAround around, LinkMail mail) => Render(around, mail, Asking.Before);

    /// <summary>The same when that day has been.</summary>
    public static MailMessage RenderAfter(MailAround around, LinkMail mail) => Render(around, mail, Asking.After);

    private static MailMessage Render(MailAround around, LinkMail mail, Asking asking)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        return MailFrame.Of(
            around,
            mail,
            Words.Agreements(
                MailFrame.TongueOf(mail),
                asking,
                around.Municipality.Name,
                MailFrame.OneLine(mail.FirstName),
                mail.Count,
                around.LinkAddress,
                around.Until ?? throw new InvalidOperationException("The mail carries no link."),
                MailFrame.OneLine(mail.From)
            )
        );
    }
}

/// <summary>Which time somebody is asked.</summary>
internal enum Asking
{
    First,

    /// <summary>Before the day it is due.</summary>
    Before,

    /// <summary>When that day has been.</summary>
    After,
}
