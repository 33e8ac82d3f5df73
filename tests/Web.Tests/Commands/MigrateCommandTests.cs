using Dapper;
using Flette.Demo;
using Flette.Kit;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Tests.Commands;

/// <summary><c>./flette migrate</c> on the demo's private cluster, which another program has running.</summary>
public class MigrateCommandTests
{
    private const string Project = "src/Flette.Demo";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_database_by_itself_and_what_failed_in_a_list()
    {
        await using var own = await OwnCluster.StartAsync(o => o with { Durable = false }, Ct);
        var (exit, output, errors) = await MigrateAsync(own);
        Assert.Equal(1, exit);
        Assert.Contains("(2 av 2)", errors, StringComparison.Ordinal);
        Assert.Contains("./flette up", errors, StringComparison.Ordinal);

        await ReadyAsync(own);
        (exit, output, errors) = await MigrateAsync(own);
        Assert.Equal(0, exit);
        Assert.DoesNotContain("gikk ikke", errors, StringComparison.Ordinal);
        Assert.Equal(
            $"fjellvik: versjon {Migrator.Newest} fra før\nsundhavn: versjon {Migrator.Newest} fra før\n",
            output
        );

        // The first cannot be lifted: what the newest file makes is there already. The second is empty.
        await ExecuteAsync(own, "flette_fjellvik", "delete from schema_version where version > 1");
        await ExecuteAsync(own, "postgres", "drop database flette_sundhavn");
        await ExecuteAsync(own, "postgres", $"create database flette_sundhavn owner {PrivateCluster.OwnerRole}");
        (exit, output, errors) = await MigrateAsync(own);
        Assert.Equal(1, exit);
        Assert.Equal(
            $"fjellvik: står på versjon 1, ikke løftet\nsundhavn: fra versjon 0 til {Migrator.Newest}\n",
            output
        );
        Assert.Contains("(1 av 2)", errors, StringComparison.Ordinal);
        Assert.Contains("\n  fjellvik: ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  sundhavn: ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_alone_and_not_served()
    {
        await using var own = await OwnCluster.StartAsync(o => o with { Durable = false }, Ct);
        await ReadyAsync(own);
        await ExecuteAsync(own, "flette_fjellvik", "insert into schema_version values (9999, 'later', '2030-01-01')");
        var (exit, output, errors) = await MigrateAsync(own);
        Assert.Equal(1, exit);
        Assert.Contains("fjellvik: står på versjon 9999", output, StringComparison.Ordinal);
        Assert.Contains("newer", errors, StringComparison.Ordinal);
        (exit, _, errors) = await CommandProcess.RunAsync(Project, own.DataFolder, "up", "--empty");
        Assert.Equal(1, exit);
        Assert.Contains("schema version 9999", errors, StringComparison.Ordinal);
        Assert.Contains("newer", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--connection")]
    [InlineData("fjellvik")]
    public async Task What_it_does_not_know_ends_with_2(string argument)
    {
        using var folder = new TemporaryFolder();
        var (exit, output, errors) = await CommandProcess.RunAsync(Project, folder.In("data"), "migrate", argument);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("Bruk:", errors, StringComparison.Ordinal);
    }

    private static Task<(int Exit, string Output, string Errors)> MigrateAsync(OwnCluster own) =>
        CommandProcess.RunAsync(Project, own.DataFolder, "migrate");

    private static Task ReadyAsync(OwnCluster own) =>
        new DemoStore(
            own.Cluster.MaintenanceConnectionString,
            own.Cluster.ConnectionStringFor,
            Path.Combine(own.DataFolder, "keys"),
            new DemoPorts(Web: 1, Mail: 1, Sms: 1),
            TimeProvider.System
        ).ReadyAsync(fresh: false, Ct);

    private static async Task ExecuteAsync(OwnCluster own, string database, string sql)
    {
        await using var db = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(own.Cluster.MaintenanceConnectionString)
            {
                Database = database,
            }.ConnectionString
        );
        await db.OpenAsync(Ct);
        await db.ExecuteAsync(sql);
    }
}
