using System.Diagnostics;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Kit.Canaries;

/// <summary>
/// Where a cluster keeps what it is told: each database as a dump, the data files, the write-ahead log and the server's own log. What
/// PostgreSQL compresses in its files (long texts) stands whole in the dump.
/// </summary>
public sealed class ClusterPlaces(OwnCluster own)
{
    /// <summary>What a backup would hold.</summary>
    public const string Dump = "dump";

    /// <summary>Tables and indexes on disk.</summary>
    public const string Data = "data files";

    /// <summary>The write-ahead log.</summary>
    public const string Wal = "WAL";

    /// <summary>What the server tells the operator.</summary>
    public const string Log = "server log";

    private string Home => Path.Combine(own.DataFolder, "postgres");

    private string WalFolder => Path.Combine(Home, "data", "pg_wal") + "/";

    /// <summary>Keeps all of the write-ahead log from now on.</summary>
    public async Task KeepAsync()
    {
        await ExecuteAsync("alter system set wal_keep_size = '1GB'");
        await ExecuteAsync("select pg_reload_conf()");
    }

    /// <summary>Runs SQL as the one who owns the cluster.</summary>
    public async Task ExecuteAsync(string sql, string database = "postgres")
    {
        var where = new NpgsqlConnectionStringBuilder(own.Cluster.MaintenanceConnectionString) { Database = database };
        await using var db = new NpgsqlConnection(where.ConnectionString);
        await db.OpenAsync();
        await using var command = new NpgsqlCommand(sql, db);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Looks through all of it, when all of it has been written to disk.</summary>
    public async Task LookAsync(Search search, IEnumerable<string> databases)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(databases);
        await ExecuteAsync("checkpoint");
        await ExecuteAsync("select pg_switch_wal()");
        foreach (var database in databases)
        {
            search.Bytes(Dump, database, await DumpAsync(database));
        }
        search.Folder(Data, Path.Combine(Home, "data"), f => f.StartsWith(WalFolder, StringComparison.Ordinal));
        search.Folder(Wal, WalFolder);
        search.File(Log, Path.Combine(Home, "log"));
    }

    /// <summary>Runs SQL that must fail, from a program that nothing here listens to.</summary>
    public async Task FailAsync(string sql, string database)
    {
        var (code, _, errors) = await RunAsync("psql", database, "-c", sql);
        if (code == 0 || !errors.Contains("ERROR", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("It did not fail. " + errors);
        }
    }

    private async Task<byte[]> DumpAsync(string database)
    {
        var (code, dump, errors) = await RunAsync("pg_dump", database);
        return code == 0 ? dump : throw new InvalidOperationException(errors);
    }

    private async Task<(int Code, byte[] Output, string Errors)> RunAsync(
        string program,
        string database,
        params string[] more
    )
    {
        var start = new ProcessStartInfo(program)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] who = ["-h", own.Cluster.SocketFolder, "-U", PrivateCluster.AdminRole, "-d", database];
        foreach (var argument in who.Concat(more))
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        using var output = new MemoryStream();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToArray(), await errors);
    }
}
