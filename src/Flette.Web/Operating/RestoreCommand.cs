using Dapper;
using Flette.Web.Audit.Sealing;
using Flette.Web.Data;
using Flette.Web.Hosting;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Operating;

/// <summary>
/// <c>flette restore</c>: puts a backup back where there is nothing. Nothing is touched before files and keys are known to be the right ones, and
/// the database gets its name when all that was sealed in it opens.
/// </summary>
public static class RestoreCommand
{
    private const string Usage = "Bruk: flette restore --from MAPPE [--config FIL]";

    /// <summary>0 when all are restored, 1 when not, 2 for wrong use, 78 for wrong configuration.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, string? config)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments is not ["--from", { Length: > 0 } from])
        {
            Console.Error.WriteLine(Usage);
            return Task.FromResult(2);
        }
        return ProgramRun.Options(config) is { } options
            ? ProgramRun.RunAsync(cancel => AllAsync(options, Path.GetFullPath(from), TimeProvider.System, cancel))
            : Task.FromResult(FletteOptions.BadConfiguration);
    }

    private static async Task<int> AllAsync(
        FletteOptions options,
        string from,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        var manifest = await BackupManifest.ReadAsync(from, cancel);
        var wanted = new List<(MunicipalityOptions Municipality, BackedUp Backup, MasterKey Master)>();
        foreach (var backup in manifest.Municipalities)
        {
            wanted.Add(await CheckAsync(options, from, backup, cancel));
        }
        await using var store = await Store.OpenAsync(options, time, cancel);
        foreach (var (municipality, _, _) in wanted)
        {
            if (await store.IsUsedAsync(municipality, cancel))
            {
                throw new InvalidOperationException(
                    $"{municipality.Key}: det er en database her fra før. En sikkerhetskopi legges bare tilbake der det ikke er noen. Ingenting er endret."
                );
            }
        }
        foreach (var (municipality, backup, master) in wanted)
        {
            var epoch = await store.FillAsync(
                municipality,
                async owner =>
                {
                    await PgTools.RunAsync(
                        "pg_restore",
                        owner,
                        [
                            "--no-owner",
                            "--exit-on-error",
                            "--single-transaction",
                            "--clean",
                            "--if-exists",
                            "--dbname",
                            BackupCommand.Database(owner),
                            Path.Combine(from, backup.File),
                        ],
                        cancel
                    );
                    return await ReadyAsync(options, municipality.Key, owner, master, time, cancel);
                },
                cancel
            );
            Console.WriteLine(
                $"{municipality.Key}: lagt tilbake slik det var {manifest.At:yyyy-MM-dd HH:mm:ss} UTC. Loggen går videre i epoke {epoch}. Alle er logget ut, og det som ventet på å sendes, er stoppet."
            );
        }
        return 0;
    }

    private static async Task<(MunicipalityOptions, BackedUp, MasterKey)> CheckAsync(
        FletteOptions options,
        string from,
        BackedUp backup,
        CancellationToken cancel
    )
    {
        var municipality =
            options.Municipalities.FirstOrDefault(m => m.Key == backup.Key)
            ?? throw new InvalidOperationException(
                $"{backup.Key}: kommunen står ikke i konfigurasjonen. Ingenting er endret."
            );
        if (backup.Schema > Migrator.Newest)
        {
            throw new InvalidOperationException(
                $"{backup.Key}: sikkerhetskopien har versjon {backup.Schema}, dette programmet kan {Migrator.Newest}. Bruk et nyere program. Ingenting er endret."
            );
        }
        var file = Path.Combine(from, Path.GetFileName(backup.File));
        if (!File.Exists(file) || await BackupManifest.HashAsync(file, cancel) != backup.Sha256)
        {
            throw new InvalidOperationException(
                $"{backup.Key}: {file} mangler eller er skadet: sjekksummen stemmer ikke. Ingenting er endret."
            );
        }
        var master = MasterKey.FromFile(municipality.KeyFile, create: false);
        return BackupManifest.Mark(backup.Key, master) == backup.KeyMark
            ? (municipality, backup, master)
            : throw new InvalidOperationException(
                $"{backup.Key}: nøkkelen i {municipality.KeyFile} er ikke den sikkerhetskopien ble laget med. Legg tilbake den som hører til. Ingenting er endret."
            );
    }

    /// <summary>Makes what was put back fit to be served, and gives the epoch its log goes on in.</summary>
    private static async Task<int> ReadyAsync(
        FletteOptions options,
        string key,
        string owner,
        MasterKey master,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        await using var source = Databases.Source(owner);
        await using var db = await source.OpenConnectionAsync(cancel);
        await OpensAsync(db, key, master);
        var migrated = await Migrator.RunAsync(key, owner, master, demo: false, time, cancel);
        if (migrated.Error is { } error)
        {
            throw new InvalidOperationException($"{key}: {error}");
        }
        var now = time.GetUtcNow();
        await using var work = await db.BeginTransactionAsync(cancel);
        // What was erased since the backup is erased again: its key is all that is needed to read it.
        await db.ExecuteAsync(
            "update owner_key set wrapped = null where owner = any(@erased)",
            new { erased = ErasureRegister.Read(options.KeyFolder, key) },
            work
        );
        // A session that was ended since would live again; a mail that has left would leave once more.
        await db.ExecuteAsync(
            """
            update session set ended_at = @now, token = null where ended_at is null;
            update outbox set state = 'failed', fault = 'restored', ended_at = @now where state = 'waiting'
            """,
            new { now },
            work
        );
        var opened = await Seals.OpenEpochAsync(db, work, key, master, now);
        await work.CommitAsync(cancel);
        return opened.Epoch;
    }

    /// <summary>Opens the constant that was sealed when the database was made, and the name of the newest family.</summary>
    private static async Task OpensAsync(NpgsqlConnection db, string key, MasterKey master)
    {
        try
        {
            var (stamped, check) = await db.QuerySingleAsync<(string, byte[])>(
                "select key, key_check from municipality"
            );
            if (stamped != key)
            {
                throw new InvalidOperationException($"{key}: sikkerhetskopien er av {stamped}.");
            }
            using var ring = new KeyRing(key, master, [new WrappedKey(Guid.Empty, 1, check)]);
            ring.SealBytes([1], Guid.Empty, default);
            var (family, body) = await db.QuerySingleOrDefaultAsync<(Guid, Sealed)>(
                """
                select f.id, f.body from family f
                 where exists (select 1 from owner_key k where k.owner = f.id and k.wrapped is not null) order by f.registered_at desc limit 1
                """
            );
            if (family != Guid.Empty)
            {
                ring.Add(
                    await db.QueryAsync<WrappedKey>(
                        "select owner, no as number, wrapped from owner_key where owner = @family",
                        new { family }
                    )
                );
                ring.Open<string>(body, family, new Place("family", family));
            }
        }
        catch (VaultException e)
        {
            throw new InvalidOperationException(
                $"{key}: det som er forseglet i sikkerhetskopien, lar seg ikke åpne med nøkkelen.",
                e
            );
        }
    }
}
