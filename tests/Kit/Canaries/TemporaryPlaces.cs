namespace Flette.Kit.Canaries;

/// <summary>
/// Where a program may lay something for a while: what has come in the temporary folders since a moment, and the files this process
/// has open for writing, wherever they lie and also when they have no name any more.
/// </summary>
public sealed class TemporaryPlaces
{
    /// <summary>What is in a temporary folder.</summary>
    public const string Temporary = "temp";

    /// <summary>What is open.</summary>
    public const string Open = "open files";

    private static readonly string[] Folders = [Path.GetTempPath(), "/var/tmp", "/dev/shm"];

    private readonly HashSet<string> _before = Folders
        .Where(Directory.Exists)
        .SelectMany(Directory.EnumerateFileSystemEntries)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Looks through all of it.</summary>
    public void Look(Search search)
    {
        ArgumentNullException.ThrowIfNull(search);
        foreach (var entry in Folders.Where(Directory.Exists).SelectMany(Directory.EnumerateFileSystemEntries))
        {
            // Folders of tests hold whole clusters; the one that matters is looked through by itself.
            if (_before.Contains(entry) || Path.GetFileName(entry).StartsWith("flette-test-", StringComparison.Ordinal))
            {
                continue;
            }
            if (Directory.Exists(entry))
            {
                search.Folder(Temporary, entry);
            }
            else
            {
                search.File(Temporary, entry);
            }
        }
        OpenFiles(search, "self");
    }

    /// <summary>Looks through what a process has open for writing.</summary>
    /// <param name="process">Its number.</param>
    public static void OpenFiles(Search search, string process)
    {
        ArgumentNullException.ThrowIfNull(search);
        try
        {
            foreach (var open in Directory.EnumerateFileSystemEntries($"/proc/{process}/fd"))
            {
                if (IsWritten(process, open))
                {
                    search.File(Open, open);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended, or another account's program has shut itself in.
        }
    }

    private static bool IsWritten(string process, string open)
    {
        const int AccessMode = 3;
        try
        {
            // A pipe or socket has no path or no length, and memory is no disk.
            if (
                new FileInfo(open).LinkTarget is not ['/', ..] target
                || target.StartsWith("/dev/", StringComparison.Ordinal)
                || target.StartsWith("/proc/", StringComparison.Ordinal)
                || target.StartsWith("/memfd:", StringComparison.Ordinal)
                || new FileInfo(target) is { Exists: true, Length: 0 }
            )
            {
                return false;
            }
            var flags = File.ReadLines($"/proc/{process}/fdinfo/{Path.GetFileName(open)}")
                .First(l => l.StartsWith("flags:", StringComparison.Ordinal))
                .Split('\t')[1];
            return (Convert.ToInt64(flags.Trim(), 8) & AccessMode) != 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Closed meanwhile.
            return false;
        }
    }
}
