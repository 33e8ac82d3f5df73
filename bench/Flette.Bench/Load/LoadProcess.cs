using System.Diagnostics;
using System.Text.Json;

namespace Flette.Bench.Load;

/// <summary>The load process as seen from the one that serves.</summary>
internal static class LoadProcess
{
    /// <summary>The argument that makes this program the load.</summary>
    public const string Argument = "load";

    /// <summary>
    /// Runs it to its end. Throws <see cref="InvalidOperationException"/> when it ends otherwise than well.
    /// </summary>
    /// <param name="cold">Makes the next read of everything a first one.</param>
    /// <param name="measured">Told of each result as it comes.</param>
    public static async Task RunAsync(
        LoadPlan plan,
        Func<Task> cold,
        Action<LoadResult> measured,
        CancellationToken cancel
    )
    {
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [Argument])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        try
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(plan).AsMemory(), cancel);
            await process.StandardInput.FlushAsync(cancel);
            while (await process.StandardOutput.ReadLineAsync(cancel) is { } line)
            {
                if (JsonSerializer.Deserialize<LoadLine>(line)!.Result is { } result)
                {
                    measured(result);
                    continue;
                }
                await cold();
                await process.StandardInput.WriteLineAsync(ReadOnlyMemory<char>.Empty, cancel);
                await process.StandardInput.FlushAsync(cancel);
            }
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"Lasten sluttet med kode {process.ExitCode}.");
            }
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
