using Dapper;
using Flette.Core;
using Flette.Core.Meetings.Publishing;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>There are no words in it.</summary>
public sealed record RemarkEmpty : Refusal;

/// <summary>Longer than a remark may be.</summary>
public sealed record RemarkTooLong(int Most) : Refusal;

/// <summary>The week in which readers can say that something is wrong is over.</summary>
public sealed record RemarkTooLate : Refusal;

/// <summary>The line is not there any more, or not for the one who asks.</summary>
public sealed record NoSuchPublishedLine : Refusal;

/// <summary>What readers say is wrong with published minutes. It stands beside the line, and never changes it (needs-coordinator N82, N84).</summary>
public static class RemarkBook
{
    /// <summary>Most characters of a remark.</summary>
    public const int Longest = 1000;

    /// <summary>Writes it beside the line, for all who read the line.</summary>
    /// <param name="version">The version of the line that was read; null: as it stands.</param>
    /// <param name="whose">The member whose words they are, when the coordinator writes them down.</param>
    public static async Task<Refusal?> AddAsync(
        Write write,
        Guid line,
        string? text,
        int? version = null,
        Guid? whose = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.PublishedLine, line)
            is not { Row.State: PublishedMinutes.Stands } seen
        )
        {
            return new NoSuchPublishedLine();
        }
        if (version is { } read && read != seen.Row.Version)
        {
            return new ChangedMeanwhile();
        }
        var said = text?.Trim() ?? "";
        if (said.Length == 0)
        {
            return new RemarkEmpty();
        }
        if (said.Length > Longest)
        {
            return new RemarkTooLong(Longest);
        }
        if (!Publication.IsOpenTo(Norway.Day(seen.Row.At), write.Pass.Today))
        {
            return new RemarkTooLate();
        }
        var row = seen.Row;
        var head = new ItemRow
        {
            Kind = ItemKinds.Remark,
            Room = row.Room,
            Plans = row.Plans,
            Topic = row.Topic,
            About = row.About,
            Holders = row.Holders,
            Owner = whose ?? write.Pass.Asker.Id,
            OnBehalf = whose,
            Parent = line,
            State = PublishedMinutes.Open,
            Day = write.Pass.Today,
        };
        await Items.InsertAsync(write, head, said);
        return null;
    }

    /// <summary>Takes back what the asker herself has said, while the coordinator has not dealt with it: it stands in the history only.</summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> TakeBackAsync(Write write, Guid remark, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        return
            await Visible.ItemAsync(write, ItemKinds.Remark, remark) is not { Row.State: PublishedMinutes.Open } seen
            || seen.Row.Owner != write.Pass.Asker.Id
            ? new NoSuchPublishedLine()
            : await EndAsync(write, seen.Row, version, PublishedMinutes.TakenBack, seen.Open<string>());
    }

    /// <summary>
    /// The same by link: what she said last of a line since she opened it. A link opens what it was made for and not what was said since,
    /// so it is found by who said it.
    /// </summary>
    public static async Task<Refusal?> TakeBackLastAsync(Write write, Guid line)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (pass, kind) = (write.Pass, ItemKinds.Remark);
        var said = await write.Db.QueryAsync<ItemRow>(
            """
            select * from item where family = @family and kind = @kind and parent = @line and state = @open and version = 1
               and by_kind = @by and by_id = @who and at >= @since
            """,
            new
            {
                family = pass.Family!.Id,
                kind,
                line,
                open = PublishedMinutes.Open,
                by = Rows.Code(pass.Asker.Kind),
                who = pass.Asker.Id,
                since = pass.Session.StartedAt,
            },
            write.Work
        );
        return said.MaxBy(r => (r.At, r.Id)) is not { } row
            ? new NothingToUndo()
            : await EndAsync(
                write,
                row,
                row.Version,
                PublishedMinutes.TakenBack,
                pass.Ring.Open<string>(row.Body, row.KeyOwner, new Vault.Place("item", row.Id))
            );
    }

    /// <summary>The coordinator has dealt with it: the line is changed, or she has talked with whoever said it.</summary>
    public static async Task<Refusal?> HandledAsync(Write write, Guid remark, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        return await Visible.ItemAsync(write, ItemKinds.Remark, remark) is not { } seen
            ? new NoSuchPublishedLine()
            : await EndAsync(write, seen.Row, version, PublishedMinutes.Handled, seen.Open<string>());
    }

    private static async Task<Refusal?> EndAsync(Write write, ItemRow row, int version, string state, string said) =>
        await Items.ChangeAsync(write, row with { State = state }, version, state, said)
            ? null
            : new ChangedMeanwhile();
}
