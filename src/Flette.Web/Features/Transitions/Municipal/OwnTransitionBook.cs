using System.Collections.Immutable;
using Dapper;
using Flette.Core;
using Flette.Core.Transitions;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Features.Transitions.Municipal;

/// <summary>What the municipality had of its own for a transition after a save.</summary>
/// <param name="Version">0 when nothing was ever saved.</param>
/// <param name="By">Name of who saved it.</param>
public sealed record OwnTransitionVersion(OwnTransition Own, int Version, string By, DateTimeOffset At);

/// <summary>What a municipality has of its own for its transitions. It is about nobody, so anyone whose page needs it may read it.</summary>
public static class OwnTransitionBook
{
    private const string Table = "own_transition";

    /// <summary>The key of what the municipality has typed is nobody's and no family's: its owner is this.</summary>
    public static Guid Owner { get; } = new("00000000-0000-4000-8000-6f776e000001");

    /// <summary>What whoever writes here holds until she is done, as a writer in a family holds its row.</summary>
    internal const string Lock = "select pg_advisory_xact_lock(hashtext('own_transition'))";

    private const string Keys = "select owner, no as number, wrapped from owner_key where owner = @Owner";

    /// <summary>
    /// All rules as the municipality has them. What it once set and the law does not let it have any more, is as the product has it:
    /// wrong law is worse than none.
    /// </summary>
    public static async Task<ImmutableArray<TransitionRule>> RulesAsync(Pass pass, CancellationToken cancel) =>
        Lay([.. (await StandingAsync(pass, cancel)).Select(v => v.Own)]);

    /// <summary>The newest of each transition that was ever saved.</summary>
    public static Task<IReadOnlyList<OwnTransitionVersion>> StandingAsync(Pass pass, CancellationToken cancel) =>
        ReadAsync(pass, "distinct on (transition)", "true order by transition, version desc", id: "", cancel);

    /// <summary>Every version of one, the oldest first.</summary>
    public static Task<IReadOnlyList<OwnTransitionVersion>> VersionsAsync(
        Pass pass,
        string id,
        CancellationToken cancel
    ) => ReadAsync(pass, "", "transition = @id order by version", id, cancel);

    /// <summary>
    /// Saves what the municipality has: a new version. What is the same as stands gets none. Refuses what
    /// <see cref="OwnTransitions.Lay"/> does, and with <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.
    /// </summary>
    public static async Task<Refusal?> SaveAsync(Write write, OwnTransition own, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(own);
        // Two who save at once come one after the other, also the first time, when the key is made.
        await write.ExecuteAsync(Lock, new { });
        var versions = await VersionsAsync(write.Pass, own.Id, CancellationToken.None);
        var now = versions.Count == 0 ? None(own.Id) : versions[^1];
        if (now.Version != version)
        {
            return new ChangedMeanwhile();
        }
        if (OwnTransitions.Lay([own]).Refusal is { } refusal)
        {
            return refusal;
        }
        if (IsSame(own, now.Own))
        {
            return null;
        }
        var keys = (await write.Db.QueryAsync<WrappedKey>(Keys, new { Owner }, write.Work)).ToList();
        write.Pass.Ring.Add(keys);
        if (keys.Count == 0)
        {
            await write.NewKeyAsync(Owner, Owner);
        }
        var row = write.NewId();
        await write.ExecuteAsync(
            """
            insert into own_transition (transition, version, id, by_id, at, body)
            values (@Id, @version, @row, @by, @Now, @body)
            """,
            new
            {
                own.Id,
                version = version + 1,
                row,
                by = write.Pass.Asker.Id,
                write.Now,
                body = write.Pass.Ring.Seal(own with { Steps = StepsOf(own) }, Owner, new Place(Table, row)),
            }
        );
        return null;
    }

    /// <summary>Goes back to what stood before the newest version. Doing it once more takes that back.</summary>
    public static async Task<Refusal?> UndoAsync(Write write, string id, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        var versions = await VersionsAsync(write.Pass, id, CancellationToken.None);
        if (versions.Count == 0)
        {
            return new NothingToUndo();
        }
        return await SaveAsync(write, versions.Count == 1 ? new OwnTransition(id) : versions[^2].Own, version);
    }

    /// <summary>As the product has it.</summary>
    public static OwnTransitionVersion None(string id) => new(new OwnTransition(id), 0, "", default);

    /// <summary>Its own steps; none where it has none.</summary>
    public static ImmutableArray<OwnStep> StepsOf(OwnTransition own)
    {
        ArgumentNullException.ThrowIfNull(own);
        return own.Steps.IsDefault ? [] : own.Steps;
    }

    /// <summary>Whether there is anything of its own.</summary>
    public static bool IsOwn(OwnTransition own) => !IsSame(own, new OwnTransition(own.Id));

    private static bool IsSame(OwnTransition one, OwnTransition other) =>
        (one with { Steps = [] }) == (other with { Steps = [] }) && StepsOf(one).SequenceEqual(StepsOf(other));

    /// <summary>The rules with what is set over them, save for what may not be.</summary>
    public static ImmutableArray<TransitionRule> Lay(IReadOnlyCollection<OwnTransition> own) =>
        OwnTransitions.Lay([.. own.Where(o => OwnTransitions.Lay([o]).Refusal is null)]).Value;

    private static async Task<IReadOnlyList<OwnTransitionVersion>> ReadAsync(
        Pass pass,
        string which,
        string where,
        string id,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        await using var answer = await reading.Db.QueryMultipleAsync(
            new CommandDefinition(
                $"""
                {Keys};
                select {which} t.transition, t.version, t.id, t.at, t.body, s.name as by
                  from own_transition t join staff s on s.id = t.by_id where {where}
                """,
                new { Owner, id },
                cancellationToken: cancel
            )
        );
        pass.Ring.Add(await answer.ReadAsync<WrappedKey>());
        var rows = (await answer.ReadAsync<Row>()).ToList();
        return rows.Select(r => new OwnTransitionVersion(
                pass.Ring.Open<OwnTransition>(r.Body, Owner, new Place(Table, r.Id)),
                r.Version,
                r.By,
                r.At
            ))
            .ToList();
    }

    private sealed record Row
    {
        public Guid Id { get; init; }
        public int Version { get; init; }
        public string By { get; init; } = "";
        public DateTimeOffset At { get; init; }
        public Sealed Body { get; init; }
    }
}
