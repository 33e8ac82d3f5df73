using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Flette.Kit;

namespace Flette.Kill.Tests;

/// <summary>
/// The program as <c>./flette up</c> starts it, in a process of its own, on a data folder and a private cluster of its own,
/// which writes through to the disk. It is killed and started again on the same data.
/// </summary>
internal sealed class Victim : IAsyncDisposable
{
    private const string Program = "src/Flette.Demo";
    private const string Serves = "Stopp med Ctrl-C.";
    private const string DatabaseIsBack = "Databasen svarer igjen.";

    /// <summary>Far longer than any start takes: only a start that never ends meets it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePort.Next();
    private readonly int _families;
    private readonly ConcurrentQueue<string> _said = new();
    private volatile TaskCompletionSource _ready = NotReady();
    private Process _process = null!;
    private Task _heard = Task.CompletedTask;
    private volatile bool _toldToEnd;

    private Victim(int families) => _families = families;

    /// <summary>Where it answers.</summary>
    public Uri Address => new($"http://localhost:{_port.ToString(CultureInfo.InvariantCulture)}/");

    /// <summary>Its database, past the program.</summary>
    public Store Store => new(Path.Combine(_folder.In("data"), "postgres", "data"));

    /// <summary>Starts it with the demo's families and so many generated ones; it answers when the task is done.</summary>
    public static async Task<Victim> StartAsync(int families)
    {
        var victim = new Victim(families);
        try
        {
            victim.Launch();
            await victim.ReadyAsync();
            return victim;
        }
        catch
        {
            await victim.DisposeAsync();
            throw;
        }
    }

    /// <summary>Done when program and database are up again after the last kill; at once when they are.</summary>
    public Task ReadyAsync() => _ready.Task.WaitAsync(Patience);

    /// <summary>Kills the program and leaves it dead: <see cref="StartAgainAsync"/>.</summary>
    public void KillProgram()
    {
        _toldToEnd = true;
        _ready = NotReady();
        _process.Kill();
    }

    /// <summary>Starts the program again on what the killed one left.</summary>
    public async Task StartAgainAsync()
    {
        await _process.WaitForExitAsync();
        await _heard;
        _process.Dispose();
        Launch();
        await ReadyAsync();
    }

    /// <summary>Kills the postmaster; nobody but the program starts it again.</summary>
    /// <param name="postmaster">Its process, asked for beforehand so that nothing comes between.</param>
    public void KillPostmaster(Process postmaster)
    {
        _ready = NotReady();
        postmaster.Kill();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            _toldToEnd = true;
            // In order, so that it stops the cluster it started; one that it found running goes with the folder.
            using var stop = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
            await _heard;
            process.Dispose();
        }
        _folder.Dispose();
    }

    private static TaskCompletionSource NotReady() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Launch()
    {
        // bin/<configuration>/<framework>, the same for all projects of a build.
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var file = Path.Combine(
            Repository.Root(),
            Program,
            "bin",
            built.Parent!.Name,
            built.Name,
            Path.GetFileName(Program)
        );
        string[] arguments =
        [
            "up",
            "--port",
            _port.ToString(CultureInfo.InvariantCulture),
            "--families",
            _families.ToString(CultureInfo.InvariantCulture),
        ];
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment["FLETTE_DATA"] = _folder.In("data");
        _toldToEnd = false;
        _process = Process.Start(start)!;
        _heard = Task.WhenAll(ListenAsync(_process.StandardOutput), ListenAsync(_process.StandardError));
    }

    /// <summary>Reads to the end, or its pipes would fill and hold it up.</summary>
    private async Task ListenAsync(StreamReader pipe)
    {
        while (await pipe.ReadLineAsync() is { } line)
        {
            _said.Enqueue(line);
            if (line is Serves or DatabaseIsBack)
            {
                _ready.TrySetResult();
            }
        }
        if (!_toldToEnd)
        {
            _ready.TrySetException(new InvalidOperationException("It ended by itself:\n" + string.Join('\n', _said)));
        }
    }
}
