using System.Diagnostics;
using System.Globalization;
using Dapper;
using Flette.Web.Audit.Sealing;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Kill.Tests;

/// <summary>The victim's database, reached past the program: what the test looks at, holds back, and spoils on purpose.</summary>
/// <param name="folder">The cluster's own data folder.</param>
internal sealed class Store(string folder)
{
    private const string Municipality = "flette_fjellvik";
    private const string Cluster = "postgres";

    /// <summary>
    /// Whoever has written a commit to the disk and waits for leave to answer; not the sealer, which commits by itself and which nobody
    /// waits for.
    /// </summary>
    private static readonly string Held = $"""
        select from pg_stat_activity where wait_event_type = 'IPC' and wait_event = 'SyncRep'
           and pid not in (select pid from pg_locks where locktype = 'advisory' and objid = {Seals.Lock})
        """;

    /// <summary>What would write to the disk what nobody waits for.</summary>
    private static readonly string[] Writers = ["walwriter", "background writer", "checkpointer"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>The postmaster that runs now.</summary>
    public Process Postmaster() => Process.GetProcessById(int.Parse(PidFile()[0], CultureInfo.InvariantCulture));

    /// <summary>A connection to the municipality the clerks write in, as the owner of everything.</summary>
    public Task<NpgsqlConnection> OpenAsync() => OpenAsync(Municipality);

    /// <summary>What the cluster says of a setting to whoever comes now.</summary>
    public async Task<string> SettingAsync(string name)
    {
        await using var db = await OpenAsync(Cluster);
        return await db.ExecuteScalarAsync<string>("select current_setting(@name)", new { name }) ?? "";
    }

    /// <summary>
    /// From now on every commit is on the disk but not yet answered: the server waits for a second server that does not exist.
    /// </summary>
    public async Task HoldAnswersAsync()
    {
        await using var db = await OpenAsync();
        // A post moves its session's idle clock once a minute, by a commit that would be held before its own.
        await db.ExecuteAsync("update session set seen_at = clock_timestamp()");
        await SetAsync("synchronous_standby_names", "nobody");
        while (!await IsHeldAsync(db))
        {
            Ct.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Done when so many transactions are written to the disk and wait to be told so.</summary>
    public async Task UntilHeldAsync(int commits)
    {
        await using var db = await OpenAsync();
        while (
            await db.ExecuteScalarAsync<int>($"select count(*)::int from ({Held} and query ilike 'commit%') held")
            < commits
        )
        {
            Ct.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>Undoes <see cref="HoldAnswersAsync"/>, for a server that is to be killed: it will not be so when it is back.</summary>
    public async Task ForgetHoldAsync()
    {
        await using var db = await OpenAsync(Cluster);
        await db.ExecuteAsync("alter system reset synchronous_standby_names");
    }

    /// <summary>Undoes <see cref="HoldAnswersAsync"/> in the server that runs.</summary>
    public async Task LetGoAsync()
    {
        await ForgetHoldAsync();
        await using var db = await OpenAsync(Cluster);
        await db.ExecuteAsync("select pg_reload_conf()");
    }

    /// <summary>Sets whether commits wait for the disk, for every connection from now on; those of the program are ended.</summary>
    public async Task SetSynchronousCommitAsync(string value)
    {
        // Its workers commit in the background, and the disk then gets what lies before.
        await SetAsync("autovacuum", "off");
        await SetAsync("synchronous_commit", value);
        await using var db = await OpenAsync(Cluster);
        await db.ExecuteAsync(
            """
            select pg_terminate_backend(pid, 10000) from pg_stat_activity
             where pid <> pg_backend_pid() and backend_type in ('client backend', 'autovacuum worker')
            """
        );
    }

    /// <summary>
    /// Stops those who write in the background what no commit waits for, each where it has nothing in its hands. Gives them back
    /// so that they can be killed with the postmaster, as when the power goes.
    /// </summary>
    public async Task<IReadOnlyList<Process>> StopWritersAsync()
    {
        await using var db = await OpenAsync(Cluster);
        var stopped = new List<Process>();
        foreach (var writer in Writers)
        {
            var id = await db.ExecuteScalarAsync<int>(
                "select pid from pg_stat_activity where backend_type = @writer",
                new { writer }
            );
            await SignalAsync("-STOP", id);
            while (!await IsIdleAsync(db, id))
            {
                await SignalAsync("-CONT", id);
                await SignalAsync("-STOP", id);
            }
            stopped.Add(Process.GetProcessById(id));
        }
        return stopped;
    }

    /// <summary>Makes the server ignore form keys: one that came before is not recognised.</summary>
    public async Task IgnoreFormKeysAsync()
    {
        await using var db = await OpenAsync();
        await db.ExecuteAsync("alter table form_key drop constraint form_key_pkey");
    }

    /// <summary>Commits something that changes nothing, and sees whether it is held: a server takes to a setting when it gets to it.</summary>
    private async Task<bool> IsHeldAsync(NpgsqlConnection db)
    {
        await using var other = await OpenAsync();
        var id = other.ProcessID;
        var commit = other.ExecuteAsync("select pg_logical_emit_message(true, 'held', '')");
        while (!commit.IsCompleted)
        {
            if (await db.ExecuteScalarAsync<bool>($"select exists ({Held} and pid = @id)", new { id }))
            {
                await db.ExecuteAsync("select pg_terminate_backend(@id, 10000)", new { id });
                await Assert.ThrowsAnyAsync<NpgsqlException>(() => commit);
                return true;
            }
        }
        await commit;
        return false;
    }

    private static async Task<bool> IsIdleAsync(NpgsqlConnection db, int id)
    {
        // After the name in brackets: T is stopped.
        var stat = await File.ReadAllTextAsync($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat", Ct);
        return stat[stat.LastIndexOf(')')..].StartsWith(") T", StringComparison.Ordinal)
            && await db.ExecuteScalarAsync<string>(
                "select wait_event_type from pg_stat_activity where pid = @id",
                new { id }
            ) == "Activity";
    }

    private static async Task SignalAsync(string signal, int id)
    {
        using var kill = Process.Start("kill", [signal, id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Ct);
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Sets it for good, and waits until whoever comes gets it.</summary>
    private async Task SetAsync(string setting, string value)
    {
        await using (var db = await OpenAsync(Cluster))
        {
            await db.ExecuteAsync($"alter system set {setting} = '{value}'");
            await db.ExecuteAsync("select pg_reload_conf()");
        }
        while (await SettingAsync(setting) != value)
        {
            Ct.ThrowIfCancellationRequested();
        }
    }

    private async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var text = new NpgsqlConnectionStringBuilder
        {
            Host = PidFile()[4],
            Database = database,
            Username = PrivateCluster.AdminRole,
            Pooling = false,
            SslMode = SslMode.Disable,
        };
        var db = new NpgsqlConnection(text.ConnectionString);
        await db.OpenAsync(Ct);
        return db;
    }

    private string[] PidFile() => File.ReadAllLines(Path.Combine(folder, "postmaster.pid"));
}
