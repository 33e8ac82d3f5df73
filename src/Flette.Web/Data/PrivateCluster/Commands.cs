using System.Diagnostics;

namespace Flette.Web.Data;

/// <summary>What a finished command answered.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The last lines of what went wrong, on one line.</summary>
    public string Reason => Commands.LastLines(Errors.Length > 0 ? Errors : Output);
}

/// <summary>
/// Runs small system commands. Always with <c>/</c> as working folder (initdb fails in a folder its user cannot
/// enter) and an environment of its own (no PG* variables, locale or secrets of the caller come along).
/// </summary>
internal static class Commands
{
    private const string SearchPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    /// <summary>Runs to the end and collects what it says. Cancelling kills it.</summary>
    public static Task<CommandResult> RunAsync(IReadOnlyList<string> command, CancellationToken ct) =>
        RunAsync(command, "", ct);

    /// <inheritdoc cref="RunAsync(IReadOnlyList{string}, CancellationToken)"/>
    public static async Task<CommandResult> RunAsync(IReadOnlyList<string> command, string stdin, CancellationToken ct)
    {
        using var process = Start(command);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            try
            {
                await process.StandardInput.WriteAsync(stdin.AsMemory(), ct);
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended without reading; its exit code says why.
            }

            await process.WaitForExitAsync(ct);
            return new CommandResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts with all three streams redirected, so that it shares neither terminal nor pipe with us.</summary>
    public static Process Start(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = "/",
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = SearchPath;
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC";
        return Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
    }

    public static string LastLines(string text, int lines = 3) =>
        string.Join(
            " ",
            text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeLast(lines)
        );
}
