using System.Globalization;
using Dapper;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Audit.Sealing;

/// <summary>What one turn of the sealer did.</summary>
/// <param name="Sealed">How many rows it sealed.</param>
/// <param name="More">Whether there are more to seal at once.</param>
public sealed record SealTurn(int Sealed, bool More)
{
    /// <summary>Another had the turn.</summary>
    public static SealTurn NotOurs { get; } = new(0, More: false);
}

/// <summary>
/// Makes seals. Only rows of transactions that have ended are sealed, those before the oldest that runs: so none comes afterwards that should
/// have been in a seal (trust.md, The log; docs/adr/0020).
/// </summary>
public static class Seals
{
    /// <summary>Most rows of a seal.</summary>
    public const int Most = 5_000;

    /// <summary>Number of the advisory lock that whoever seals holds until the commit.</summary>
    public const int Lock = 7_012_027;
    private const string Last = $"select {Seal.Columns} from audit_seal order by no desc limit 1";

    /// <summary>Seals what can be sealed now, at most <see cref="Most"/> rows. One node at a time does for a municipality.</summary>
    public static async Task<SealTurn> TurnAsync(
        Municipality municipality,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(municipality);
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        await using var work = await db.BeginTransactionAsync(cancel);
        if (!await db.ExecuteScalarAsync<bool>("select pg_try_advisory_xact_lock(@Lock)", new { Lock }, work))
        {
            return SealTurn.NotOurs;
        }
        var last = await db.QuerySingleOrDefaultAsync<Seal>(Last, transaction: work);
        var (from, after) = (last?.ToXid ?? "0", last?.AfterId ?? 0);
        var found = (
            await db.QueryAsync<SealedRow>(
                $"""
                select {SealedRow.Columns}, pg_snapshot_xmin(pg_current_snapshot())::text as oldest from audit
                 where xid >= @from::xid8 and xid < pg_snapshot_xmin(pg_current_snapshot()) and id > @after
                 order by xid, id limit @most
                """,
                new
                {
                    from,
                    after,
                    most = Most + 1,
                },
                work
            )
        ).ToList();
        if (found.Count == 0)
        {
            return new SealTurn(0, More: false);
        }
        var more = found.Count > Most;
        var toXid = found[0].Oldest!;
        if (more)
        {
            // A transaction's rows are sealed together, however many they are.
            toXid = found[^1].Transaction;
            found.RemoveAll(f => f.Transaction == toXid);
            if (found.Count == 0)
            {
                found = (
                    await db.QueryAsync<SealedRow>(
                        $"select {SealedRow.Columns} from audit where xid = @toXid::xid8 and id > @after order by id",
                        new { toXid, after },
                        work
                    )
                ).ToList();
                toXid = (ulong.Parse(toXid, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            }
        }
        var seal = Seal.Next(
            last,
            last?.Epoch ?? 1,
            after,
            toXid,
            SealedRow.Digests(found),
            now,
            new AuditKey(municipality.Key, municipality.Master)
        );
        await InsertAsync(db, work, seal);
        await work.CommitAsync(cancel);
        return new SealTurn(found.Count, more);
    }

    /// <summary>
    /// Opens a new epoch, as after a restore: seals all that is left of the one before, whoever wrote it, and begins with what is written from now on. Nobody may be writing.
    /// </summary>
    public static async Task<Seal> OpenEpochAsync(
        NpgsqlConnection db,
        NpgsqlTransaction work,
        string municipality,
        MasterKey master,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        var key = new AuditKey(municipality, master);
        var last = await db.QuerySingleOrDefaultAsync<Seal>(Last, transaction: work);
        // Only what came after the last seal: a row put in among sealed ones gets none, and stays found.
        var rows = await db.QueryAsync<SealedRow>(
            $"select {SealedRow.Columns} from audit where id > @after and xid >= @from::xid8 order by xid, id",
            new { after = last?.AfterId ?? 0, from = last?.ToXid ?? "0" },
            work
        );
        foreach (var some in rows.Chunk(Most))
        {
            last = Seal.Next(
                last,
                last?.Epoch ?? 1,
                last?.AfterId ?? 0,
                some[^1].Transaction,
                SealedRow.Digests(some),
                now,
                key
            );
            await InsertAsync(db, work, last);
        }
        var highest = await db.ExecuteScalarAsync<long>("select coalesce(max(id), 0) from audit", transaction: work);
        var opening = Seal.Next(last, (last?.Epoch ?? 0) + 1, highest, "0", [], now, key);
        await InsertAsync(db, work, opening);
        return opening;
    }

    /// <summary>How long the oldest row that is not sealed has been there; zero when all are.</summary>
    public static async Task<TimeSpan> LagAsync(NpgsqlConnection db, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var oldest = await db.ExecuteScalarAsync<DateTime?>(
            new CommandDefinition(
                """
                select min(a.at) from audit a,
                       (select coalesce((select to_xid from audit_seal order by no desc limit 1), '0'::xid8) as to_xid,
                               coalesce((select after_id from audit_seal order by no desc limit 1), 0) as after_id) last
                 where a.xid >= last.to_xid and a.id > last.after_id
                """,
                cancellationToken: cancel
            )
        );
        var since = oldest is { } at ? now - new DateTimeOffset(at, TimeSpan.Zero) : TimeSpan.Zero;
        return since > TimeSpan.Zero ? since : TimeSpan.Zero;
    }

    /// <summary>The last seal; null when there is none.</summary>
    public static async Task<Seal?> HeadAsync(NpgsqlConnection db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.QuerySingleOrDefaultAsync<Seal>(new CommandDefinition(Last, cancellationToken: cancel));
    }

    private static Task<int> InsertAsync(NpgsqlConnection db, NpgsqlTransaction work, Seal seal) =>
        db.ExecuteAsync(
            """
            insert into audit_seal (no, epoch, after_id, to_xid, rows, digests, rows_hash, prev, mac, at)
            values (@No, @Epoch, @AfterId, @ToXid::xid8, @Rows, @Digests, @RowsHash, @Prev, @Mac,
                    timestamptz 'epoch' + @At * interval '1 microsecond')
            """,
            seal,
            work
        );
}
