using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests;

/// <summary>
/// One program for the tests of a class. It has one connection to each database: a request that would hold a second while it
/// holds one gets none, so every test of it also shows that none does.
/// </summary>
public abstract class SharedApp(Filling filling) : IAsyncLifetime
{
    private FletteApp? _app;

    public FletteApp App => _app ?? throw new InvalidOperationException("The program is not started.");

    public TestClock Clock => App.Clock;

    public Municipality Fjellvik => App.Fjellvik;

    public Municipality Sundhavn => App.Sundhavn;

    public World World(Municipality municipality) => App.World(municipality);

    public Browserless Visit(Municipality municipality) => App.Visit(municipality);

    public Task<Browserless> StaffAsync(Municipality municipality, Guid staff) => App.StaffAsync(municipality, staff);

    public Task<Browserless> MemberAsync(Municipality municipality, Guid member) =>
        App.MemberAsync(municipality, member);

    public Task<Browserless> SignedInAsync(Municipality municipality, AskerKind kind, Guid subject, Level level) =>
        App.SignedInAsync(municipality, kind, subject, level);

    public async ValueTask InitializeAsync() => _app = await FletteApp.StartAsync(filling, connections: 1);

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }
}

/// <summary>With empty databases.</summary>
public sealed class BareApp() : SharedApp(Filling.Bare);

/// <summary>With the demo's people and families.</summary>
public sealed class DemoApp() : SharedApp(Filling.Demo);
