using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Flette.Web.Data;

/// <summary>A running postmaster: one we started (and may stop) or one we found (and leave alone).</summary>
internal sealed class Postmaster : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);
    private readonly Process? _started;
    private readonly string _pidFile;
    private readonly string? _pidFileText;

    private Postmaster(int id, string socketFolder, Process? started, string pidFile, string? pidFileText)
    {
        Id = id;
        SocketFolder = socketFolder;
        _started = started;
        _pidFile = pidFile;
        _pidFileText = pidFileText;
    }

    public int Id { get; }
    public string SocketFolder { get; }

    /// <summary>Whether this process started it.</summary>
    public bool IsOurs => _started is not null;

    public bool IsAlive => _started is not null ? !_started.HasExited : ServesFolder(Id, _pidFileText);

    /// <summary>
    /// Starts the server as the cluster's account in a session of its own, so that Ctrl-C in the terminal reaches
    /// only us and we stop it in order; its words go to the log file, so that it outlives our pipes.
    /// </summary>
    public static Postmaster Start(
        PostgresTools tools,
        ClusterFolder folder,
        ClusterAccount account,
        string socketFolder,
        bool durable
    )
    {
        List<string> command =
        [
            "sh",
            "-c",
            "umask 077; exec setsid \"$@\" </dev/null >>\"$0\" 2>&1",
            folder.LogFile,
            tools.Postgres,
            "-D",
            folder.Data,
            "-k",
            socketFolder,
        ];
        if (!durable)
        {
            command.AddRange(["-c", "fsync=off", "-c", "full_page_writes=off"]);
        }

        // Every command in the chain becomes the next, so the number of this process is the postmaster's.
        var process = Commands.Start(account.As(command));
        process.StandardInput.Dispose();
        process.StandardOutput.Dispose();
        process.StandardError.Dispose();
        return new Postmaster(process.Id, socketFolder, process, folder.PidFile, null);
    }

    /// <summary>The postmaster that already serves the folder, or null.</summary>
    public static async Task<Postmaster?> FindAsync(ClusterFolder folder, CancellationToken ct)
    {
        var text = await PidFileTextAsync(folder.PidFile, ct);
        var lines = text?.Split('\n') ?? [];
        if (
            lines.Length < 5
            || !int.TryParse(lines[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || lines[4].Length == 0
            || !ServesFolder(id, text)
        )
        {
            return null;
        }

        return new Postmaster(id, lines[4], null, folder.PidFile, text);
    }

    /// <summary>
    /// PostgreSQL takes any living process with the number in postmaster.pid for a server: after a restart of a
    /// container, or under an init that leaves dead processes lying, that is wrong for ever. When no process works in
    /// the folder, the file is certainly old.
    /// </summary>
    public static async Task<bool> IsPidFileLeftOverAsync(ClusterFolder folder, CancellationToken ct)
    {
        var text = await PidFileTextAsync(folder.PidFile, ct);
        return text is not null
            && !Directory
                .EnumerateDirectories("/proc")
                .Any(p =>
                    int.TryParse(Path.GetFileName(p), CultureInfo.InvariantCulture, out var id)
                    && ServesFolder(id, text)
                );
    }

    /// <summary>Completes when the postmaster is gone.</summary>
    public async Task WaitForExitAsync(TimeProvider time, CancellationToken ct)
    {
        if (_started is not null)
        {
            await _started.WaitForExitAsync(ct);
            return;
        }

        while (IsAlive)
        {
            await Task.Delay(Look, time, ct);
        }
    }

    /// <summary>
    /// Stops a postmaster we started: running statements are rolled back, everything is written; one that does not
    /// listen is told to leave at once, and in the end ended. Never throws for a dead one.
    /// </summary>
    /// <param name="durable">False when nothing has to be written any more: then it leaves at once.</param>
    public async Task StopAsync(TimeProvider time, bool durable)
    {
        if (_started is null)
        {
            return;
        }

        (int Signal, int Patience)[] hard = [(SigQuit, 5), (SigKill, 5)];
        foreach (var (signal, patience) in durable ? [(SigInt, 20), .. hard] : hard)
        {
            if (_started.HasExited)
            {
                return;
            }

            _ = Kill(Id, signal);
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(patience), time);
            try
            {
                await _started.WaitForExitAsync(limit.Token);
                return;
            }
            catch (OperationCanceledException)
            {
                // Next, harder signal.
            }
        }
    }

    public void Dispose() => _started?.Dispose();

    // A server's processes stand in the data folder; that the very same pid file lies there settles which folder.
    private static bool ServesFolder(int id, string? pidFileText)
    {
        try
        {
            var seen = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/cwd/postmaster.pid");
            return pidFileText is not null
                && string.Equals(FirstLines(seen), FirstLines(pidFileText), StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Number, folder and start time; the last line (its state) changes while it runs.
    private static string FirstLines(string text) => string.Join('\n', text.Split('\n').Take(3));

    private static async Task<string?> PidFileTextAsync(string file, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllTextAsync(file, ct);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private const int SigInt = 2;
    private const int SigQuit = 3;
    private const int SigKill = 9;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int pid, int signal);
}
