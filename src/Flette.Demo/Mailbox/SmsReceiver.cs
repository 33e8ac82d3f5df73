using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Flette.Demo.Mailbox;

/// <summary>A text message as it was handed over.</summary>
/// <param name="Municipality">Key of the municipality it is from: the path it was posted to.</param>
/// <param name="Reference">What a receipt names it by.</param>
/// <param name="Receipt">Where receipts are posted.</param>
/// <param name="IdempotencyKey">The same when it is handed over once more.</param>
/// <param name="Authorization">What the sender proved itself with; null when nothing.</param>
public sealed record ReceivedSms(
    string Municipality,
    string To,
    string From,
    string Text,
    string Reference,
    Uri Receipt,
    string IdempotencyKey,
    string? Authorization,
    DateTimeOffset At
);

/// <summary>Says yes or no to a text message: the status a gateway answers with.</summary>
public interface ISmsTaker
{
    /// <summary>A whole message. The sender waits for the answer.</summary>
    Task<HttpStatusCode> TakeAsync(ReceivedSms sms);
}

/// <summary>
/// A small gateway of text messages on loopback, so that they take the whole real way also where nothing is sent to telephones.
/// </summary>
public sealed class SmsReceiver : IAsyncDisposable
{
    private const int Longest = 16 * 1024;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ISmsTaker _taker;
    private readonly TimeProvider _time;
    private WebApplication? _app;

    /// <summary>Takes a free port. Nothing answers there before <see cref="StartAsync"/>.</summary>
    public SmsReceiver(ISmsTaker taker, TimeProvider time)
    {
        (_taker, _time) = (taker, time);
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
    }

    /// <summary>Port on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Begins to answer.</summary>
    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.WebHost.UseSockets(o => o.CreateBoundListenSocket = _ => _socket);
        _app = builder.Build();
        _app.MapPost("/{municipality}", TakeAsync);
        await _app.StartAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is { } app)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
        _socket.Dispose();
    }

    private async Task TakeAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not <= Longest)
        {
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }
        try
        {
            using var json = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            string Of(string name) => json.RootElement.GetProperty(name).GetString()!;
            var sms = new ReceivedSms(
                (string)http.Request.RouteValues["municipality"]!,
                Of("to"),
                Of("from"),
                Of("text"),
                Of("reference"),
                new Uri(Of("receipt")),
                http.Request.Headers["Idempotency-Key"].ToString(),
                http.Request.Headers.Authorization is { Count: > 0 } proof ? proof.ToString() : null,
                _time.GetUtcNow()
            );
            http.Response.StatusCode = (int)await _taker.TakeAsync(sms);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
