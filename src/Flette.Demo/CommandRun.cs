using Flette.Demo.Seed;
using Flette.Web.Data;
using Flette.Web.Operating;

namespace Flette.Demo;

/// <summary>What all commands share: where data lies, being stopped, and saying in one line what went wrong.</summary>
public static class CommandRun
{
    /// <summary>The data folder: FLETTE_DATA, else the clone's own.</summary>
    public static string DataFolder() =>
        PrivateClusterOptions.DefaultDataFolder(
            Environment.GetEnvironmentVariable("FLETTE_ROOT") ?? Environment.CurrentDirectory,
            Environment.GetEnvironmentVariable("FLETTE_DATA")
        );

    /// <summary>The same as <see cref="ProgramRun.RunAsync"/>, and says which case file is wrong.</summary>
    public static Task<int> RunAsync(Func<CancellationToken, Task<int>> command, int stopped) =>
        ProgramRun.RunAsync(
            async cancel =>
            {
                try
                {
                    return await command(cancel);
                }
                catch (CaseException e)
                {
                    await Console.Error.WriteLineAsync($"{e.Message}\nRett opp filen, og kjør: ./flette up --fresh");
                    return 1;
                }
            },
            stopped
        );
}
