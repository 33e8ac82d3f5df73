namespace Flette.Web.Vault;

/// <summary>
/// Text about people as it lies in the database: version, key number, nonce, AES-256-GCM ciphertext and tag
/// (trust.md, At rest). Its bytes say nothing without the key of its owner.
/// </summary>
/// <param name="Bytes">version (1) · key number (4, big-endian) · nonce (12) · ciphertext · tag (16).</param>
public readonly record struct Sealed(ReadOnlyMemory<byte> Bytes)
{
    internal const byte Version = 1;
    internal const int NonceAt = 5;
    internal const int NonceSize = 12;
    internal const int TagSize = 16;
    internal const int Overhead = NonceAt + NonceSize + TagSize;

    /// <summary>Number of the owner's key it is sealed with.</summary>
    public int KeyNumber => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(Bytes.Span[1..]);
}

/// <summary>Where a sealed text lies: part of what is authenticated, so that a blob moved to another row does not open.</summary>
/// <param name="Table">Table name.</param>
/// <param name="Row">Row id; for versions the id of the item.</param>
public readonly record struct Place(string Table, Guid Row);

/// <summary>A sealed text could not be opened: wrong key, moved or damaged. Never says what it was.</summary>
public sealed class VaultException : Exception
{
    public VaultException()
        : base("A sealed text could not be opened.") { }

    public VaultException(string message)
        : base(message) { }

    public VaultException(string message, Exception inner)
        : base(message, inner) { }
}
