using System.Diagnostics;
using Flette.Kit;

namespace Flette.Web.Tests.Cluster;

/// <summary>The command <c>./flette</c> as far as it goes without building anything.</summary>
public class CommandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("flette")]
    [InlineData(".ci/run")]
    public async Task It_is_executable_and_bash_reads_it(string file)
    {
        var path = Path.Combine(Repository.Root(), file);
        Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal((0, "", ""), await RunAsync("bash", "-n", path));
    }

    [Theory]
    [InlineData]
    [InlineData("help")]
    [InlineData("--help")]
    public async Task Help_goes_to_stdout_and_names_every_command(params string[] arguments)
    {
        var (exit, output, errors) = await FletteAsync(arguments);
        Assert.Equal(0, exit);
        Assert.Equal("", errors);
        foreach (var command in (string[])["up", "read-minutes", "migrate", "bench", "test", "help"])
        {
            Assert.Contains("\n  " + command + " ", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("opp")]
    [InlineData("test", "--slow")]
    public async Task What_it_does_not_know_ends_with_2_and_leaves_stdout_alone(params string[] arguments)
    {
        var (exit, output, errors) = await FletteAsync(arguments);
        Assert.Equal(2, exit);
        Assert.Equal("", output);
        Assert.Contains(arguments[^1], errors, StringComparison.Ordinal);
    }

    private static Task<(int Exit, string Output, string Errors)> FletteAsync(params string[] arguments) =>
        RunAsync(Path.Combine(Repository.Root(), "flette"), arguments);

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(string file, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(file, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
                WorkingDirectory = "/",
            }
        )!;
        var output = process.StandardOutput.ReadToEndAsync(Ct);
        var errors = process.StandardError.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, await errors);
    }
}
