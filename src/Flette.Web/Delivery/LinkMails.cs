using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Delivery;

/// <summary>Makes the mail that carries a link, at the moment it is sent.</summary>
public static class LinkMails
{
    /// <summary>
    /// One mail to one person. What is typed can neither add a header nor a line. Throws <see cref="FormatException"/> when the
    /// address is not one.
    /// </summary>
    /// <param name="outbox">Row of the outbox: the Message-ID, so that a mail that goes twice is known as one.</param>
    /// <param name="link">The link it carries; its token is made here and stored nowhere.</param>
    /// <param name="until">Last day the link opens.</param>
    public static MailMessage Render(Municipality municipality, Guid outbox, Guid link, DateOnly until, LinkMail mail)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        ArgumentNullException.ThrowIfNull(mail);
        var tongue = mail.Language switch
        {
            "nn" => Tongue.Nynorsk,
            "en" => Tongue.English,
            _ => Tongue.Bokmal,
        };
        var text = Words.Agreements(
            tongue,
            municipality.Name,
            OneLine(mail.FirstName),
            mail.Count,
            new Uri(municipality.Address, "/l/" + LinkTokens.Of(municipality.Master, link)),
            until,
            OneLine(mail.From)
        );
        var message = new MailMessage
        {
            From = new MailAddress(
                municipality.Mail.From,
                municipality.Mail.FromName ?? municipality.Name,
                Encoding.UTF8
            ),
            To = { Recipient(mail.Address) },
            HeadersEncoding = Encoding.UTF8,
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = text.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.Headers["Message-ID"] = $"<{outbox}@{municipality.Address.Host}>";
        message.Headers["Content-Language"] = tongue switch
        {
            Tongue.Nynorsk => "nn",
            Tongue.English => "en",
            _ => "nb",
        };
        // RFC 3834, and the same for Exchange: nobody's "out of office" comes back from a mail nobody reads answers to.
        message.Headers["Auto-Submitted"] = "auto-generated";
        message.Headers["X-Auto-Response-Suppress"] = "All";
        return message;
    }

    /// <summary>One plain address, by the rule it was written by: what is stored may be older than the rule.</summary>
    private static MailAddress Recipient(string address)
    {
        var trimmed = address.Trim();
        return MailAddresses.Possible(trimmed) && MailAddress.TryCreate(trimmed, out var one) && one.Address == trimmed
            ? one
            : throw new FormatException("Not a mail address.");
    }

    private static string OneLine(string text) => NeutralTitle.OneLine(text);
}
