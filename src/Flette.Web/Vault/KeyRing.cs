using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Flette.Web.Vault;

/// <summary>A wrapped key as it lies in <c>owner_key</c>.</summary>
/// <param name="Owner">Member or family.</param>
/// <param name="Number">Key number; the highest seals, all open.</param>
/// <param name="Wrapped">The key under the municipality's kek; null when destroyed.</param>
public sealed record WrappedKey(Guid Owner, int Number, byte[]? Wrapped);

/// <summary>
/// The keys of one family for one request. Wrapped keys come with the facts; each is unwrapped at first use
/// and forgotten with the request. Not thread-safe, never cached.
/// </summary>
public sealed class KeyRing : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _municipality;
    private readonly byte[] _kek;
    private readonly Dictionary<(Guid Owner, int Number), byte[]?> _wrapped = [];
    private readonly Dictionary<(Guid Owner, int Number), AesGcm> _open = [];

    /// <summary>A ring with the given wrapped keys.</summary>
    public KeyRing(string municipality, MasterKey master, IEnumerable<WrappedKey> keys)
    {
        ArgumentNullException.ThrowIfNull(master);
        _municipality = municipality;
        _kek = master.Derive("kek");
        Add(keys);
    }

    /// <summary>Takes in more wrapped keys, as when several families are listed.</summary>
    public void Add(IEnumerable<WrappedKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            _wrapped[(key.Owner, key.Number)] = key.Wrapped;
        }
    }

    /// <summary>A new key for an owner, wrapped and ready to be stored. The ring can use it at once.</summary>
    public WrappedKey NewKey(Guid owner)
    {
        var number = _wrapped.Keys.Where(k => k.Owner == owner).Select(k => k.Number).DefaultIfEmpty(0).Max() + 1;
        var key = RandomNumberGenerator.GetBytes(MasterKey.Size);
        using var kek = new AesGcm(_kek, Sealed.TagSize);
        var wrapped = Encrypt(kek, number, key, WrapContext(owner, number));
        CryptographicOperations.ZeroMemory(key);
        _wrapped[(owner, number)] = wrapped;
        return new WrappedKey(owner, number, wrapped);
    }

    /// <summary>Seals a value as JSON with the newest key of its owner.</summary>
    public Sealed Seal<T>(T value, Guid owner, Place place) =>
        SealBytes(JsonSerializer.SerializeToUtf8Bytes(value, Json), owner, place);

    /// <summary>Opens what <see cref="Seal{T}"/> made. Throws <see cref="VaultException"/> when it does not open.</summary>
    public T Open<T>(Sealed box, Guid owner, Place place) =>
        JsonSerializer.Deserialize<T>(OpenBytes(box, owner, place), Json) ?? throw new VaultException();

    /// <summary>Seals bytes with the newest key of their owner.</summary>
    public Sealed SealBytes(ReadOnlySpan<byte> bytes, Guid owner, Place place)
    {
        var number = _wrapped
            .Where(k => k.Key.Owner == owner && k.Value is not null)
            .Select(k => k.Key.Number)
            .DefaultIfEmpty(0)
            .Max();
        return new Sealed(Encrypt(Key(owner, number), number, bytes, Context(owner, place)));
    }

    /// <summary>Opens bytes sealed by <see cref="SealBytes"/>.</summary>
    public byte[] OpenBytes(Sealed box, Guid owner, Place place) =>
        Decrypt(Key(owner, KeyNumber(box.Bytes.Span)), box.Bytes.Span, Context(owner, place));

    /// <summary>The same words in the same place, sealed with the newest key of their owner. Throws <see cref="VaultException"/> when they do not open.</summary>
    public Sealed Reseal(Sealed box, Guid owner, Place place)
    {
        var plain = OpenBytes(box, owner, place);
        try
        {
            return SealBytes(plain, owner, place);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _open.Values)
        {
            key.Dispose();
        }
        CryptographicOperations.ZeroMemory(_kek);
    }

    private AesGcm Key(Guid owner, int number)
    {
        if (_open.TryGetValue((owner, number), out var open))
        {
            return open;
        }
        if (!_wrapped.TryGetValue((owner, number), out var wrapped) || wrapped is null)
        {
            throw new VaultException("The key of a sealed text is missing or destroyed.");
        }
        using var kek = new AesGcm(_kek, Sealed.TagSize);
        var key = Decrypt(kek, wrapped, WrapContext(owner, number));
        open = new AesGcm(key, Sealed.TagSize);
        CryptographicOperations.ZeroMemory(key);
        return _open[(owner, number)] = open;
    }

    private byte[] WrapContext(Guid owner, int number) =>
        Encoding.UTF8.GetBytes($"{_municipality}|key|{owner:N}|{number}");

    private byte[] Context(Guid owner, Place place) =>
        Encoding.UTF8.GetBytes($"{_municipality}|{owner:N}|{place.Table}|{place.Row:N}");

    private static int KeyNumber(ReadOnlySpan<byte> box) =>
        box.Length > Sealed.Overhead - 1 && box[0] == Sealed.Version
            ? BinaryPrimitives.ReadInt32BigEndian(box[1..])
            : throw new VaultException();

    internal static byte[] Encrypt(AesGcm key, int number, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var box = new byte[Sealed.Overhead + plain.Length];
        box[0] = Sealed.Version;
        BinaryPrimitives.WriteInt32BigEndian(box.AsSpan(1), number);
        var nonce = box.AsSpan(Sealed.NonceAt, Sealed.NonceSize);
        RandomNumberGenerator.Fill(nonce);
        var cipher = box.AsSpan(Sealed.NonceAt + Sealed.NonceSize, plain.Length);
        key.Encrypt(nonce, plain, cipher, box.AsSpan(box.Length - Sealed.TagSize), context);
        return box;
    }

    internal static byte[] Decrypt(AesGcm key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        _ = KeyNumber(box);
        var plain = new byte[box.Length - Sealed.Overhead];
        try
        {
            key.Decrypt(
                box.Slice(Sealed.NonceAt, Sealed.NonceSize),
                box[(Sealed.NonceAt + Sealed.NonceSize)..^Sealed.TagSize],
                box[^Sealed.TagSize..],
                plain,
                context
            );
        }
        catch (AuthenticationTagMismatchException e)
        {
            throw new VaultException("A sealed text could not be opened.", e);
        }
        return plain;
    }
}
