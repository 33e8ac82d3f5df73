using System.Net;
using System.Net.Sockets;

namespace Flette.Demo.Mailbox;

/// <summary>Says yes or no to what is handed over: an SMTP reply, as <c>250 OK</c>.</summary>
public interface IMailTaker
{
    /// <summary>Whether mail to this address is taken at all.</summary>
    string ToRecipient(string address);

    /// <summary>A whole mail. The sender waits for the answer.</summary>
    Task<string> TakeAsync(Envelope mail);
}

/// <summary>A mail as it was handed over.</summary>
/// <param name="From">Who the sender says it is from.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="Source">Headers and body as received, lines ended with CR LF.</param>
public sealed record Envelope(string From, IReadOnlyList<string> To, string Source);

/// <summary>
/// A small SMTP server on loopback (RFC 5321 without extensions but SIZE and 8BITMIME), so that mail takes the whole real way
/// also where there is no mail server.
/// </summary>
public sealed class SmtpReceiver : IAsyncDisposable
{
    private const int AtATime = 32;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _room = new(AtATime);
    private readonly IMailTaker _taker;
    private Task _accepting = Task.CompletedTask;

    /// <summary>Takes a free port. Nothing answers there before <see cref="Start"/>.</summary>
    public SmtpReceiver(IMailTaker taker)
    {
        _taker = taker;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    /// <summary>Port on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Begins to answer.</summary>
    public void Start()
    {
        _socket.Listen();
        _accepting = Task.Run(AcceptAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _socket.Dispose();
        _stop.Dispose();
        _room.Dispose();
    }

    private async Task AcceptAsync()
    {
        var sessions = new List<Task>();
        try
        {
            while (true)
            {
                await _room.WaitAsync(_stop.Token);
                var connection = await _socket.AcceptAsync(_stop.Token);
                sessions.RemoveAll(s => s.IsCompleted);
                sessions.Add(TalkAsync(connection));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(sessions);
        }
    }

    private async Task TalkAsync(Socket connection)
    {
        try
        {
            await using var stream = new NetworkStream(connection, ownsSocket: true);
            await new SmtpSession(stream, _taker).RunAsync(_stop.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // Hung up, or we are closing.
        }
        finally
        {
            _room.Release();
        }
    }
}
