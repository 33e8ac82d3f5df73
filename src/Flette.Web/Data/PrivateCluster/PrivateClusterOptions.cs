using System.Security.Cryptography;
using System.Text;

namespace Flette.Web.Data;

/// <summary>Where a private cluster lives and how it is run.</summary>
public sealed record PrivateClusterOptions
{
    /// <summary>
    /// The program's data folder (FLETTE_DATA). The cluster takes the sub-folder <c>postgres</c> and nothing else.
    /// </summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of the socket, at most 94 bytes; null chooses one from the data folder's path.</summary>
    public string? SocketFolder { get; init; }

    /// <summary>Folder with <c>initdb</c> and <c>postgres</c>; null finds Debian's.</summary>
    public string? BinFolder { get; init; }

    /// <summary>System user that owns the cluster when the program runs as root; made if missing.</summary>
    public string SystemUser { get; init; } = "flette";

    /// <summary>
    /// False gives up fsync and with it everything promised about crashes of the machine: for tests only.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>How long one start may take before it is given up, crash recovery included.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Receives one line at a time, without names or content; may be called from any thread.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>
    /// The data folder to use when nobody has chosen: <c>.flette</c> in the clone for an ordinary user;
    /// <c>/var/lib/flette/</c> + 8 hex digits of the clone's path for root, because the clone may stand
    /// under a folder closed to the system user.
    /// </summary>
    /// <param name="cloneFolder">The clone's path.</param>
    /// <param name="chosen">FLETTE_DATA; wins when it is not empty.</param>
    public static string DefaultDataFolder(string cloneFolder, string? chosen)
    {
        var clone = Path.TrimEndingDirectorySeparator(Path.GetFullPath(cloneFolder));
        if (!string.IsNullOrWhiteSpace(chosen))
        {
            return Path.GetFullPath(chosen);
        }

        return Environment.IsPrivilegedProcess
            ? Path.Combine("/var/lib/flette", ShortHash(clone, 8))
            : Path.Combine(clone, ".flette");
    }

    internal static string ShortHash(string text, int digits) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];
}
