using Dapper;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Audit;
using Flette.Web.Data;
using Flette.Web.Delivery.Mails;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Delivery;

/// <summary>How a turn at a municipality's outbox ended.</summary>
/// <param name="More">Whether a mail was dealt with, so that there may be another.</param>
/// <param name="Again">When else the next one may leave; null when none waits, or the server takes none.</param>
public sealed record Turn(bool More, DateTimeOffset? Again = null);

/// <summary>
/// Deals with one mail: takes it, decides whether it may leave, sends it and says so, all in one transaction. A mail the server
/// has taken when that transaction dies goes once more, under the same Message-ID; no other can go twice.
/// </summary>
/// <remarks>
/// No lock of a family is held while a server is spoken to: a slow one would stop the coordinator's work. What may stop a mail
/// is locked instead: its own row, the plan's and the link's. A withdrawal, an undo or «Ikke meg» changes one of them, so it is
/// either committed before the mail is looked at, or waits until it has left. This side never waits for a lock, hence no
/// deadlock: a row that is being changed makes it come back later.
/// </remarks>
public sealed partial class Dispatch(TimeProvider time, ILogger<Dispatch> log)
{
    /// <summary>A mail that has not left in this time is given up.</summary>
    public static readonly TimeSpan GiveUp = TimeSpan.FromDays(3);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);
    private static readonly TimeSpan WhileChanged = TimeSpan.FromSeconds(1);

    /// <summary>How long to wait after a number of tries: a minute, doubled each time, up to an hour.</summary>
    public static TimeSpan Wait(int tries) =>
        tries > 6 ? LongestWait : TimeSpan.FromTicks(Math.Min(FirstWait.Ticks << (tries - 1), LongestWait.Ticks));

    /// <summary>Deals with the mail that has waited longest. Throws when the database fails.</summary>
    public async Task<Turn> NextAsync(Municipality municipality, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        var now = time.GetUtcNow();
        await using var db = await municipality.Database.OpenConnectionAsync(stop);
        await using var work = await db.BeginTransactionAsync(stop);
        var waiting = await db.QuerySingleOrDefaultAsync<WaitingRow>(
            """
            select id, family, link, item, template, tries, coalesce(due_at, created_at) as due, body from outbox
             where state = 'waiting' and send_after <= @now order by send_after, id limit 1 for update skip locked
            """,
            new { now },
            work
        );
        if (waiting is null)
        {
            return new Turn(
                More: false,
                await db.ExecuteScalarAsync<DateTimeOffset?>(
                    "select min(send_after) from outbox where state = 'waiting' and send_after > @now",
                    new { now },
                    work
                )
            );
        }
        using var locked = await db.QueryMultipleAsync(
            """
            select id from plan where family = @Family for share skip locked;
            select revoked_at, expires_on, items from link where id = @Link for share skip locked;
            """,
            waiting,
            work
        );
        var plans = (await locked.ReadAsync<Guid>()).ToHashSet();
        var link = await locked.ReadSingleOrDefaultAsync<LinkRow>();
        var (loaded, keys) = await FactsLoader.FamilyAsync(db, work, waiting.Family, Norway.Day(now), stop);
        var family = loaded!.Facts;
        if ((waiting.Link is not null && link is null) || !family.Plans.All(p => plans.Contains(p.Id)))
        {
            return new Turn(More: false, now + WhileChanged);
        }
        var facts = new Facts(municipality.Key, Asker.System(municipality.Key), Norway.Day(now), family);
        var act = Templates.Find(waiting.Template)?.BeforePlan == true ? Act.DeliverNotice : Act.DeliverMail;
        var end =
            AccessDecisions.Decide(act, facts).Refusal is { } refusal ? End.Undone(refusal.Code)
            : !await IsOpenAsync(
                db,
                work,
                family,
                [.. link?.Items ?? [], .. waiting.Item is { } item ? [item] : (Guid[])[]]
            )
                ? End.Undone("plan")
            : link?.RevokedAt is not null || link?.ExpiresOn < facts.Today ? End.Undone("link")
            : await SendAsync(municipality, waiting, link?.ExpiresOn, keys);
        // From here the mail has left or is stopped: what is told of it is written also when the program is stopping.
        await WriteAsync(db, work, facts.Asker, act, waiting, end);
        await work.CommitAsync(CancellationToken.None);
        if (end.Fault is not null)
        {
            NotSent(log, waiting.Id, municipality.Key, end.State, end.Fault, waiting.Tries + 1);
        }
        return new Turn(More: !end.ServerIsAway);
    }

    // Of several plans: one mail asks about nothing that no open plan holds.
    private static async Task<bool> IsOpenAsync(
        NpgsqlConnection db,
        NpgsqlTransaction work,
        FamilyFacts family,
        Guid[] items
    ) =>
        items.Length == 0
        || family.Plans.Count < 2
        || (
            await db.QueryAsync<ItemRow>(
                "select id, family, kind, room, about, plans from item where family = @Id and id = any(@items)",
                new { family.Id, items },
                work
            )
        ).All(i => family.PlanOf(i.ToFacts()) == PlanState.Open);

    private async Task<End> SendAsync(
        Municipality municipality,
        WaitingRow waiting,
        DateOnly? until,
        IReadOnlyList<WrappedKey> keys
    )
    {
        using var ring = new KeyRing(municipality.Key, municipality.Master, keys);
        try
        {
            var around = new MailAround(municipality, waiting.Id, waiting.Link, until, time.GetUtcNow());
            using var rendered = Templates.Of(waiting.Template).Render(around, ring, waiting.Body, waiting.Family);
            if (rendered is { Mail: null, Sms: null })
            {
                return End.Undone("late");
            }
            if (rendered.Quiet is { } quiet && quiet.Covers(TimeOnly.FromDateTime(Norway.Clock(around.At))))
            {
                return End.Quiet(Norway.Instant(quiet.After(Norway.Clock(around.At))));
            }
            var fate = rendered.Sms is { } sms
                ? Sms.SendAsync(municipality, sms, time)
                : Smtp.SendAsync(municipality.Mail, rendered.Mail!, time);
            return await fate switch
            {
                null => End.Sent,
                { Obstacle: Obstacle.Recipient } fault => End.Failed(fault.Code),
                var fault => LaterOrNever(waiting, fault),
            };
        }
        catch (FormatException)
        {
            return End.Failed("address");
        }
        catch (VaultException)
        {
            // The key is destroyed: what it says is gone, and nobody can be told.
            return End.Failed("sealed");
        }
        catch (Exception e)
        {
            // A fault of ours: this mail waits for its mending, and the others do not wait for this one.
            return LaterOrNever(waiting, new MailFault(e.GetType().Name, Obstacle.Mail));
        }
    }

    private End LaterOrNever(WaitingRow waiting, MailFault fault) =>
        time.GetUtcNow() - waiting.Due >= GiveUp
            ? End.Failed(fault.Code)
            : End.Later(fault.Code, fault.Obstacle == Obstacle.Server);

    private async Task WriteAsync(
        NpgsqlConnection db,
        NpgsqlTransaction work,
        Asker asker,
        Act act,
        WaitingRow waiting,
        End end
    )
    {
        var now = time.GetUtcNow();
        var tries = waiting.Tries + (end.Tried ? 1 : 0);
        var ended = end.State != End.Waiting;
        await db.ExecuteAsync(
            """
            update outbox set state = @State, tries = @tries, fault = @Fault, ended_at = @ended,
                   send_after = coalesce(@again, send_after)
             where id = @Id
            """,
            new
            {
                waiting.Id,
                end.State,
                tries,
                end.Fault,
                ended = ended ? now : (DateTimeOffset?)null,
                again = ended ? (DateTimeOffset?)null : end.Again ?? now + Wait(tries),
            },
            work
        );
        if (ended)
        {
            var outcome = end.Fault ?? "ok";
            var row = new AuditRow(asker, act, outcome, waiting.Family, [waiting.Id], "outbox");
            await AuditLog.WriteAsync(db, work, row, now);
        }
    }

    [LoggerMessage(
        EventId = 10,
        Level = LogLevel.Warning,
        Message = "Mail {Outbox} of {Municipality} is {State}: {Fault}, try {Tries}"
    )]
    private static partial void NotSent(
        ILogger logger,
        Guid outbox,
        string municipality,
        string state,
        string fault,
        int tries
    );

    /// <summary>What becomes of a mail.</summary>
    private sealed record End(
        string State,
        string? Fault,
        bool Tried = true,
        bool ServerIsAway = false,
        DateTimeOffset? Again = null
    )
    {
        public const string Waiting = "waiting";

        public static End Sent { get; } = new("sent", null);

        public static End Failed(string fault) => new("failed", fault);

        public static End Undone(string why) => new("undone", why, Tried: false);

        /// <summary>It would sound when she has asked for quiet.</summary>
        public static End Quiet(DateTimeOffset until) => new(Waiting, null, Tried: false, Again: until);

        public static End Later(string fault, bool serverIsAway) => new(Waiting, fault, ServerIsAway: serverIsAway);
    }

    private sealed record WaitingRow
    {
        public Guid Id { get; init; }
        public Guid Family { get; init; }
        public Guid? Link { get; init; }
        public Guid? Item { get; init; }
        public string Template { get; init; } = "";
        public int Tries { get; init; }
        public DateTimeOffset Due { get; init; }
        public Sealed Body { get; init; }
    }

    private sealed record LinkRow
    {
        public DateTimeOffset? RevokedAt { get; init; }
        public DateOnly ExpiresOn { get; init; }
        public Guid[] Items { get; init; } = [];
    }
}
