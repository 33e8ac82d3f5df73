using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Flette.Demo.Mailbox;

namespace Flette.Web.Tests.Delivery;

/// <summary>
/// A mail server on loopback as a municipality's is: STARTTLS (RFC 3207), and login (AUTH LOGIN) before it takes a mail. Remembers each
/// line it heard in the clear, and each that was encrypted.
/// </summary>
internal sealed class LoginServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _clear = new();
    private readonly ConcurrentQueue<string> _encrypted = new();
    private readonly ConcurrentQueue<ReceivedMail> _taken = new();
    private readonly X509Certificate2 _certificate;
    private readonly Task _serving;

    public LoginServer(X509Certificate2 certificate)
    {
        _certificate = certificate;
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Its name, which its certificate must be for.</summary>
    public static string Host => "localhost";

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string User => "flette";

    public string Password { get; init; } = "riktig hest æøå";

    /// <summary>What it says it can, in the clear.</summary>
    public string Offers { get; init; } = "STARTTLS";

    /// <summary>What it answers to STARTTLS.</summary>
    public string ToStartTls { get; init; } = "220 Go ahead";

    /// <summary>Whether it knows EHLO, with which a server says what it can.</summary>
    public bool KnowsEhlo { get; init; } = true;

    /// <summary>The ways of logging in it says it has.</summary>
    public string Ways { get; init; } = "LOGIN";

    /// <summary>What it answers to MAIL from one who is not logged in.</summary>
    public string ToStranger { get; init; } = "530 5.7.57 Client not authenticated to send mail";

    /// <summary>What it answers to RCPT from one who is not logged in.</summary>
    public string ToStrangersRecipient { get; init; } = "554 5.7.1 Relay access denied";

    /// <summary>What it answers to RCPT from one who is.</summary>
    public string ToRecipient { get; init; } = "250 OK";

    public IReadOnlyCollection<string> Clear => _clear;

    public IReadOnlyCollection<string> Encrypted => _encrypted;

    public IReadOnlyCollection<ReceivedMail> Taken => _taken;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _certificate.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                try
                {
                    await TalkAsync(client.GetStream());
                }
                catch (Exception e) when (e is IOException or AuthenticationException)
                {
                    // It hung up, or does not trust us.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Closing.
        }
    }

    private async Task TalkAsync(Stream line)
    {
        var (heard, loggedIn, from, to) = (_clear, false, "", new List<string>());
        await SayAsync(line, "220 mail.example.no");
        while (await HearAsync(line, heard) is { } said)
        {
            switch (said.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO" when KnowsEhlo:
                    await SayAsync(line, $"250-mail.example.no\r\n250 {(heard == _clear ? Offers : $"AUTH {Ways}")}");
                    break;
                case "HELO":
                    await SayAsync(line, "250 mail.example.no");
                    break;
                case "STARTTLS":
                    await SayAsync(line, ToStartTls);
                    if (ToStartTls.StartsWith('2'))
                    {
                        var encrypted = new SslStream(line);
                        await encrypted.AuthenticateAsServerAsync(_certificate);
                        (line, heard) = (encrypted, _encrypted);
                    }
                    break;
                case "AUTH":
                    loggedIn = await IsUserAsync(line, said, heard);
                    await SayAsync(line, loggedIn ? "235 2.7.0 Welcome" : "535 5.7.8 Authentication failed");
                    break;
                case "MAIL":
                    from = Address(said);
                    await SayAsync(line, loggedIn ? "250 OK" : ToStranger);
                    break;
                case "RCPT":
                    to.Add(Address(said));
                    await SayAsync(line, loggedIn ? ToRecipient : ToStrangersRecipient);
                    break;
                case "DATA":
                    await SayAsync(line, "354 Go on");
                    var mail = new StringBuilder();
                    while (await HearAsync(line, heard) is { } text and not ".")
                    {
                        mail.Append(text).Append("\r\n");
                    }
                    _taken.Enqueue(
                        new ReceivedMail(new Envelope(from, [.. to], mail.ToString()), DateTimeOffset.UnixEpoch)
                    );
                    await SayAsync(line, "250 OK");
                    break;
                case "QUIT":
                    await SayAsync(line, "221 Bye");
                    return;
                default:
                    await SayAsync(line, "502 Command not implemented");
                    break;
            }
        }
    }

    private async Task<bool> IsUserAsync(Stream line, string said, ConcurrentQueue<string> heard)
    {
        if (
            said.Split(' ') is not [_, var way, .. var rest]
            || !way.Equals("LOGIN", StringComparison.OrdinalIgnoreCase)
        )
        {
            return false;
        }
        var user = rest is [var first] ? first : await AskAsync("VXNlcm5hbWU6");
        return Read(user) == User && Read(await AskAsync("UGFzc3dvcmQ6")) == Password;

        async Task<string> AskAsync(string question)
        {
            await SayAsync(line, "334 " + question);
            return await HearAsync(line, heard) ?? "";
        }
    }

    private static string Read(string base64) => Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    private static string Address(string said) => said.Split('<', '>')[1];

    private async Task SayAsync(Stream line, string said) =>
        await line.WriteAsync(Encoding.UTF8.GetBytes(said + "\r\n"), _stop.Token);

    /// <summary>The next line; null when the other side has hung up. Byte by byte, so that nothing after it is taken.</summary>
    private async Task<string?> HearAsync(Stream line, ConcurrentQueue<string> heard)
    {
        var (bytes, one) = (new List<byte>(), new byte[1]);
        while (await line.ReadAsync(one, _stop.Token) > 0)
        {
            if (one[0] == '\n')
            {
                var said = Encoding.UTF8.GetString([.. bytes]).TrimEnd('\r');
                heard.Enqueue(said);
                return said;
            }
            bytes.Add(one[0]);
        }
        return null;
    }
}
