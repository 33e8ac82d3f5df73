using System.Globalization;

namespace Flette.Documents.Tests;

/// <summary>Processor seconds measured on the thread that works: other tests do not disturb them.</summary>
internal static class ThreadTime
{
    public static double Of(Action work)
    {
        var before = Seconds();
        work();
        return Seconds() - before;
    }

    /// <summary>User and system time of this thread, as the kernel counts it in hundredths of a second.</summary>
    private static double Seconds()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (
                long.Parse(fields[11], CultureInfo.InvariantCulture)
                + long.Parse(fields[12], CultureInfo.InvariantCulture)
            ) / 100.0;
    }
}
