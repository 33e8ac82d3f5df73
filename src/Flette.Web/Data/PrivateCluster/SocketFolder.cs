using System.Text;

namespace Flette.Web.Data;

/// <summary>
/// The folder of the server's socket. Whoever controls it can pose as the database, so a folder that was there
/// before us counts only when it is a real folder, owned by the cluster's account and closed to everyone else.
/// </summary>
internal static class SocketFolder
{
    /// <summary>Name of the socket file PostgreSQL makes for port 5432.</summary>
    public const string FileName = ".s.PGSQL.5432";

    // sockaddr_un holds 108 bytes with the closing zero.
    private const int LongestSocketPath = 107;

    /// <summary>
    /// Short whatever the data folder is called. Root uses /run, where nobody else can plant anything. A user gets
    /// /tmp and not /run/user/N: that disappears at sign-out, while the database may go on.
    /// </summary>
    public static string DefaultFor(string dataFolder, ClusterAccount account) =>
        (Environment.IsPrivilegedProcess ? "/run/flette-" : "/tmp/flette-")
        + PrivateClusterOptions.ShortHash(account.Uid + ":" + dataFolder, 12);

    /// <summary>Makes the folder if it is missing, then checks it whoever made it.</summary>
    /// <exception cref="PrivateClusterException">FLETTE-DB-06.</exception>
    public static async Task EnsureAsync(string folder, ClusterAccount account, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetByteCount(Path.Combine(folder, FileName));
        if (bytes > LongestSocketPath)
        {
            throw PrivateClusterException.BadSocketFolder(
                folder,
                $"stien til sokkelen blir {bytes} byte, og systemet tar {LongestSocketPath}"
            );
        }

        if (await FolderFacts.OfAsync(folder, ct) is null)
        {
            // mkdir, unlike Directory.CreateDirectory, fails when someone got there first; the check decides.
            var made = await Commands.RunAsync(["mkdir", "-m", "0700", "--", folder], ct);
            if (made.ExitCode == 0 && Environment.IsPrivilegedProcess)
            {
                await Commands.RunAsync(["chown", "--no-dereference", account.Name + ":", "--", folder], ct);
            }
        }

        await VerifyAsync(folder, account, ct);
    }

    /// <summary>Refuses a folder that someone else owns or can enter.</summary>
    /// <exception cref="PrivateClusterException">FLETTE-DB-06.</exception>
    public static async Task VerifyAsync(string folder, ClusterAccount account, CancellationToken ct)
    {
        var why = await FolderFacts.OfAsync(folder, ct) switch
        {
            null => "den kunne ikke lages",
            { IsLink: true } => "den er en symbolsk lenke",
            { IsFolder: false } => "den er ikke en mappe",
            { Uid: var uid } when !string.Equals(uid, account.Uid, StringComparison.Ordinal) =>
                $"den eies av bruker nummer {uid}, ikke av {account.Name}",
            { Mode: not FolderFacts.OwnerOnly } => "andre kan gå inn i den (rettighetene er ikke 0700)",
            _ => null,
        };
        if (why is not null)
        {
            throw PrivateClusterException.BadSocketFolder(folder, why);
        }
    }
}

/// <summary>What the file system says about a path, a link not followed.</summary>
internal sealed record FolderFacts(string Uid, UnixFileMode Mode, bool IsFolder, bool IsLink)
{
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Null when nothing is there.</summary>
    public static async Task<FolderFacts?> OfAsync(string path, CancellationToken ct)
    {
        var stat = await Commands.RunAsync(["stat", "-c", "%u %a %F", "--", path], ct);
        if (stat.ExitCode != 0)
        {
            return null;
        }

        var parts = stat.Output.Trim().Split(' ', 3);
        return new FolderFacts(
            parts[0],
            (UnixFileMode)Convert.ToInt32(parts[1], 8),
            string.Equals(parts[2], "directory", StringComparison.Ordinal),
            string.Equals(parts[2], "symbolic link", StringComparison.Ordinal)
        );
    }
}
