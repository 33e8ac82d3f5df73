using System.Collections.Concurrent;
using Flette.Kit;
using Flette.Kit.Canaries;
using Flette.Web.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Canaries;

/// <summary>A program on a cluster of its own, and everything that could keep what is told it: listened to, or looked through.</summary>
public sealed class CanaryApp : IAsyncLifetime
{
    /// <summary>What a proxy before the program would write down: addresses, and where they led.</summary>
    public const string Asked = "addresses";

    public const string Log = "log";
    public const string AllLog = "log of everything";
    public const string Traces = "traces";
    public const string Metrics = "metrics";
    public const string Keys = "keys and cookies";

    private const string Browser = "System.Net.Http ";

    private readonly ConcurrentQueue<string> _asked = new();
    private readonly LoudLog _loud = new();
    private readonly Overheard _overheard = new();
    private readonly TemporaryPlaces _temporary = new();
    private readonly Lazy<Task<IReadOnlyList<string>>> _missed;
    private OwnCluster? _own;
    private FletteApp? _app;

    public CanaryApp() => _missed = new(() => Planting.MissedAsync(this));

    public FletteApp App => _app ?? throw new InvalidOperationException("The program is not started.");

    /// <summary>Its cluster.</summary>
    public ClusterPlaces Cluster { get; private set; } = null!;

    /// <summary>Who has told of what was done.</summary>
    public IReadOnlySet<string> Sources => _overheard.Sources;

    public async ValueTask InitializeAsync()
    {
        _own = await OwnCluster.StartAsync(o => o with { Durable = false }, CancellationToken.None);
        Cluster = new ClusterPlaces(_own);
        await Cluster.KeepAsync();
        _app = await FletteApp.StartAsync(
            adjust: b =>
            {
                _loud.Join(b.Logging);
                b.Services.AddSingleton<IStartupFilter>(new Proxy(_asked));
                // Mail leaves when the test says so.
                b.Services.Remove(b.Services.Single(s => s.ImplementationType == typeof(Sender)));
            },
            cluster: _own.Cluster
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }
        _overheard.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>What the search does not find when it is planted: nothing, or it proves nothing. Tried once.</summary>
    public Task<IReadOnlyList<string>> MissedAsync() => _missed.Value;

    /// <summary>Looks for a canary everywhere.</summary>
    public async Task<Search> SearchAsync(Canary canary)
    {
        var search = new Search(canary);
        await Cluster.LookAsync(search, [App.DatabaseOf(App.Fjellvik), App.DatabaseOf(App.Sundhavn)]);
        LookHere(search);
        return search;
    }

    /// <summary>Looks in everything but the cluster.</summary>
    public void LookHere(Search search)
    {
        ArgumentNullException.ThrowIfNull(search);
        search.Lines(Log, App.Log.Lines);
        search.Lines(AllLog, _loud.Lines);
        // The browsers of the tests trace what they ask for; the program asks nobody.
        search.Lines(Traces, _overheard.Traces.Where(t => !t.StartsWith(Browser, StringComparison.Ordinal)));
        search.Lines(Asked, _overheard.Traces.Where(t => t.StartsWith(Browser, StringComparison.Ordinal)));
        search.Lines(Metrics, _overheard.Metrics);
        search.Lines(Asked, _asked);
        search.Folder(Keys, App.KeyFolder);
        _temporary.Look(search);
    }

    private sealed class Proxy(ConcurrentQueue<string> asked) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            builder =>
            {
                builder.Use(
                    async (http, rest) =>
                    {
                        var request = http.Request;
                        await rest(http);
                        asked.Enqueue(
                            $"{request.Method} {request.Host}{request.Path}{request.QueryString} {request.Headers.Referer} {http.Response.StatusCode} {http.Response.Headers.Location}"
                        );
                    }
                );
                next(builder);
            };
    }
}
