using System.Buffers.Binary;
using Dapper;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Operating.Keys;

/// <summary>One turn of one family: its transaction, with the family locked and its keys at hand.</summary>
/// <param name="Living">The keys that are not destroyed, by owner.</param>
internal sealed record RotationTurn(
    NpgsqlConnection Db,
    NpgsqlTransaction Work,
    KeyRing Ring,
    ILookup<Guid, WrappedKey> Living
)
{
    // Rows that are in memory at a time: those of a document have 256 kB each.
    private const int Most = 64;

    /// <summary>Seals anew what is sealed with another key than its owner's newest, save for rows that others hold.</summary>
    /// <returns>How many rows.</returns>
    public async Task<int> ResealAsync(Guid family, CancellationToken cancel)
    {
        var (owners, marks) = Newest();
        var rows = 0;
        foreach (var column in SealedColumn.All)
        {
            for (var found = Most; found > 0; rows += found)
            {
                var batch = (
                    await Db.QueryAsync<Row>(
                        new CommandDefinition(
                            $"""
                            select t.ctid::text as at, {column.Owner} as owner, {column.PlaceTable} as place_table,
                                   {column.PlaceRow} as place_row, t.body
                            {Old(column)} limit {Most} for no key update of t skip locked
                            """,
                            new
                            {
                                family,
                                owners,
                                marks,
                            },
                            Work,
                            cancellationToken: cancel
                        )
                    )
                ).ToList();
                found = batch.Count;
                if (found == 0)
                {
                    break;
                }
                var written = await Db.ExecuteAsync(
                    new CommandDefinition(
                        $"update {column.Table} t set body = n.body from unnest(@at, @body) as n(at, body) where t.ctid = n.at::tid",
                        new
                        {
                            at = batch.Select(r => r.At).ToArray(),
                            body = batch
                                .Select(r =>
                                    Ring.Reseal(r.Body, r.Owner, new Place(r.PlaceTable, r.PlaceRow)).Bytes.ToArray()
                                )
                                .ToArray(),
                        },
                        Work,
                        cancellationToken: cancel
                    )
                );
                if (written != found)
                {
                    throw new InvalidOperationException(
                        $"{column.Table}: {found} rader ble lest, og {written} skrevet."
                    );
                }
            }
        }
        return rows;
    }

    /// <summary>Whether something is still sealed with another key than its owner's newest.</summary>
    public async Task<bool> RestsAsync(Guid family, CancellationToken cancel)
    {
        var (owners, marks) = Newest();
        foreach (var column in SealedColumn.All)
        {
            var rests = await Db.ExecuteScalarAsync<bool>(
                new CommandDefinition(
                    $"select exists (select {Old(column)})",
                    new
                    {
                        family,
                        owners,
                        marks,
                    },
                    Work,
                    cancellationToken: cancel
                )
            );
            if (rests)
            {
                return true;
            }
        }
        return false;
    }

    // The key's number stands after the version, in the clear.
    private static string Old(SealedColumn column) =>
        $"""
            from {column.From} join unnest(@owners, @marks) as k(owner, mark) on k.owner = {column.Owner}
             where {column.Family} = @family and substring(t.body from 2 for 4) <> k.mark
            """;

    /// <summary>Owners, and the number of each one's newest key as it stands in what is sealed with it.</summary>
    private (Guid[] Owners, byte[][] Marks) Newest() =>
        (
            [.. Living.Select(k => k.Key)],
            [
                .. Living.Select(k =>
                {
                    var mark = new byte[sizeof(int)];
                    BinaryPrimitives.WriteInt32BigEndian(mark, k.Max(key => key.Number));
                    return mark;
                }),
            ]
        );

    private sealed record Row
    {
        public string At { get; init; } = "";
        public Guid Owner { get; init; }
        public string PlaceTable { get; init; } = "";
        public Guid PlaceRow { get; init; }
        public Sealed Body { get; init; }
    }
}
