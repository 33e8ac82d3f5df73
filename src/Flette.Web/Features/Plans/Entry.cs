using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;

namespace Flette.Web.Features.Plans;

/// <summary>Something that stands in the plan, opened.</summary>
/// <typeparam name="T">What it says.</typeparam>
/// <param name="Member">The member it is about.</param>
/// <param name="Day">Said on, not met since, or due.</param>
/// <param name="State">Code of where it stands.</param>
/// <param name="Parent">The goal of a measure or score, the measure of an agreement.</param>
/// <param name="Plans">The plans it stands in; none: it hangs on the family, outside them.</param>
/// <param name="At">When this version was written.</param>
public sealed record Entry<T>(
    Guid Id,
    Guid Member,
    T Details,
    DateOnly? Day,
    string State,
    Guid? Parent,
    int Seq,
    Sharing Sharing,
    IReadOnlyList<Guid> Plans,
    int Version,
    DateTimeOffset At
)
{
    /// <summary>What says whether it may be changed: whom it is about, and the plans it stands in.</summary>
    public ItemFacts Place => new(Room.Plan, [Member], Id: Id, Plans: Plans);

    /// <summary>Where it stands, by its own kind of state.</summary>
    public TState Is<TState>()
        where TState : struct, Enum => Rows.FromCode<TState>(State);
}

/// <summary>Reading and placing entries.</summary>
public static class Entries
{
    /// <summary>State of what is simply there.</summary>
    public const string Kept = "kept";

    /// <summary>Opens an item.</summary>
    public static Entry<T> Open<T>(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var row = seen.Row;
        return new(
            row.Id,
            row.About.FirstOrDefault(),
            seen.Open<T>(),
            row.Day,
            row.State,
            row.Parent,
            row.Seq,
            row.Private ? Sharing.Private
                : row.SharedHome ? Sharing.AtHome
                : Sharing.Usual,
            row.Plans,
            row.Version,
            row.At
        );
    }

    /// <summary>Opens the item with this id when the asker may see it, else null.</summary>
    public static async Task<Seen?> FindAsync(Pass pass, string kind, Guid id, CancellationToken cancel) =>
        (await Visible.ItemsAsync(pass, cancel, kind)).FirstOrDefault(i => i.Row.Id == id);

    /// <summary>The clear part of a new item about one member. Where it stands is <see cref="PlanScope"/>'s.</summary>
    public static ItemRow Head(string kind, Guid about, Sharing sharing) =>
        Shared(
            new ItemRow
            {
                Kind = kind,
                About = [about],
                State = Kept,
            },
            sharing
        );

    /// <summary>The item with who may see it.</summary>
    public static ItemRow Shared(ItemRow item, Sharing sharing)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item with { Private = sharing == Sharing.Private, SharedHome = sharing == Sharing.AtHome };
    }

    /// <summary>Writes a new entry where it belongs: in the working notes, in the plan, or on the family outside it.</summary>
    public static async Task<Result<Guid>> AddAsync<T>(Write write, ItemRow head, T details)
    {
        ArgumentNullException.ThrowIfNull(write);
        return await Items.InsertAsync(write, (await PlanBook.ScopeAsync(write)).Put(head), details);
    }

    /// <summary>
    /// Changes an entry: a new version. <see cref="NoSuchEntry"/> when it is not there for the asker,
    /// <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.
    /// </summary>
    /// <param name="next">The clear part as it shall be, from how it stands.</param>
    public static async Task<Refusal?> ChangeAsync<T>(
        Write write,
        string kind,
        Guid id,
        int version,
        Func<ItemRow, ItemRow> next,
        T details
    )
    {
        ArgumentNullException.ThrowIfNull(next);
        if (await Visible.ItemAsync(write, kind, id) is not { } now)
        {
            return new NoSuchEntry();
        }
        var row = (await PlanBook.ScopeAsync(write)).Put(next(now.Row));
        return await Items.ChangeAsync(write, row, version, "changed", details) ? null : new ChangedMeanwhile();
    }
}
