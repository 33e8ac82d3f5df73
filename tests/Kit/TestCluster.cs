using System.Collections.Concurrent;
using System.Globalization;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Kit;

/// <summary>
/// One PostgreSQL for all tests of a test program, started at the first use and gone with the program. Without fsync:
/// a test that promises something about crashes starts its own with <see cref="OwnCluster.StartAsync"/>.
/// </summary>
public static class TestCluster
{
    private static readonly Lazy<Task<OwnCluster>> Shared = new(StartAsync);
    private static readonly ConcurrentDictionary<string, Lazy<Task>> Templates = new(StringComparer.Ordinal);
    private static int _databases;

    /// <summary>The shared cluster.</summary>
    public static async Task<PrivateCluster> GetAsync() => (await Shared.Value).Cluster;

    /// <summary>
    /// A fresh database, copied from a template that is filled once per test program: some tens of milliseconds
    /// instead of all migrations.
    /// </summary>
    /// <param name="template">Name of what is in it, letters and digits; one name, one content.</param>
    /// <param name="fill">Fills the template, given its name; its connections are ended afterwards.</param>
    /// <returns>The new database's name.</returns>
    public static async Task<string> CopyAsync(string template, Func<PrivateCluster, string, Task> fill)
    {
        var cluster = await GetAsync();
        var from = "template_" + template;
        await Templates.GetOrAdd(template, _ => new Lazy<Task>(() => FillAsync(cluster, from, fill))).Value;
        return await CreateAsync(cluster, $"template \"{from}\" strategy file_copy");
    }

    /// <summary>A fresh, empty database owned by <c>flette_owner</c>; returns its name.</summary>
    public static async Task<string> EmptyAsync() => await CreateAsync(await GetAsync(), "");

    /// <summary>Drops a database, whoever is connected to it.</summary>
    public static async Task DropAsync(string database) =>
        await ExecuteAsync(await GetAsync(), $"drop database if exists \"{database}\" with (force)");

    private static async Task<OwnCluster> StartAsync()
    {
        TemporaryFolder.RemoveLeftOvers();
        var own = await OwnCluster.StartAsync(
            options => options with { Durable = false },
            CancellationToken.None,
            inMemory: true
        );

        // Not left to a fixture: whichever test project uses the cluster, it ends with the process.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => own.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return own;
    }

    private static async Task FillAsync(PrivateCluster cluster, string name, Func<PrivateCluster, string, Task> fill)
    {
        await ExecuteAsync(cluster, $"create database \"{name}\" owner {PrivateCluster.OwnerRole}");
        await fill(cluster, name);

        // A template must have no connections; those of a pool would stay for minutes.
        await ExecuteAsync(cluster, $"alter database \"{name}\" with allow_connections false");
        await ExecuteAsync(
            cluster,
            $"select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '{name}'"
        );
    }

    private static async Task<string> CreateAsync(PrivateCluster cluster, string how)
    {
        var number = Interlocked.Increment(ref _databases);
        var name = "test_" + number.ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync(cluster, $"create database \"{name}\" {how} owner {PrivateCluster.OwnerRole}");
        return name;
    }

    private static async Task ExecuteAsync(PrivateCluster cluster, string sql)
    {
        await using var connection = new NpgsqlConnection(cluster.MaintenanceConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
