using System.Net.Mail;
using Flette.Core.Law;
using Flette.Core.Words;

namespace Flette.Web.Delivery.Mails;

/// <summary>
/// A mail to a service's leader about an agreement that waits, as it waits in the outbox. Sealed with the family's key. Names nobody
/// of the family and not what was agreed: that stands in the letter, which is handed over on paper or said (trust.md, Links).
/// </summary>
/// <param name="To">The leader.</param>
/// <param name="Who">Who in the service has it.</param>
/// <param name="Title">The neutral title she knows it by.</param>
/// <param name="AskedOn">The days she was asked.</param>
/// <param name="Duty">Code of the duty (<see cref="CooperationDuties"/>).</param>
/// <param name="From">The coordinator's name and telephone.</param>
public sealed record LetterMail(
    string Address,
    string Subject,
    string To,
    string Who,
    string Title,
    DateOnly Due,
    IReadOnlyList<DateOnly> AskedOn,
    string Duty,
    string From,
    string Language = "nb"
) : IMailContent;

/// <summary>Makes the mail of a letter, at the moment it is sent.</summary>
public static class LetterMails
{
    /// <summary>One mail. Throws <see cref="FormatException"/> when the address is not one.</summary>
    public static MailMessage Render(MailAround around, LetterMail mail)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        var duty = CooperationDuties.Find(mail.Duty);
        var asked = Listing.And(mail.AskedOn.Select(d => NorwegianDates.WithYear(d)));
        var municipality = around.Municipality.Name;
        return MailFrame.Of(
            around,
            mail,
            $"""
            Til {MailFrame.OneLine(mail.To)}

            Koordinerende enhet i {municipality} skriver til deg om en avtale hos dere som venter på svar.

            {MailFrame.OneLine(mail.Who)} har avtalen, med tittelen «{MailFrame.OneLine(mail.Title)}». Fristen var {NorwegianDates.WithYear(
                mail.Due
            )}.{(asked.Length == 0 ? "" : $" Vi har spurt {asked}.")} Vi vet ikke hvordan det går.

            Kan du finne ut hvordan det går, eller hvem som kan ta den videre? Ring {MailFrame.OneLine(mail.From)}. Der får du vite hvem avtalen gjelder og hva som ble avtalt. Det skriver vi ikke i e-post.
            {(duty is null ? "" : $"\n{duty.Named}: {duty.Says}\n")}
            Vennlig hilsen
            Koordinerende enhet, {municipality}

            E-posten er sendt automatisk. Ring, ikke svar på e-posten.

            """
        );
    }
}
