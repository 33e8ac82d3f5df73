using Flette.Core.Access;
using Flette.Demo;
using Flette.Demo.Seed;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Tests.Seed;

/// <summary>The cases on fresh databases, seeded on a given day.</summary>
public sealed class SeededDemo : IAsyncDisposable
{
    private readonly FletteApp _app;
    private readonly TestClock _clock;

    private SeededDemo(FletteApp app, TestClock clock, IReadOnlyList<CaseFile> files)
    {
        _app = app;
        _clock = clock;
        Files = files;
    }

    /// <summary>The files as they were read by the seed.</summary>
    public IReadOnlyList<CaseFile> Files { get; }

    /// <summary>Sections and fields of the files that the seed did not read.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    public FletteApp App => _app;

    public static async Task<SeededDemo> AtAsync(DateOnly today, UpOptions? options = null)
    {
        var now = new DateTimeOffset(today.ToDateTime(new TimeOnly(10, 0)), TimeSpan.Zero);
        var app = await FletteApp.StartAsync(now: now);
        var clock = new TestClock(now);
        var demo = new SeededDemo(app, clock, CaseFile.All(today));
        foreach (var municipality in new[] { app.Fjellvik, app.Sundhavn })
        {
            if (options is not null)
            {
                await Seeding.RunAsync(municipality, options, clock, _ => { }, CancellationToken.None);
                continue;
            }
            await Seeding.RunAsync(municipality, new UpOptions(Empty: true), clock, _ => { }, CancellationToken.None);
            var seeder = new Seeder(municipality, clock, CancellationToken.None);
            foreach (var file in demo.Files.Where(f => CaseStaff.Municipality(f) == municipality.Key))
            {
                await Seeding.CaseAsync(municipality, file, seeder, CancellationToken.None);
            }
        }
        demo.Left = demo.Files.SelectMany(f => f.Unread()).Distinct().Order(StringComparer.Ordinal).ToList();
        return demo;
    }

    public Municipality Municipality(CaseFile file) =>
        CaseStaff.Municipality(file) == "sundhavn" ? _app.Sundhavn : _app.Fjellvik;

    /// <summary>The family of a case as its coordinator sees it.</summary>
    public async Task<Pass> CoordinatorAsync(CaseFile file)
    {
        var municipality = Municipality(file);
        var coordinator = CaseStaff.IdOf(file, file.Root["case"].Text("coordinator"));
        var session = new Seeder(municipality, _clock, CancellationToken.None).As(coordinator, StaffRole.Coordinator);
        var guard = new Guard(new FactsLoader(_clock), _clock);
        var family = DemoIds.Of(file.Id, "family");
        var admitted = await guard.AdmitAsync(
            municipality,
            session,
            Act.SeeFamily,
            family,
            "test",
            CancellationToken.None
        );
        Assert.Null(admitted.Refusal);
        return admitted.Value;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>The cases seeded once for the tests of a class, on the day they are told as of.</summary>
public sealed class SeededToday : IAsyncLifetime
{
    private SeededDemo? _demo;

    public DateOnly Day { get; } = new(2026, 11, 20);

    public SeededDemo Demo => _demo ?? throw new InvalidOperationException("Nothing is seeded.");

    public async ValueTask InitializeAsync() => _demo = await SeededDemo.AtAsync(Day);

    public ValueTask DisposeAsync() => Demo.DisposeAsync();
}
