using System.Net;

namespace Flette.Web.Hosting;

/// <summary>A place the program answers at.</summary>
/// <param name="Ip">IP address; null for a socket file.</param>
/// <param name="Socket">Path of a socket file; null for an IP address.</param>
public sealed record ListenAddress(IPAddress? Ip, int Port, string? Socket, bool IsEncrypted)
{
    private const string SocketPrefix = "unix:";

    /// <summary>Whether only this machine reaches it.</summary>
    public bool IsHere => Ip is null || IPAddress.IsLoopback(Ip);

    /// <summary>Reads it as it is written in the configuration; null for what is none. Names are not looked up: only IP addresses.</summary>
    public static ListenAddress? Read(string? text)
    {
        if (text?.StartsWith(SocketPrefix, StringComparison.Ordinal) == true)
        {
            var path = text[SocketPrefix.Length..];
            return Path.IsPathFullyQualified(path) ? new ListenAddress(null, 0, path, IsEncrypted: false) : null;
        }
        return
            Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            && IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip)
            ? new ListenAddress(ip, uri.Port, null, uri.Scheme == Uri.UriSchemeHttps)
            : null;
    }
}
