using System.Collections.Frozen;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Data;

/// <summary>The registry of municipalities: found by exact host name or by key, one data source each.</summary>
public sealed class Databases : IAsyncDisposable
{
    private readonly FrozenDictionary<string, Municipality> _byHost;
    private readonly FrozenSet<string> _unserved;

    /// <summary>Opens the registry. Throws <see cref="VaultException"/> for a key file that cannot be used.</summary>
    /// <param name="unserved">Keys of those that are configured, and not to be served now.</param>
    public Databases(
        IReadOnlyCollection<MunicipalityOptions> municipalities,
        IReadOnlyCollection<string>? unserved = null
    )
    {
        ArgumentNullException.ThrowIfNull(municipalities);
        _unserved = municipalities
            .Where(m => unserved?.Contains(m.Key, StringComparer.Ordinal) == true)
            .SelectMany(m => m.Hosts)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        All = municipalities
            .Where(m => unserved?.Contains(m.Key, StringComparer.Ordinal) != true)
            .Select(m => new Municipality(m, MasterKey.FromFile(m.KeyFile, create: false), Source(m.Connection)))
            .ToList();
        _byHost = All.SelectMany(m => m.Hosts.Select(h => (Host: h, Municipality: m)))
            .ToFrozenDictionary(x => x.Host, x => x.Municipality, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<Municipality> All { get; }

    /// <summary>The municipality that answers on this host, or null: then the answer is 421 and no data.</summary>
    public Municipality? ByHost(string host) => _byHost.GetValueOrDefault(host);

    /// <summary>Whether the host is that of a municipality which is configured and not served now.</summary>
    public bool IsUnserved(string host) => _unserved.Contains(host);

    /// <summary>
    /// A data source with the house's pool: at most 8 connections, or fewer where the connection string says so; none kept, idle
    /// ones closed after 30 s.
    /// </summary>
    public static NpgsqlDataSource Source(string connection)
    {
        var asked = new NpgsqlConnectionStringBuilder(connection);
        var builder = new NpgsqlConnectionStringBuilder(connection)
        {
            MaxPoolSize = Math.Min(asked.MaxPoolSize, 8),
            MinPoolSize = 0,
            ConnectionIdleLifetime = 30,
            ConnectionPruningInterval = 10,
            Timeout = 5,
            CommandTimeout = 15,
            ApplicationName = "flette",
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            // Seven statements before each first question, to take back what the last user set. Nothing here sets anything on a
            // connection, and a transaction left open is rolled back all the same.
            NoResetOnClose = true,
            // The server's messages can quote the row that failed; they must not reach a log.
            IncludeErrorDetail = false,
        };
        // Every question goes by a key with an index of its own, so one plan serves all values; without this the lists are planned
        // anew each time they are asked for.
        builder.Options = $"{builder.Options} -c plan_cache_mode=force_generic_plan".TrimStart();
        return new NpgsqlDataSourceBuilder(builder.ConnectionString).Build();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var municipality in All)
        {
            await municipality.DisposeAsync();
        }
    }
}
