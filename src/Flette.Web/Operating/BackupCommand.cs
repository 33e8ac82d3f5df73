using System.Globalization;
using Dapper;
using Flette.Web.Audit.Sealing;
using Flette.Web.Data;
using Flette.Web.Hosting;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Operating;

/// <summary>
/// <c>flette backup</c>: each municipality's database as it stood at one instant, while the program serves; or, apart from it and never in the
/// same folder, the keys.
/// </summary>
public static class BackupCommand
{
    private const string Usage = "Bruk: flette backup --to MAPPE [--keys] [--config FIL]";

    /// <summary>0 when all is in the folder that is named on stdout, 1 when not, 2 for wrong use, 78 for wrong configuration.</summary>
    public static Task<int> RunAsync(IReadOnlyList<string> arguments, string? config)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments is not (["--to", { Length: > 0 }] or ["--to", { Length: > 0 }, "--keys"]))
        {
            Console.Error.WriteLine(Usage);
            return Task.FromResult(2);
        }
        var to = Path.GetFullPath(arguments[1]);
        return ProgramRun.Options(config) is { } options
            ? ProgramRun.RunAsync(cancel =>
                arguments.Count == 3
                    ? Task.FromResult(Keys(options, to, TimeProvider.System))
                    : DatabasesAsync(options, to, TimeProvider.System, cancel)
            )
            : Task.FromResult(FletteOptions.BadConfiguration);
    }

    private static async Task<int> DatabasesAsync(
        FletteOptions options,
        string to,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        await using var store = await Store.OpenAsync(options, time, cancel);
        var now = time.GetUtcNow();
        var (unfinished, folder) = Folder(to, "flette-data-", now);
        var done = new List<BackedUp>();
        foreach (var municipality in store.Options.Municipalities)
        {
            done.Add(await OneAsync(store, municipality, unfinished, cancel));
        }
        await new BackupManifest(BackupManifest.Newest, now, done).WriteAsync(unfinished, cancel);
        Directory.Move(unfinished, folder);
        Console.WriteLine(folder);
        await Console.Error.WriteLineAsync(
            "Nøklene er ikke med. Uten dem kan ingenting leses: flette backup --keys --to ET ANNET STED."
        );
        return 0;
    }

    private static async Task<BackedUp> OneAsync(
        Store store,
        MunicipalityOptions municipality,
        string folder,
        CancellationToken cancel
    )
    {
        var owner =
            store.Owner(municipality)
            ?? throw new InvalidOperationException($"{municipality.Key}: OwnerConnection mangler i konfigurasjonen.");
        var master = MasterKey.FromFile(municipality.KeyFile, create: false);
        var name = municipality.Key + ".dump";
        var file = Path.Combine(folder, name);
        await PgTools.RunAsync(
            "pg_dump",
            owner,
            ["--format", "custom", "--no-owner", "--schema", "public", "--file", file, "--dbname", Database(owner)],
            cancel
        );
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await using var source = Databases.Source(owner);
        await using var db = await source.OpenConnectionAsync(cancel);
        var head = await Seals.HeadAsync(db, cancel);
        return new BackedUp(
            municipality.Key,
            await db.ExecuteScalarAsync<int>("select max(version) from schema_version"),
            name,
            new FileInfo(file).Length,
            await BackupManifest.HashAsync(file, cancel),
            BackupManifest.Mark(municipality.Key, master),
            head is null ? null : AuditCommand.Told(municipality.Key, head)
        );
    }

    private static int Keys(FletteOptions options, string to, TimeProvider time)
    {
        if (Directory.Exists(to) && Directory.EnumerateDirectories(to, "flette-data-*").Any())
        {
            Console.Error.WriteLine(
                $"{to} har sikkerhetskopier av databasen. Nøklene skal ligge et annet sted enn dem."
            );
            return 2;
        }
        var (unfinished, folder) = Folder(to, "flette-keys-", time.GetUtcNow());
        foreach (var m in options.Municipalities)
        {
            // Read, so that a key that cannot be used is found now.
            MasterKey.FromFile(m.KeyFile, create: false);
            Copy(m.KeyFile, Path.Combine(unfinished, m.Key + ".key"));
        }
        foreach (var file in Directory.EnumerateFiles(options.KeyFolder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(unfinished, Path.GetRelativePath(options.KeyFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target))
            {
                Copy(file, target);
            }
        }
        Directory.Move(unfinished, folder);
        Console.WriteLine(folder);
        return 0;

        static void Copy(string from, string to)
        {
            File.Copy(from, to);
            File.SetUnixFileMode(to, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    // It gets its name when it is whole: what is broken off is never taken for a backup.
    private static (string Unfinished, string Folder) Folder(string to, string prefix, DateTimeOffset now)
    {
        var folder = Path.Combine(to, prefix + now.ToString("yyyyMMddTHHmmss'Z'", CultureInfo.InvariantCulture));
        if (Directory.Exists(folder))
        {
            throw new InvalidOperationException($"{folder} er der fra før. Vent et sekund, og prøv igjen.");
        }
        var unfinished = Path.Combine(to, $".{Path.GetFileName(folder)}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(to);
        Directory.CreateDirectory(
            unfinished,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        return (unfinished, folder);
    }

    internal static string Database(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;
}
