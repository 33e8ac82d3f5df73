using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Consents;

/// <summary>How what holds for the plan as a whole stood after a change.</summary>
/// <param name="Change">What was done.</param>
/// <param name="By">Name of who did it; null on what was there before versions were kept.</param>
public sealed record PlanVersion(
    int Version,
    DateOnly ValidFrom,
    DateOnly? ValidUntil,
    DateOnly? Revision,
    Guid? Responsible,
    string Change,
    string? By,
    DateTimeOffset At,
    int? Restored = null
)
{
    /// <summary>As undo needs to know it: that a yes was given or withdrawn changed no day of it.</summary>
    public VersionMark Mark =>
        new(Version, Change is PlanVersions.Withdrawn or PlanVersions.Reopened ? Undo.Moved : Change, Restored);
}

/// <summary>Versions of the plan's head: every write of the plan's row keeps one (architecture.md rule 7).</summary>
public static class PlanVersions
{
    public const string Opened = "opened";
    public const string Withdrawn = "withdrawn";
    public const string Reopened = "reopened";
    public const string Changed = "changed";

    /// <summary>Keeps the plan as this write has left it, and names it in the log.</summary>
    /// <param name="restored">After an undo: the version whose content this is.</param>
    public static async Task KeepAsync(Write write, Guid plan, string change, int? restored = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        await write.ExecuteAsync(
            """
            insert into plan_version (plan, version, state, valid_from, valid_until, revision, responsible, restored, change, by_kind, by_id, at)
            select id, version, state, valid_from, valid_until, revision, responsible, @restored, @change, @kind, @by, @Now
              from plan where id = @plan
            """,
            new
            {
                plan,
                change,
                restored,
                kind = Rows.Code(write.Pass.Asker.Kind),
                by = write.Pass.Asker.Id,
                write.Now,
            }
        );
        write.Touched(plan);
    }

    /// <summary>All of a plan's, newest first. For those who coordinate: others get none.</summary>
    public static async Task<IReadOnlyList<PlanVersion>> AllAsync(Pass pass, Guid plan, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Asker.Kind != AskerKind.Staff)
        {
            return [];
        }
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<Row>(
            new CommandDefinition(
                """
                select v.*, s.name as by from plan_version v join plan p on p.id = v.plan
                  left join staff s on v.by_kind = 'staff' and s.id = v.by_id
                 where p.family = @Id and p.id = @plan order by v.version desc
                """,
                new { pass.Family!.Id, plan },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new PlanVersion(
                r.Version,
                r.ValidFrom,
                r.ValidUntil,
                r.Revision,
                r.Responsible,
                r.Change,
                r.By,
                r.At,
                r.Restored
            ))
            .ToList();
    }

    private sealed record Row
    {
        public int Version { get; init; }
        public DateOnly ValidFrom { get; init; }
        public DateOnly? ValidUntil { get; init; }
        public DateOnly? Revision { get; init; }
        public Guid? Responsible { get; init; }
        public int? Restored { get; init; }
        public string Change { get; init; } = "";
        public string? By { get; init; }
        public DateTimeOffset At { get; init; }
    }
}
