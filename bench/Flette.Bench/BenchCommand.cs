using System.Globalization;
using Flette.Bench.Load;
using Flette.Core.Access;
using Flette.Demo;
using Flette.Demo.Mailbox;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Hosting;
using Flette.Web.Operating;

namespace Flette.Bench;

/// <summary>
/// <c>./flette bench</c>: how fast pages are read and forms saved, beside the least this machine can do. Progress goes to stderr,
/// the table to stdout.
/// </summary>
internal static class BenchCommand
{
    private const string FloorName = "Gulv";
    private const string PlanName = "Plan";
    private const string LinkName = "Lenke";
    private const string FamilyName = "Familiens side";

    // So many families a coordinator has who does nothing else.
    private const int Many = 60;

    /// <summary>0 when all was measured, 1 when something could not start or some answers failed, 2 for wrong use.</summary>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var (options, wrong) = BenchOptions.Parse(arguments);
        if (options is null)
        {
            await Console.Error.WriteLineAsync(wrong);
            return 2;
        }
        return await CommandRun.RunAsync(cancel => BenchAsync(options, cancel), ProgramRun.Interrupted);
    }

    private static async Task<int> BenchAsync(BenchOptions options, CancellationToken cancel)
    {
        var folder = Folder();
        await using var server = await DemoServer.StartAsync(folder, null, Say, TimeProvider.System, cancel);
        await using var store = await BenchStore.ReadyAsync(server, Keys(folder), options.Families, Say, cancel);
        var families = await store.FamiliesAsync(cancel);
        if (families.Count == 0)
        {
            throw new InvalidOperationException("Det er ingen familier å måle på.");
        }
        var results = new List<LoadResult>();
        BenchSingles singles;
        await using (var bare = Databases.Source(store.Options.Connection))
        await using (var app = Program(store.Options, folder, seals: true, bare))
        {
            await app.StartAsync(cancel);
            var plan = await PlanAsync(app, options, families, cancel);
            await LoadProcess.RunAsync(plan, () => store.ColdAsync(cancel), r => Measured(r, results), cancel);
            singles = await BenchSingles.MeasureAsync(app, families, cancel);
        }
        var (with, without) = await BenchSealing.MeasureAsync(store, folder, options, families, Say, cancel);
        Console.Write(BenchTable.Of(options, families.Count, FloorName, results));
        Console.Write(singles.Said(with, without));
        return results.Any(r => r.Failed > 0) ? 1 : 0;
    }

    /// <summary>Where the bench keeps its own database.</summary>
    internal static string Folder() => Path.Combine(CommandRun.DataFolder(), "bench");

    /// <summary>Where its keys are.</summary>
    internal static string Keys(string folder) => Path.Combine(folder, "keys");

    /// <summary>The program, as it is measured.</summary>
    /// <param name="bare">For the floor beside it; null where there is none.</param>
    internal static WebApplication Program(
        MunicipalityOptions municipality,
        string folder,
        bool seals,
        Npgsql.NpgsqlDataSource? bare = null
    ) =>
        DemoHost.Build(
            new FletteOptions
            {
                Municipalities = [municipality],
                KeyFolder = Keys(folder),
                WayIn = Personas.Path,
                Demo = true,
                Seals = seals,
            },
            port: 0,
            new DemoMailbox(TimeProvider.System),
            builder =>
            {
                if (bare is not null)
                {
                    Floor.Add(builder.Services, bare);
                }
            }
        );

    private static async Task<LoadPlan> PlanAsync(
        WebApplication app,
        BenchOptions options,
        IReadOnlyList<BenchFamily> families,
        CancellationToken cancel
    )
    {
        var address = app.Urls.First();
        var port = new Uri(address).Port;
        var municipality = app.Services.GetRequiredService<Databases>().All.Single();
        var plans = await PlansAsync(port, municipality, families, cancel);
        var links = await LinksAsync(port, municipality, families, cancel);
        var parents = await ParentsAsync(port, municipality, families, cancel);
        var busy = families.GroupBy(f => f.Staff).OrderBy(g => Math.Abs(g.Count() - Many)).First();
        var today = await SessionAsync(municipality, AskerKind.Staff, busy.Key, Level.High, cancel);
        IReadOnlyList<string> todays = [Request(port, "/i-dag", $"{Sessions.Cookie(municipality)}={today}")];
        var answers = await BenchMix.AnswersAsync(address, municipality, families, cancel);
        return new LoadPlan(
            port,
            BenchOptions.Rounds,
            options.Seconds,
            options.Connections,
            [
                new LoadPage(FloorName, Once: false, [Request(port, Floor.Path)]),
                new LoadPage(PlanName, Once: true, plans),
                new LoadPage(LinkName, Once: true, links),
                new LoadPage(FamilyName, Once: true, parents),
                new LoadPage($"I dag, {busy.Count()} familier", Once: false, todays),
                new LoadPage(BenchMix.AnswersName, Once: false, answers),
                BenchMix.Of(links, plans, parents, todays, answers),
                .. await BenchLines.PagesAsync(address, municipality, families, cancel),
            ]
        );
    }

    private static void Measured(LoadResult result, List<LoadResult> results)
    {
        Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{(result.Round == 0 ? "Varmer opp" : $"Runde {result.Round} av {BenchOptions.Rounds}")}: {result.Page} {result.PerSecond:0} i sekundet{(result.Failed > 0 ? $", {result.Failed} feilet" : "")}"
            )
        );
        if (result.Round > 0)
        {
            results.Add(result);
        }
    }

    private static async Task<IReadOnlyList<string>> ParentsAsync(
        int port,
        Municipality municipality,
        IReadOnlyList<BenchFamily> families,
        CancellationToken cancel
    )
    {
        var requests = new List<string>();
        foreach (var parent in families.Select(f => f.Parent).OfType<Guid>())
        {
            var session = await SessionAsync(municipality, AskerKind.Member, parent, Level.High, cancel);
            requests.Add(Request(port, "/min-familie", $"{Sessions.Cookie(municipality)}={session}"));
        }
        return requests;
    }

    private static async Task<IReadOnlyList<string>> PlansAsync(
        int port,
        Municipality municipality,
        IReadOnlyList<BenchFamily> families,
        CancellationToken cancel
    )
    {
        var sessions = new Dictionary<Guid, string>();
        foreach (var staff in families.Select(f => f.Staff).Distinct())
        {
            sessions[staff] = await SessionAsync(municipality, AskerKind.Staff, staff, Level.High, cancel);
        }
        var cookie = Sessions.Cookie(municipality);
        return families.Select(f => Request(port, $"/f/{f.Family}/plan", $"{cookie}={sessions[f.Staff]}")).ToList();
    }

    private static async Task<IReadOnlyList<string>> LinksAsync(
        int port,
        Municipality municipality,
        IReadOnlyList<BenchFamily> families,
        CancellationToken cancel
    )
    {
        var requests = new List<string>();
        foreach (var f in families)
        {
            var session = await SessionAsync(municipality, AskerKind.Link, f.Link, Level.Link, cancel);
            requests.Add(Request(port, Sessions.LinkPath(f.Link), $"{Sessions.LinkCookie}={session}"));
        }
        return requests;
    }

    internal static Task<string> SessionAsync(
        Municipality municipality,
        AskerKind kind,
        Guid subject,
        Level level,
        CancellationToken cancel
    ) => Sessions.NewAsync(municipality, kind, subject, level, TimeProvider.System.GetUtcNow(), cancel);

    private static string Request(int port, string path, string? cookie = null) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n"
        );

    private static void Say(string line) => Console.Error.WriteLine(line);
}
