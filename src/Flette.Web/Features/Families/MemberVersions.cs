using Dapper;
using Flette.Core;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Features.Families;

/// <summary>How a member stood after a change.</summary>
/// <param name="Member">As she was written then.</param>
/// <param name="Change">What was done.</param>
/// <param name="By">Name of who did it; null when it is not known.</param>
public sealed record MemberVersion(Member Member, string Change, string? By, DateTimeOffset At);

/// <summary>Versions of members: every write of a member's row keeps one (architecture.md rule 7).</summary>
public static class MemberVersions
{
    public const string Registered = "registered";
    public const string Changed = "changed";

    /// <summary>Keeps the member as this write has left her, and names her in the log.</summary>
    public static async Task KeepAsync(Write write, Guid member, string change)
    {
        ArgumentNullException.ThrowIfNull(write);
        await write.ExecuteAsync(
            """
            insert into member_version (member, version, born, due, carried_by, households, left_at, ident_hash, change, by_kind, by_id, at, body)
            select id, version, born, due, carried_by, households, left_at, ident_hash, @change, @kind, @by, @Now, body from member where id = @member
            """,
            new
            {
                member,
                change,
                kind = Rows.Code(write.Pass.Asker.Kind),
                by = write.Pass.Asker.Id,
                write.Now,
            }
        );
        write.Touched(member);
    }

    /// <summary>
    /// Puts back what stood before the last change: a new version. The sealed words are taken over as they lie. Once more puts the
    /// change back.
    /// </summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> UndoAsync(Write write, Guid member, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (write.Pass.Family!.Member(member) is not { } now || !Members.MayRead(write.Pass, now) || version < 2)
        {
            return new NothingToUndo();
        }
        // Whoever came in by a number that is taken back, or put back over, is out at once.
        await write.ExecuteAsync(
            """
            update session s set ended_at = @Now, token = null from member m, member_version v
             where s.kind = 'member' and s.subject = m.id and s.ended_at is null
               and m.id = @member and m.version = @version and v.member = m.id and v.version = m.version - 1
               and m.ident_hash is distinct from v.ident_hash
            """,
            new
            {
                member,
                version,
                write.Now,
            }
        );
        var changed = await write.ExecuteAsync(
            """
            update member m
               set born = v.born, due = v.due, carried_by = v.carried_by, households = v.households, body = v.body,
                   ident_hash = v.ident_hash, version = m.version + 1
              from member_version v
             where m.id = @member and m.family = @Id and m.version = @version and m.left_at is null
               and v.member = m.id and v.version = m.version - 1
            """,
            new
            {
                member,
                write.Pass.Family.Id,
                version,
            }
        );
        if (changed == 0)
        {
            return new ChangedMeanwhile();
        }
        await KeepAsync(write, member, Changed);
        return null;
    }

    /// <summary>
    /// Those of a member's versions the asker may see, oldest first. None when she may not see the member as she stands; a version
    /// from when the member was another's to see is decided on by itself.
    /// </summary>
    public static async Task<IReadOnlyList<MemberVersion>> AllAsync(Pass pass, Guid member, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Family?.Member(member) is not { } now || !Members.MayRead(pass, now))
        {
            return [];
        }
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<Row>(
            new CommandDefinition(
                """
                select v.*, s.name as by from member_version v left join staff s on v.by_kind = 'staff' and s.id = v.by_id
                 where v.member = @member order by v.version
                """,
                new { member },
                cancellationToken: cancel
            )
        );
        return rows.Where(r =>
                Members.MayRead(pass, now with { Born = r.Born, Households = r.Households, CarriedBy = r.CarriedBy })
            )
            .Select(r => new MemberVersion(
                new Member(
                    member,
                    pass.Family.Id,
                    Members.Open(pass, member, r.Body),
                    r.Born,
                    r.Due,
                    r.CarriedBy,
                    r.Households,
                    r.Version
                ),
                r.Change,
                r.By,
                r.At
            ))
            .ToList();
    }

    private sealed record Row
    {
        public int Version { get; init; }
        public DateOnly? Born { get; init; }
        public DateOnly? Due { get; init; }
        public Guid? CarriedBy { get; init; }
        public Guid[] Households { get; init; } = [];
        public string Change { get; init; } = "";
        public string? By { get; init; }
        public DateTimeOffset At { get; init; }
        public Sealed Body { get; init; }
    }
}
