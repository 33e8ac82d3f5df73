using System.Diagnostics;
using Flette.Kit;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Tests.Cluster;

public class PrivateClusterTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_role_connects_and_only_admin_may_make_databases()
    {
        var cluster = await TestCluster.GetAsync();
        var database = await TestCluster.EmptyAsync();
        foreach (var role in (string[])[PrivateCluster.AdminRole, PrivateCluster.OwnerRole, PrivateCluster.AppRole])
        {
            Assert.Equal(
                role,
                await Sql.ScalarAsync(cluster.ConnectionStringFor(database, role), "select current_user")
            );
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            Sql.ScalarAsync(cluster.ConnectionStringFor(database, PrivateCluster.OwnerRole), "create database more")
        );
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Nothing_listens_on_the_network_and_every_way_in_is_peer()
    {
        var admin = (await TestCluster.GetAsync()).MaintenanceConnectionString;
        Assert.Equal("", await Sql.ScalarAsync(admin, "show listen_addresses"));
        Assert.Equal(
            "local peer",
            await Sql.ScalarAsync(admin, "select string_agg(type || ' ' || auth_method, ',') from pg_hba_file_rules")
        );
        Assert.Equal(
            "0",
            await Sql.ScalarAsync(admin, "select count(*) from pg_hba_file_rules where error is not null")
        );
    }

    [Fact]
    public async Task A_role_that_is_not_in_the_map_is_refused()
    {
        var admin = (await TestCluster.GetAsync()).MaintenanceConnectionString;
        var database = await TestCluster.EmptyAsync();
        await Sql.ScalarAsync(admin, "create role stranger login");
        var text = new NpgsqlConnectionStringBuilder(admin) { Username = "stranger", Database = database };
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            Sql.ScalarAsync(text.ConnectionString, "select 1")
        );
        Assert.Equal(PostgresErrorCodes.InvalidAuthorizationSpecification, refused.SqlState);
    }

    [Fact]
    public async Task Other_accounts_do_not_get_in_and_the_files_are_closed()
    {
        await using var own = await OwnCluster.StartAsync(Quick, Ct);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(own.Cluster.SocketFolder));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(own.DataFolder));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.Combine(own.DataFolder, "postgres", "data")));
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }

        // Only as root can a test be someone else: a stranger does not reach the socket, and the account that owns
        // the server's files reaches it but is not in the map.
        Assert.Contains("Permission denied", await PsqlAsAsync("nobody", own.Cluster), StringComparison.Ordinal);
        Assert.Contains(
            "Peer authentication failed",
            await PsqlAsAsync("flette", own.Cluster),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_is_durable_and_speaks_utf8_utc_and_norwegian()
    {
        await using var own = await OwnCluster.StartAsync(options => options, Ct);
        var admin = own.Cluster.MaintenanceConnectionString;
        foreach (
            var (setting, value) in new[]
            {
                ("fsync", "on"),
                ("synchronous_commit", "on"),
                ("full_page_writes", "on"),
                ("data_checksums", "on"),
                ("server_encoding", "UTF8"),
                ("timezone", "UTC"),
            }
        )
        {
            Assert.Equal(value, await Sql.ScalarAsync(admin, "show " + setting));
        }

        Assert.Equal("ærlig šŋđ", await Sql.ScalarAsync(admin, "select lower('ÆRLIG ŠŊĐ')"));
        const string Sorted = """
            select string_agg(w, ' ' order by w collate "nb-NO-x-icu") from unnest(array['å','ø','z','æ','a']) w
            """;
        Assert.Equal("a z æ ø å", await Sql.ScalarAsync(admin, Sorted));
    }

    [Fact]
    public async Task What_was_stored_is_there_at_the_next_start()
    {
        using var folder = new TemporaryFolder(" med mellomrom, 'tegn' og ø");
        var options = Quick(new PrivateClusterOptions { DataFolder = folder.In("data her") });
        await using (var first = await PrivateCluster.StartAsync(options, TimeProvider.System, Ct))
        {
            Assert.True(first.StartedHere);
            await Sql.ScalarAsync(first.MaintenanceConnectionString, "create table kept as select 7 as n");
        }

        await using var second = await PrivateCluster.StartAsync(options, TimeProvider.System, Ct);
        Assert.Equal("7", await Sql.ScalarAsync(second.MaintenanceConnectionString, "select n from kept"));
    }

    [Fact]
    public async Task A_second_start_uses_the_running_server_and_does_not_stop_it()
    {
        await using var own = await OwnCluster.StartAsync(Quick, Ct);
        var options = Quick(new PrivateClusterOptions { DataFolder = own.DataFolder });
        await using (var second = await PrivateCluster.StartAsync(options, TimeProvider.System, Ct))
        {
            Assert.False(second.StartedHere);
            Assert.Equal(own.Cluster.PostmasterId, second.PostmasterId);
            Assert.Equal("1", await Sql.ScalarAsync(second.MaintenanceConnectionString, "select 1"));
        }

        Assert.Equal("1", await Sql.ScalarAsync(own.Cluster.MaintenanceConnectionString, "select 1"));
    }

    [Fact]
    public async Task Two_starts_at_once_share_one_server()
    {
        using var folder = new TemporaryFolder();
        var options = Quick(new PrivateClusterOptions { DataFolder = folder.In("data") });
        var both = await Task.WhenAll(
            PrivateCluster.StartAsync(options, TimeProvider.System, Ct),
            PrivateCluster.StartAsync(options, TimeProvider.System, Ct)
        );
        Assert.Equal(both[0].PostmasterId, both[1].PostmasterId);
        Assert.Single(both, cluster => cluster.StartedHere);
        foreach (var cluster in both.OrderBy(cluster => cluster.StartedHere))
        {
            await cluster.DisposeAsync();
        }
    }

    [Fact]
    public async Task Stopping_leaves_no_process_and_no_socket_folder()
    {
        await using var own = await OwnCluster.StartAsync(Quick, Ct);
        await using var open = new NpgsqlConnection(own.Cluster.MaintenanceConnectionString);
        await open.OpenAsync(Ct);
        var data = Path.Combine(own.DataFolder, "postgres", "data");
        Assert.NotEmpty(ProcessesIn(data));

        await own.Cluster.DisposeAsync();
        Assert.Empty(ProcessesIn(data));
        Assert.False(Directory.Exists(own.Cluster.SocketFolder));
        await Assert.ThrowsAsync<NpgsqlException>(() =>
            Sql.ScalarAsync(own.Cluster.MaintenanceConnectionString, "select 1")
        );
    }

    [Fact]
    public async Task Copies_of_a_template_are_filled_once_and_independent()
    {
        var fills = 0;
        async Task Fill(PrivateCluster cluster, string name)
        {
            Interlocked.Increment(ref fills);
            await Sql.ScalarAsync(
                cluster.ConnectionStringFor(name, PrivateCluster.OwnerRole),
                "create table t as select 1 n"
            );
        }

        var cluster = await TestCluster.GetAsync();
        var names = await Task.WhenAll(
            TestCluster.CopyAsync("cluster1", Fill),
            TestCluster.CopyAsync("cluster1", Fill)
        );
        Assert.Equal(1, fills);
        await Sql.ScalarAsync(cluster.ConnectionStringFor(names[0], PrivateCluster.OwnerRole), "delete from t");
        Assert.Equal(
            "1",
            await Sql.ScalarAsync(
                cluster.ConnectionStringFor(names[1], PrivateCluster.OwnerRole),
                "select count(*) from t"
            )
        );
    }

    private static PrivateClusterOptions Quick(PrivateClusterOptions options) => options with { Durable = false };

    private static List<string> ProcessesIn(string folder) =>
        [
            .. Directory
                .EnumerateDirectories("/proc")
                .Where(process => char.IsAsciiDigit(Path.GetFileName(process)[0]))
                .Where(process => string.Equals(WorkingFolder(process), folder, StringComparison.Ordinal)),
        ];

    private static string? WorkingFolder(string process)
    {
        try
        {
            return File.ResolveLinkTarget(process + "/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<string> PsqlAsAsync(string account, PrivateCluster cluster)
    {
        string[] command =
        [
            "--reuid",
            account,
            "--clear-groups",
            "psql",
            "-h",
            cluster.SocketFolder,
            "-U",
            PrivateCluster.AdminRole,
            "-d",
            "postgres",
            "-c",
            "select 1",
        ];
        using var psql = Process.Start(
            new ProcessStartInfo("setpriv", command)
            {
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = "/",
            }
        )!;
        var said = await psql.StandardError.ReadToEndAsync(Ct);
        await psql.WaitForExitAsync(Ct);
        Assert.NotEqual(0, psql.ExitCode);
        return said;
    }
}
