using System.Reflection;
using Dapper;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Data;

/// <summary>What came of migrating one database.</summary>
/// <param name="Key">The municipality.</param>
/// <param name="From">Schema version before.</param>
/// <param name="To">Schema version after; the same as before when it failed.</param>
/// <param name="Error">Null when it went well.</param>
public sealed record MigrationResult(string Key, int From, int To, string? Error);

/// <summary>
/// Numbered SQL, embedded, run in order, each database in its own transaction. Run by the role that owns the
/// schema; the one that serves cannot change it.
/// </summary>
public static class Migrator
{
    private const string Prefix = "Flette.Web.Data.Migrations.";
    private const string KeyCheck = "flette";

    /// <summary>The version this program serves: the highest number among the embedded files.</summary>
    public static int Newest { get; } = Files().Max(f => f.Number);

    /// <summary>Brings one database to <see cref="Newest"/>, and stamps a new one with its municipality and key check value.</summary>
    /// <param name="connection">Connection string of the owner role.</param>
    /// <param name="demo">Whether a new database is stamped as demo.</param>
    public static async Task<MigrationResult> RunAsync(
        string key,
        string connection,
        MasterKey master,
        bool demo,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(time);
        var from = 0;
        try
        {
            await using var source = Databases.Source(connection);
            await using var db = await source.OpenConnectionAsync(cancel);
            await using var work = await db.BeginTransactionAsync(cancel);
            await db.ExecuteAsync("select pg_advisory_xact_lock(7012026)", transaction: work);
            await db.ExecuteAsync(
                """
                create table if not exists schema_version (version int primary key, name text not null, at timestamptz not null);
                grant select on schema_version to flette_app
                """,
                transaction: work
            );
            from = await db.ExecuteScalarAsync<int>(
                "select coalesce(max(version), 0) from schema_version",
                transaction: work
            );
            if (from > Newest)
            {
                return new MigrationResult(key, from, from, Newer(from));
            }
            foreach (var (number, name, sql) in Files().Where(f => f.Number > from))
            {
                await db.ExecuteAsync(sql(), transaction: work);
                await db.ExecuteAsync(
                    "insert into schema_version values (@number, @name, @at)",
                    new
                    {
                        number,
                        name,
                        at = time.GetUtcNow(),
                    },
                    work
                );
            }
            if (from == 0)
            {
                using var ring = new KeyRing(key, master, []);
                var check = ring.NewKey(Guid.Empty);
                await db.ExecuteAsync(
                    "insert into municipality values (@key, @demo, @check, @at)",
                    new
                    {
                        key,
                        demo,
                        check = check.Wrapped,
                        at = time.GetUtcNow(),
                    },
                    work
                );
            }
            await work.CommitAsync(cancel);
            return new MigrationResult(key, from, Newest, null);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            return new MigrationResult(key, from, from, e.Message);
        }
    }

    /// <summary>
    /// Why this program must not serve the database, in words for an operator, or null when it may:
    /// another schema version, another municipality, the wrong key, or demo mixed with production.
    /// </summary>
    public static async Task<string?> UnfitAsync(Municipality municipality, bool demo, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        var version = await db.ExecuteScalarAsync<int>("select max(version) from schema_version");
        if (version != Newest)
        {
            return version > Newest
                ? $"{municipality.Key}: {Newer(version)}"
                : $"{municipality.Key}: the database has schema version {version}, this program serves {Newest}. Run: ./flette migrate";
        }
        var (key, stamped, check) = await db.QuerySingleAsync<(string, bool, byte[])>(
            "select key, demo, key_check from municipality"
        );
        if (key != municipality.Key)
        {
            return $"{municipality.Key}: the database belongs to {key}.";
        }
        if (stamped != demo)
        {
            return stamped
                ? $"{key}: the database is stamped as demo and cannot be served in production."
                : $"{key}: the database holds real data and cannot be served by the demo.";
        }
        using var ring = new KeyRing(key, municipality.Master, [new WrappedKey(Guid.Empty, 1, check)]);
        try
        {
            ring.SealBytes(System.Text.Encoding.UTF8.GetBytes(KeyCheck), Guid.Empty, default);
            return null;
        }
        catch (VaultException)
        {
            return $"{key}: the key file is not the one this database was made with.";
        }
    }

    // There is no way back but a backup: a newer program may have changed what this one does not know.
    private static string Newer(int version) =>
        $"the database has schema version {version}, this program only knows {Newest}. Use the program that migrated it, or a newer one.";

    private static IEnumerable<(int Number, string Name, Func<string> Sql)> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n =>
            {
                var file = n[Prefix.Length..];
                return (
                    int.Parse(file.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture),
                    file,
                    (Func<string>)(
                        () =>
                        {
                            using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                            return reader.ReadToEnd();
                        }
                    )
                );
            });
    }
}
