using Flette.Web.Data;

namespace Flette.Kit;

/// <summary>A cluster in a temporary folder of its own, which goes with it.</summary>
public sealed class OwnCluster : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;

    private OwnCluster(PrivateCluster cluster, TemporaryFolder folder)
    {
        Cluster = cluster;
        _folder = folder;
    }

    /// <summary>The cluster.</summary>
    public PrivateCluster Cluster { get; }

    /// <summary>Its data folder, as FLETTE_DATA would be.</summary>
    public string DataFolder => _folder.In("data");

    /// <summary>Starts it, with fsync on unless the options are changed.</summary>
    /// <param name="inMemory">Whether it may lie in memory, where making and dropping databases is quicker.</param>
    public static async Task<OwnCluster> StartAsync(
        Func<PrivateClusterOptions, PrivateClusterOptions> change,
        CancellationToken ct,
        bool inMemory = false
    )
    {
        var folder = new TemporaryFolder(inMemory: inMemory);
        try
        {
            var options = change(new PrivateClusterOptions { DataFolder = folder.In("data") });
            return new OwnCluster(await PrivateCluster.StartAsync(options, TimeProvider.System, ct), folder);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        _folder.Dispose();
    }
}
