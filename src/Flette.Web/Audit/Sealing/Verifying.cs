using System.Globalization;
using System.Security.Cryptography;
using Dapper;
using Npgsql;

namespace Flette.Web.Audit.Sealing;

/// <summary>A head of the log, as it was told to somebody outside.</summary>
/// <param name="Municipality">Key of the municipality.</param>
/// <param name="Mac">In hex.</param>
public sealed record KnownHead(string Municipality, int Epoch, long No, string Mac)
{
    /// <summary>
    /// The heads in a file: lines of <c>flette audit head</c>, or of the operator's log, which hold the same four words.
    /// </summary>
    public static IReadOnlyList<KnownHead> Read(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var heads = new List<KnownHead>();
        foreach (var line in lines)
        {
            var words = line.Split((char[])[' ', '"', ',', '}'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i + 3 < words.Length; i++)
            {
                if (
                    int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
                    && long.TryParse(words[i + 2], NumberStyles.None, CultureInfo.InvariantCulture, out var no)
                    && words[i + 3].Length == 2 * SHA256.HashSizeInBytes
                    && words[i + 3].All(char.IsAsciiHexDigitLower)
                )
                {
                    heads.Add(new KnownHead(words[i], epoch, no, words[i + 3]));
                    break;
                }
            }
        }
        return heads;
    }
}

/// <summary>What the log of a municipality was found to be.</summary>
/// <param name="Broken">What is not as it was sealed, each named; empty when all is.</param>
/// <param name="Seals">How many seals there are.</param>
/// <param name="Rows">How many rows they cover.</param>
/// <param name="Unsealed">How many rows wait for theirs.</param>
/// <param name="Oldest">How long the oldest of them has waited.</param>
public sealed record Verified(IReadOnlyList<string> Broken, int Seals, long Rows, int Unsealed, TimeSpan Oldest);

/// <summary>Holds every row of the log against its seal, and every seal against the one before and the key.</summary>
public static class Verifying
{
    private const int AtOnce = 50_000;

    /// <summary>Goes through all of it, in one snapshot.</summary>
    /// <param name="heads">Heads of this municipality that were told before: each must still be there.</param>
    public static async Task<Verified> RunAsync(
        NpgsqlConnection db,
        AuditKey key,
        IReadOnlyList<KnownHead> heads,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(heads);
        await using var work = await db.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        var broken = new List<string>();
        var seals = (
            await db.QueryAsync<Seal>(
                new CommandDefinition(
                    $"select {Seal.Columns} from audit_seal order by no",
                    transaction: work,
                    cancellationToken: cancel
                )
            )
        ).ToList();
        Chain(seals, key, broken);
        foreach (var head in heads)
        {
            var there = seals.Find(s => s.No == head.No);
            if (there is null)
            {
                broken.Add($"segl {head.No} mangler: det var hodet i epoke {head.Epoch}. Slutten av loggen er kuttet.");
            }
            else if (there.Epoch != head.Epoch || Convert.ToHexStringLower(there.Mac) != head.Mac)
            {
                broken.Add($"segl {head.No} er et annet enn det som ble meldt som hode.");
            }
        }
        var covered = new Dictionary<long, (long Seal, ReadOnlyMemory<byte> Digest)>();
        foreach (var seal in seals)
        {
            foreach (var (id, digest) in seal.Covered())
            {
                if (!covered.TryAdd(id, (seal.No, digest)))
                {
                    broken.Add($"rad {id} står i to segl: {covered[id].Seal} og {seal.No}.");
                }
            }
        }
        var rows = covered.Count;
        var (unsealed, oldest) = await RowsAsync(db, work, seals, covered, broken, now, cancel);
        broken.AddRange(covered.OrderBy(c => c.Key).Select(c => $"rad {c.Key} er slettet (segl {c.Value.Seal})."));
        return new Verified(broken, seals.Count, rows, unsealed, oldest);
    }

    private static void Chain(List<Seal> seals, AuditKey key, List<string> broken)
    {
        Seal? before = null;
        foreach (var seal in seals)
        {
            if (seal.No != (before?.No ?? 0) + 1)
            {
                broken.Add($"segl {(before?.No ?? 0) + 1} mangler foran segl {seal.No}.");
            }
            else if (!seal.Prev.AsSpan().SequenceEqual(before?.Mac ?? []))
            {
                broken.Add($"segl {seal.No} bygger på et annet segl {before?.No ?? 0} enn det som står der.");
            }
            if (!CryptographicOperations.FixedTimeEquals(key.Mac(seal), seal.Mac))
            {
                broken.Add($"segl {seal.No} er endret, eller laget uten nøkkelen.");
            }
            if (
                !SHA256.HashData(seal.Digests).AsSpan().SequenceEqual(seal.RowsHash)
                || seal.Digests.Length != seal.Rows * SealedRow.Size
            )
            {
                broken.Add($"segl {seal.No} er endret: radene det nevner er andre enn de det forseglet.");
            }
            before = seal;
        }
    }

    /// <summary>
    /// Takes each row that stands as it was sealed out of <paramref name="covered"/>, so that what is left there is gone from the log. A row
    /// no seal names is one that waits, when it came after the last seal, or was put in.
    /// </summary>
    private static async Task<(int Unsealed, TimeSpan Oldest)> RowsAsync(
        NpgsqlConnection db,
        NpgsqlTransaction work,
        List<Seal> seals,
        Dictionary<long, (long Seal, ReadOnlyMemory<byte> Digest)> covered,
        List<string> broken,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var (after, sealedTo) = seals is [.., var last]
            ? (last.AfterId, ulong.Parse(last.ToXid, CultureInfo.InvariantCulture))
            : (0, 0UL);
        var (unsealed, oldest) = (0, TimeSpan.Zero);
        var from = long.MinValue;
        var digest = new byte[SealedRow.DigestSize];
        while (true)
        {
            var some = (
                await db.QueryAsync<SealedRow>(
                    new CommandDefinition(
                        $"select {SealedRow.Columns} from audit where id > @from order by id limit @AtOnce",
                        new { from, AtOnce },
                        work,
                        cancellationToken: cancel
                    )
                )
            ).ToList();
            foreach (var row in some)
            {
                if (covered.Remove(row.Id, out var standing))
                {
                    row.Digest(digest);
                    if (!digest.AsSpan().SequenceEqual(standing.Digest.Span))
                    {
                        broken.Add($"rad {row.Id} er endret (segl {standing.Seal}).");
                    }
                }
                else if (row.Id <= after || ulong.Parse(row.Transaction, CultureInfo.InvariantCulture) < sealedTo)
                {
                    broken.Add($"rad {row.Id} er satt inn: ingen segl nevner den, og den ligger blant forseglede.");
                }
                else
                {
                    unsealed++;
                    var waited = now - DateTimeOffset.UnixEpoch.AddMicroseconds(row.At);
                    oldest = waited > oldest ? waited : oldest;
                }
            }
            if (some.Count < AtOnce)
            {
                return (unsealed, oldest);
            }
            from = some[^1].Id;
        }
    }
}
