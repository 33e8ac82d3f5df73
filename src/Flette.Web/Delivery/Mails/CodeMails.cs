using System.Globalization;
using System.Net.Mail;
using Flette.Core.Words;
using Flette.Web.Access;

namespace Flette.Web.Delivery.Mails;

/// <summary>A one-time code on its way. The code itself is not in it: it is made when it leaves.</summary>
/// <param name="Code">Id of the code.</param>
/// <param name="Until">When it stops working: later than that it is not sent.</param>
public sealed record CodeMail(string Address, Guid Code, DateTimeOffset Until, string Language = "nb") : IMailContent
{
    /// <summary>None: it goes by text message only.</summary>
    public string Subject => "";
}

/// <summary>Text messages with a one-time code.</summary>
public static class CodeMails
{
    /// <summary>Never by mail: whoever reads somebody's mail has her links too.</summary>
    public static MailMessage Render(MailAround around, CodeMail mail) =>
        throw new FormatException("A code goes by text message.");

    /// <summary>The text; null when it is too late. The last line lets a telephone fill it in on our own page, and on no other.</summary>
    public static string? Text(MailAround around, CodeMail mail)
    {
        ArgumentNullException.ThrowIfNull(around);
        ArgumentNullException.ThrowIfNull(mail);
        if (around.At >= mail.Until)
        {
            return null;
        }
        var code = OneTimeCodes.Of(around.Municipality.Master, mail.Code);
        var minutes = OneTimeCodes.Life.TotalMinutes.ToString(CultureInfo.InvariantCulture);
        var name = around.Municipality.Name;
        var says = MailFrame.TongueOf(mail) switch
        {
            Tongue.Nynorsk => $"{name}: Koden din er {code}. Han verkar i {minutes} minutt. Ikkje gi han til andre.",
            Tongue.English => $"{name}: Your code is {code}. It works for {minutes} minutes. Do not give it to others.",
            _ => $"{name}: Koden din er {code}. Den virker i {minutes} minutter. Ikke gi den til andre.",
        };
        return $"{says}\n\n@{around.Municipality.Address.Host} #{code}";
    }
}
