using System.Net;
using System.Net.Sockets;

namespace Flette.Kit;

/// <summary>Ports on loopback for tests.</summary>
public static class FreePort
{
    /// <summary>
    /// A port nobody listens on just now. Prefer listening on port 0 and asking what was given; this is for programs
    /// that must be told beforehand.
    /// </summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
