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
/// <c>./flette bench</c>: how fast the plan, the link page and a saved line of minutes are, beside the least this machine can do. Progress goes to stderr,
/// the table to stdout.
/// </summary>
internal static class BenchCommand
{
    private const string FloorName = "Gulv";
    private const string PlanName = "Plan";
    private const string LinkName = "Lenke";

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
        var folder = Path.Combine(CommandRun.DataFolder(), "bench");
        var keys = Path.Combine(folder, "keys");
        await using var server = await DemoServer.StartAsync(folder, null, Say, TimeProvider.System, cancel);
        await using var store = await BenchStore.ReadyAsync(server, keys, options.Families, Say, cancel);
        await using var bare = Databases.Source(store.Options.Connection);
        var flette = new FletteOptions
        {
            Municipalities = [store.Options],
            KeyFolder = keys,
            WayIn = Personas.Path,
            Demo = true,
        };
        await using var app = DemoHost.Build(
            flette,
            port: 0,
            new DemoMailbox(TimeProvider.System),
            builder => Floor.Add(builder.Services, bare)
        );
        await app.StartAsync(cancel);
        var port = new Uri(app.Urls.First()).Port;
        var municipality = app.Services.GetRequiredService<Databases>().All.Single();
        var families = await store.FamiliesAsync(cancel);
        if (families.Count == 0)
        {
            throw new InvalidOperationException("Det er ingen familier å måle på.");
        }
        var plan = new LoadPlan(
            port,
            BenchOptions.Rounds,
            options.Seconds,
            options.Connections,
            [
                new LoadPage(FloorName, Once: false, [Request(port, Floor.Path)]),
                new LoadPage(PlanName, Once: true, await PlansAsync(port, municipality, families, cancel)),
                new LoadPage(LinkName, Once: true, await LinksAsync(port, municipality, families, cancel)),
                .. await BenchLines.PagesAsync(app.Urls.First(), municipality, families, cancel),
            ]
        );
        var results = new List<LoadResult>();
        await LoadProcess.RunAsync(plan, () => store.ColdAsync(cancel), Measured, cancel);
        Console.Write(BenchTable.Of(options, families.Count, FloorName, results));
        return results.Any(r => r.Failed > 0) ? 1 : 0;

        void Measured(LoadResult result)
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
