using System.Text;
using Dapper;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Undoing;

/// <summary>
/// What stands now in everything that keeps versions: each row by its id, without what tells who wrote it and when. The tables are
/// found in the database: one with a table of versions beside it.
/// </summary>
internal static class Standing
{
    private const string Tables = """
        select replace(tablename, '_version', '') from pg_tables
         where schemaname = 'public' and tablename like '%\_version' and tablename <> 'schema_version' order by 1
        """;

    // Which version it is, and who made it: an undo is a version too.
    private static readonly string[] Marks =
    [
        "version",
        "change",
        "restored",
        "by_kind",
        "by_id",
        "on_behalf",
        "at",
        "deputy_activated_by",
        "withdrawn_at",
    ];

    /// <summary>Every row, opened.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(FletteApp app, Municipality municipality)
    {
        await using var db = await app.ConnectAsync(municipality);
        var keys = await db.QueryAsync<(Guid Owner, int No, byte[]? Wrapped)>(
            "select owner, no, wrapped from owner_key"
        );
        using var ring = new KeyRing(
            municipality.Key,
            municipality.Master,
            keys.Select(k => new WrappedKey(k.Owner, k.No, k.Wrapped))
        );
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in (await db.QueryAsync<string>(Tables)).ToList())
        {
            var found = await db.QueryAsync<(Guid Id, string Row, byte[]? Body, Guid? Owner)>(
                $"""
                select id, (to_jsonb(t) - @Marks - 'body')::text, (to_jsonb(t) ->> 'body')::bytea,
                       coalesce((to_jsonb(t) ->> 'key_owner')::uuid, case when '{table}' = 'member' then id else family end)
                  from {table} t
                """,
                new { Marks }
            );
            foreach (var (id, row, body, owner) in found)
            {
                var text = body is null
                    ? ""
                    : Encoding.UTF8.GetString(ring.OpenBytes(new Sealed(body), owner!.Value, new Place(table, id)));
                rows[$"{table} {id}"] = $"{row} {text}";
            }
        }
        return rows;
    }

    /// <summary>Which rows are not as they were.</summary>
    public static IReadOnlyList<string> Changed(
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after
    ) => after.Where(r => before.GetValueOrDefault(r.Key) != r.Value).Select(r => r.Key).ToList();
}
