using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.Words;

namespace Flette.Web.Delivery.Mails;

/// <summary>
/// What all mails have in common: one recipient, who it is from, and headers that name nobody. What is typed can add neither a
/// header nor a line.
/// </summary>
public static class MailFrame
{
    /// <summary>A mail with a text. Throws <see cref="FormatException"/> when the address is not one.</summary>
    public static MailMessage Of(MailAround around, IMailContent mail, string text)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(text);
        var municipality = around.Municipality;
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
        message.Headers["Message-ID"] = $"<{around.Outbox}@{municipality.Address.Host}>";
        message.Headers["Content-Language"] = TongueOf(mail) switch
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

    /// <summary>The language a mail is in.</summary>
    public static Tongue TongueOf(IMailContent mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail.Language switch
        {
            "nn" => Tongue.Nynorsk,
            "en" => Tongue.English,
            _ => Tongue.Bokmal,
        };
    }

    /// <summary>Typed text on one line, as it may stand in a mail.</summary>
    public static string OneLine(string text) => NeutralTitle.OneLine(text);

    /// <summary>One plain address, by the rule it was written by: what is stored may be older than the rule.</summary>
    private static MailAddress Recipient(string address)
    {
        var trimmed = address.Trim();
        return MailAddresses.Possible(trimmed) && MailAddress.TryCreate(trimmed, out var one) && one.Address == trimmed
            ? one
            : throw new FormatException("Not a mail address.");
    }
}
