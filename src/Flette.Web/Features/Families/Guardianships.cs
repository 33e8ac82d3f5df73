using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Families;

/// <summary>Where a legal position is known from.</summary>
public enum GuardianshipSource
{
    PopulationRegister,
    Decision,
    Agreement,
    Told,
    Expected,
}

/// <summary>A legal position as registered.</summary>
public sealed record Guardianship(
    Guid Id,
    Guid Child,
    GuardianshipKind Kind,
    Guid? Holder,
    Period Period,
    GuardianshipSource Source,
    int Version
)
{
    /// <summary>What decisions need to know.</summary>
    public GuardianshipFacts Facts => new(Child, Kind, Holder, Period);
}

/// <summary>Child or holder is not in the family, or they are the same person, or it ends before it begins.</summary>
public sealed record GuardianshipImpossible : MemberRefusal;

/// <summary>Nobody is named as holder of a position that someone in the family must have.</summary>
public sealed record HolderMissing : MemberRefusal;

/// <summary>One of the holders has the same position for the same child in that time.</summary>
public sealed record AlreadyHeld : MemberRefusal;

/// <summary>Legal positions: each with from–to and source (trust.md, Legal positions).</summary>
public static class Guardianships
{
    /// <summary>All positions of the pass's family, as its coordinator reads them.</summary>
    public static async Task<IReadOnlyList<Guardianship>> AllAsync(Pass pass, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Asker.Kind != AskerKind.Staff)
        {
            return [];
        }
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<Row>(
            new CommandDefinition(
                "select id, child, kind, holder, valid_from, valid_until, source, version from guardianship where family = @Id and not taken_away order by valid_from, id",
                new { pass.Family!.Id },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new Guardianship(
                r.Id,
                r.Child,
                Rows.FromCode<GuardianshipKind>(r.Kind),
                r.Holder,
                new Period(r.ValidFrom, r.ValidUntil),
                Rows.FromCode<GuardianshipSource>(r.Source),
                r.Version
            ))
            .ToList();
    }

    /// <summary>Registers a position for several holders at once. None where no member has it: omsorg overtatt, no beslutningskompetanse.</summary>
    /// <returns>The id of each.</returns>
    public static async Task<Result<IReadOnlyList<Guid>>> AddAllAsync(
        Write write,
        Guid child,
        GuardianshipKind kind,
        IReadOnlyList<Guid> holders,
        Period period,
        GuardianshipSource source
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(holders);
        var nobody = kind.HasNoHolder();
        if (holders.Count == 0 != nobody)
        {
            return new HolderMissing();
        }
        var wanted = nobody ? [null] : holders.Distinct().Select(h => (Guid?)h).ToList();
        var held = write.Pass.Family!.Guardianships.Where(g =>
            g.Child == child && g.Kind == kind && g.Period.Overlaps(period)
        );
        if (held.Any(g => wanted.Contains(g.Holder)))
        {
            return new AlreadyHeld();
        }
        var made = new List<Guid>();
        foreach (var holder in wanted)
        {
            var id = write.NewId();
            if (await AddAsync(write, child, kind, holder, period, source, id) is { } refusal)
            {
                return refusal;
            }
            made.Add(id);
        }
        return made;
    }

    /// <summary>Registers a position. No holder where no member has it: omsorg overtatt, no beslutningskompetanse.</summary>
    /// <param name="given">Its id, where it is needed afterwards.</param>
    public static async Task<Refusal?> AddAsync(
        Write write,
        Guid child,
        GuardianshipKind kind,
        Guid? holder,
        Period period,
        GuardianshipSource source,
        Guid? given = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(period);
        var family = write.Pass.Family!;
        var known = family.Member(child) is not null && (holder is null || family.Member(holder.Value) is not null);
        if (!known || holder is null != kind.HasNoHolder() || holder == child || period.Until < period.From)
        {
            return new GuardianshipImpossible();
        }
        var id = given ?? write.NewId();
        await write.ExecuteAsync(
            """
            insert into guardianship (id, family, child, kind, holder, valid_from, valid_until, source, version)
            values (@id, @family, @child, @kind, @holder, @From, @Until, @source, 1)
            """,
            new
            {
                id,
                family = family.Id,
                child,
                kind = Rows.Code(kind),
                holder,
                period.From,
                period.Until,
                source = Rows.Code(source),
            }
        );
        await GuardianshipVersions.KeepAsync(write, id, GuardianshipVersions.Registered);
        return null;
    }

    /// <summary>
    /// Ends a position on a day; null opens it again. What is the same as before gets no version.
    /// <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.
    /// </summary>
    public static async Task<Refusal?> EndAsync(Write write, Guid guardianship, int version, DateOnly? last)
    {
        ArgumentNullException.ThrowIfNull(write);
        var standing = await write.Db.QuerySingleOrDefaultAsync<Row>(
            "select valid_from, valid_until, version from guardianship where id = @guardianship and family = @Id and not taken_away",
            new { guardianship, write.Pass.Family!.Id },
            write.Work
        );
        if (standing is null || last < standing.ValidFrom)
        {
            return new GuardianshipImpossible();
        }
        if (standing.ValidUntil == last)
        {
            return null;
        }
        if (standing.Version != version)
        {
            return new ChangedMeanwhile();
        }
        await write.ExecuteAsync(
            "update guardianship set valid_until = @last, version = version + 1 where id = @guardianship",
            new { last, guardianship }
        );
        await GuardianshipVersions.KeepAsync(
            write,
            guardianship,
            last is null ? GuardianshipVersions.Reopened : GuardianshipVersions.Ended
        );
        return null;
    }

    /// <summary>
    /// Takes away a position that was registered by mistake, or brings it back: from then on it holds on no day. What is the same as
    /// before gets no version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.
    /// </summary>
    public static async Task<Refusal?> TakeAwayAsync(Write write, Guid guardianship, int version, bool away = true)
    {
        ArgumentNullException.ThrowIfNull(write);
        var standing = await write.Db.QuerySingleOrDefaultAsync<(int Version, bool Away)?>(
            "select version, taken_away from guardianship where id = @guardianship and family = @Id",
            new { guardianship, write.Pass.Family!.Id },
            write.Work
        );
        if (standing is not var (now, isAway))
        {
            return new GuardianshipImpossible();
        }
        if (isAway == away)
        {
            return null;
        }
        if (now != version)
        {
            return new ChangedMeanwhile();
        }
        await write.ExecuteAsync(
            "update guardianship set taken_away = @away, version = version + 1 where id = @guardianship",
            new { away, guardianship }
        );
        await GuardianshipVersions.KeepAsync(
            write,
            guardianship,
            away ? GuardianshipVersions.TakenAway : GuardianshipVersions.BroughtBack
        );
        return null;
    }

    private sealed record Row
    {
        public Guid Id { get; init; }
        public Guid Child { get; init; }
        public string Kind { get; init; } = "";
        public Guid? Holder { get; init; }
        public DateOnly ValidFrom { get; init; }
        public DateOnly? ValidUntil { get; init; }
        public string Source { get; init; } = "";
        public int Version { get; init; }
    }
}
