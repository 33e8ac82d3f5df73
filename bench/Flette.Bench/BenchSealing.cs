using Flette.Bench.Load;
using Flette.Web.Data;

namespace Flette.Bench;

/// <summary>
/// What sealing the log costs those who write: the same answers, as fast as they go, on a program that seals and one that does not, in turn.
/// </summary>
internal static class BenchSealing
{
    private const int Turns = 3;

    /// <summary>Answers in a second with seals, and without; medians.</summary>
    public static async Task<(double With, double Without)> MeasureAsync(
        BenchStore store,
        string folder,
        BenchOptions options,
        IReadOnlyList<BenchFamily> families,
        Action<string> say,
        CancellationToken cancel
    )
    {
        var (with, without) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < Turns; turn++)
        {
            with.Add(await TurnAsync(seals: true));
            without.Add(await TurnAsync(seals: false));
            say($"Segl, runde {turn + 1} av {Turns}: {with[^1]:0} i sekundet med, {without[^1]:0} uten");
        }
        return (Median(with), Median(without));

        async Task<double> TurnAsync(bool seals)
        {
            await using var app = BenchCommand.Program(store.Options, folder, seals);
            await app.StartAsync(cancel);
            var address = app.Urls.First();
            var municipality = app.Services.GetRequiredService<Databases>().All.Single();
            var answers = await BenchMix.AnswersAsync(address, municipality, families, cancel);
            var plan = new LoadPlan(
                new Uri(address).Port,
                Rounds: 1,
                options.Seconds,
                options.Connections,
                [new LoadPage(BenchMix.AnswersName, Once: false, answers)]
            );
            var perSecond = 0.0;
            await LoadProcess.RunAsync(
                plan,
                () => Task.CompletedTask,
                r => perSecond = r.Round > 0 ? r.PerSecond : perSecond,
                cancel
            );
            await app.StopAsync(cancel);
            return perSecond;
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
