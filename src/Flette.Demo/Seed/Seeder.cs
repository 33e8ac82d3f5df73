using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Demo.Seed;

/// <summary>Writes as a member of staff, through the Guard, one act at a time.</summary>
public sealed class Seeder(Municipality municipality, TimeProvider time, CancellationToken cancel)
{
    private readonly Guard _guard = new(new FactsLoader(time), time);

    /// <summary>The same, working on an earlier day at nine o'clock in Norway. What is to come is written now.</summary>
    public Seeder On(DateOnly day)
    {
        var nine = day.ToDateTime(new TimeOnly(9, 0));
        var then = new DateTimeOffset(nine, Norway.Zone.GetUtcOffset(nine)).ToUniversalTime();
        return then < time.GetUtcNow() ? new Seeder(municipality, new StoppedClock(then), cancel) : this;
    }

    /// <summary>The day it works on, in Norway.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Whoever was invited to a meeting, let in by the link in her mail.</summary>
    public async Task<Session> InvitedAsync(Guid meeting, Guid person)
    {
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        var link = await db.QuerySingleAsync<Guid>(
            "select link from invitation where meeting = @meeting and person = @person",
            new { meeting, person }
        );
        var loaded = await FactsLoader.LinkAsync(db, null, link, Today, cancel);
        return new Session(
            Guid.Empty,
            loaded!.Asker(municipality.Key, alive: loaded is { Expired: false, Revoked: false })
        );
    }

    /// <summary>Whoever holds the link a sending made to an agreement, let in by it as from her mail.</summary>
    public async Task<Session> HolderAsync(Guid sending, Guid agreement)
    {
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        var link = await db.QuerySingleAsync<Guid>(
            "select id from link where sending = @sending and @agreement = any(items)",
            new { sending, agreement }
        );
        var loaded = await FactsLoader.LinkAsync(db, null, link, Today, cancel);
        return new Session(
            Guid.Empty,
            loaded!.Asker(municipality.Key, alive: loaded is { Expired: false, Revoked: false })
        );
    }

    /// <summary>Someone at the municipality, signed in as surely as one can be.</summary>
    public Session As(Guid staff, StaffRole role) =>
        new(
            Guid.Empty,
            new Asker(
                AskerKind.Staff,
                staff,
                municipality.Key,
                Level.High,
                Alive: true,
                new HashSet<StaffRole> { role }
            )
        );

    /// <summary>Does one write. Throws <see cref="InvalidOperationException"/> when it is refused: the seed must fit the rules.</summary>
    public async Task DoAsync(Session session, Act act, Guid? family, Func<Write, Task<Refusal?>> work)
    {
        var admitted = await _guard.AdmitAsync(municipality, session, act, family, "seed", cancel);
        if (admitted.Refusal is { } refused)
        {
            throw new InvalidOperationException($"The seed was refused {act}: {refused}");
        }
        using var pass = admitted.Value;
        var written = await Write.RunAsync(
            pass,
            FormPost.None,
            time,
            async write => await work(write) is { } refusal ? refusal : Written.To("/"),
            cancel
        );
        if (written.Refusal is { } wrong)
        {
            throw new InvalidOperationException($"The seed was refused {act}: {wrong}");
        }
    }
}

/// <summary>A clock that shows one instant.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
