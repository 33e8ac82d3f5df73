using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
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
/// <param name="AnswersWithin">For staff: in how many working days she says that she answers.</param>
public sealed record Session(
    Guid Id,
    Asker Asker,
    string? StaffName = null,
    DateTimeOffset StartedAt = default,
    int AnswersWithin = 2
);

/// <summary>A link as it lies in the database.</summary>
/// <param name="Expired">Whether its last day has been.</param>
/// <param name="Revoked">Whether it was revoked: by «Ikke meg», with the yes, or when its sending was undone.</param>
public sealed record LoadedLink(
    Guid Id,
    Guid Family,
    Guid Person,
    Guid[] Items,
    bool Expired,
    bool Revoked,
    LinkPurpose Purpose
)
{
    /// <summary>Whoever holds it.</summary>
    /// <param name="alive">Whether it opens anything: what that takes depends on what is asked.</param>
    /// <param name="level">How surely it is known who holds it, while it opens.</param>
    public Asker Asker(string municipality, bool alive, Level level = Level.Link) =>
        new(
            AskerKind.Link,
            Person,
            municipality,
            alive ? level : Level.None,
            alive,
            new HashSet<StaffRole>(),
            new LinkFacts(Id, Family, Items.ToHashSet(), Purpose)
        );
}

/// <summary>
/// Reads facts for decisions. Loads, never decides. All statements of one question go in one round trip.
/// </summary>
public sealed class FactsLoader(TimeProvider time)
{
    /// <summary>Sessions end after this long without a request (trust.md, Sign-in and sessions).</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>Sessions end after this long in any case.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private const string SessionSql = """
        select s.id, s.kind, s.subject, s.level, s.created_at, s.seen_at, s.ended_at, t.name, coalesce(t.answers_within, 2) as answers_within
          from session s left join staff t on s.kind = 'staff' and t.id = s.subject where s.token_hash = @hash;
        select r.role from staff_role r join session s on s.subject = r.staff
         where s.token_hash = @hash and r.valid_from <= @today and (r.valid_until is null or r.valid_until >= @today);

        """;

    private const string LinkSql = """
        select l.id, l.family, l.person, l.items, l.expires_on, l.revoked_at, l.purpose from link l
          join session s on s.kind = 'link' and s.subject = l.id where s.token_hash = @hash;

        """;

    private static readonly string Many = FamilySql("any(@ids)", whole: false);
    private static readonly string Named = FamilySql("@family", whole: true);
    private static readonly string ByName = SessionSql + Named;
    private static readonly string ByMember =
        SessionSql
        + FamilySql(
            """
            (select m.family from member m join session s on s.kind = 'member' and s.subject = m.id
                      where s.token_hash = @hash and m.left_at is null)
            """,
            whole: true
        );
    private static readonly string ByLink =
        SessionSql
        + LinkSql
        + FamilySql(
            """
            (select l.family from link l join session s on s.kind = 'link' and s.subject = l.id where s.token_hash = @hash)
            """,
            whole: true
        );

    /// <summary>The statements of a family's facts.</summary>
    /// <param name="which">What the family's id is equal to.</param>
    /// <param name="whole">Also the rows pages are made of; lists of families do without.</param>
    private static string FamilySql(string which, bool whole) =>
        $"""
            select id, state, registered_at, body from family where id = {which};
            select a.family, a.id, a.staff, a.valid_from, a.valid_until, a.deputy, a.deputy_from, a.deputy_until{(
                whole
                    ? ", a.kind, s.name, s.phone, s.answers_within, d.name as deputy_name, d.phone as deputy_phone from appointment a join staff s on s.id = a.staff left join staff d on d.id = a.deputy"
                    : " from appointment a"
            )} where a.family = {which} order by a.valid_from, a.id;
            select family, id, born, households, carried_by{(
                whole ? ", due, version, body" : ""
            )} from member where family = {which} and left_at is null order by id;
            select family, child, kind, holder, valid_from, valid_until from guardianship where family = {which} and not taken_away order by valid_from, id;
            select family, id, state, kind, recipient, valid_from, valid_until{(
                whole ? ", revision, responsible, version" : ""
            )} from plan where family = {which} order by opened_at, id;
            select family, plan_kind, recipient, given_by, given_on, withdrawn_on{(
                whole ? ", id, how, recorded_by, body" : ""
            )} from consent where family = {which} and kind = 'plan' order by recorded_at desc, id;
            select owner, no as number, wrapped from owner_key where family = {which};
            """;

    /// <summary>
    /// The session behind a cookie's token, or nobody, and the family the request is about, in one round trip. Moves the session's
    /// idle clock at most once a minute.
    /// </summary>
    /// <param name="whose">Where the family's id comes from.</param>
    /// <param name="named">The family the address names.</param>
    public async Task<Asked> RequestAsync(
        Municipality municipality,
        string? token,
        WhoseFamily whose,
        Guid? named,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(municipality);
        var nobody = new Asked(new Session(Guid.Empty, Asker.Nobody(municipality.Key)), null, []);
        if (token is null || Sessions.Hash(token) is not { } hash)
        {
            return nobody;
        }
        var now = time.GetUtcNow();
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        SessionRow? row;
        HashSet<StaffRole> roles;
        LoadedLink? link = null;
        IReadOnlyList<LoadedFamily> families = [];
        IReadOnlyList<WrappedKey> keys = [];
        var sql = whose switch
        {
            WhoseFamily.Named => ByName,
            WhoseFamily.OfMember => ByMember,
            WhoseFamily.OfLink => ByLink,
            _ => SessionSql,
        };
        var parameters = new
        {
            hash,
            today = Norway.Day(now),
            family = named,
        };
        await using (
            var found = await db.QueryMultipleAsync(new CommandDefinition(sql, parameters, cancellationToken: cancel))
        )
        {
            row = await found.ReadSingleOrDefaultAsync<SessionRow>();
            roles = (await found.ReadAsync<string>()).Select(Rows.FromCode<StaffRole>).ToHashSet();
            if (whose == WhoseFamily.OfLink)
            {
                link = (await found.ReadSingleOrDefaultAsync<LinkRow>())?.Loaded(parameters.today);
            }
            if (whose != WhoseFamily.None)
            {
                (families, keys) = await ReadAsync(found, parameters.today);
            }
        }
        if (row is null || (row.Kind == Rows.Code(AskerKind.Link)) != (link is not null))
        {
            return nobody;
        }
        var alive = row.EndedAt is null && now - row.SeenAt < Idle && now - row.CreatedAt < Longest;
        if (alive && link is null && now - row.SeenAt > TimeSpan.FromMinutes(1))
        {
            await db.ExecuteAsync("update session set seen_at = @now where id = @id", new { now, id = row.Id });
        }
        var asker = link is not null
            ? link.Asker(municipality.Key, alive && link is { Expired: false, Revoked: false }, (Level)row.Level)
            : new Asker(
                Rows.FromCode<AskerKind>(row.Kind),
                row.Subject,
                municipality.Key,
                alive ? (Level)row.Level : Level.None,
                alive,
                roles
            );
        var session = new Session(row.Id, asker, row.Name, row.CreatedAt, row.AnswersWithin);
        // For a session that has ended nothing is known of any family.
        return asker.Alive ? new Asked(session, families.SingleOrDefault(), keys) : new Asked(session, null, []);
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
                "select id, family, person, items, expires_on, revoked_at, purpose from link where id = @link"
                    + (work is null ? "" : " for update"),
                new { link },
                work,
                cancellationToken: cancel
            )
        )
            is { } row
            ? row.Loaded(today)
            : null;

    /// <summary>Facts on the day, rows and wrapped keys of one family, in one round trip; null when there is none.</summary>
    public static async Task<(LoadedFamily? Family, IReadOnlyList<WrappedKey> Keys)> FamilyAsync(
        NpgsqlConnection db,
        NpgsqlTransaction? work,
        Guid family,
        DateOnly today,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var found = await db.QueryMultipleAsync(
            new CommandDefinition(Named, new { family }, work, cancellationToken: cancel)
        );
        var (families, keys) = await ReadAsync(found, today);
        return (families.SingleOrDefault(), keys);
    }

    /// <summary>Facts on the day and wrapped keys of families for a list, in one round trip; unknown ids are left out.</summary>
    public static async Task<(IReadOnlyList<LoadedFamily> Families, IReadOnlyList<WrappedKey> Keys)> FamiliesAsync(
        NpgsqlConnection db,
        Guid[] ids,
        DateOnly today,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var found = await db.QueryMultipleAsync(
            new CommandDefinition(Many, new { ids }, cancellationToken: cancel)
        );
        return await ReadAsync(found, today);
    }

    private static async Task<(IReadOnlyList<LoadedFamily> Families, IReadOnlyList<WrappedKey> Keys)> ReadAsync(
        SqlMapper.GridReader found,
        DateOnly today
    )
    {
        var families = (await found.ReadAsync<FamilyRow>()).ToList();
        var appointments = (await found.ReadAsync<AppointmentRow>()).ToLookup(a => a.Family);
        var members = (await found.ReadAsync<MemberRow>()).ToLookup(m => m.Family);
        var guardianships = (await found.ReadAsync<GuardianshipRow>()).ToLookup(g => g.Family);
        var plans = (await found.ReadAsync<PlanRow>()).ToLookup(p => p.Family);
        var consents = (await found.ReadAsync<ConsentRow>()).ToLookup(c => c.Family);
        var keys = (await found.ReadAsync<(Guid Owner, int Number, byte[]? Wrapped)>())
            .Select(k => new WrappedKey(k.Owner, k.Number, k.Wrapped))
            .ToList();
        var loaded = families
            .Select(f => new LoadedFamily(
                WithPlans(
                    new FamilyFacts(
                        f.Id,
                        Rows.FromCode<FamilyState>(f.State),
                        [],
                        appointments[f.Id].Select(a => a.ToFacts()).ToList(),
                        members[f.Id].Select(m => new MemberFacts(m.Id, m.Born, m.Households, m.CarriedBy)).ToList(),
                        guardianships[f.Id].Select(g => g.ToFacts()).ToList()
                    ),
                    plans[f.Id],
                    consents[f.Id].ToList(),
                    today
                ),
                f.Body,
                f.RegisteredAt,
                appointments[f.Id].ToList(),
                members[f.Id].ToList(),
                plans[f.Id].ToList(),
                consents[f.Id].ToList()
            ))
            .ToList();
        return (loaded, keys);
    }

    private static FamilyFacts WithPlans(
        FamilyFacts family,
        IEnumerable<PlanRow> plans,
        List<ConsentRow> consents,
        DateOnly today
    ) => family with { Plans = plans.Select(p => p.ToFacts(family, consents, today)).ToList() };
}
