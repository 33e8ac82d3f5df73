using Dapper;
using Flette.Web.Data;
using Flette.Web.Hosting;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Operating;

/// <summary>
/// <c>flette migrate</c>: lifts the database of each municipality to this program's schema version, each in its own transaction. One that
/// fails stops none of the others (architecture.md, rule 9). A new municipality gets its key.
/// </summary>
public static class MigrateCommand
{
    /// <summary>0 when all are at this version, 1 with a list on stderr when some are not, 78 for wrong configuration.</summary>
    public static Task<int> RunAsync(string? config) =>
        ProgramRun.Options(config) is { } options
            ? ProgramRun.RunAsync(cancel => AllAsync(options, cancel))
            : Task.FromResult(FletteOptions.BadConfiguration);

    private static async Task<int> AllAsync(FletteOptions options, CancellationToken cancel)
    {
        await using var store = await Store.OpenAsync(options, TimeProvider.System, cancel);
        var results = new List<MigrationResult>();
        foreach (var municipality in store.Options.Municipalities)
        {
            results.Add(await OneAsync(store, municipality, cancel));
        }
        return MigrationReport.Write(results, Console.Out, Console.Error);
    }

    private static async Task<MigrationResult> OneAsync(
        Store store,
        MunicipalityOptions municipality,
        CancellationToken cancel
    )
    {
        try
        {
            if (store.Owner(municipality) is not { } owner)
            {
                return Failed("OwnerConnection mangler i konfigurasjonen.");
            }
            await store.MakeAsync(municipality, cancel);
            var isNew = !File.Exists(municipality.KeyFile) && await IsEmptyAsync(owner, cancel);
            var master = MasterKey.FromFile(municipality.KeyFile, create: isNew);
            if (isNew)
            {
                Console.WriteLine(
                    $"{municipality.Key}: nøkkelen er laget i {municipality.KeyFile}. Uten den kan ingenting leses, heller ikke fra en sikkerhetskopi: ta vare på en kopi for seg, aldri sammen med databasen."
                );
            }
            return await Migrator.RunAsync(municipality.Key, owner, master, demo: false, TimeProvider.System, cancel);
        }
        catch (Exception e) when (e is NpgsqlException or VaultException)
        {
            return Failed(e.Message);
        }

        MigrationResult Failed(string why) => new(municipality.Key, 0, 0, why);
    }

    // A key is made for a database nobody has written to, and for no other: for one with people in it the lost one must be found.
    private static async Task<bool> IsEmptyAsync(string owner, CancellationToken cancel)
    {
        await using var source = Databases.Source(owner);
        await using var db = await source.OpenConnectionAsync(cancel);
        return await db.ExecuteScalarAsync<bool>("select to_regclass('public.municipality') is null");
    }
}
