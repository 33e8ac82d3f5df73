using System.Diagnostics;
using System.Globalization;
using System.Text;
using Flette.Bench.Load;
using Flette.Core.Access;
using Flette.Demo;
using Flette.Web.Data;

namespace Flette.Bench;

/// <summary>What is measured a few times and not under load.</summary>
/// <param name="Pdf">Milliseconds for a plan as PDF; null when it could not be made here.</param>
/// <param name="Start">Milliseconds from the process begins until it answers, with a database that is up.</param>
/// <param name="Memory">Bytes the program held after the load, and at most.</param>
internal sealed record BenchSingles(double? Pdf, double? Start, (long Now, long Peak) Memory)
{
    /// <summary>The argument that makes this program one that only starts.</summary>
    public const string StartArgument = "start";

    private const int Times = 5;
    private static readonly CultureInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>Measures.</summary>
    public static async Task<BenchSingles> MeasureAsync(
        WebApplication app,
        IReadOnlyList<BenchFamily> families,
        CancellationToken cancel
    )
    {
        using var self = Process.GetCurrentProcess();
        var memory = (self.WorkingSet64, self.PeakWorkingSet64);
        var municipality = app.Services.GetRequiredService<Databases>().All.Single();
        var pdf = new List<double>();
        foreach (var family in families.Where(f => f.Parent is not null).Take(Times))
        {
            using var parent = await Visitor.OpenAsync(
                app.Urls.First(),
                municipality,
                AskerKind.Member,
                family.Parent!.Value,
                cancel
            );
            if (await parent.TimeAsync(Flette.Web.Features.FamilyPage.PdfPath, cancel) is { } took)
            {
                pdf.Add(took);
            }
        }
        var start = new List<double>();
        for (var i = 0; i < Times; i++)
        {
            if (await StartAsync(cancel) is { } took)
            {
                start.Add(took);
            }
        }
        return new BenchSingles(Median(pdf), Median(start), memory);
    }

    /// <summary>The program as a process of its own: says when it answers, and ends.</summary>
    public static Task<int> StartOnlyAsync() =>
        CommandRun.RunAsync(
            async cancel =>
            {
                var folder = BenchCommand.Folder();
                await using var server = await DemoServer.StartAsync(
                    folder,
                    null,
                    _ => { },
                    TimeProvider.System,
                    cancel
                );
                await using var store = await BenchStore.OpenAsync(server, BenchCommand.Keys(folder));
                await using var app = BenchCommand.Program(store.Options, folder, seals: true);
                await app.StartAsync(cancel);
                using var http = new HttpClient();
                var port = new Uri(app.Urls.First()).Port;
                using var answer = await http.GetAsync(new Uri($"http://localhost:{port}/health/ready"), cancel);
                await Console.Out.WriteLineAsync(((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
                return answer.IsSuccessStatusCode ? 0 : 1;
            },
            stopped: 1
        );

    /// <summary>In words, with what the seals cost.</summary>
    public string Said(double with, double without)
    {
        var said = new StringBuilder().AppendLine();
        said.AppendLine(Norwegian, $"- Planen som PDF: {Ms(Pdf)} (median av {Times}, én om gangen)");
        said.AppendLine(
            Norwegian,
            $"- Fra prosessen begynner til den svarer: {Ms(Start)} (median av {Times}, databasen er oppe)"
        );
        said.AppendLine(Norwegian, $"- Minne etter lasten: {Mb(Memory.Now)}, på det meste {Mb(Memory.Peak)}");
        said.AppendLine(
            Norwegian,
            $"- Svar lagret så fort det går: {with:0} i sekundet med segl på loggen, {without:0} uten ({(without > 0 ? (with / without) - 1 : 0):+0.0 %;-0.0 %})"
        );
        return said.ToString();
    }

    private static string Ms(double? milliseconds) =>
        milliseconds is { } ms ? string.Create(Norwegian, $"{ms:0} ms") : "ikke målt";

    private static string Mb(long bytes) => string.Create(Norwegian, $"{bytes / 1024.0 / 1024:0} MB");

    private static async Task<double?> StartAsync(CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, [StartArgument])
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var ready = await process.StandardOutput.ReadLineAsync(cancel);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return ready == "200" ? took : null;
    }

    private static double? Median(List<double> values) =>
        values.Count == 0 ? null : values.Order().ElementAt(values.Count / 2);
}
