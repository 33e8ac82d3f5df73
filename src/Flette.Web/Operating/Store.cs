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

    /// <summary>Reached as the owner. Throws <see cref="InvalidOperationException"/> when the configuration names none.</summary>
    public MunicipalityOptions AsOwner(MunicipalityOptions municipality) =>
        municipality with
        {
            Connection =
                Owner(municipality)
                ?? throw new InvalidOperationException(
                    $"{municipality.Key}: OwnerConnection mangler i konfigurasjonen."
                ),
        };

    /// <summary>Makes the database in the program's own PostgreSQL when it is not there. One that is pointed to is made by whoever keeps it.</summary>
    public async Task MakeAsync(MunicipalityOptions municipality, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        if (Cluster is null || !IsOwn(_options.Municipalities.Single(m => m.Key == municipality.Key)))
        {
            return;
        }
        if (!await IsThereAsync(Name(municipality), cancel))
        {
            await using var db = new NpgsqlConnection(Cluster.MaintenanceConnectionString);
            await db.OpenAsync(cancel);
            // The name is made of the key, which has letters, digits and underscores only.
            await db.ExecuteAsync($"create database {Name(municipality)} owner {PrivateCluster.OwnerRole}");
        }
    }

    /// <summary>Whether there is a database with something in it.</summary>
    public async Task<bool> IsUsedAsync(MunicipalityOptions municipality, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        if (Cluster is not null && IsOwn(Configured(municipality)))
        {
            return await IsThereAsync(Name(municipality), cancel);
        }
        await using var db = new NpgsqlConnection(
            Owner(municipality)
                ?? throw new InvalidOperationException(
                    $"{municipality.Key}: OwnerConnection mangler i konfigurasjonen."
                )
        );
        await db.OpenAsync(cancel);
        return await db.ExecuteScalarAsync<bool>("select to_regclass('public.schema_version') is not null");
    }

    /// <summary>
    /// Fills a new database: in the program's own PostgreSQL it gets its name when <paramref name="fill"/> has come to its end.
    /// </summary>
    /// <param name="fill">Gets the owner's connection string.</param>
    public async Task<T> FillAsync<T>(
        MunicipalityOptions municipality,
        Func<string, Task<T>> fill,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(municipality);
        ArgumentNullException.ThrowIfNull(fill);
        if (Cluster is null || !IsOwn(Configured(municipality)))
        {
            return await fill(Owner(municipality)!);
        }
        var half = Name(municipality) + "__restoring";
        await using var db = new NpgsqlConnection(Cluster.MaintenanceConnectionString);
        await db.OpenAsync(cancel);
        await db.ExecuteAsync($"drop database if exists {half} with (force)");
        await db.ExecuteAsync($"create database {half} owner {PrivateCluster.OwnerRole}");
        var filled = await fill(Cluster.ConnectionStringFor(half, PrivateCluster.OwnerRole));
        // Connections that are kept for later would hold its old name.
        await db.ExecuteAsync(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = @half",
            new { half }
        );
        await db.ExecuteAsync($"alter database {half} rename to {Name(municipality)}");
        return filled;
    }

    private MunicipalityOptions Configured(MunicipalityOptions municipality) =>
        _options.Municipalities.Single(m => m.Key == municipality.Key);

    private async Task<bool> IsThereAsync(string name, CancellationToken cancel)
    {
        await using var db = new NpgsqlConnection(Cluster!.MaintenanceConnectionString);
        await db.OpenAsync(cancel);
        return await db.ExecuteScalarAsync<bool>(
            "select exists (select from pg_database where datname = @name)",
            new { name }
        );
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
