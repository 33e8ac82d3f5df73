using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Flette.Web.Delivery;

/// <summary>
/// Asks a server whether it takes our login. <see cref="System.Net.Mail.SmtpClient"/> does not tell: turned down, it goes on as a
/// stranger, and most servers then turn down the recipient, for good by the number. That must not be taken for a recipient who does
/// not exist.
/// </summary>
internal static class SmtpLogin
{
    /// <summary>The one way of logging in that is used (AUTH LOGIN): the server is known by its certificate, the line encrypted.</summary>
    public const string Way = "LOGIN";

    private const int NumberLength = 3;

    /// <summary>Whether it does; false too when it has not this way of logging in. Throws what a network and a certificate throw.</summary>
    public static async Task<bool> IsTakenAsync(MailOptions options, NetworkCredential login, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(login);
        using var connection = new TcpClient();
        await connection.ConnectAsync(options.Host, options.Port, stop);
        await using var clear = connection.GetStream();
        var hello = "EHLO " + Dns.GetHostName();
        if (
            !await IsAsync(clear, null, "220", stop)
            || !await IsAsync(clear, hello, "250", stop)
            || !await IsAsync(clear, "STARTTLS", "220", stop)
        )
        {
            return false;
        }
        await using var encrypted = new SslStream(clear);
        await encrypted.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = options.Host },
            stop
        );
        var taken =
            Offers(await AskAsync(encrypted, hello, stop))
            && await IsAsync(encrypted, $"AUTH {Way} {Base64(login.UserName)}", "334", stop)
            && await IsAsync(encrypted, Base64(login.Password), "235", stop);
        await AskAsync(encrypted, "QUIT", stop);
        return taken;
    }

    private static bool Offers(string answer) =>
        answer
            .Split('\n')
            .Where(l => l.Length > NumberLength)
            .Select(l => l[(NumberLength + 1)..].Split(' ', '='))
            .Any(words =>
                words[0].Equals("AUTH", StringComparison.OrdinalIgnoreCase)
                && words.Contains(Way, StringComparer.OrdinalIgnoreCase)
            );

    private static async Task<bool> IsAsync(Stream line, string? command, string number, CancellationToken stop) =>
        (await AskAsync(line, command, stop)).StartsWith(number, StringComparison.Ordinal);

    /// <summary>The answer to a command, or when there is none what is said first; empty when the other side has hung up.</summary>
    private static async Task<string> AskAsync(Stream line, string? command, CancellationToken stop)
    {
        if (command is not null)
        {
            await line.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), stop);
        }
        // A server says nothing more before it is asked, and what somebody else says before the line is encrypted is forgotten here.
        using var reader = new StreamReader(line, leaveOpen: true);
        var answer = new List<string>();
        do
        {
            answer.Add(await reader.ReadLineAsync(stop) ?? "");
        } while (answer[^1] is [_, _, _, '-', ..]);
        return string.Join('\n', answer);
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
