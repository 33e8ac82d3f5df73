using System.Security.Cryptography;
using System.Text;

namespace Flette.Web.Vault;

/// <summary>
/// A municipality's 32-byte key, from a file only its owner may read. Keys for each use are derived from it
/// with HKDF, so that none of them opens what another protects.
/// </summary>
public sealed class MasterKey
{
    public const int Size = 32;

    private readonly byte[] _key;

    /// <summary>Takes the 32 bytes. Throws <see cref="ArgumentException"/> for another length.</summary>
    public MasterKey(byte[] key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Length != Size)
        {
            throw new ArgumentException($"A master key has {Size} bytes, this has {key.Length}.", nameof(key));
        }
        _key = key;
    }

    /// <summary>32 bytes for one use: <c>kek</c>, <c>audit</c>, <c>link</c>, <c>ident</c>, <c>search</c>, <c>code</c> or <c>form</c>.</summary>
    public byte[] Derive(string use) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Size, info: Encoding.UTF8.GetBytes("flette/" + use));

    /// <summary>
    /// Reads the key file, or makes it when <paramref name="create"/> and there is none.
    /// Throws <see cref="VaultException"/> when the file is missing, of wrong size, or not safe from others (<see cref="SecretFile"/>).
    /// </summary>
    public static MasterKey FromFile(string path, bool create)
    {
        if (!File.Exists(path))
        {
            if (!create)
            {
                throw new VaultException(
                    $"The key file {path} is missing. Put it back from its backup; without it nothing can be read."
                );
            }
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            };
            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(Size));
            file.Flush(flushToDisk: true);
        }
        var bytes = SecretFile.Read(path);
        return bytes.Length == Size
            ? new MasterKey(bytes)
            : throw new VaultException($"The key file {path} has {bytes.Length} bytes, not {Size}.");
    }
}
