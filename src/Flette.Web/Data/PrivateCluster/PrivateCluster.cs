namespace Flette.Web.Data;

/// <summary>
/// A PostgreSQL of the program's own, for a machine where nobody has set one up: in the data folder, reached over a
/// socket that only our account may open, without network and without passwords. It is watched and started again when
/// it dies; meanwhile connections fail and the pages say so.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    /// <summary>Owns the cluster; may make databases and roles.</summary>
    public const string AdminRole = "flette_admin";

    /// <summary>Owns the schemas and migrates them.</summary>
    public const string OwnerRole = "flette_owner";

    /// <summary>Serves requests.</summary>
    public const string AppRole = "flette_app";

    internal static readonly string[] Roles = [AdminRole, OwnerRole, AppRole];

    private readonly ClusterStarter _starter;
    private readonly TimeProvider _time;
    private readonly Action<string> _log;
    private readonly CancellationTokenSource _stopping = new();
    private Postmaster _postmaster;
    private Task _watch = Task.CompletedTask;

    private PrivateCluster(ClusterStarter starter, Postmaster postmaster, TimeProvider time, Action<string> log)
    {
        _starter = starter;
        _postmaster = postmaster;
        _time = time;
        _log = log;
    }

    /// <summary>Raised after a dead postmaster was replaced and answers; pooled connections are then all dead. Handlers must not throw.</summary>
    public event EventHandler? Restarted;

    /// <summary>Whether this process started the running postmaster, and will therefore stop it.</summary>
    public bool StartedHere => _postmaster.IsOurs;

    /// <summary>Process number of the running (or last) postmaster.</summary>
    public int PostmasterId => _postmaster.Id;

    /// <summary>Folder of the socket.</summary>
    public string SocketFolder => _postmaster.SocketFolder;

    /// <summary>As <see cref="AdminRole"/> to the database <c>postgres</c>; not pooled.</summary>
    public string MaintenanceConnectionString =>
        ClusterStarter.Connection(SocketFolder, "postgres", AdminRole, pooling: false);

    /// <summary>A connection string to one database as one of the three roles; pool limits are the caller's.</summary>
    public string ConnectionStringFor(string database, string role) =>
        ClusterStarter.Connection(SocketFolder, database, role, pooling: true);

    /// <summary>
    /// Makes the cluster when there is none, adopts a running postmaster of the same folder, else starts one; returns
    /// when it answers and has the three roles.
    /// </summary>
    /// <exception cref="PrivateClusterException">With what to do about it.</exception>
    public static async Task<PrivateCluster> StartAsync(
        PrivateClusterOptions options,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var log = options.Log ?? (_ => { });
        var starter = await ClusterStarter.PrepareAsync(options, time, log, ct);
        var postmaster = await starter.FindOrStartAsync(mayMake: true, ct);
        var cluster = new PrivateCluster(starter, postmaster, time, log);
        cluster._watch = Task.Run(cluster.WatchAsync, CancellationToken.None);
        return cluster;
    }

    /// <summary>Stops watching, and stops the postmaster if this process started it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _watch;
        if (_postmaster.IsOurs)
        {
            await _postmaster.StopAsync(_time, _starter.Durable);
            await _starter.TidyAsync(SocketFolder);
        }

        _postmaster.Dispose();
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            var backOff = new BackOff(_time);
            while (true)
            {
                await _postmaster.WaitForExitAsync(_time, _stopping.Token);
                _log("Databasen stanset av seg selv; den startes igjen.");
                await ReplaceAsync(backOff);
                // First: whoever hears that it answers must not be handed a dead connection.
                Restarted?.Invoke(this, EventArgs.Empty);
                _log("Databasen svarer igjen.");
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task ReplaceAsync(BackOff backOff)
    {
        while (true)
        {
            await Task.Delay(backOff.Next(), _time, _stopping.Token);
            try
            {
                // Never a new one here: a disk that is away for a while must not come back as an empty database.
                var dead = _postmaster;
                _postmaster = await _starter.FindOrStartAsync(mayMake: false, _stopping.Token);
                dead.Dispose();
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                _log("Databasen kunne ikke startes: " + e.Message);
            }
        }
    }
}

/// <summary>
/// How long to wait before the next start: nothing after a quiet minute, then from 100 ms doubling up to 10 s, without
/// end. Someone makes room on the disk at night, and the program goes on.
/// </summary>
internal sealed class BackOff(TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private long? _last;
    private TimeSpan _wait;

    public TimeSpan Next()
    {
        _wait =
            _last is null || time.GetElapsedTime(_last.Value) > Quiet ? TimeSpan.Zero
            : _wait == TimeSpan.Zero ? First
            : _wait * 2 > Longest ? Longest
            : _wait * 2;
        _last = time.GetTimestamp();
        return _wait;
    }
}
