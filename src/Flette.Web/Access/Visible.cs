using Dapper;
using Flette.Core.Access;
using Flette.Web.Data;

namespace Flette.Web.Access;

/// <summary>An item the asker may see. Its text is opened when it is asked for.</summary>
public sealed class Seen
{
    private readonly Pass _pass;

    internal Seen(Pass pass, ItemRow row)
    {
        _pass = pass;
        Row = row;
    }

    /// <summary>What stands in the clear.</summary>
    public ItemRow Row { get; }

    /// <summary>Whether the municipality it is in sends text messages.</summary>
    internal bool SmsLeaves => _pass.Municipality.Sms is not null;

    /// <summary>Opens the text.</summary>
    public T Open<T>() => _pass.Ring.Open<T>(Row.Body, Row.KeyOwner, new Vault.Place("item", Row.Id));
}

/// <summary>A family the asker may see in a list.</summary>
/// <param name="Facts">Its facts.</param>
/// <param name="Name">Its name, opened.</param>
/// <param name="RegisteredAt">When the unit registered it.</param>
public sealed record SeenFamily(FamilyFacts Facts, string Name, DateTimeOffset RegisteredAt);

/// <summary>
/// Lists that cannot leak: coarse SQL by relation and state, then <see cref="AccessDecisions.Decide"/> per row on
/// batch-loaded facts. Counting and paging come afterwards, never in SQL.
/// </summary>
public static class Visible
{
    private const string CoarseFamilies = """
        select distinct family from appointment
         where @unit or staff = @id or deputy = @id
        union
        select id from family where @unit
        """;

    // May let in too much, never too little: the rules decide. Staff see by family; a member never sees Work.
    private const string CoarseItems = """
        select * from item
         where family = any(@families) and kind = any(@kinds)
           and (@staff or @id = any(holders) or @id = any(asked) or (@member and room <> 'work'))
        """;

    /// <summary>Families in which the asker may do <paramref name="act"/>, by name in Norwegian order.</summary>
    public static async Task<IReadOnlyList<SeenFamily>> FamiliesAsync(Pass pass, Act act, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Asker.Kind != AskerKind.Staff)
        {
            return [];
        }
        await using var reading = await pass.ReadAsync(cancel);
        var ids = await reading.Db.QueryAsync<Guid>(
            new CommandDefinition(
                CoarseFamilies,
                new { id = pass.Asker.Id, unit = pass.Asker.Roles.Contains(StaffRole.Unit) },
                cancellationToken: cancel
            )
        );
        var (families, keys) = await FactsLoader.FamiliesAsync(reading.Db, [.. ids], pass.Today, cancel);
        pass.Ring.Add(keys);
        return families
            .Where(f => pass.May(act, family: f.Facts))
            .Select(f => new SeenFamily(f.Facts, FamilyNames.Open(pass.Ring, f), f.RegisteredAt))
            .OrderBy(f => f.Name, Norwegian.Sorting)
            .ToList();
    }

    /// <summary>Items of the pass's own family.</summary>
    public static Task<IReadOnlyList<Seen>> ItemsAsync(Pass pass, CancellationToken cancel, params string[] kinds) =>
        ItemsAsync(pass, pass.Act, pass.Family is { } family ? [family] : [], kinds, cancel);

    /// <summary>Items of several families the asker holds, as seen by <paramref name="act"/>.</summary>
    public static async Task<IReadOnlyList<Seen>> ItemsAsync(
        Pass pass,
        Act act,
        IReadOnlyList<FamilyFacts> families,
        string[] kinds,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        var byId = families.ToDictionary(f => f.Id);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<ItemRow>(
            new CommandDefinition(
                CoarseItems,
                new
                {
                    families = byId.Keys.ToArray(),
                    kinds,
                    id = pass.Asker.Id,
                    staff = pass.Asker.Kind == AskerKind.Staff,
                    member = pass.Asker.Kind == AskerKind.Member,
                },
                cancellationToken: cancel
            )
        );
        return rows.Where(r => pass.May(act, r.ToFacts(), byId[r.Family]))
            // Ordered here: PostgreSQL would sort the whole rows, sealed texts and all.
            .OrderBy(r => r.Family)
            .ThenBy(r => r.Kind, StringComparer.Ordinal)
            .ThenBy(r => r.Seq)
            .ThenBy(r => r.Id)
            .Select(r => new Seen(pass, r))
            .ToList();
    }

    /// <summary>Those of one kind and state in several families the asker holds, as seen by <paramref name="act"/>.</summary>
    public static async Task<IReadOnlyList<Seen>> InStateAsync(
        Pass pass,
        Act act,
        IReadOnlyList<FamilyFacts> families,
        string kind,
        string state,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        var byId = families.ToDictionary(f => f.Id);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<ItemRow>(
            new CommandDefinition(
                // Written out, so that the index of what waits answers.
                $"select * from item where family = any(@families) and kind = '{kind}' and state = '{state}'",
                new { families = byId.Keys.ToArray() },
                cancellationToken: cancel
            )
        );
        return rows.Where(r => pass.May(act, r.ToFacts(), byId[r.Family])).Select(r => new Seen(pass, r)).ToList();
    }

    /// <summary>Which version stands of an item and of all below it that the asker may see; no text is read.</summary>
    public static async Task<IReadOnlyList<ItemRow>> HeadsAsync(
        Pass pass,
        Guid parent,
        string[] kinds,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<ItemRow>(
            new CommandDefinition(
                """
                select id, family, kind, room, topic, about, owner, holders, asked, private, shared_home, parent, plans, version from item
                 where family = @Family and kind = any(@kinds) and (id = @parent or parent = @parent)
                """,
                new
                {
                    Family = pass.Family!.Id,
                    parent,
                    kinds,
                },
                cancellationToken: cancel
            )
        );
        return rows.Where(r => pass.May(pass.Act, r.ToFacts())).ToList();
    }

    /// <summary>An item as this write sees it, with what it has written itself; null when it is not there for the asker.</summary>
    public static async Task<Seen?> ItemAsync(Write write, string kind, Guid id)
    {
        ArgumentNullException.ThrowIfNull(write);
        var pass = write.Pass;
        var row = await write.Db.QuerySingleOrDefaultAsync<ItemRow>(
            "select * from item where id = @id and family = @Family and kind = @kind",
            new
            {
                id,
                Family = pass.Family!.Id,
                kind,
            },
            write.Work
        );
        return row is not null && pass.May(pass.Act, row.ToFacts()) ? new Seen(pass, row) : null;
    }

    /// <summary>
    /// All versions of an item the asker may see, oldest first. None when she may not see it as it stands; a version from when
    /// it was another's or stood elsewhere is decided on by itself.
    /// </summary>
    public static async Task<IReadOnlyList<Seen>> VersionsAsync(Pass pass, Guid item, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = (
            await reading.Db.QueryAsync<ItemRow>(
                new CommandDefinition(
                    """
                    select i.family, i.kind, v.item as id, v.* from item i join item_version v on v.item = i.id
                     where i.id = @item and i.family = @Family order by v.version
                    """,
                    new { item, Family = pass.Family!.Id },
                    cancellationToken: cancel
                )
            )
        ).ToList();
        return rows.Count > 0 && MaySee(rows[^1]) ? rows.Where(MaySee).Select(r => new Seen(pass, r)).ToList() : [];

        bool MaySee(ItemRow row) => pass.May(pass.Act, row.ToFacts());
    }
}
