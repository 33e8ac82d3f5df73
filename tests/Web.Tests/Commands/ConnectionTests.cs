using System.Globalization;
using Dapper;
using Flette.Demo;
using Flette.Kit;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Tests.Commands;

/// <summary>
/// <c>up</c> and <c>migrate</c> on a PostgreSQL somebody points to, which has a superuser and nothing of Flette's.
/// </summary>
public class ConnectionTests
{
    private const string Project = "src/Flette.Demo";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Up_twice_on_a_server_with_only_a_superuser()
    {
        await using var own = await BareServerAsync();
        var connection = own.Cluster.MaintenanceConnectionString;
        await UpAsync(own, connection);
        Assert.Equal(
            PrivateCluster.OwnerRole,
            await ScalarAsync<string>(
                own,
                "select pg_get_userbyid(datdba) from pg_database where datname = 'flette_fjellvik'"
            )
        );
        var made = await StaffAsync(own);
        await UpAsync(own, connection);
        Assert.Equal(made, await StaffAsync(own));
    }

    [Fact]
    public async Task Whoever_serves_is_never_more_than_the_role_that_serves()
    {
        await using var own = await BareServerAsync();
        await using var server = await DemoServer.StartAsync(
            own.DataFolder,
            own.Cluster.MaintenanceConnectionString,
            _ => { },
            TimeProvider.System,
            Ct
        );
        await ExecuteAsync(own, $"create database flette_fjellvik owner {PrivateCluster.OwnerRole}");
        await using var source = Databases.Source(server.Connect("flette_fjellvik", PrivateCluster.AppRole));
        // The second user of a connection from the pool is the one who could get too much.
        for (var i = 0; i < 3; i++)
        {
            await using var db = await source.OpenConnectionAsync(Ct);
            Assert.Equal(PrivateCluster.AppRole, await db.ExecuteScalarAsync<string>("select current_user"));
            var refused = await Assert.ThrowsAsync<PostgresException>(() => db.ExecuteAsync("create table x (y int)"));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task A_role_that_may_make_databases_and_roles_is_enough()
    {
        await using var own = await BareServerAsync();
        await ExecuteAsync(
            own,
            "create role flette_app login createdb createrole; grant connect on database postgres to flette_app"
        );
        // The only other account the cluster lets in; here it stands for a hired database's administrator.
        var connection = own.Cluster.ConnectionStringFor("postgres", PrivateCluster.AppRole);
        await using var server = await DemoServer.StartAsync(
            own.DataFolder,
            connection,
            _ => { },
            TimeProvider.System,
            Ct
        );
        await using var db = new NpgsqlConnection(server.Maintenance);
        await db.OpenAsync(Ct);
        await db.ExecuteAsync($"create database flette_fjellvik owner {PrivateCluster.OwnerRole}");
        await using var owner = Databases.Source(server.Connect("flette_fjellvik", PrivateCluster.OwnerRole));
        await using var asOwner = await owner.OpenConnectionAsync(Ct);
        Assert.Equal(PrivateCluster.OwnerRole, await asOwner.ExecuteScalarAsync<string>("select current_user"));
    }

    [Theory]
    [InlineData("up", "tull")]
    [InlineData("up", "postgres://a:hemmelig@localhost/x")]
    [InlineData("up", "Username=postgres;Password=hemmelig")]
    [InlineData("migrate", "Host=localhost;Portt=hemmelig")]
    public async Task What_is_no_connection_string_is_said_in_one_line_without_repeating_it(
        string command,
        string given
    )
    {
        using var folder = new TemporaryFolder();
        var (exit, _, errors) = await CommandProcess.RunAsync(
            Project,
            folder.In("data"),
            command,
            "--connection",
            given
        );
        Assert.Equal(2, exit);
        Assert.Single(errors.Trim().Split('\n'));
        Assert.Contains("--connection", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hemmelig", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("up")]
    [InlineData("migrate")]
    public async Task A_server_that_does_not_answer_is_said_in_one_line(string command)
    {
        using var folder = new TemporaryFolder();
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        var (exit, _, errors) = await CommandProcess.RunAsync(
            Project,
            folder.In("data"),
            command,
            "--connection",
            $"Host=127.0.0.1;Port={port};Username=postgres"
        );
        Assert.Equal(1, exit);
        Assert.Contains("Kom ikke inn", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_may_make_nothing_is_said_in_one_line()
    {
        await using var own = await BareServerAsync();
        await ExecuteAsync(own, "create role flette_app login; grant connect on database postgres to flette_app");
        var (exit, _, errors) = await CommandProcess.RunAsync(
            Project,
            own.DataFolder,
            "up",
            "--connection",
            own.Cluster.ConnectionStringFor("postgres", PrivateCluster.AppRole)
        );
        Assert.Equal(1, exit);
        Assert.Contains("CREATEDB", Assert.Single(errors.Trim().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task UpAsync(OwnCluster own, string connection)
    {
        var port = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        using var up = CommandProcess.Start(
            Project,
            own.DataFolder,
            "up",
            "--empty",
            "--port",
            port,
            "--connection",
            connection
        );
        await up.UntilSaidAsync("Stopp med Ctrl-C");
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"http://localhost:{port}/demo"), Ct);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        var (exit, _, errors) = await up.InterruptAsync();
        Assert.Equal((0, ""), (exit, errors));
    }

    /// <summary>A server without the two roles.</summary>
    private static async Task<OwnCluster> BareServerAsync()
    {
        var own = await OwnCluster.StartAsync(o => o with { Durable = false }, Ct);
        await ExecuteAsync(own, $"drop role {PrivateCluster.OwnerRole}, {PrivateCluster.AppRole}");
        return own;
    }

    /// <summary>Who is in the register of staff: made once.</summary>
    private static async Task<string> StaffAsync(OwnCluster own)
    {
        await using var db = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(own.Cluster.MaintenanceConnectionString)
            {
                Database = "flette_fjellvik",
            }.ConnectionString
        );
        await db.OpenAsync(Ct);
        return string.Join(' ', await db.QueryAsync<Guid>("select id from staff order by id"));
    }

    private static async Task ExecuteAsync(OwnCluster own, string sql)
    {
        await using var db = new NpgsqlConnection(own.Cluster.MaintenanceConnectionString);
        await db.OpenAsync(Ct);
        await db.ExecuteAsync(sql);
    }

    private static async Task<T?> ScalarAsync<T>(OwnCluster own, string sql)
    {
        await using var db = new NpgsqlConnection(own.Cluster.MaintenanceConnectionString);
        await db.OpenAsync(Ct);
        return await db.ExecuteScalarAsync<T>(sql);
    }
}
