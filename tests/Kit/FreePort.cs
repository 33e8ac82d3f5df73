using System.Net;
using System.Net.Sockets;

namespace Flette.Kit;

/// <summary>Ports on loopback for tests.</summary>
public static class FreePort
{
    // Below those the system gives to whoever asks for any: what is free among them now may be somebody's in the next instant.
    private const int First = 20_000;
    private const int Many = 12_000;

    private static int _last = Random.Shared.Next(Many);

    /// <summary>
    /// A port nobody listens on, each once in a test program. Prefer listening on port 0 and asking what was given; this is for
    /// programs that must be told beforehand.
    /// </summary>
    public static int Next()
    {
        for (var tried = 0; tried < Many; tried++)
        {
            var port = First + (Interlocked.Increment(ref _last) % Many);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody's.
            }
        }
        throw new InvalidOperationException("No port is free.");
    }
}
