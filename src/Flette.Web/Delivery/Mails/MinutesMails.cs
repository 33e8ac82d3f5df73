using System.Net.Mail;
using Flette.Core.Words;

namespace Flette.Web.Delivery.Mails;

/// <summary>A mail to a member that there is something to read from a meeting, or that it was taken back. Carries no link and no words of it.</summary>
/// <param name="Day">The day of the meeting.</param>
/// <param name="Again">Whether she was told of the same meeting before.</param>
public sealed record MinutesMail(
    string Address,
    string FirstName,
    string Subject,
    DateOnly Day,
    bool Again,
    string From,
    string Language = "nb"
) : IMailContent;

/// <summary>Mails about minutes: they say that there is something, and never what.</summary>
public static class MinutesMails
{
    /// <summary>There is something to read.</summary>
    public static MailMessage Ready(MailAround around, MinutesMail mail)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        var tongue = MailFrame.TongueOf(mail);
        var day = NorwegianDates.WithYear(mail.Day, tongue);
        var at = new Uri(around.Municipality.Address, Features.Meetings.Publishing.ReadModel.Path);
        return Frame(
            around,
            mail,
            tongue switch
            {
                Tongue.Nynorsk =>
                    $"""
                {(
                    mail.Again
                        ? $"Det er retta noko i det du kan lese frå møtet {day}."
                        : $"No kan du lese det vi vart samde om på møtet {day}."
                )} Logg inn her:

                {at}

                Er noko feil, kan du seie frå der. Vil du heller ha det på papir, ring {MailFrame.OneLine(mail.From)}
                """,
                Tongue.English =>
                    $"""
                {(
                    mail.Again
                        ? $"Something has been put right in what you can read from the meeting on {day}."
                        : $"You can now read what we agreed on at the meeting on {day}."
                )} Log in here:

                {at}

                If something is wrong, you can say so there. If you would rather have it on paper, ring {MailFrame.OneLine(
                    mail.From
                )}
                """,
                _ =>
                    $"""
                {(
                    mail.Again
                        ? $"Det er rettet noe i det du kan lese fra møtet {day}."
                        : $"Nå kan du lese det vi ble enige om på møtet {day}."
                )} Logg inn her:

                {at}

                Er noe feil, kan du si fra der. Vil du heller ha det på papir, ring {MailFrame.OneLine(mail.From)}
                """,
            }
        );
    }

    /// <summary>What was sent after the meeting does not count any more.</summary>
    public static MailMessage TakenBack(MailAround around, MinutesMail mail)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        var tongue = MailFrame.TongueOf(mail);
        var day = NorwegianDates.WithYear(mail.Day, tongue);
        return Frame(
            around,
            mail,
            tongue switch
            {
                Tongue.Nynorsk => $"""
                Vi sende deg ein e-post etter møtet {day}. Han var ikkje rett, så du kan sjå bort frå han. Du treng ikkje gjere noko.

                Du får ein ny når det er retta. Lurer du på noko, ring {MailFrame.OneLine(mail.From)}
                """,
                Tongue.English =>
                    $"""
                We sent you a mail after the meeting on {day}. It was not right, so please disregard it. You need not do anything.

                You will get a new one when it has been put right. If you wonder about something, ring {MailFrame.OneLine(
                    mail.From
                )}
                """,
                _ => $"""
                Vi sendte deg en e-post etter møtet {day}. Den var ikke riktig, så du kan se bort fra den. Du trenger ikke gjøre noe.

                Du får en ny når det er rettet. Lurer du på noe, ring {MailFrame.OneLine(mail.From)}
                """,
            }
        );
    }

    private static MailMessage Frame(MailAround around, MinutesMail mail, string text)
    {
        var tongue = MailFrame.TongueOf(mail);
        var name = MailFrame.OneLine(mail.FirstName);
        var (hello, regards, automatic) = tongue switch
        {
            Tongue.Nynorsk => (
                "Hei",
                "Venleg helsing",
                "E-posten er send automatisk, og svar på han blir ikkje lesne."
            ),
            Tongue.English => (
                "Hello",
                "Kind regards",
                "This mail was sent automatically, and replies to it are not read."
            ),
            _ => ("Hei", "Vennlig hilsen", "E-posten er sendt automatisk, og svar på den blir ikke lest."),
        };
        return MailFrame.Of(
            around,
            mail,
            $"""
            {(name.Length == 0 ? hello + "!" : $"{hello} {name}!")}

            {text}

            {regards}
            {around.Municipality.Name}

            {automatic}

            """
        );
    }
}
