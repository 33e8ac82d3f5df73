using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Audit;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Access;

/// <summary>How a write ended: where to go next, or why nothing was changed.</summary>
public sealed record Written(string? Location, Refusal? Refusal)
{
    public static Written To(string location) => new(location, null);

    public static implicit operator Written(Refusal refusal) => new(null, refusal);
}

/// <summary>Somebody else changed it meanwhile. The form is shown again with both texts.</summary>
public sealed record ChangedMeanwhile : Refusal;

/// <summary>
/// The form's key came before with something else: another text, another page or another person. Nothing is written. What is
/// typed in a page one has gone back to is new words, not a repeat of the old.
/// </summary>
public sealed record FormUsedBefore : Refusal;

/// <summary>
/// One write: a transaction that holds the family's row, the decision made again under that lock, the form key,
/// the log row. All of it commits, or nothing does.
/// </summary>
public sealed class Write
{
    private readonly List<Guid> _items = [];
    private readonly List<Action> _afterwards = [];
    private bool _logged;

    private Write(Pass pass, NpgsqlConnection db, NpgsqlTransaction work, DateTimeOffset now)
    {
        Pass = pass;
        Db = db;
        Work = work;
        Now = now;
    }

    /// <summary>The pass with facts as they are under the lock.</summary>
    public Pass Pass { get; }

    public NpgsqlConnection Db { get; }

    public NpgsqlTransaction Work { get; }

    /// <summary>The one instant of everything in this write.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Names an item in the log row.</summary>
    public void Touched(Guid item) => _items.Add(item);

    /// <summary>
    /// Leaves the log row out of a write that only says once more what a row of the log says already: the same person, the same
    /// thing, still under way.
    /// </summary>
    internal void IsInTheLog() => _logged = true;

    /// <summary>Something to do in this process once the write is committed; never when it is not. Must not throw.</summary>
    public void Afterwards(Action what) => _afterwards.Add(what);

    /// <summary>A new id, ordered by time.</summary>
    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>Runs SQL in the transaction.</summary>
    public Task<int> ExecuteAsync(string sql, object parameters) => Db.ExecuteAsync(sql, parameters, Work);

    /// <summary>Makes and stores a key for a new owner: a member, or a family's common part.</summary>
    public async Task NewKeyAsync(Guid owner, Guid family)
    {
        var key = Pass.Ring.NewKey(owner);
        await ExecuteAsync(
            "insert into owner_key (owner, no, family, wrapped) values (@Owner, @Number, @family, @Wrapped)",
            new
            {
                key.Owner,
                key.Number,
                family,
                key.Wrapped,
            }
        );
    }

    /// <summary>
    /// Does <paramref name="work"/> once for each form key: a repeated post gets the first one's answer and changes nothing, one
    /// with something else in it is refused (<see cref="FormUsedBefore"/>).
    /// A refusal rolls everything back, form key too, so the corrected form may be posted again.
    /// </summary>
    public static async Task<Written> RunAsync(
        Pass pass,
        FormPost post,
        TimeProvider time,
        Func<Write, Task<Written>> work,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(post);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(work);
        var now = time.GetUtcNow();
        using var turn = pass.Family is { } own ? await pass.Municipality.Turns.TakeAsync(own.Id, cancel) : null;
        await using var db = await pass.Municipality.Database.OpenConnectionAsync(cancel);
        await using var transaction = await db.BeginTransactionAsync(cancel);
        var locked = pass;
        if (pass.Family is { } family)
        {
            await db.ExecuteAsync("select 1 from family where id = @Id for update", new { family.Id }, transaction);
            var (loaded, keys) = await FactsLoader.FamilyAsync(db, transaction, family.Id, pass.Today, cancel);
            pass.Ring.Add(keys);
            // A page shown again after a refusal shows what stands now.
            pass.Reread(loaded!);
            locked = new Pass(
                pass.Municipality,
                await StillAsync(db, transaction, pass, cancel),
                pass.Act,
                pass.Today,
                loaded,
                pass.Ring,
                pass.Request
            );
            var decision = AccessDecisions.Decide(pass.Act, locked.With(item: null));
            if (decision.Refusal is { } refusal)
            {
                await transaction.RollbackAsync(cancel);
                await AuditLog.WriteAsync(
                    db,
                    null,
                    new AuditRow(pass.Asker, pass.Act, decision.Code, family.Id, [], pass.Request),
                    now
                );
                return refusal;
            }
        }
        if (!post.IsNone && await EarlierAsync(db, transaction, pass, post, now) is { } earlier)
        {
            return earlier;
        }
        var write = new Write(locked, db, transaction, now);
        var written = await write.DoAsync(pass, work);
        if (written.Refusal is not null)
        {
            await transaction.RollbackAsync(cancel);
            return written;
        }
        if (!post.IsNone)
        {
            await write.ExecuteAsync(
                "update form_key set location = @Location where key = @Key",
                new { written.Location, post.Key }
            );
        }
        if (!write._logged)
        {
            await AuditLog.WriteAsync(
                db,
                transaction,
                new AuditRow(pass.Asker, pass.Act, "ok", pass.Family?.Id, [.. write._items.Distinct()], pass.Request),
                now
            );
        }
        await transaction.CommitAsync(cancel);
        pass.Municipality.HasUnsealed = true;
        write._afterwards.ForEach(what => what());
        return written;
    }

    /// <summary>Does the work; meanwhile what is read on either pass is read over this connection.</summary>
    private async Task<Written> DoAsync(Pass outer, Func<Write, Task<Written>> work)
    {
        (outer.Writing, Pass.Writing) = (this, this);
        try
        {
            return await work(this);
        }
        finally
        {
            (outer.Writing, Pass.Writing) = (null, null);
        }
    }

    /// <summary>The session as it is under the lock: a link may have been revoked since the request came.</summary>
    private static async Task<Session> StillAsync(
        NpgsqlConnection db,
        NpgsqlTransaction work,
        Pass pass,
        CancellationToken cancel
    )
    {
        if (pass.Asker.Link is not { } facts)
        {
            return pass.Session;
        }
        var link = await FactsLoader.LinkAsync(db, work, facts.Id, pass.Today, cancel);
        // What a link must be for the act was decided at the door: here only what can have changed since.
        var alive = link is { Revoked: false } && pass.Asker.Alive;
        return pass.Session with
        {
            Asker = pass.Asker with { Alive = alive, Level = alive ? pass.Asker.Level : Level.None },
        };
    }

    /// <summary>
    /// Claims the form key. If it was claimed before, waits for that post to end and answers as it was answered, when this is the
    /// same once more.
    /// </summary>
    private static async Task<Written?> EarlierAsync(
        NpgsqlConnection db,
        NpgsqlTransaction work,
        Pass pass,
        FormPost post,
        DateTimeOffset now
    )
    {
        var claimed = await db.ExecuteAsync(
            "insert into form_key (key, subject, location, at, content) values (@Key, @subject, '/', @now, @Content) on conflict do nothing",
            new
            {
                post.Key,
                subject = pass.Asker.Id,
                now,
                post.Content,
            },
            work
        );
        if (claimed == 1)
        {
            return null;
        }
        // Of a key from before contents were kept, only whose it was is known.
        var location = await db.ExecuteScalarAsync<string?>(
            "select location from form_key where key = @Key and subject = @subject and coalesce(content, @Content) = @Content",
            new
            {
                post.Key,
                subject = pass.Asker.Id,
                post.Content,
            },
            work
        );
        return location is null ? new FormUsedBefore() : Written.To(location);
    }
}
