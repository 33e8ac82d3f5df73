using Dapper;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Demo;

/// <summary>
/// The PostgreSQL the demo stands on: the private cluster, or one somebody points to with a maintenance connection that may
/// create databases and roles.
/// </summary>
public sealed class DemoServer : IAsyncDisposable
{
    private const int OldestVersion = 150_000;

    private readonly NpgsqlConnectionStringBuilder? _given;

    private DemoServer(PrivateCluster? cluster, NpgsqlConnectionStringBuilder? given)
    {
        Cluster = cluster;
        _given = given;
    }

    /// <summary>The private cluster; null when another server was pointed to.</summary>
    public PrivateCluster? Cluster { get; }

    /// <summary>A connection that may create databases.</summary>
    public string Maintenance => Cluster?.MaintenanceConnectionString ?? _given!.ConnectionString;

    /// <summary>
    /// Starts the private cluster in <paramref name="folder"/>, or readies the server of <paramref name="connection"/>: makes the
    /// two roles when they are missing. Throws <see cref="InvalidOperationException"/> with one line for the operator when that
    /// server cannot be reached or used, <see cref="PrivateClusterException"/> for the private one.
    /// </summary>
    public static async Task<DemoServer> StartAsync(
        string folder,
        string? connection,
        Action<string> say,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(say);
        if (connection is null)
        {
            say("Starter databasen …");
            var options = new PrivateClusterOptions { DataFolder = folder, Log = say };
            return new DemoServer(await PrivateCluster.StartAsync(options, time, cancel), null);
        }
        var given = Read(connection) ?? throw new InvalidOperationException(NotUnderstood);
        given.Database ??= "postgres";
        given.Pooling = false;
        given.Timeout = 5;
        try
        {
            await using var db = new NpgsqlConnection(given.ConnectionString);
            await db.OpenAsync(cancel);
            await ReadyAsync(db);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            var why = e is PostgresException p ? p.MessageText : e.Message;
            throw new InvalidOperationException(
                $"Kom ikke inn på databasen i --connection ({given.Host}): {why.ReplaceLineEndings(" ")}",
                e
            );
        }
        return new DemoServer(null, given);
    }

    /// <summary>What is said of a connection string that is none. It is not repeated: there may be a password in it.</summary>
    public static string NotUnderstood =>
        "Forsto ikke tilkoblingen etter --connection. Den ser slik ut: 'Host=localhost;Username=postgres;Password=…'";

    /// <summary>The connection string taken apart; null when it is none, or names no server.</summary>
    public static NpgsqlConnectionStringBuilder? Read(string connection)
    {
        try
        {
            var read = new NpgsqlConnectionStringBuilder(connection);
            return string.IsNullOrWhiteSpace(read.Host) ? null : read;
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Connection string to a database as one of the two roles.</summary>
    public string Connect(string database, string role)
    {
        if (Cluster is { } cluster)
        {
            return cluster.ConnectionStringFor(database, role);
        }
        // Whoever was pointed to takes the role on, so that no passwords need to be made. What the pool does between two users
        // of a connection would take it off again, and serve as an owner of everything: so it is told not to. Nothing the
        // program does stays behind in a connection.
        return new NpgsqlConnectionStringBuilder(_given!.ConnectionString)
        {
            Database = database,
            Pooling = true,
            NoResetOnClose = true,
            Options = string.Join(' ', new[] { _given.Options, $"-c role={role}" }.OfType<string>()),
        }.ConnectionString;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Cluster is { } cluster)
        {
            await cluster.DisposeAsync();
        }
    }

    private static async Task ReadyAsync(NpgsqlConnection db)
    {
        if (await db.ExecuteScalarAsync<int>("select current_setting('server_version_num')::int") < OldestVersion)
        {
            throw new InvalidOperationException(
                "Databasen i --connection er for gammel: Flette trenger PostgreSQL 15."
            );
        }
        foreach (var role in (string[])[PrivateCluster.OwnerRole, PrivateCluster.AppRole])
        {
            var (may, isThere, takesOn) = await db.QuerySingleAsync<(bool, bool, bool)>(
                """
                select rolsuper or (rolcreatedb and rolcreaterole),
                       exists (select from pg_roles where rolname = @role),
                       rolsuper or rolname = @role or exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid
                                            where r.rolname = @role and m.member = me.oid)
                  from pg_roles me where rolname = current_user
                """,
                new { role }
            );
            if (!may)
            {
                throw new InvalidOperationException(
                    "Tilkoblingen etter --connection får ikke lage databaser og roller. Bruk en rolle med CREATEDB og CREATEROLE, eller en superbruker."
                );
            }
            if (!isThere)
            {
                await db.ExecuteAsync($"create role {role}");
            }
            // From PostgreSQL 16 whoever makes a role may give it to herself, but has not got it.
            if (!isThere || !takesOn)
            {
                await db.ExecuteAsync($"grant {role} to current_user");
            }
        }
    }
}
