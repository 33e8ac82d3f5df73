using System.Security.Cryptography;
using System.Text;

namespace Flette.Web.Vault;

/// <summary>
/// Seals a file piece by piece under a key of its own, so that neither sealing nor opening it takes more room than one piece.
/// With each piece is authenticated which file it is of, its number, and whether it is the last: pieces of another file, in another
/// order, doubled or missing do not open, nor does a file that was cut or lengthened.
/// </summary>
public sealed class ChunkSeal : IDisposable
{
    /// <summary>Bytes of a piece before it is sealed; the last one may have fewer, none has more.</summary>
    public const int ChunkSize = 256 * 1024;

    /// <summary>Bytes of a whole piece when it is sealed.</summary>
    public const int SealedSize = ChunkSize + Sealed.Overhead;

    // Not a key of the owners' table: the key of a file is kept with what is said of it.
    private const int OwnKey = 0;

    private readonly AesGcm _key;
    private readonly Guid _file;

    /// <summary>Of one file.</summary>
    /// <param name="key">32 bytes, used for nothing else.</param>
    public ChunkSeal(ReadOnlySpan<byte> key, Guid file) => (_key, _file) = (new AesGcm(key, Sealed.TagSize), file);

    /// <summary>A new key.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(MasterKey.Size);

    /// <summary>Seals a piece.</summary>
    /// <param name="number">0 for the first.</param>
    public byte[] Seal(ReadOnlySpan<byte> piece, int number, bool last) =>
        KeyRing.Encrypt(_key, OwnKey, piece, Context(number, last));

    /// <summary>Opens a piece. Throws <see cref="VaultException"/> when it is not this one of this file.</summary>
    public byte[] Open(ReadOnlySpan<byte> piece, int number, bool last) =>
        KeyRing.Decrypt(_key, piece, Context(number, last));

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private byte[] Context(int number, bool last) =>
        Encoding.UTF8.GetBytes($"attachment_chunk|{_file:N}|{number}|{(last ? "last" : "more")}");
}
