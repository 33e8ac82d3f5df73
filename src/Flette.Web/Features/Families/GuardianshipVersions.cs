using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Families;

/// <summary>How a legal position stood after a change.</summary>
/// <param name="Position">As it was written then.</param>
/// <param name="Change">What was done.</param>
/// <param name="By">Name of who did it; null when it is not known.</param>
/// <param name="Away">Whether it was taken away then.</param>
public sealed record GuardianshipVersion(
    Guardianship Position,
    string Change,
    string? By,
    DateTimeOffset At,
    bool Away
);

/// <summary>Versions of legal positions: every write of a position's row keeps one (architecture.md rule 7).</summary>
public static class GuardianshipVersions
{
    public const string Registered = "registered";
    public const string Ended = "ended";
    public const string Reopened = "reopened";
    public const string TakenAway = "taken-away";
    public const string BroughtBack = "brought-back";

    /// <summary>Keeps the position as this write has left it, and names it in the log.</summary>
    public static async Task KeepAsync(Write write, Guid guardianship, string change)
    {
        ArgumentNullException.ThrowIfNull(write);
        await write.ExecuteAsync(
            """
            insert into guardianship_version
              (guardianship, version, child, kind, holder, valid_from, valid_until, source, taken_away, change, by_kind, by_id, at)
            select id, version, child, kind, holder, valid_from, valid_until, source, taken_away, @change, @kind, @by, @Now
              from guardianship where id = @guardianship
            """,
            new
            {
                guardianship,
                change,
                kind = Rows.Code(write.Pass.Asker.Kind),
                by = write.Pass.Asker.Id,
                write.Now,
            }
        );
        write.Touched(guardianship);
    }

    /// <summary>
    /// A position's versions, oldest first, as those who coordinate read them: others get none. Each is decided on by itself, for
    /// the child and for the one who has it.
    /// </summary>
    public static async Task<IReadOnlyList<GuardianshipVersion>> AllAsync(
        Pass pass,
        Guid guardianship,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Asker.Kind != AskerKind.Staff)
        {
            return [];
        }
        await using var reading = await pass.ReadAsync(cancel);
        var rows = (
            await reading.Db.QueryAsync<Row>(
                new CommandDefinition(
                    """
                    select v.*, s.name as by from guardianship_version v join guardianship g on g.id = v.guardianship
                      left join staff s on v.by_kind = 'staff' and s.id = v.by_id
                     where v.guardianship = @guardianship and g.family = @Id order by v.version
                    """,
                    new { guardianship, pass.Family!.Id },
                    cancellationToken: cancel
                )
            )
        ).ToList();
        return rows.Count > 0 && MaySee(rows[^1]) ? rows.Where(MaySee).Select(Opened).ToList() : [];

        bool MaySee(Row row) => Read(row.Child) && (row.Holder is not { } holder || Read(holder));

        bool Read(Guid member) => pass.Family.Member(member) is { } one && Members.MayRead(pass, one);
    }

    private static GuardianshipVersion Opened(Row row) =>
        new(
            new Guardianship(
                row.Guardianship,
                row.Child,
                Rows.FromCode<GuardianshipKind>(row.Kind),
                row.Holder,
                new Period(row.ValidFrom, row.ValidUntil),
                Rows.FromCode<GuardianshipSource>(row.Source),
                row.Version
            ),
            row.Change,
            row.By,
            row.At,
            row.TakenAway
        );

    private sealed record Row
    {
        public Guid Guardianship { get; init; }
        public int Version { get; init; }
        public Guid Child { get; init; }
        public string Kind { get; init; } = "";
        public Guid? Holder { get; init; }
        public DateOnly ValidFrom { get; init; }
        public DateOnly? ValidUntil { get; init; }
        public string Source { get; init; } = "";
        public bool TakenAway { get; init; }
        public string Change { get; init; } = "";
        public string? By { get; init; }
        public DateTimeOffset At { get; init; }
    }
}
