using System.Net.Sockets;
using System.Runtime.InteropServices;
using Flette.Web.Data;
using Flette.Web.Hosting;
using Flette.Web.Hosting.Settings;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Operating;

/// <summary>What the program's commands share: the configuration, being stopped, and saying in one line what went wrong.</summary>
public static class ProgramRun
{
    /// <summary>Exit code of a command that was stopped before it was done.</summary>
    public const int Interrupted = 130;

    /// <summary>
    /// Takes <c>--config FILE</c> out of the arguments.
    /// </summary>
    public static (string? Config, string[] Command) Arguments(string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var at = Array.IndexOf(arguments, "--config");
        return at < 0 || at + 1 == arguments.Length
            ? (null, arguments)
            : (arguments[at + 1], [.. arguments[..at], .. arguments[(at + 2)..]]);
    }

    /// <summary>The options of the configuration; null when something is wrong, which has then been said.</summary>
    public static FletteOptions? Options(string? config)
    {
        var path = SettingsFile.Path(config);
        var (options, errors) = SettingsFile.Read(path, Environment.GetEnvironmentVariables());
        if (errors.Count == 0)
        {
            return options;
        }
        Console.Error.WriteLine($"Noe er galt i {path}. Ingenting er startet eller endret.");
        foreach (var error in errors)
        {
            Console.Error.WriteLine("  " + error);
        }
        return null;
    }

    /// <summary>Runs a command until it is done or stopped; 1 with a line on stderr when something it needs failed.</summary>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> command, int stopped = Interrupted)
    {
        ArgumentNullException.ThrowIfNull(command);
        Rows.Set();
        using var stop = new CancellationTokenSource();
        using var interrupt = Stops(PosixSignal.SIGINT, stop);
        using var terminate = Stops(PosixSignal.SIGTERM, stop);
        using var hangUp = Stops(PosixSignal.SIGHUP, stop);
        try
        {
            return await command(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return stopped;
        }
        catch (Exception e)
            when (e
                    is PrivateClusterException
                        or VaultException
                        or InvalidOperationException
                        or NpgsqlException
                        or IOException
                        or SocketException
                        or UnauthorizedAccessException
            )
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static PosixSignalRegistration Stops(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(
            signal,
            s =>
            {
                s.Cancel = true;
                stop.Cancel();
            }
        );
}
