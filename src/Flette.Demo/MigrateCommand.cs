using Dapper;
using Flette.Web.Data;
using Flette.Web.Operating;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Demo;

/// <summary>
/// <c>./flette migrate</c>: lifts the database of each municipality to this program's schema version, each in its own transaction.
/// One that fails stops none of the others (architecture.md rule 9).
/// </summary>
public static class MigrateCommand
{
    /// <summary>0 when all are at this version, 1 with a list on stderr when some are not, 2 for wrong use.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        string? connection = null;
        switch (arguments)
        {
            case []:
                break;
            case ["--connection", var given] when !string.IsNullOrWhiteSpace(given):
                connection = given;
                break;
            default:
                await Console.Error.WriteLineAsync("Bruk: ./flette migrate [--connection S]");
                return 2;
        }
        if (connection is not null && DemoServer.Read(connection) is null)
        {
            await Console.Error.WriteLineAsync(DemoServer.NotUnderstood);
            return 2;
        }
        return await CommandRun.RunAsync(cancel => MigrateAsync(connection, cancel), ProgramRun.Interrupted);
    }

    private static async Task<int> MigrateAsync(string? connection, CancellationToken cancel)
    {
        var folder = CommandRun.DataFolder();
        await using var server = await DemoServer.StartAsync(
            folder,
            connection,
            Console.Error.WriteLine,
            TimeProvider.System,
            cancel
        );
        var results = new List<MigrationResult>();
        foreach (var municipality in DemoMunicipality.All)
        {
            results.Add(await OneAsync(server, municipality, Path.Combine(folder, "keys"), cancel));
        }
        return MigrationReport.Write(results, Console.Out, Console.Error);
    }

    private static async Task<MigrationResult> OneAsync(
        DemoServer server,
        DemoMunicipality municipality,
        string keys,
        CancellationToken cancel
    )
    {
        try
        {
            await using (var db = new NpgsqlConnection(server.Maintenance))
            {
                await db.OpenAsync(cancel);
                if (
                    !await db.ExecuteScalarAsync<bool>(
                        "select exists (select from pg_database where datname = @Database)",
                        new { municipality.Database }
                    )
                )
                {
                    return Failed("den har ingen database ennå. ./flette up lager den.");
                }
            }
            return await Migrator.RunAsync(
                municipality.Key,
                server.Connect(municipality.Database, PrivateCluster.OwnerRole),
                MasterKey.FromFile(municipality.KeyFile(keys), create: false),
                demo: true,
                TimeProvider.System,
                cancel
            );
        }
        catch (Exception e) when (e is NpgsqlException or VaultException)
        {
            return Failed(e.Message);
        }

        MigrationResult Failed(string why) => new(municipality.Key, 0, 0, why);
    }
}
