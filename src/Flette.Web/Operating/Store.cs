using Dapper;
using Flette.Web.Data;
using Flette.Web.Hosting;
using Npgsql;

namespace Flette.Web.Operating;

/// <summary>
/// The databases of a configuration: where each municipality's is reached, as the role that serves and as the one that owns. Municipalities
/// without a connection share a PostgreSQL that the program keeps itself.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    private readonly FletteOptions _options;

    private Store(FletteOptions options, PrivateCluster? cluster)
    {
        _options = options;
        Cluster = cluster;
    }

    /// <summary>The PostgreSQL of the program's own; null when nobody needs it.</summary>
    public PrivateCluster? Cluster { get; }

    /// <summary>The options with every connection filled in.</summary>
    public FletteOptions Options =>
        _options with
        {
            Municipalities = _options
                .Municipalities.Select(m =>
                    IsOwn(m) ? m with { Connection = Cluster!.ConnectionStringFor(Name(m), PrivateCluster.AppRole) } : m
                )
                .ToList(),
        };

    /// <summary>Starts the program's own PostgreSQL when a municipality needs it. Throws <see cref="PrivateClusterException"/>.</summary>
    public static async Task<Store> OpenAsync(FletteOptions options, TimeProvider time, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(options);
        var cluster = options.Municipalities.Any(IsOwn)
            ? await PrivateCluster.StartAsync(
                new PrivateClusterOptions { DataFolder = options.DataFolder!, Log = Console.Error.WriteLine },
                time,
                cancel
            )
            : null;
        return new Store(options, cluster);
    }

    /// <summary>Connection string of the owner; null when the configuration names none.</summary>
    public string? Owner(MunicipalityOptions municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        var configured = _options.Municipalities.Single(m => m.Key == municipality.Key);
        return IsOwn(configured)
            ? Cluster!.ConnectionStringFor(Name(configured), PrivateCluster.OwnerRole)
            : configured.OwnerConnection;
    }

    /// <summary>Makes the database in the program's own PostgreSQL when it is not there. One that is pointed to is made by whoever keeps it.</summary>
    public async Task MakeAsync(MunicipalityOptions municipality, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        if (Cluster is null || !IsOwn(_options.Municipalities.Single(m => m.Key == municipality.Key)))
        {
            return;
        }
        await using var db = new NpgsqlConnection(Cluster.MaintenanceConnectionString);
        await db.OpenAsync(cancel);
        var there = await db.ExecuteScalarAsync<bool>(
            "select exists (select from pg_database where datname = @name)",
            new { name = Name(municipality) }
        );
        if (!there)
        {
            // The name is made of the key, which has letters, digits and underscores only.
            await db.ExecuteAsync($"create database {Name(municipality)} owner {PrivateCluster.OwnerRole}");
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Cluster?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>What the database is called in the program's own PostgreSQL.</summary>
    public static string Name(MunicipalityOptions municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        return "flette_" + municipality.Key.Replace('-', '_');
    }

    private static bool IsOwn(MunicipalityOptions municipality) => string.IsNullOrWhiteSpace(municipality.Connection);
}
