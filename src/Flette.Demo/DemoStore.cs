using Dapper;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Demo;

/// <summary>Makes the demo's databases, keys and schema, on the private cluster or on a PostgreSQL one is pointed to.</summary>
/// <param name="maintenance">A connection that may create databases and roles.</param>
/// <param name="connect">Connection string for a database and role.</param>
/// <param name="keyFolder">Where keys are kept, apart from the data.</param>
/// <param name="ports">Where the program and its mailbox answer.</param>
public sealed class DemoStore(
    string maintenance,
    Func<string, string, string> connect,
    string keyFolder,
    DemoPorts ports,
    TimeProvider time
)
{
    /// <summary>The municipalities as the program is told of them.</summary>
    public IReadOnlyList<MunicipalityOptions> Options { get; } =
        DemoMunicipality
            .All.Select(m => m.Options(connect(m.Database, PrivateCluster.AppRole), keyFolder, ports))
            .ToList();

    /// <summary>The same, reached as the role that owns the tables.</summary>
    public IReadOnlyList<MunicipalityOptions> AsOwner =>
        [
            .. Options.Select(o =>
                o with
                {
                    Connection = connect(Municipality(o.Key).Database, PrivateCluster.OwnerRole),
                }
            ),
        ];

    /// <summary>
    /// Readies each database; a new one is stamped as demo. With <paramref name="fresh"/> what was there is thrown away, keys too;
    /// a demo whose seed never came to its end is thrown away as well, so that half of it is never taken for the whole.
    /// Throws <see cref="InvalidOperationException"/> with a line for the operator when one could not be readied.
    /// </summary>
    public async Task ReadyAsync(bool fresh, CancellationToken cancel)
    {
        await using var source = NpgsqlDataSource.Create(maintenance);
        await using var db = await source.OpenConnectionAsync(cancel);
        foreach (var m in DemoMunicipality.All)
        {
            if (fresh)
            {
                await db.ExecuteAsync($"drop database if exists {m.Database} with (force)");
                // The folder is not there yet the very first time.
                if (File.Exists(m.KeyFile(keyFolder)))
                {
                    File.Delete(m.KeyFile(keyFolder));
                }
            }
            else if (await HalfSeededAsync(db, m))
            {
                await db.ExecuteAsync($"drop database {m.Database} with (force)");
            }
            if (
                await db.ExecuteScalarAsync<int>(
                    "select count(*) from pg_database where datname = @Database",
                    new { m.Database }
                ) == 0
            )
            {
                await db.ExecuteAsync($"create database {m.Database} owner {PrivateCluster.OwnerRole}");
            }
            var master = MasterKey.FromFile(m.KeyFile(keyFolder), create: true);
            var migrated = await Migrator.RunAsync(
                m.Key,
                connect(m.Database, PrivateCluster.OwnerRole),
                master,
                demo: true,
                time,
                cancel
            );
            if (migrated.Error is { } error)
            {
                throw new InvalidOperationException($"{m.Key}: {error}");
            }
        }
    }

    /// <summary>What the finished demo of a municipality holds; null while its seed has not come to its end.</summary>
    public async Task<SeedMark?> FinishedAsync(string municipality, CancellationToken cancel)
    {
        await using var source = Owner(Municipality(municipality));
        await using var db = await source.OpenConnectionAsync(cancel);
        return await MarkAsync(db);
    }

    /// <summary>Marks a demo's seed as finished. The mark lies in a schema of the demo's own, beside what the program knows of.</summary>
    public async Task FinishAsync(string municipality, SeedMark mark, CancellationToken cancel)
    {
        await using var source = Owner(Municipality(municipality));
        await using var db = await source.OpenConnectionAsync(cancel);
        await using var work = await db.BeginTransactionAsync(cancel);
        await db.ExecuteAsync(
            """
            create schema if not exists demo;
            create table if not exists demo.seed (day date not null, families int not null, finished_at timestamptz not null);
            """,
            transaction: work
        );
        await db.ExecuteAsync(
            "insert into demo.seed values (@Day, @Families, @at)",
            new
            {
                mark.Day,
                mark.Families,
                at = time.GetUtcNow(),
            },
            work
        );
        await work.CommitAsync(cancel);
    }

    private static DemoMunicipality Municipality(string key) => DemoMunicipality.All.First(m => m.Key == key);

    private NpgsqlDataSource Owner(DemoMunicipality m) =>
        Databases.Source(connect(m.Database, PrivateCluster.OwnerRole));

    private async Task<bool> HalfSeededAsync(NpgsqlConnection maintenance, DemoMunicipality m)
    {
        if (
            await maintenance.ExecuteScalarAsync<int>(
                "select count(*) from pg_database where datname = @Database",
                new { m.Database }
            ) == 0
        )
        {
            return false;
        }
        await using var source = Owner(m);
        await using var db = await source.OpenConnectionAsync();
        // Only what is stamped as demo is ever thrown away. A database nothing was written to is taken as it is.
        return await db.ExecuteScalarAsync<bool>("select to_regclass('public.municipality') is not null")
            && await db.ExecuteScalarAsync<bool>("select demo from municipality")
            && await db.ExecuteScalarAsync<bool>("select exists (select 1 from staff)")
            && await MarkAsync(db) is null;
    }

    private static async Task<SeedMark?> MarkAsync(NpgsqlConnection db) =>
        await db.ExecuteScalarAsync<bool>("select to_regclass('demo.seed') is not null")
            ? await db.QueryFirstOrDefaultAsync<SeedMark>("select day, families from demo.seed")
            : null;
}

/// <summary>What a finished seed wrote.</summary>
public sealed record SeedMark
{
    /// <summary>The day its families were moved to.</summary>
    public DateOnly Day { get; init; }

    /// <summary>How many generated families there are.</summary>
    public int Families { get; init; }
}
