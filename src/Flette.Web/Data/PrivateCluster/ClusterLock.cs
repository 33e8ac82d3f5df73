namespace Flette.Web.Data;

/// <summary>
/// Held while a cluster is looked up, made or started, so that two programs of the same folder do not do it at once.
/// It goes with the process that holds it.
/// </summary>
internal static class ClusterLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <exception cref="PrivateClusterException">FLETTE-DB-08 when it is not free within the time.</exception>
    public static async Task<IDisposable> TakeAsync(
        string file,
        TimeSpan patience,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var began = time.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                if (time.GetElapsedTime(began) > patience)
                {
                    throw PrivateClusterException.Busy(Path.GetDirectoryName(file)!);
                }
            }

            await Task.Delay(Pause, time, ct);
        }
    }
}
