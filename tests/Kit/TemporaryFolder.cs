using System.Diagnostics;
using System.Globalization;

namespace Flette.Kit;

/// <summary>A folder below the system's temporary folder, or in memory, removed with everything in it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "flette-test-";
    private const string Memory = "/dev/shm";
    private const long RoomInMemory = 4L * 1024 * 1024 * 1024;

    /// <summary>Makes the folder; its name tells which process it belongs to.</summary>
    /// <param name="suffix">End of the name, for tests that need a peculiar one.</param>
    /// <param name="inMemory">Whether it need not outlive the machine, and may lie in memory where there is room.</param>
    public TemporaryFolder(string suffix = "", bool inMemory = false)
    {
        var id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..8];
        var process = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var below = inMemory && HasRoom() ? Memory : System.IO.Path.GetTempPath();
        Path = System.IO.Path.Combine(below, Prefix + process + "-" + id + suffix);

        // Others may pass through but not look: as root the cluster in it belongs to another user.
        Directory.CreateDirectory(
            Path,
            UnixFileMode.UserRead
                | UnixFileMode.UserWrite
                | UnixFileMode.UserExecute
                | UnixFileMode.GroupExecute
                | UnixFileMode.OtherExecute
        );
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>A path inside it.</summary>
    public string In(params string[] names) => System.IO.Path.Combine([Path, .. names]);

    /// <summary>Ends servers that a killed program has left running in it, and removes everything.</summary>
    public void Dispose()
    {
        try
        {
            EndServers(Path);
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // Removed by the test itself, or something that a failing test left running still writes in it; the next
            // test program clears up. An exception here would hide the one that tells what went wrong.
        }
    }

    /// <summary>
    /// Removes what test programs that were killed left behind: their folders, and the servers still running in them.
    /// </summary>
    internal static void RemoveLeftOvers()
    {
        foreach (
            var folder in new[] { System.IO.Path.GetTempPath(), Memory }
                .Where(Directory.Exists)
                .SelectMany(f => Directory.EnumerateDirectories(f, Prefix + "*"))
        )
        {
            var owner = System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (Directory.Exists("/proc/" + owner))
            {
                continue;
            }

            try
            {
                EndServers(folder);
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another user's, or another test program is removing it at this moment.
            }
        }
    }

    private static bool HasRoom() =>
        Directory.Exists(Memory) && new DriveInfo(Memory).AvailableFreeSpace > RoomInMemory;

    private static void EndServers(string folder)
    {
        foreach (var pidFile in Directory.EnumerateFiles(folder, "postmaster.pid", SearchOption.AllDirectories))
        {
            var lines = File.ReadAllLines(pidFile);
            var id = lines[0];
            if (string.Equals(WorkingFolder(id), System.IO.Path.GetDirectoryName(pidFile), StringComparison.Ordinal))
            {
                using var server = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));
                using var kill = Process.Start("kill", ["-QUIT", id]);
                kill.WaitForExit();
                server.WaitForExit(TimeSpan.FromSeconds(10));
                Directory.Delete(lines[4]);
            }
        }
    }

    private static string? WorkingFolder(string process) =>
        new FileInfo("/proc/" + process + "/cwd").ResolveLinkTarget(returnFinalTarget: false)?.FullName;
}
