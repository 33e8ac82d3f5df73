using Dapper;
using Flette.Core;
using Flette.Web.Access;
using Flette.Web.Vault;

namespace Flette.Web.Data;

/// <summary>Writes items: every change is a version row, and the item row holds the newest (architecture.md rule 7).</summary>
public static class Items
{
    /// <summary>Columns that <c>item</c> and <c>item_version</c> share.</summary>
    public const string Shared =
        "version, room, topic, about, owner, holders, asked, private, shared_home, parent, in_plan, plans, meant, state, day, seq, change, restored, by_kind, by_id, on_behalf, at, key_owner, body";

    private const string SharedValues =
        "@Version, @Room, @Topic, @About, @Owner, @Holders, @Asked, @Private, @SharedHome, @Parent, @InPlan, @Plans, @Meant::uuid[], @State, @Day, @Seq, @Change, @Restored, @ByKind, @ById, @OnBehalf, @At, @KeyOwner, @Body";

    /// <summary>
    /// Which key seals an item: that of the one member it is about; the family's common key when it is about several,
    /// or when it stands in the coordinator's own room and is about nobody in particular.
    /// </summary>
    public static Guid KeyOwner(Guid family, Guid[] about)
    {
        ArgumentNullException.ThrowIfNull(about);
        return about is [var one] ? one : family;
    }

    /// <summary>Stores a new item and its first version.</summary>
    /// <param name="head">Everything in the clear. Id, family, version, author and instant are set here.</param>
    public static async Task<Guid> InsertAsync<T>(Write write, ItemRow head, T body)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(head);
        var family = write.Pass.Family!.Id;
        var id = head.Id == Guid.Empty ? write.NewId() : head.Id;
        var row = Stamp(write, head with { Id = id, Family = family, Version = 1, Change = Undo.Created }, body);
        await write.ExecuteAsync(
            $"""
            insert into item (id, family, kind, {Shared}) values (@Id, @Family, @Kind, {SharedValues});
            insert into item_version (item, {Shared}) values (@Id, {SharedValues})
            """,
            row
        );
        write.Touched(id);
        return id;
    }

    /// <summary>
    /// Stores a new version. False when <paramref name="expected"/> is not the newest version any more: someone else wrote meanwhile.
    /// </summary>
    /// <param name="next">The item as it shall be; version, author and instant are set here.</param>
    /// <param name="onBehalf">Whose words they are, when the author writes them down for another.</param>
    public static async Task<bool> ChangeAsync<T>(
        Write write,
        ItemRow next,
        int expected,
        string change,
        T body,
        Guid? onBehalf = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(next);
        var row = Stamp(
            write,
            next with
            {
                Version = expected + 1,
                Change = change,
                Restored = null,
                OnBehalf = onBehalf,
            },
            body
        );
        return await StoreAsync(write, row);
    }

    /// <summary>
    /// Undoes the last change: a new version with the content of the one before it. Undoing again goes further back; what was
    /// moved to the plan stays there. Nothing is opened: the sealed words are taken over as they lie.
    /// </summary>
    /// <param name="now">The item as it stands.</param>
    /// <param name="version">The version the asker saw.</param>
    /// <param name="plans">The plans the earlier content stands in now.</param>
    /// <param name="stays">Whether going back from how it stands to an earlier version leaves whole what hangs on it.</param>
    /// <param name="withRoom">Whether the room is a part of what was changed, and goes back too.</param>
    /// <param name="withMeant">Whether the plans it was said for are.</param>
    public static async Task<Refusal?> UndoAsync(
        Write write,
        ItemRow now,
        int version,
        Func<ItemRow, Guid[]> plans,
        bool withRoom = false,
        bool withMeant = false,
        Func<ItemRow, ItemRow, bool>? stays = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(plans);
        if (now.Version != version)
        {
            return new ChangedMeanwhile();
        }
        var versions = (
            await write.Db.QueryAsync<ItemRow>(
                "select item as id, v.* from item_version v where item = @Id",
                new { now.Id },
                write.Work
            )
        ).ToDictionary(v => v.Version);
        if (
            Undo.Target([.. versions.Values.Select(v => new VersionMark(v.Version, v.Change, v.Restored))])
            is not { } target
        )
        {
            return new NothingToUndo();
        }
        var earlier = versions[target];
        if (stays?.Invoke(now, earlier) == false)
        {
            return new NothingToUndo();
        }
        var meant = withMeant ? earlier.Meant : now.Meant;
        var row = earlier with
        {
            Family = now.Family,
            Kind = now.Kind,
            Room = withRoom ? earlier.Room : now.Room,
            Plans = plans(
                earlier with
                {
                    Kind = now.Kind,
                    Plans = withRoom ? earlier.Plans : now.Plans,
                    Meant = meant,
                }
            ),
            Meant = meant,
            Version = version + 1,
            Change = Undo.Undone,
            Restored = target,
            ByKind = Rows.Code(write.Pass.Asker.Kind),
            ById = write.Pass.Asker.Id,
            // Whose words they are goes with the words.
            OnBehalf = earlier.OnBehalf,
            At = write.Now,
        };
        return await StoreAsync(write, row) ? null : new ChangedMeanwhile();
    }

    private static async Task<bool> StoreAsync(Write write, ItemRow row)
    {
        var updated = await write.ExecuteAsync(
            $"update item set ({Shared}) = row({SharedValues}) where id = @Id and family = @Family and version = @Version - 1",
            row
        );
        if (updated == 0)
        {
            return false;
        }
        await write.ExecuteAsync($"insert into item_version (item, {Shared}) values (@Id, {SharedValues})", row);
        write.Touched(row.Id);
        if (row.Kind == ItemKinds.Agreement)
        {
            await Delivery.Outbox.StopRemindersAsync(write, row.Id);
        }
        return true;
    }

    private static ItemRow Stamp<T>(Write write, ItemRow head, T body)
    {
        // Somebody named twice is named: a field of a form can be sent any number of times.
        var about = head.About.Distinct().ToArray();
        var owner = KeyOwner(head.Family, about);
        return head with
        {
            About = about,
            Holders = [.. head.Holders.Distinct()],
            Asked = [.. head.Asked.Distinct()],
            ByKind = Rows.Code(write.Pass.Asker.Kind),
            ById = write.Pass.Asker.Id,
            At = write.Now,
            KeyOwner = owner,
            Body = write.Pass.Ring.Seal(body, owner, new Place("item", head.Id)),
        };
    }
}
