using System.Diagnostics;
using System.Globalization;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Cluster;

/// <summary>Each refusal has its reference, and nothing is started or changed.</summary>
public class ClusterRefusalTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planted_socket_folder_that_others_may_enter()
    {
        using var folder = new TemporaryFolder();
        var planted = folder.In("s");
        Directory.CreateDirectory(planted, OwnerOnly | UnixFileMode.OtherExecute);
        await GiveToAccountAsync(planted);
        await RefusedAsync("FLETTE-DB-06", folder, options => options with { SocketFolder = planted });
    }

    [Fact]
    public async Task A_planted_socket_folder_that_is_a_link()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("elsewhere"), OwnerOnly);
        await GiveToAccountAsync(folder.In("elsewhere"));
        File.CreateSymbolicLink(folder.In("s"), folder.In("elsewhere"));
        await RefusedAsync("FLETTE-DB-06", folder, options => options with { SocketFolder = folder.In("s") });
    }

    [Fact]
    public async Task A_socket_folder_that_someone_else_owns()
    {
        using var folder = new TemporaryFolder();
        var planted = folder.In("s");
        if (Environment.IsPrivilegedProcess)
        {
            // Root's own folder is not the cluster account's.
            Directory.CreateDirectory(planted, OwnerOnly);
        }
        else
        {
            planted = "/root";
        }

        await RefusedAsync("FLETTE-DB-06", folder, options => options with { SocketFolder = planted });
    }

    [Fact]
    public async Task A_socket_path_longer_than_the_system_takes()
    {
        using var folder = new TemporaryFolder();
        var longest = folder.In(new string('s', 100));
        await RefusedAsync("FLETTE-DB-06", folder, options => options with { SocketFolder = longest });
    }

    [Fact]
    public async Task A_folder_of_another_version()
    {
        using var folder = new TemporaryFolder();
        await MakeDataAsync(folder, "PG_VERSION", "14\n");
        var refusal = await RefusedAsync("FLETTE-DB-02", folder, options => options);
        Assert.Contains("postgresql-14", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_holds_something_else()
    {
        using var folder = new TemporaryFolder();
        await MakeDataAsync(folder, "brev.txt", "Hei");
        await RefusedAsync("FLETTE-DB-03", folder, options => options);
        Assert.Equal("Hei", await File.ReadAllTextAsync(folder.In("data", "postgres", "data", "brev.txt"), Ct));
    }

    [Fact]
    public async Task A_folder_that_someone_else_owns()
    {
        using var folder = new TemporaryFolder();
        if (!Environment.IsPrivilegedProcess)
        {
            await RefusedAsync("FLETTE-DB-03", folder, options => options with { DataFolder = "/usr" });
            return;
        }

        Directory.CreateDirectory(folder.In("data"), OwnerOnly);
        await RunAsync("chown", "nobody", folder.In("data"));
        await RefusedAsync("FLETTE-DB-03", folder, options => options);
    }

    [Fact]
    public async Task No_PostgreSQL()
    {
        using var folder = new TemporaryFolder();
        await RefusedAsync("FLETTE-DB-01", folder, options => options with { BinFolder = folder.In("bin") });
    }

    [Fact]
    public async Task A_place_the_account_cannot_reach()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root hands the cluster to another account.");
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("closed"), OwnerOnly);
        await RefusedAsync(
            "FLETTE-DB-04",
            folder,
            options => options with { DataFolder = folder.In("closed", "data") }
        );
    }

    [Fact]
    public async Task What_a_broken_off_start_left_is_no_hindrance()
    {
        using var folder = new TemporaryFolder();
        var options = Options(folder);
        await using (await PrivateCluster.StartAsync(options, TimeProvider.System, Ct)) { }

        // A half-made cluster, and a pid file whose number now belongs to someone else: us.
        var data = folder.In("data", "postgres", "data");
        Directory.CreateDirectory(data + ".new");
        await File.WriteAllTextAsync(Path.Combine(data + ".new", "PG_VERSION"), "15\n", Ct);
        var us = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(
            Path.Combine(data, "postmaster.pid"),
            $"{us}\n{data}\n1700000000\n5432\n/tmp/nowhere\n\n  5432001         0\nready   \n",
            Ct
        );
        await using var cluster = await PrivateCluster.StartAsync(options, TimeProvider.System, Ct);
        Assert.True(cluster.StartedHere);
    }

    // Explicit: it mounts a small disk, which needs root and not every container allows.
    [Fact(Explicit = true)]
    public async Task A_full_disk()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.In("disk"));
        await RunAsync("mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", folder.In("disk"));
        try
        {
            await RefusedAsync(
                "FLETTE-DB-05",
                folder,
                options => options with { DataFolder = folder.In("disk", "data") }
            );
        }
        finally
        {
            await RunAsync("umount", folder.In("disk"));
        }
    }

    private static PrivateClusterOptions Options(TemporaryFolder folder) =>
        new() { DataFolder = folder.In("data"), Durable = false };

    private static async Task<PrivateClusterException> RefusedAsync(
        string reference,
        TemporaryFolder folder,
        Func<PrivateClusterOptions, PrivateClusterOptions> change
    )
    {
        var refusal = await Assert.ThrowsAsync<PrivateClusterException>(() =>
            PrivateCluster.StartAsync(change(Options(folder)), TimeProvider.System, Ct)
        );
        Assert.Equal(reference, refusal.Reference);
        Assert.Contains(reference, refusal.Message, StringComparison.Ordinal);
        return refusal;
    }

    /// <summary>Makes postgres/data as if it had been there before, owned by the cluster's account.</summary>
    private static async Task MakeDataAsync(TemporaryFolder folder, string file, string text)
    {
        var data = folder.In("data", "postgres", "data");
        Directory.CreateDirectory(data);
        await File.WriteAllTextAsync(Path.Combine(data, file), text, Ct);
        await GiveToAccountAsync(folder.In("data"));
    }

    private static async Task GiveToAccountAsync(string path)
    {
        if (Environment.IsPrivilegedProcess)
        {
            // Starting the shared cluster makes the account where it is missing.
            await TestCluster.GetAsync();
            await RunAsync("chown", "-R", "flette", path);
        }
    }

    private static async Task RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
    }
}
