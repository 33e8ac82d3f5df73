using System.Diagnostics;

namespace Flette.Documents.Tests.Minutes;

/// <summary>Runs the scorer of the cases, as anyone would from a shell.</summary>
internal static class Scorer
{
    /// <summary>What it prints.</summary>
    /// <param name="first">The folder of expected readings, or «--selftest».</param>
    /// <param name="second">The folder of actual readings, or the folder the self-test damages.</param>
    public static string Run(string first, string second) => Run("score.py", first, second);

    /// <summary>A line for each document, with its name and its own figures.</summary>
    public static string RunEach(string expected, string actual) => Run("score_each.py", expected, actual);

    private static string Run(string script, string first, string second)
    {
        var start = new ProcessStartInfo("python3") { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["PYTHONUTF8"] = "1";
        start.ArgumentList.Add(Path.Combine(Corpus.Folder, script));
        start.ArgumentList.Add(first);
        start.ArgumentList.Add(second);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
