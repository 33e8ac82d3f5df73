using Npgsql;

namespace Flette.Web.Data;

/// <summary>Finds or starts the postmaster of one data folder and waits until it answers.</summary>
internal sealed class ClusterStarter
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly PrivateClusterOptions _options;

    /// <summary>Whether what is written must survive.</summary>
    public bool Durable => _options.Durable;

    private readonly ClusterAccount _account;
    private readonly ClusterFolder _folder;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;

    private ClusterStarter(
        PrivateClusterOptions options,
        ClusterAccount account,
        ClusterFolder folder,
        TimeProvider time,
        Action<string> log
    )
    {
        _options = options;
        _account = account;
        _folder = folder;
        _time = time;
        _log = log;
    }

    /// <summary>Settles the account and makes the folders.</summary>
    public static async Task<ClusterStarter> PrepareAsync(
        PrivateClusterOptions options,
        TimeProvider time,
        Action<string> log,
        CancellationToken ct
    )
    {
        var account = await ClusterAccount.ResolveAsync(options.SystemUser, ct);
        var folder = new ClusterFolder(options, account);
        await folder.PrepareAsync(ct);
        return new ClusterStarter(options, account, folder, time, log);
    }

    /// <summary>The running postmaster of the folder, found or started; it answers and has the roles.</summary>
    /// <param name="mayMake">Whether a missing cluster is made; otherwise it is an error.</param>
    /// <param name="ct">Gives up; what was started is stopped.</param>
    /// <exception cref="PrivateClusterException">With what to do about it.</exception>
    public async Task<Postmaster> FindOrStartAsync(bool mayMake, CancellationToken ct)
    {
        using var alone = await ClusterLock.TakeAsync(_folder.LockFile, _options.StartTimeout, _time, ct);
        var found = await Postmaster.FindAsync(_folder, ct);
        if (found is not null)
        {
            await SocketFolder.VerifyAsync(found.SocketFolder, _account, ct);
            await WaitUntilReadyAsync(found, 0, ct);
            _log("Databasen kjørte allerede; den brukes som den er.");
            return found;
        }

        var version = await _folder.VersionAsync(ct);
        var tools = await PostgresTools.FindAsync(_options.BinFolder, _folder.Data, version, ct);
        if (version is null)
        {
            if (!mayMake)
            {
                throw PrivateClusterException.NotReady(_folder.Data, "filene er borte.", _folder.LogFile);
            }

            _log("Lager en ny database …");
            await _folder.InitAsync(tools, ct);
        }

        await _folder.ConfigureAsync(ct);
        var socketFolder = _options.SocketFolder ?? _folder.DefaultSocketFolder;
        await SocketFolder.EnsureAsync(socketFolder, _account, ct);
        if (await Postmaster.IsPidFileLeftOverAsync(_folder, ct))
        {
            await _folder.RemovePidFileAsync(ct);
        }

        var place = await _folder.TurnLogAsync(ct);
        var started = Postmaster.Start(tools, _folder, _account, socketFolder, _options.Durable);
        try
        {
            await WaitUntilReadyAsync(started, place, ct);
            return started;
        }
        catch
        {
            await started.StopAsync(_time, _options.Durable);
            started.Dispose();
            throw;
        }
    }

    /// <summary>Removes an empty socket folder of ours.</summary>
    public async Task TidyAsync(string socketFolder)
    {
        if (string.Equals(socketFolder, _folder.DefaultSocketFolder, StringComparison.Ordinal))
        {
            await Commands.RunAsync(["rmdir", "--", socketFolder], CancellationToken.None);
        }
    }

    public static string Connection(string socketFolder, string database, string role, bool pooling) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = socketFolder,
            Port = 5432,
            Database = database,
            Username = role,
            Pooling = pooling,
            SslMode = SslMode.Disable,
            GssEncryptionMode = GssEncryptionMode.Disable,
            ApplicationName = "flette",
        }.ConnectionString;

    private async Task WaitUntilReadyAsync(Postmaster postmaster, long logPlace, CancellationToken ct)
    {
        var began = _time.GetTimestamp();
        while (true)
        {
            // Asked before trying, so that an answer can only come from it.
            var alive = postmaster.IsAlive;
            var why = alive ? await TryRolesAsync(postmaster, ct) : "den stanset under start.";
            if (why is null)
            {
                return;
            }

            if (!alive || _time.GetElapsedTime(began) > _options.StartTimeout)
            {
                throw NotReady(why, await _folder.LogSinceAsync(logPlace, ct));
            }

            await Task.Delay(Pause, _time, ct);
        }
    }

    private PrivateClusterException NotReady(string why, string log) =>
        ClusterFolder.IsDiskFull(log)
            ? PrivateClusterException.DiskFull(_folder.Home)
            : PrivateClusterException.NotReady(_folder.Data, $"{why} {Commands.LastLines(log, 2)}", _folder.LogFile);

    /// <summary>Null when it answers and has the roles; else why not yet.</summary>
    private static async Task<string?> TryRolesAsync(Postmaster postmaster, CancellationToken ct)
    {
        // Without a password: peer knows us by our account, and nobody else gets as far as the socket.
        const string Roles = $"""
            do $$ begin
              if not exists (select from pg_roles where rolname = '{PrivateCluster.OwnerRole}') then
                create role {PrivateCluster.OwnerRole} login;
              end if;
              if not exists (select from pg_roles where rolname = '{PrivateCluster.AppRole}') then
                create role {PrivateCluster.AppRole} login;
                revoke connect, temporary on database postgres from public;
              end if;
            end $$
            """;
        try
        {
            await using var connection = new NpgsqlConnection(
                Connection(postmaster.SocketFolder, "postgres", PrivateCluster.AdminRole, pooling: false)
            );
            await connection.OpenAsync(ct);
            await using var command = new NpgsqlCommand(Roles, connection);
            await command.ExecuteNonQueryAsync(ct);
            return null;
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("28", StringComparison.Ordinal))
        {
            // It knows us and says no; waiting does not help.
            throw PrivateClusterException.NotOurs(postmaster.SocketFolder, e.MessageText);
        }
        catch (NpgsqlException e)
        {
            return e.Message;
        }
    }
}
