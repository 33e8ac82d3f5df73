using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Flette.Web.Vault;

/// <summary>
/// A file with a secret: a key or a password. Only its owner may read it, and it and its folder belong to the account the
/// program runs as or to root; else someone else could read it, or lay another in its place.
/// </summary>
public static class SecretFile
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private const int FromHere = -100;
    private const uint OwnerWanted = 8;

    /// <summary>What is wrong with the file, in words for an operator; null when it can be used.</summary>
    public static string? Problem(string path)
    {
        if (!File.Exists(path))
        {
            return $"The file {path} is missing.";
        }
        if ((File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
        {
            return $"The file {path} can be read by others than its owner. Run: chmod 600 '{path}'";
        }
        var me = GetEffectiveUser();
        foreach (var place in new[] { Path.GetDirectoryName(Path.GetFullPath(path))!, path })
        {
            if (Owner(place) is var owner && owner != me && owner != 0)
            {
                return $"{place} belongs to user number {owner}, who could put another secret there. Run: chown {me} '{place}'";
            }
        }
        return null;
    }

    /// <summary>Its bytes. Throws <see cref="VaultException"/> with what <see cref="Problem"/> says.</summary>
    public static byte[] Read(string path) =>
        Problem(path) is { } problem ? throw new VaultException(problem) : File.ReadAllBytes(path);

    private static uint Owner(string path)
    {
        // struct statx is the same on every processor; the owner's number stands at byte 20.
        var facts = new byte[256];
        return Statx(FromHere, Encoding.UTF8.GetBytes(path + "\0"), 0, OwnerWanted, facts) == 0
            ? BitConverter.IsLittleEndian
                ? BinaryPrimitives.ReadUInt32LittleEndian(facts.AsSpan(20))
                : BinaryPrimitives.ReadUInt32BigEndian(facts.AsSpan(20))
            : throw new VaultException($"The owner of {path} could not be read.");
    }

    [DllImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, [Out] byte[] facts);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint GetEffectiveUser();
}
