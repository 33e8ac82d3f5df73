using System.Diagnostics;
using System.Globalization;
using Flette.Kit;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Tests.Cluster;

public class ClusterRestartTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_killed_server_comes_back_with_everything_it_acknowledged()
    {
        await using var own = await OwnCluster.StartAsync(options => options, Ct);
        var cluster = own.Cluster;
        await Sql.ScalarAsync(cluster.MaintenanceConnectionString, "create table kept (n int primary key)");
        for (var round = 0; round < 2; round++)
        {
            var before = cluster.PostmasterId;
            var back = Next(cluster);
            var acknowledged = new List<int>();
            var writing = WriteUntilItFailsAsync(cluster, round * 1_000_000, acknowledged);
            await UntilAsync(() => acknowledged.Count > 20);
            await KillAsync(before);
            await writing;
            await back.WaitAsync(Patience, Ct);

            Assert.NotEqual(before, cluster.PostmasterId);
            Assert.True(cluster.StartedHere);
            var numbers = string.Join(',', acknowledged);
            Assert.Equal(
                acknowledged.Count.ToString(CultureInfo.InvariantCulture),
                await Sql.ScalarAsync(
                    cluster.MaintenanceConnectionString,
                    $"select count(*) from kept where n = any('{{{numbers}}}')"
                )
            );
        }
    }

    [Fact]
    public async Task An_adopted_server_is_watched_too()
    {
        await using var own = await OwnCluster.StartAsync(options => options with { Durable = false }, Ct);
        var options = new PrivateClusterOptions { DataFolder = own.DataFolder, Durable = false };
        await using var second = await PrivateCluster.StartAsync(options, TimeProvider.System, Ct);
        var both = Task.WhenAll(Next(own.Cluster), Next(second));
        await KillAsync(own.Cluster.PostmasterId);
        await both.WaitAsync(Patience, Ct);

        Assert.Equal(own.Cluster.PostmasterId, second.PostmasterId);
        Assert.NotEqual(own.Cluster.StartedHere, second.StartedHere);
        Assert.Equal("1", await Sql.ScalarAsync(second.MaintenanceConnectionString, "select 1"));
    }

    [Fact]
    public async Task It_keeps_trying_and_never_makes_an_empty_database_instead()
    {
        var failed = new TaskCompletionSource();
        await using var own = await OwnCluster.StartAsync(
            options =>
                options with
                {
                    Durable = false,
                    Log = line => _ = line.Contains("FLETTE-DB-07", StringComparison.Ordinal) && failed.TrySetResult(),
                },
            Ct
        );
        await Sql.ScalarAsync(
            own.Cluster.MaintenanceConnectionString,
            "create table kept as select 7 as n; checkpoint"
        );
        var back = Next(own.Cluster);
        var data = Path.Combine(own.DataFolder, "postgres", "data");
        Directory.Move(data, data + ".away");
        await KillAsync(own.Cluster.PostmasterId);
        await failed.Task.WaitAsync(Patience, Ct);
        await Assert.ThrowsAsync<NpgsqlException>(() =>
            Sql.ScalarAsync(own.Cluster.MaintenanceConnectionString, "select 1")
        );

        Directory.Move(data + ".away", data);
        await back.WaitAsync(Patience, Ct);
        Assert.Equal("7", await Sql.ScalarAsync(own.Cluster.MaintenanceConnectionString, "select n from kept"));
    }

    private static async Task WriteUntilItFailsAsync(PrivateCluster cluster, int from, List<int> acknowledged)
    {
        try
        {
            await using var connection = new NpgsqlConnection(cluster.MaintenanceConnectionString);
            await connection.OpenAsync(Ct);
            for (var n = from; ; n++)
            {
                await using var command = new NpgsqlCommand("insert into kept values ($1)", connection);
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = n });
                await command.ExecuteNonQueryAsync(Ct);
                acknowledged.Add(n);
            }
        }
        catch (NpgsqlException)
        {
            // The server is gone; what was acknowledged until now must be there later.
        }
    }

    /// <summary>Completes at the next restart.</summary>
    private static Task Next(PrivateCluster cluster)
    {
        var restarted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.Restarted += (_, _) => restarted.TrySetResult();
        return restarted.Task;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Patience, "It took too long.");
            await Task.Yield();
        }
    }

    private static async Task KillAsync(int process)
    {
        using var kill = Process.Start("kill", ["-KILL", process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Ct);
        Assert.Equal(0, kill.ExitCode);
    }
}
