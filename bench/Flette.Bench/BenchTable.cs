using System.Globalization;
using System.Text;
using Flette.Bench.Load;

namespace Flette.Bench;

/// <summary>What was measured, as a Markdown table for the README. The machine is told by cores and memory only. Pure.</summary>
internal static class BenchTable
{
    /// <summary>A floor that varies more than this between rounds says that something else was at work.</summary>
    private const double Steady = 0.20;

    private static readonly CultureInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO");

    /// <param name="families">How many were read, each once before any is read again.</param>
    /// <param name="floor">Name of the page the others are compared with.</param>
    /// <param name="results">Each page in each round that counts.</param>
    public static string Of(BenchOptions options, int families, string floor, IReadOnlyList<LoadResult> results)
    {
        var table = new StringBuilder()
            .AppendLine("| side | svar i sekundet | p50 ms | p95 ms | p99 ms | byte | av gulvet |")
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|");
        var floors = results.Where(r => r.Page == floor).ToDictionary(r => r.Round, r => r.PerSecond);
        foreach (var page in results.GroupBy(r => r.Page, StringComparer.Ordinal))
        {
            // Compared round by round: what slows the machine for a while slows both.
            var ratio = Median(page.Select(r => floors[r.Round] > 0 ? r.PerSecond / floors[r.Round] : 0));
            table.AppendLine(
                Norwegian,
                $"| {page.Key} | {Median(page.Select(r => r.PerSecond)):0} | {Median(page.Select(r => r.P50)):0.0} | {Median(page.Select(r => r.P95)):0.0} | {Median(page.Select(r => r.P99)):0.0} | {Median(page.Select(r => r.Bytes)):0} | {(page.Key == floor ? "1" : IsPaced(page.Key) ? "" : ratio.ToString("0.000", Norwegian))} |"
            );
        }
        var memory = Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(1024, 3));
        table
            .AppendLine()
            .AppendLine(
                Norwegian,
                $"{Environment.ProcessorCount} kjerner, {memory} GB minne, delt av program, database og last. {families} familier i tilfeldig rekkefølge, {BenchPlan.Agreements} avtaler og {BenchPlan.Goals} mål i hver plan; hver lesing skriver sin rad i loggen. {options.Connections} spør samtidig, {BenchOptions.Rounds} runder à {options.Seconds} s om hverandre, medianer. Linjene: {BenchLines.Writers} skriver, en linje i sekundet hver."
            );
        var spread = (floors.Values.Max() - floors.Values.Min()) / Median(floors.Values);
        if (double.IsNaN(spread) || spread > Steady)
        {
            table
                .AppendLine()
                .AppendLine(
                    Norwegian,
                    $"**Usikker måling:** gulvet varierte {spread * 100:0} % mellom rundene. Noe annet brukte maskinen; mål igjen når den er i ro."
                );
        }
        if (results.Sum(r => r.Failed) is > 0 and var failed)
        {
            table.AppendLine().AppendLine(Norwegian, $"**{failed} svar feilet** og er ikke med i tallene.");
        }
        return table.ToString();
    }

    // How many there are in a second is given, and says nothing of how many there could be.
    private static bool IsPaced(string page) => BenchLines.Names.Contains(page) || page == BenchMix.Name;

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN
            : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2]
            : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
