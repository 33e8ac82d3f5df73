using Flette.Web.Data;
using Flette.Web.Hosting;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Operating;

/// <summary><c>flette serve</c>: the program in production.</summary>
public static partial class ServeCommand
{
    /// <summary>
    /// Runs until it is told to stop, and then ends with 0. 78 for wrong configuration or when it is run as root, 1 when nothing can be served.
    /// </summary>
    public static async Task<int> RunAsync(string? config)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await Console.Error.WriteLineAsync(
                "Flette skal ikke kjøre som root. Lag en egen bruker for det, som i docs/install.md. Ingenting er startet."
            );
            return FletteOptions.BadConfiguration;
        }
        return ProgramRun.Options(config) is { } options
            ? await ProgramRun.RunAsync(cancel => ServeAsync(options, cancel), stopped: 0)
            : FletteOptions.BadConfiguration;
    }

    private static async Task<int> ServeAsync(FletteOptions options, CancellationToken cancel)
    {
        await using var store = await Store.OpenAsync(options, TimeProvider.System, cancel);
        var unfit = await UnfitAsync(store.Options, cancel);
        foreach (var why in unfit.Values)
        {
            await Console.Error.WriteLineAsync(why);
        }
        if (unfit.Count == options.Municipalities.Count)
        {
            await Console.Error.WriteLineAsync("Ingen kommune kan betjenes. Ingenting er startet.");
            return 1;
        }
        await using var app = ProgramHost.Build(store.Options with { Unserved = [.. unfit.Keys] });
        if (store.Cluster is { } cluster)
        {
            // Connections to the server that died are dead too; they should not fail one page each.
            var served = app.Services.GetRequiredService<Databases>();
            cluster.Restarted += (_, _) => served.All.ToList().ForEach(m => m.Database.Clear());
        }
        await app.StartAsync(cancel);
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Flette.Web.Operating.Serve");
        Started(log, options.Municipalities.Count - unfit.Count, options.Municipalities.Count, Migrator.Newest);
        // Told to stop, it takes no more, and sees what has begun to its end.
        await app.WaitForShutdownAsync(cancel).WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        Stopped(log);
        return 0;
    }

    /// <summary>Why each that cannot be served cannot, by key.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> UnfitAsync(
        FletteOptions options,
        CancellationToken cancel
    )
    {
        var unfit = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in options.Municipalities)
        {
            if (!File.Exists(one.KeyFile))
            {
                unfit[one.Key] =
                    $"{one.Key}: nøkkelen {one.KeyFile} mangler. Er kommunen ny, kjør: flette migrate. Er den ikke det, legg nøkkelen tilbake fra kopien av den.";
                continue;
            }
            try
            {
                await using var databases = new Databases([one]);
                if (await Migrator.UnfitAsync(databases.All[0], demo: false, cancel) is { } why)
                {
                    unfit[one.Key] = why;
                }
            }
            catch (Exception e) when (e is NpgsqlException or VaultException)
            {
                unfit[one.Key] = e
                    is PostgresException
                    {
                        SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidCatalogName
                    }
                    ? $"{one.Key}: the database is not made yet. Run: flette migrate"
                    : $"{one.Key}: {e.Message.ReplaceLineEndings(" ")}";
            }
        }
        return unfit;
    }

    [LoggerMessage(
        EventId = 31,
        Level = LogLevel.Information,
        Message = "Serving {Served} of {All} municipalities at schema version {Version}"
    )]
    private static partial void Started(ILogger logger, int served, int all, int version);

    [LoggerMessage(EventId = 32, Level = LogLevel.Information, Message = "Stopped")]
    private static partial void Stopped(ILogger logger);
}
