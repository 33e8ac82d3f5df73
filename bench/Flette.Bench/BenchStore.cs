using Dapper;
using Flette.Core.Access;
using Flette.Demo;
using Flette.Demo.Seed;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Bench;

/// <summary>The families that are measured on, in a private cluster of the bench's own, kept from run to run.</summary>
internal sealed class BenchStore : IAsyncDisposable
{
    // Older ones are made anew: their links run out, and everything in their plans is late.
    private const int FreshDays = 30;

    private readonly DemoStore _store;
    private readonly NpgsqlDataSource _owner;

    private BenchStore(DemoStore store, DemoServer server, DemoMunicipality municipality)
    {
        _store = store;
        _owner = Databases.Source(server.Connect(municipality.Database, PrivateCluster.OwnerRole));
        Options = store.Options.Single(o => o.Key == municipality.Key);
    }

    /// <summary>The municipality they live in, as the program is told of it.</summary>
    public MunicipalityOptions Options { get; }

    /// <summary>What is there already, to start a program on.</summary>
    public static Task<BenchStore> OpenAsync(DemoServer server, string keys)
    {
        var municipality = DemoMunicipality.All.Single(m => m.Key == Seeding.Generated);
        var ports = new DemoPorts(Web: 1, Mail: 1, Sms: 1);
        var store = new DemoStore(server.Maintenance, server.Connect, keys, ports, TimeProvider.System);
        return Task.FromResult(new BenchStore(store, server, municipality));
    }

    /// <summary>Readies the databases, and makes the families when there are not just so many, or they have grown old.</summary>
    /// <param name="keys">Folder of the keys.</param>
    public static async Task<BenchStore> ReadyAsync(
        DemoServer server,
        string keys,
        int families,
        Action<string> say,
        CancellationToken cancel
    )
    {
        var time = TimeProvider.System;
        var municipality = DemoMunicipality.All.Single(m => m.Key == Seeding.Generated);
        // Nothing is sent, and no address is followed: the ports are not used.
        var store = new DemoStore(
            server.Maintenance,
            server.Connect,
            keys,
            new DemoPorts(Web: 1, Mail: 1, Sms: 1),
            time
        );
        await store.ReadyAsync(fresh: false, cancel);
        var made = await store.FinishedAsync(municipality.Key, cancel);
        if (made is not null && (made.Families != families || made.Day.AddDays(FreshDays) < time.Today()))
        {
            await store.ReadyAsync(fresh: true, cancel);
            made = null;
        }
        var ready = new BenchStore(store, server, municipality);
        if (made is null)
        {
            await ready.SeedAsync(families, say, cancel);
        }
        return ready;
    }

    /// <summary>Every family with who coordinates it and the link to some of its agreements.</summary>
    public async Task<IReadOnlyList<BenchFamily>> FamiliesAsync(CancellationToken cancel)
    {
        await using var db = await _owner.OpenConnectionAsync(cancel);
        var rows = await db.QueryAsync<BenchFamily>(
            """
            select l.family, l.id as link, l.items[1] as agreement, a.staff,
                   (select g.holder from guardianship g where g.family = l.family and g.holder is not null order by g.id limit 1) as parent
              from link l join appointment a on a.family = l.family where l.sending = @Sending order by l.id
            """,
            new { BenchPlan.Sending }
        );
        return rows.AsList();
    }

    /// <summary>
    /// Makes all reads in the log old, so that the next of each is written anew: a row for each request, in a log that is not
    /// empty.
    /// </summary>
    public async Task ColdAsync(CancellationToken cancel)
    {
        await using var db = await _owner.OpenConnectionAsync(cancel);
        await db.ExecuteAsync(
            "update audit set at = at - interval '1 hour' where at > @after",
            new { after = TimeProvider.System.GetUtcNow() - (2 * Flette.Web.Audit.AuditLog.ReadEvery) }
        );
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _owner.DisposeAsync();

    private async Task SeedAsync(int families, Action<string> say, CancellationToken cancel)
    {
        var time = TimeProvider.System;
        say($"Lager {families} familier med plan (bare første gang) …");
        await using (var databases = new Databases([Options]))
        {
            await Seeding.RunAsync(
                databases.All[0],
                new UpOptions(Families: families),
                time,
                say,
                cancel,
                BenchPlan.WriteAsync
            );
        }
        await using var db = await _owner.OpenConnectionAsync(cancel);
        // There is nobody to send them to.
        await db.ExecuteAsync(
            "update outbox set state = 'sent', ended_at = @now where state = 'waiting'",
            new { now = time.GetUtcNow() }
        );
        // As a server that has run for a while has done.
        await db.ExecuteAsync("vacuum (analyze)");
        await _store.FinishAsync(Options.Key, new SeedMark { Day = time.Today(), Families = families }, cancel);
    }
}

/// <summary>A family to measure on.</summary>
internal sealed record BenchFamily
{
    public Guid Family { get; init; }

    /// <summary>Its coordinator.</summary>
    public Guid Staff { get; init; }

    /// <summary>A link of one of its participants.</summary>
    public Guid Link { get; init; }

    /// <summary>The first agreement on it.</summary>
    public Guid Agreement { get; init; }

    /// <summary>Somebody who has foreldreansvar; null where none is written.</summary>
    public Guid? Parent { get; init; }
}
