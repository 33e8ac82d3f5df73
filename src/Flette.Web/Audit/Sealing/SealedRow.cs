using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Flette.Web.Audit.Sealing;

/// <summary>A row of the log with all its columns, as the database holds it.</summary>
public sealed record SealedRow
{
    /// <summary>Bytes of a digest in a seal: id and digest.</summary>
    internal const int Size = IdSize + DigestSize;

    internal const int IdSize = 8;
    internal const int DigestSize = 16;

    /// <summary>Its columns, as <see cref="Digest"/> takes them. Times as microseconds, so that no setting of a session changes them.</summary>
    internal const string Columns = """
        id, xid::text as transaction, (extract(epoch from at) * 1000000)::bigint as at, by_kind, by_id, act, outcome, family, items, request, reason,
        (extract(epoch from minute) * 1000000)::bigint as minute
        """;

    public long Id { get; init; }

    /// <summary>The transaction that wrote it.</summary>
    public string Transaction { get; init; } = "";

    public long At { get; init; }
    public string ByKind { get; init; } = "";
    public Guid? ById { get; init; }
    public string Act { get; init; } = "";
    public string Outcome { get; init; } = "";
    public Guid? Family { get; init; }
    public Guid[] Items { get; init; } = [];
    public string Request { get; init; } = "";
    public byte[]? Reason { get; init; }
    public long? Minute { get; init; }

    /// <summary>The oldest transaction that ran when it was read. No part of the row.</summary>
    internal string? Oldest { get; init; }

    /// <summary>
    /// A digest of every column. Each is written with its length before it, and what is missing otherwise than what is empty, so that no two
    /// rows are written alike.
    /// </summary>
    internal void Digest(Span<byte> to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Text(Id.ToString(CultureInfo.InvariantCulture));
        Text(Transaction);
        Text(At.ToString(CultureInfo.InvariantCulture));
        Text(ByKind);
        Text(ById?.ToString());
        Text(Act);
        Text(Outcome);
        Text(Family?.ToString());
        Text(Items.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var item in Items)
        {
            Text(item.ToString());
        }
        Text(Request);
        Bytes(Reason);
        Text(Minute?.ToString(CultureInfo.InvariantCulture));
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(whole);
        whole[..DigestSize].CopyTo(to);

        void Text(string? text) => Bytes(text is null ? null : Encoding.UTF8.GetBytes(text));

        void Bytes(byte[]? bytes)
        {
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, bytes?.Length ?? -1);
            hash.AppendData(length);
            hash.AppendData(bytes ?? []);
        }
    }

    /// <summary>Id and digest of each, in order.</summary>
    internal static byte[] Digests(IReadOnlyList<SealedRow> rows)
    {
        var digests = new byte[rows.Count * Size];
        for (var i = 0; i < rows.Count; i++)
        {
            var one = digests.AsSpan(i * Size, Size);
            BinaryPrimitives.WriteInt64BigEndian(one, rows[i].Id);
            rows[i].Digest(one[IdSize..]);
        }
        return digests;
    }
}
