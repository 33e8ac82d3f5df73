using Dapper;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Operating.Keys;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Vault;

/// <summary>What lies sealed in a municipality's database, looked at past the program.</summary>
internal static class SealedRows
{
    /// <summary>A sealed text that was opened.</summary>
    /// <param name="Words">Its bytes.</param>
    public sealed record Opened(string Table, Guid Family, Guid Owner, int KeyNumber, string Words);

    /// <summary>The keys, wrapped.</summary>
    public static async Task<IReadOnlyList<WrappedKey>> KeysAsync(FletteApp app, Municipality municipality) =>
        await app.RowsAsync<WrappedKey>(
            municipality,
            "select owner, no as number, wrapped from owner_key order by owner, no"
        );

    /// <summary>Opens all there is with the keys there are. Throws for one that does not open.</summary>
    public static async Task<IReadOnlyList<Opened>> OpenAsync(
        FletteApp app,
        Municipality municipality,
        IEnumerable<WrappedKey>? keys = null
    )
    {
        using var ring = new KeyRing(municipality.Key, municipality.Master, keys ?? await KeysAsync(app, municipality));
        await using var db = await app.ConnectAsync(municipality);
        var opened = new List<Opened>();
        foreach (var column in SealedColumn.All)
        {
            var rows = await db.QueryAsync<(Guid Family, Guid Owner, string Table, Guid Row, byte[] Body)>(
                $"select {column.Family}, {column.Owner}, {column.PlaceTable}, {column.PlaceRow}, t.body from {column.From}"
            );
            opened.AddRange(
                rows.Select(r =>
                {
                    var box = new Sealed(r.Body);
                    var words = ring.OpenBytes(box, r.Owner, new Place(r.Table, r.Row));
                    return new Opened(column.Table, r.Family, r.Owner, box.KeyNumber, Convert.ToHexString(words));
                })
            );
        }
        return opened;
    }
}
