using System.Net.Mail;
using Flette.Core.Words;

namespace Flette.Web.Delivery.Mails;

/// <summary>That the coordinator has written. Nothing of what, to whom it is about or of any service.</summary>
/// <param name="FirstName">How it greets.</param>
/// <param name="From">The coordinator's name and telephone, for whoever would rather call.</param>
public sealed record MessageMail(string Address, string FirstName, string Subject, string From, string Language = "nb")
    : IMailContent;

/// <summary>Mails and text messages that say there is a message.</summary>
public static class MessageMails
{
    /// <summary>Neutral.</summary>
    public static string Subject(Tongue tongue) =>
        tongue switch
        {
            Tongue.Nynorsk => "Du har fått ei melding",
            Tongue.English => "You have a message",
            _ => "Du har fått en melding",
        };

    /// <summary>One mail. Throws <see cref="FormatException"/> when the address is not one.</summary>
    public static MailMessage Render(MailAround around, MessageMail mail)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        var (name, from) = (MailFrame.OneLine(mail.FirstName), MailFrame.OneLine(mail.From));
        return MailFrame.Of(
            around,
            mail,
            MailFrame.TongueOf(mail) switch
            {
                Tongue.Nynorsk => $"""
                {(name.Length == 0 ? "Hei!" : $"Hei {name}!")}

                Koordinatoren dykkar har skrive til deg. Les og svar her:

                {around.LinkAddress}

                Vi sender ein kode til mobilen din, så ingen andre kan lese det. Lenkja er berre til deg, så ikkje send ho vidare.

                Vil du heller ringje? {from}

                Venleg helsing
                {around.Municipality.Name}

                E-posten er send automatisk. Svar med lenkja, ikkje på e-posten.

                """,
                Tongue.English => $"""
                {(name.Length == 0 ? "Hello!" : $"Hello {name}!")}

                Your coordinator has written to you. Read and answer here:

                {around.LinkAddress}

                We send a code to your mobile phone, so that nobody else can read it. The link is only for you, so do not pass it on.

                Would you rather call? {from}

                Kind regards
                {around.Municipality.Name}

                This mail was sent automatically. Answer with the link, not by replying.

                """,
                _ => $"""
                {(name.Length == 0 ? "Hei!" : $"Hei {name}!")}

                Koordinatoren deres har skrevet til deg. Les og svar her:

                {around.LinkAddress}

                Vi sender en kode til mobilen din, så ingen andre kan lese det. Lenken er bare til deg, så ikke send den videre.

                Vil du heller ringe? {from}

                Vennlig hilsen
                {around.Municipality.Name}

                E-posten er sendt automatisk. Svar med lenken, ikke på e-posten.

                """,
            }
        );
    }
}
