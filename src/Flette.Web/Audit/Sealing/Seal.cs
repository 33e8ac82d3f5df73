using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Flette.Web.Vault;

namespace Flette.Web.Audit.Sealing;

/// <summary>One seal, as the database holds it (table <c>audit_seal</c>).</summary>
public sealed record Seal
{
    internal const string Columns =
        "no, epoch, after_id, to_xid::text as to_xid, rows, digests, rows_hash, prev, mac, (extract(epoch from at) * 1000000)::bigint as at";

    public long No { get; init; }
    public int Epoch { get; init; }
    public long AfterId { get; init; }
    public string ToXid { get; init; } = "0";
    public int Rows { get; init; }
    public byte[] Digests { get; init; } = [];
    public byte[] RowsHash { get; init; } = [];
    public byte[] Prev { get; init; } = [];
    public byte[] Mac { get; init; } = [];

    /// <summary>Microseconds since 1970.</summary>
    public long At { get; init; }

    /// <summary>The next one, signed.</summary>
    /// <param name="before">The last there is; null for the very first.</param>
    internal static Seal Next(
        Seal? before,
        int epoch,
        long afterId,
        string toXid,
        byte[] digests,
        DateTimeOffset now,
        AuditKey key
    )
    {
        var seal = new Seal
        {
            No = (before?.No ?? 0) + 1,
            Epoch = epoch,
            AfterId = afterId,
            ToXid = toXid,
            Rows = digests.Length / SealedRow.Size,
            Digests = digests,
            RowsHash = SHA256.HashData(digests),
            Prev = before?.Mac ?? [],
            At = (now - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
        };
        return seal with { Mac = key.Mac(seal) };
    }

    /// <summary>Ids and digests of the rows it covers.</summary>
    internal IEnumerable<(long Id, ReadOnlyMemory<byte> Digest)> Covered()
    {
        for (var at = 0; at + SealedRow.Size <= Digests.Length; at += SealedRow.Size)
        {
            yield return (
                BinaryPrimitives.ReadInt64BigEndian(Digests.AsSpan(at)),
                Digests.AsMemory(at + SealedRow.IdSize, SealedRow.DigestSize)
            );
        }
    }
}

/// <summary>The key of a municipality's seals. It lies in its key file, never in the database.</summary>
public sealed class AuditKey
{
    private readonly string _municipality;
    private readonly byte[] _key;

    /// <summary>The one of a municipality.</summary>
    public AuditKey(string municipality, MasterKey master)
    {
        ArgumentNullException.ThrowIfNull(master);
        _municipality = municipality;
        _key = master.Derive("audit");
    }

    /// <summary>Binds everything a seal says, and whose it is. Its digests are bound by their hash.</summary>
    internal byte[] Mac(Seal seal)
    {
        var text = string.Join(
            '|',
            "flette-seal-1",
            _municipality,
            seal.No.ToString(CultureInfo.InvariantCulture),
            seal.Epoch.ToString(CultureInfo.InvariantCulture),
            seal.AfterId.ToString(CultureInfo.InvariantCulture),
            seal.ToXid,
            seal.Rows.ToString(CultureInfo.InvariantCulture),
            Convert.ToHexStringLower(seal.RowsHash),
            Convert.ToHexStringLower(seal.Prev),
            seal.At.ToString(CultureInfo.InvariantCulture)
        );
        return HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text));
    }
}
