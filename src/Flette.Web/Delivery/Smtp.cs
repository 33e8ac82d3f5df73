using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Flette.Web.Vault;

namespace Flette.Web.Delivery;

/// <summary>What stood in the way of a mail.</summary>
public enum Obstacle
{
    /// <summary>The recipient is refused for good: trying again changes nothing.</summary>
    Recipient,

    /// <summary>This mail did not pass now; others may.</summary>
    Mail,

    /// <summary>The server does not take mail now.</summary>
    Server,
}

/// <summary>Why a mail did not leave.</summary>
/// <param name="Code">For the operator: never the server's words, which may quote an address.</param>
public sealed record MailFault(string Code, Obstacle Obstacle);

/// <summary>Hands one mail to the municipality's SMTP server.</summary>
public static class Smtp
{
    /// <summary>
    /// Longest a mail may take. Shorter than the 15 s a statement may wait, so that whoever takes a mail back while it is on
    /// its way out gets an answer and not an error.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(12);

    /// <summary>Sends it; null when the server has taken it. Certificates are checked as everywhere else on the machine.</summary>
    public static async Task<MailFault?> SendAsync(MailOptions options, MailMessage mail, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(options);
        using var tooLong = new CancellationTokenSource(Longest, time);
        try
        {
            using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls };
            var login = Login(options);
            if (login is not null)
            {
                client.Credentials = new CredentialCache { { options.Host, options.Port, SmtpLogin.Way, login } };
            }
            // Hanging up: a cancelled SendMailAsync still waits for the answer to a mail that is handed over.
            await using var hangUp = tooLong.Token.Register(client.Dispose);
            try
            {
                await client.SendMailAsync(mail);
                return null;
            }
            catch (SmtpFailedRecipientException e)
            {
                var forGood = IsForGood(e.StatusCode);
                return forGood && login is not null && !await SmtpLogin.IsTakenAsync(options, login, tooLong.Token)
                    ? new MailFault("login", Obstacle.Server)
                    : new MailFault(Reply(e.StatusCode), forGood ? Obstacle.Recipient : Obstacle.Mail);
            }
        }
        catch (Exception) when (tooLong.IsCancellationRequested)
        {
            return new MailFault("timeout", Obstacle.Server);
        }
        catch (SmtpException e) when ((int)e.StatusCode > 0)
        {
            return new MailFault(Reply(e.StatusCode), Obstacle.Server);
        }
        catch (Exception e) when (Within(e).Any(i => i is AuthenticationException))
        {
            return new MailFault("certificate", Obstacle.Server);
        }
        catch (VaultException)
        {
            return new MailFault("password-file", Obstacle.Server);
        }
        catch (Exception e)
        {
            // SmtpClient throws whatever it stumbles on, a FormatException too at a server that speaks something else.
            return new MailFault(Within(e).Any(i => i is SocketException) ? "no-connection" : "smtp", Obstacle.Server);
        }
    }

    private static NetworkCredential? Login(MailOptions options) =>
        options is { User: { } user, PasswordFile: { } file }
            ? new NetworkCredential(user, Encoding.UTF8.GetString(SecretFile.Read(file)).Trim())
            : null;

    // A full mailbox (552) is emptied, and then the mail passes (RFC 5321, 4.5.3.1.10).
    private static bool IsForGood(SmtpStatusCode code) =>
        (int)code is >= 500 and < 600 && code != SmtpStatusCode.ExceededStorageAllocation;

    private static string Reply(SmtpStatusCode code) => $"smtp-{(int)code}";

    private static IEnumerable<Exception> Within(Exception e)
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            yield return inner;
        }
    }
}
