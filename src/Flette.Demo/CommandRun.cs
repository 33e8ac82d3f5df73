using System.Net.Sockets;
using System.Runtime.InteropServices;
using Flette.Demo.Seed;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Demo;

/// <summary>What all commands share: where data lies, being stopped, and saying in one line what went wrong.</summary>
public static class CommandRun
{
    /// <summary>Exit code of a command that was stopped before it was done.</summary>
    public const int Interrupted = 130;

    /// <summary>The data folder: FLETTE_DATA, else the clone's own.</summary>
    public static string DataFolder() =>
        PrivateClusterOptions.DefaultDataFolder(
            Environment.GetEnvironmentVariable("FLETTE_ROOT") ?? Environment.CurrentDirectory,
            Environment.GetEnvironmentVariable("FLETTE_DATA")
        );

    /// <summary>
    /// Runs a command until it is done or stopped; its exit code, 1 with a line on stderr when something it needs failed, or
    /// <paramref name="stopped"/>.
    /// </summary>
    public static async Task<int> RunAsync(Func<CancellationToken, Task<int>> command, int stopped)
    {
        ArgumentNullException.ThrowIfNull(command);
        Rows.Set();
        using var stop = new CancellationTokenSource();
        // Also when the terminal is closed, or a service manager says so: what was started here must not be left running.
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
        catch (CaseException e)
        {
            await Console.Error.WriteLineAsync($"{e.Message}\nRett opp filen, og kjør: ./flette up --fresh");
            return 1;
        }
        catch (Exception e)
            when (e
                    is PrivateClusterException
                        or VaultException
                        or InvalidOperationException
                        or NpgsqlException
                        or IOException
                        or SocketException
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
