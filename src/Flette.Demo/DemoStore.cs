using Dapper;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Demo;

/// <summary>Makes the demo's databases, keys and schema, on the private cluster or on a PostgreSQL one is pointed to.</summary>
/// <param name="maintenance">A connection that may create databases and roles.</param>
/// <param name="connect">Connection string for a database and role.</param>
/// <param name="keyFolder">Where keys are kept, apart from the data.</param>
public sealed class DemoStore(
    string maintenance,
    Func<string, string, string> connect,
    string keyFolder,
    TimeProvider time
)
{
    /// <summary>The municipalities as the program is told of them.</summary>
    public IReadOnlyList<MunicipalityOptions> Options { get; } =
        DemoMunicipality.All.Select(m => m.Options(connect(m.Database, PrivateCluster.AppRole), keyFolder)).ToList();

    /// <summary>
    /// Readies each database; a new one is stamped as demo. With <paramref name="fresh"/> what was there is thrown away, keys too.
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
                File.Delete(m.KeyFile(keyFolder));
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
}
