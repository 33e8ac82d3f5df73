using System.Net.Mail;
using Flette.Core.Words;

namespace Flette.Web.Delivery.Mails;

/// <summary>A mail to a member the day services have met without her, with her yes. Names no kind of meeting, nobody and nothing of it.</summary>
/// <param name="Day">The day.</param>
public sealed record FagMail(
    string Address,
    string FirstName,
    string Subject,
    DateOnly Day,
    string From,
    string Language = "nb"
) : IMailContent;

/// <summary>Mails that a fagmøte has been held.</summary>
public static class FagMails
{
    /// <summary>Neutral.</summary>
    public static string Subject(DateOnly day, Tongue tongue)
    {
        var when = NorwegianDates.DayAndMonth(day, day, tongue);
        return tongue switch
        {
            Tongue.Nynorsk => $"Møte {when}",
            Tongue.English => $"Meeting on {when}",
            _ => $"Møte {when}",
        };
    }

    /// <summary>Makes the mail.</summary>
    public static MailMessage Render(MailAround around, FagMail mail)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        var tongue = MailFrame.TongueOf(mail);
        var day = NorwegianDates.WithYear(mail.Day, tongue);
        var at = new Uri(around.Municipality.Address, Features.FagMeetings.OwnModel.Path);
        var (name, from) = (MailFrame.OneLine(mail.FirstName), MailFrame.OneLine(mail.From));
        return MailFrame.Of(
            around,
            mail,
            tongue switch
            {
                Tongue.Nynorsk => $"""
                {(name.Length == 0 ? "Hei!" : $"Hei {name}!")}

                Møtet du har sagt ja til, er halde {day}. Logg inn for å sjå kva det vart semje om:

                {at}

                Vil du heller høyre det på telefon, ring {from}

                Venleg helsing
                {around.Municipality.Name}

                E-posten er send automatisk, og svar på han blir ikkje lesne.

                """,
                Tongue.English => $"""
                {(name.Length == 0 ? "Hello!" : $"Hello {name}!")}

                The meeting you have said yes to was held on {day}. Log in to see what was agreed on:

                {at}

                If you would rather hear it by telephone, ring {from}

                Kind regards
                {around.Municipality.Name}

                This mail was sent automatically, and replies to it are not read.

                """,
                _ => $"""
                {(name.Length == 0 ? "Hei!" : $"Hei {name}!")}

                Møtet du har sagt ja til, ble holdt {day}. Logg inn for å se hva det ble enighet om:

                {at}

                Vil du heller høre det på telefon, ring {from}

                Vennlig hilsen
                {around.Municipality.Name}

                E-posten er sendt automatisk, og svar på den blir ikke lest.

                """,
            }
        );
    }
}
