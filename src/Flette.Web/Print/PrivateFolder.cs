using Flette.Web.Data;

namespace Flette.Web.Print;

/// <summary>A folder only one account can open, gone with everything in it when it is disposed.</summary>
internal sealed class PrivateFolder : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private PrivateFolder(string path) => Path = path;

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>Makes it, mode 0700, belonging to <paramref name="account"/>.</summary>
    /// <exception cref="IOException">It could not be made.</exception>
    public static async Task<PrivateFolder> MakeAsync(ClusterAccount account, string below, CancellationToken cancel)
    {
        // By the account itself: a folder that changed owner could be something else by then.
        var made = await account.ShellAsync(
            "umask 077 && mktemp -d \"$1/flette-pdf-XXXXXXXXXX\"",
            [below.TrimEnd('/')],
            "",
            cancel
        );
        return made.ExitCode == 0
            ? new PrivateFolder(made.Output.TrimEnd('\n'))
            : throw new IOException("The printer's folder could not be made.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        var until = DateTime.UtcNow + Longest;
        while (Directory.Exists(Path))
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException) when (DateTime.UtcNow < until)
            {
                // What was just ended may still be making a last file.
                await Task.Delay(20);
            }
        }
    }
}
