using Dapper;
using Flette.Core.Access;
using Flette.Web.Audit;
using Flette.Web.Data;
using Flette.Web.Features.Transitions.Municipal;
using Flette.Web.Vault;

namespace Flette.Web.Operating.Keys;

/// <summary>
/// New keys for the owners of a municipality's sealed texts, in three turns of each family, each turn one transaction under the lock that
/// writers take: <see cref="MakeAsync"/>, <see cref="ResealAsync"/>, <see cref="DestroyAsync"/>. Between two turns all that had begun before
/// the first must have come to its end (<see cref="Grace"/>): then nobody ever holds a text without its key. Where it stands is read from
/// the rows, so a rotation that was broken off anywhere is gone on with by beginning again.
/// </summary>
/// <param name="municipality">Its database as the role that owns the tables: versions and documents are changed by nobody else.</param>
public sealed class KeyRotation(Municipality municipality, TimeProvider time)
{
    /// <summary>
    /// How long to wait between two turns. A page takes its keys first and its texts afterwards; none takes so long, and who waits to
    /// write takes her keys anew.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    /// <summary>Its key.</summary>
    public string Municipality => municipality.Key;

    /// <summary>
    /// The families with keys to rotate, and the owner of the municipality's own texts, whose key is of no family. Those whose keys are
    /// all destroyed are none of them.
    /// </summary>
    /// <param name="only">One family, or null for all.</param>
    public async Task<IReadOnlyList<Guid>> FamiliesAsync(Guid? only, CancellationToken cancel)
    {
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        var families = await db.QueryAsync<Guid>(
            new CommandDefinition(
                "select distinct family from owner_key where wrapped is not null order by family",
                cancellationToken: cancel
            )
        );
        return [.. families.Where(f => only is null || f == only)];
    }

    /// <summary>
    /// Tables with rows whose owner has no key among the family's: their key would be destroyed without their being sealed anew, so
    /// nothing may be rotated before somebody has found out why.
    /// </summary>
    public async Task<IReadOnlyList<string>> StraysAsync(CancellationToken cancel)
    {
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        var found = new List<string>();
        foreach (var column in SealedColumn.All)
        {
            var strays = await db.ExecuteScalarAsync<bool>(
                new CommandDefinition(
                    $"""
                    select exists (select from {column.From} where not exists (
                      select from owner_key k where k.owner = {column.Owner} and k.family = {column.Family}))
                    """,
                    // Goes through all there is, once.
                    commandTimeout: 0,
                    cancellationToken: cancel
                )
            );
            if (strays)
            {
                found.Add(column.Table);
            }
        }
        return found;
    }

    /// <summary>
    /// The first turn: a new key for each owner that has one; an owner with two is under way already. From here on writers seal with the
    /// new one.
    /// </summary>
    /// <returns>How many were made.</returns>
    public Task<int> MakeAsync(Guid family, CancellationToken cancel) =>
        TurnAsync(
            family,
            async turn =>
            {
                var owners = turn.Living.Where(k => k.Count() == 1).Select(k => k.Key).ToList();
                foreach (var key in owners.Select(turn.Ring.NewKey))
                {
                    await turn.Db.ExecuteAsync(
                        "insert into owner_key (owner, no, family, wrapped) values (@Owner, @Number, @family, @Wrapped)",
                        new
                        {
                            key.Owner,
                            key.Number,
                            family,
                            key.Wrapped,
                        },
                        turn.Work
                    );
                }
                await LogAsync(turn, family, owners);
                return owners.Count;
            },
            cancel
        );

    /// <summary>The second turn: everything sealed with another key than its owner's newest is sealed with that. Rows that a mail under way holds are left for the next.</summary>
    /// <returns>How many rows.</returns>
    public Task<int> ResealAsync(Guid family, CancellationToken cancel) =>
        TurnAsync(family, turn => turn.ResealAsync(family, cancel), cancel);

    /// <summary>The third turn: the old keys are destroyed. Where something rested on them it is sealed anew, and the turn must be taken once more.</summary>
    /// <returns>How many owners' old keys were destroyed, how many rows were sealed anew, and whether old keys are left.</returns>
    public Task<(int Owners, int Rows, bool Left)> DestroyAsync(Guid family, CancellationToken cancel) =>
        TurnAsync(
            family,
            async turn =>
            {
                var rows = await turn.ResealAsync(family, cancel);
                // What was sealed anew just now may lie before somebody as it was.
                if (rows > 0 || await turn.RestsAsync(family, cancel))
                {
                    return (0, rows, true);
                }
                var owners = turn.Living.Where(k => k.Count() > 1).ToList();
                foreach (var owner in owners)
                {
                    await turn.Db.ExecuteAsync(
                        "delete from owner_key where owner = @Key and no < @newest",
                        new { owner.Key, newest = owner.Max(k => k.Number) },
                        turn.Work
                    );
                }
                await LogAsync(turn, family, [.. owners.Select(o => o.Key)]);
                return (owners.Count, rows, false);
            },
            cancel
        );

    private async Task<T> TurnAsync<T>(Guid family, Func<RotationTurn, Task<T>> work, CancellationToken cancel)
    {
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        await using var transaction = await db.BeginTransactionAsync(cancel);
        await db.ExecuteAsync(
            family == OwnTransitionBook.Owner
                ? OwnTransitionBook.Lock
                : "select 1 from family where id = @family for update",
            new { family },
            transaction
        );
        var keys = (
            await db.QueryAsync<WrappedKey>(
                "select owner, no as number, wrapped from owner_key where family = @family",
                new { family },
                transaction
            )
        ).ToList();
        using var ring = new KeyRing(municipality.Key, municipality.Master, keys);
        var done = await work(
            new RotationTurn(db, transaction, ring, keys.Where(k => k.Wrapped is not null).ToLookup(k => k.Owner))
        );
        await transaction.CommitAsync(cancel);
        return done;
    }

    /// <summary>A row for each turn that made or destroyed keys, with whose they are.</summary>
    private async Task LogAsync(RotationTurn turn, Guid family, List<Guid> owners)
    {
        if (owners.Count > 0)
        {
            Guid? about = family == OwnTransitionBook.Owner ? null : family;
            var row = new AuditRow(
                Asker.System(municipality.Key),
                Act.RotateKeys,
                "ok",
                about,
                [.. owners.Order()],
                "keys"
            );
            await AuditLog.WriteAsync(turn.Db, turn.Work, row, time.GetUtcNow());
        }
    }
}
