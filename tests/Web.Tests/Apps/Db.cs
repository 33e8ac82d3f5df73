using Dapper;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests;

/// <summary>Looks at what the program stored, past the program.</summary>
internal static class Db
{
    /// <summary>Tables that a GET may change: the log, when a session was last seen, and how often something was done lately.</summary>
    private static readonly string[] Moving = ["audit", "audit_seal", "session", "use_count"];

    public static async Task<T?> ScalarAsync<T>(
        this FletteApp app,
        Municipality municipality,
        string sql,
        object? parameters = null
    )
    {
        await using var db = await app.ConnectAsync(municipality);
        return await db.ExecuteScalarAsync<T>(sql, parameters);
    }

    public static async Task<IReadOnlyList<T>> RowsAsync<T>(
        this FletteApp app,
        Municipality municipality,
        string sql,
        object? parameters = null
    )
    {
        await using var db = await app.ConnectAsync(municipality);
        return (await db.QueryAsync<T>(sql, parameters)).ToList();
    }

    public static async Task ExecuteAsync(
        this FletteApp app,
        Municipality municipality,
        string sql,
        object? parameters = null
    )
    {
        await using var db = await app.ConnectAsync(municipality);
        await db.ExecuteAsync(sql, parameters);
    }

    /// <summary>Every row of every table but those a GET may change, as one text per table.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> SnapshotAsync(
        this FletteApp app,
        Municipality municipality,
        bool everything = false
    )
    {
        await using var db = await app.ConnectAsync(municipality);
        var tables = await db.QueryAsync<string>(
            "select tablename from pg_tables where schemaname = 'public' order by 1"
        );
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables.Where(t => everything || !Moving.Contains(t, StringComparer.Ordinal)))
        {
            all[table] =
                await db.ExecuteScalarAsync<string>(
                    $"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from {table} t"
                ) ?? "";
        }
        return all;
    }

    /// <summary>What is in the log about a family, oldest first: act and outcome.</summary>
    public static Task<IReadOnlyList<string>> LogAsync(this FletteApp app, Municipality municipality, Guid family) =>
        app.RowsAsync<string>(
            municipality,
            "select act || ' ' || outcome from audit where family = @family order by id",
            new { family }
        );
}
