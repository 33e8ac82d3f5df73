using System.Net.Mail;
using Flette.Core.Words;

namespace Flette.Web.Delivery.Mails;

/// <summary>A mail that asks somebody for what she has to say before a meeting, or in place of one. Names nobody it is about.</summary>
/// <param name="Day">The day of the meeting; of an update the day it is put together.</param>
/// <param name="Update">There is no meeting: what each says is put together.</param>
public sealed record InputMail(
    string Address,
    string FirstName,
    DateOnly Day,
    bool Update,
    string From,
    string Language = "nb"
) : IMailContent
{
    /// <inheritdoc/>
    public string Subject
    {
        get
        {
            var tongue = MailFrame.TongueOf(this);
            var day = NorwegianDates.WithYear(Day, tongue).Replace('\u00a0', ' ');
            return (tongue, Update) switch
            {
                (Tongue.English, false) => $"Before the meeting on {day}",
                (Tongue.English, true) => $"Some questions, answer by {day}",
                (Tongue.Nynorsk, true) => $"Nokre spørsmål, svar innan {day}",
                (Tongue.Bokmal, true) => $"Noen spørsmål, svar innen {day}",
                _ => $"Før møtet {day}",
            };
        }
    }
}

/// <summary>Makes the mail that asks before a meeting, at the moment it is sent.</summary>
public static class InputMails
{
    /// <summary>One mail to one person. Throws <see cref="FormatException"/> when the address is not one.</summary>
    public static MailMessage Render(MailAround around, InputMail mail)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        var tongue = MailFrame.TongueOf(mail);
        var name = MailFrame.OneLine(mail.FirstName);
        var until = around.Until ?? throw new InvalidOperationException("The mail carries no link.");
        var (day, last) = (NorwegianDates.WithYear(mail.Day, tongue), NorwegianDates.WithYear(until, tongue));
        var (municipality, from) = (around.Municipality.Name, MailFrame.OneLine(mail.From));
        var text = tongue switch
        {
            Tongue.Nynorsk =>
                $"""
                Hei{(name.Length == 0 ? "" : " " + name)}!

                {(
                    mail.Update
                        ? $"{municipality} samlar inn korleis det går, i staden for eit møte. Tre korte linjer frå deg er nok. Svar gjerne innan {day}."
                        : $"Det skal vere eit møte {day}. {municipality} spør kva du vil ha sagt før det. Tre korte linjer er nok."
                )} Opne lenkja:

                {around.LinkAddress}

                Du treng ikkje logge inn. Lenkja verkar til og med {last}. Ho er berre til deg, så ikkje send ho vidare.

                Vil du heller ringje? {from}

                Har du fått dette ved ein feil, opne lenkja og vel «Ikkje meg».

                Venleg helsing
                {municipality}

                E-posten er send automatisk. Svar med lenkja, ikkje på e-posten.

                """,
            Tongue.English =>
                $"""
                Hello{(name.Length == 0 ? "" : " " + name)}!

                {(
                    mail.Update
                        ? $"{municipality} is gathering how things are going, in place of a meeting. Three short lines from you are enough. Please answer by {day}."
                        : $"There is to be a meeting on {day}. {municipality} asks what you want said before it. Three short lines are enough."
                )} Open the link:

                {around.LinkAddress}

                You do not need to log in. The link works until the end of {last}. It is for you only, so please do not forward it.

                Would you rather call? {from}

                If you got this by mistake, open the link and choose “Not me”.

                Kind regards
                {municipality}

                This mail was sent automatically. Answer with the link, not by replying.

                """,
            _ =>
                $"""
                Hei{(name.Length == 0 ? "" : " " + name)}!

                {(
                    mail.Update
                        ? $"{municipality} samler inn hvordan det går, i stedet for et møte. Tre korte linjer fra deg er nok. Svar gjerne innen {day}."
                        : $"Det skal være et møte {day}. {municipality} spør hva du vil ha sagt før det. Tre korte linjer er nok."
                )} Åpne lenken:

                {around.LinkAddress}

                Du trenger ikke logge inn. Lenken virker til og med {last}. Den er bare til deg, så ikke send den videre.

                Vil du heller ringe? {from}

                Har du fått dette ved en feil, åpne lenken og velg «Ikke meg».

                Vennlig hilsen
                {municipality}

                E-posten er sendt automatisk. Svar med lenken, ikke på e-posten.

                """,
        };
        return MailFrame.Of(around, mail, text);
    }
}
