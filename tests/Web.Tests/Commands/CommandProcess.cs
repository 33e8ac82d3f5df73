using System.Diagnostics;
using System.Globalization;
using Flette.Kit;

namespace Flette.Web.Tests.Commands;

/// <summary>A program of the repository as it was built with the tests, run as a process of its own.</summary>
internal sealed class CommandProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private CommandProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync(Ct);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts <paramref name="project"/> (its folder in the repository) with a data folder of its own.</summary>
    public static CommandProcess Start(string project, string dataFolder, params string[] arguments) =>
        Start(project, dataFolder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <summary>The same with variables in its environment.</summary>
    public static CommandProcess Start(
        string project,
        string dataFolder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        // bin/<configuration>/<framework>, the same for all projects of a build.
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(
            Repository.Root(),
            project,
            "bin",
            built.Parent!.Name,
            built.Name,
            Path.GetFileName(project)
        );
        // Tests that were themselves started in the background have been told to ignore Ctrl-C, and children inherit that.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment["FLETTE_DATA"] = dataFolder;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return new CommandProcess(Process.Start(start)!);
    }

    /// <summary>Runs one to its end.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(
        string project,
        string dataFolder,
        params string[] arguments
    )
    {
        using var process = Start(project, dataFolder, arguments);
        return await process.EndAsync();
    }

    /// <summary>Reads until the program has said something; fails when it ends first.</summary>
    public async Task UntilSaidAsync(string words)
    {
        while (await _process.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }
        Assert.Fail("It ended without saying it:\n" + await _errors);
    }

    /// <summary>What Ctrl-C does.</summary>
    public async Task<(int Exit, string Output, string Errors)> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Ct);
        return await EndAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
        _process.Dispose();
    }

    private async Task<(int Exit, string Output, string Errors)> EndAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync(Ct);
        await _process.WaitForExitAsync(Ct);
        return (_process.ExitCode, output, await _errors);
    }
}
