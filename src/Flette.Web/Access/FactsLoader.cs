using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Access;

/// <summary>A session as found by its cookie.</summary>
/// <param name="Id">The session row; empty when nobody is signed in.</param>
/// <param name="Asker">Who it is.</param>
/// <param name="StaffName">Name in the register of staff; null for others.</param>
public sealed record Session(Guid Id, Asker Asker, string? StaffName = null);

/// <summary>A link as it lies in the database.</summary>
/// <param name="Expired">Whether its last day has been.</param>
/// <param name="Revoked">Whether it was revoked: by «Ikke meg», with the yes, or when its sending was undone.</param>
public sealed record LoadedLink(Guid Id, Guid Family, Guid Person, Guid[] Items, bool Expired, bool Revoked)
{
    /// <summary>Whoever holds it.</summary>
    /// <param name="alive">Whether it opens anything: what that takes depends on what is asked.</param>
    public Asker Asker(string municipality, bool alive) =>
        new(
            AskerKind.Link,
            Person,
            municipality,
            alive ? Level.Link : Level.None,
            alive,
            new HashSet<StaffRole>(),
            new LinkFacts(Id, Family, Items.ToHashSet())
        );
}

/// <summary>What the database knows about families, before anyone decides anything.</summary>
public sealed record LoadedFamily(FamilyFacts Facts, Sealed Name, DateTimeOffset RegisteredAt);

/// <summary>
/// Reads facts for decisions. Loads, never decides. All statements of one question go in one round trip.
/// </summary>
public sealed class FactsLoader(TimeProvider time)
{
    /// <summary>Sessions end after this long without a request (trust.md, Sign-in and sessions).</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Sessions end after this long in any case.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private const string FamilySql = """
        select id, state, registered_at, body from family where id = any(@ids);
        select family, id, staff, valid_from, valid_until, deputy, deputy_from, deputy_until
          from appointment where family = any(@ids) order by valid_from, id;
        select family, id, born, households, carried_by from member where family = any(@ids) and left_at is null order by id;
        select family, child, kind, holder, valid_from, valid_until from guardianship where family = any(@ids) order by valid_from, id;
        select family, state from plan where family = any(@ids);
        select owner, no as number, wrapped from owner_key where family = any(@ids);
        """;

    /// <summary>The session behind a cookie's token, or nobody. Moves its idle clock at most once a minute.</summary>
    public async Task<Session> SessionAsync(Municipality municipality, string? token, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        var nobody = new Session(Guid.Empty, Asker.Nobody(municipality.Key));
        if (token is null || Sessions.Hash(token) is not { } hash)
        {
            return nobody;
        }
        var now = time.GetUtcNow();
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        using var found = await db.QueryMultipleAsync(
            new CommandDefinition(
                """
                select s.id, s.kind, s.subject, s.level, s.created_at, s.seen_at, s.ended_at, t.name
                  from session s left join staff t on s.kind = 'staff' and t.id = s.subject where s.token_hash = @hash;
                select r.role from staff_role r join session s on s.subject = r.staff
                 where s.token_hash = @hash and r.valid_from <= @today and (r.valid_until is null or r.valid_until >= @today);
                """,
                new { hash, today = Norway.Day(now) },
                cancellationToken: cancel
            )
        );
        var row = await found.ReadSingleOrDefaultAsync<SessionRow>();
        if (row is null)
        {
            return nobody;
        }
        var roles = (await found.ReadAsync<string>()).Select(Rows.FromCode<StaffRole>).ToHashSet();
        var alive = row.EndedAt is null && now - row.SeenAt < Idle && now - row.CreatedAt < Longest;
        if (row.Kind == Rows.Code(AskerKind.Link))
        {
            var link = await LinkAsync(db, null, row.Subject, Norway.Day(now), cancel);
            return link is null
                ? nobody
                : new Session(
                    row.Id,
                    link.Asker(municipality.Key, alive && link is { Expired: false, Revoked: false })
                );
        }
        if (alive && now - row.SeenAt > TimeSpan.FromMinutes(1))
        {
            await db.ExecuteAsync("update session set seen_at = @now where id = @id", new { now, id = row.Id });
        }
        return new Session(
            row.Id,
            new Asker(
                Rows.FromCode<AskerKind>(row.Kind),
                row.Subject,
                municipality.Key,
                alive ? (Level)row.Level : Level.None,
                alive,
                roles
            ),
            row.Name
        );
    }

    /// <summary>A link as it is now; in a transaction it stays so until the end of it. Null when there is none.</summary>
    public static async Task<LoadedLink?> LinkAsync(
        NpgsqlConnection db,
        NpgsqlTransaction? work,
        Guid link,
        DateOnly today,
        CancellationToken cancel
    ) =>
        await db.QuerySingleOrDefaultAsync<LinkRow>(
            new CommandDefinition(
                "select id, family, person, items, expires_on, revoked_at from link where id = @link"
                    + (work is null ? "" : " for update"),
                new { link },
                work,
                cancellationToken: cancel
            )
        )
            is { } row
            ? new LoadedLink(
                row.Id,
                row.Family,
                row.Person,
                row.Items,
                row.ExpiresOn < today,
                row.RevokedAt is not null
            )
            : null;

    /// <summary>The family a member is in; null for one who has left it.</summary>
    public static async Task<Guid?> FamilyOfAsync(Municipality municipality, Guid member, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        return await db.ExecuteScalarAsync<Guid?>(
            new CommandDefinition(
                "select family from member where id = @member and left_at is null",
                new { member },
                cancellationToken: cancel
            )
        );
    }

    /// <summary>Facts and wrapped keys of families, in one round trip, in the order of <paramref name="ids"/>; unknown ids are left out.</summary>
    public static async Task<(IReadOnlyList<LoadedFamily> Families, IReadOnlyList<WrappedKey> Keys)> FamiliesAsync(
        NpgsqlConnection db,
        NpgsqlTransaction? work,
        Guid[] ids,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        using var found = await db.QueryMultipleAsync(
            new CommandDefinition(FamilySql, new { ids }, work, cancellationToken: cancel)
        );
        var families = (await found.ReadAsync<FamilyRow>()).ToDictionary(f => f.Id);
        var appointments = (await found.ReadAsync<AppointmentRow>()).ToLookup(a => a.Family);
        var members = (await found.ReadAsync<MemberRow>()).ToLookup(m => m.Family);
        var guardianships = (await found.ReadAsync<GuardianshipRow>()).ToLookup(g => g.Family);
        var plans = (await found.ReadAsync<(Guid Family, string State)>()).ToDictionary(
            p => p.Family,
            p => Rows.FromCode<PlanState>(p.State)
        );
        var keys = (await found.ReadAsync<(Guid Owner, int Number, byte[]? Wrapped)>())
            .Select(k => new WrappedKey(k.Owner, k.Number, k.Wrapped))
            .ToList();
        var loaded = ids.Distinct()
            .Where(families.ContainsKey)
            .Select(id => new LoadedFamily(
                new FamilyFacts(
                    id,
                    Rows.FromCode<FamilyState>(families[id].State),
                    plans.GetValueOrDefault(id, PlanState.None),
                    appointments[id].Select(a => a.ToFacts()).ToList(),
                    members[id].Select(m => new MemberFacts(m.Id, m.Born, m.Households, m.CarriedBy)).ToList(),
                    guardianships[id].Select(g => g.ToFacts()).ToList()
                ),
                families[id].Body,
                families[id].RegisteredAt
            ))
            .ToList();
        return (loaded, keys);
    }

    private sealed record SessionRow
    {
        public Guid Id { get; init; }
        public string Kind { get; init; } = "";
        public Guid Subject { get; init; }
        public short Level { get; init; }
        public DateTimeOffset CreatedAt { get; init; }
        public DateTimeOffset SeenAt { get; init; }
        public DateTimeOffset? EndedAt { get; init; }
        public string? Name { get; init; }
    }

    private sealed record LinkRow
    {
        public Guid Id { get; init; }
        public Guid Family { get; init; }
        public Guid Person { get; init; }
        public Guid[] Items { get; init; } = [];
        public DateOnly ExpiresOn { get; init; }
        public DateTimeOffset? RevokedAt { get; init; }
    }

    private sealed record FamilyRow
    {
        public Guid Id { get; init; }
        public string State { get; init; } = "";
        public DateTimeOffset RegisteredAt { get; init; }
        public Sealed Body { get; init; }
    }

    private sealed record AppointmentRow
    {
        public Guid Family { get; init; }
        public Guid Id { get; init; }
        public Guid Staff { get; init; }
        public DateOnly ValidFrom { get; init; }
        public DateOnly? ValidUntil { get; init; }
        public Guid? Deputy { get; init; }
        public DateOnly? DeputyFrom { get; init; }
        public DateOnly? DeputyUntil { get; init; }

        public AppointmentFacts ToFacts() =>
            new(
                Id,
                Staff,
                new Period(ValidFrom, ValidUntil),
                Deputy,
                DeputyFrom is { } from ? new Period(from, DeputyUntil) : null
            );
    }

    private sealed record MemberRow
    {
        public Guid Family { get; init; }
        public Guid Id { get; init; }
        public DateOnly? Born { get; init; }
        public Guid[] Households { get; init; } = [];
        public Guid? CarriedBy { get; init; }
    }

    private sealed record GuardianshipRow
    {
        public Guid Family { get; init; }
        public Guid Child { get; init; }
        public string Kind { get; init; } = "";
        public Guid? Holder { get; init; }
        public DateOnly ValidFrom { get; init; }
        public DateOnly? ValidUntil { get; init; }

        public GuardianshipFacts ToFacts() =>
            new(Child, Rows.FromCode<GuardianshipKind>(Kind), Holder, new Period(ValidFrom, ValidUntil));
    }
}
