using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Writing;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Meetings.Following;

namespace Flette.Web.Features.Meetings.Writing;

/// <summary>A line of the minutes of a meeting, opened.</summary>
/// <param name="Seq">Its place among the lines: 1 for the first.</param>
public sealed record WrittenLine(Guid Id, int Seq, int Version, MinutesLine Line);

/// <summary>The line is not there, or was taken away.</summary>
public sealed record NoSuchMeetingLine : LineRefusal;

/// <summary>The line has become an agreement, which is changed where agreements are.</summary>
public sealed record LineIsAgreement : LineRefusal;

/// <summary>
/// The minutes of a meeting as they are written in it: an item for each line, so that two who write never write over each other,
/// and every correction is a version. They stand in the working notes; the text is published later.
/// </summary>
public static class LineBook
{
    /// <summary>State of a line that stands.</summary>
    public const string Kept = "kept";

    /// <summary>State of a line that was taken away.</summary>
    public const string Removed = "removed";

    /// <summary>What was done to a line that became an agreement.</summary>
    public const string Agreed = "agreed";

    /// <summary>The lines of a meeting that stand, in their order.</summary>
    public static IReadOnlyList<WrittenLine> Among(IEnumerable<Seen> items, Guid meeting)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items
            .Where(i => i.Row.Kind == ItemKinds.Line && i.Row.Parent == meeting && i.Row.State == Kept)
            .Select(Open)
            .OrderBy(l => l.Seq)
            .ThenBy(l => l.Id)
            .ToList();
    }

    /// <summary>
    /// Writes what stood in the field. It is no draft any more, and whoever writes is at the meeting: said with her first line, and
    /// hers to change.
    /// </summary>
    /// <param name="key">The form key it was sent with.</param>
    /// <returns>The last line.</returns>
    public static async Task<Guid> WriteAsync(Write write, Guid meeting, IReadOnlyList<MinutesLine> lines, Guid key)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(lines);
        if (!await HasWrittenAsync(write, meeting))
        {
            await IsHereAsync(write, meeting);
        }
        var last = Guid.Empty;
        foreach (var line in lines)
        {
            last = await AddAsync(write, meeting, line);
        }
        await DraftBook.DropAsync(write, meeting, key);
        return last;
    }

    /// <summary>Writes a line below those there are.</summary>
    public static async Task<Guid> AddAsync(Write write, Guid meeting, MinutesLine line)
    {
        ArgumentNullException.ThrowIfNull(write);
        // Under the family's lock: no other line can get the same place meanwhile.
        var places = await write.Db.QueryAsync<int>(
            "select seq from item where family = @Id and kind = @kind and parent = @meeting",
            new
            {
                write.Pass.Family!.Id,
                kind = ItemKinds.Line,
                meeting,
            },
            write.Work
        );
        var head = new ItemRow
        {
            Kind = ItemKinds.Line,
            Room = Rows.Code(Room.Work),
            Parent = meeting,
            State = Kept,
            Seq = places.DefaultIfEmpty(0).Max() + 1,
        };
        return await Items.InsertAsync(write, head, line with { At = write.Now });
    }

    /// <summary>Corrects a line: a new version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static Task<Refusal?> ChangeAsync(Write write, Guid line, int version, MinutesLine now) =>
        ChangeAsync(write, line, version, Kept, "changed", now);

    /// <summary>Notes what was said of an agreement line when it was read aloud, or which goal it serves.</summary>
    public static async Task<Refusal?> ReadAloudAsync(
        Write write,
        Guid line,
        int version,
        Func<MinutesLine, Result<MinutesLine>> said
    )
    {
        ArgumentNullException.ThrowIfNull(said);
        if (await Visible.ItemAsync(write, ItemKinds.Line, line) is not { Row.State: Kept } seen)
        {
            return new NoSuchMeetingLine();
        }
        var now = said(seen.Open<MinutesLine>());
        return now.Refusal
            ?? (await Items.ChangeAsync(write, seen.Row, version, "said", now.Value) ? null : new ChangedMeanwhile());
    }

    /// <summary>Whether the asker has written a line in the meeting before.</summary>
    public static async Task<bool> HasWrittenAsync(Write write, Guid meeting)
    {
        ArgumentNullException.ThrowIfNull(write);
        var writers = await write.Db.QueryAsync<Guid>(
            """
            select v.by_id from item i join item_version v on v.item = i.id and v.version = 1
             where i.family = @Family and i.kind = @kind and i.parent = @meeting
            """,
            new
            {
                Family = write.Pass.Family!.Id,
                kind = ItemKinds.Line,
                meeting,
            },
            write.Work
        );
        return writers.Contains(write.Pass.Asker.Id);
    }

    /// <summary>Takes a line away; its history keeps it.</summary>
    public static Task<Refusal?> RemoveAsync(Write write, Guid line, int version) =>
        ChangeAsync(write, line, version, Removed, Removed, now: null);

    /// <summary>Notes what became of an agreement line when the meeting ended.</summary>
    public static async Task<bool> BecameAsync(Write write, WrittenLine line, Guid agreement)
    {
        ArgumentNullException.ThrowIfNull(line);
        return await Visible.ItemAsync(write, ItemKinds.Line, line.Id) is { } seen
            && await Items.ChangeAsync(write, seen.Row, line.Version, Agreed, line.Line with { Agreement = agreement });
    }

    private static async Task IsHereAsync(Write write, Guid meeting)
    {
        if (
            write.Pass.Session.StaffName is { } name
            && await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is { } seen
            && Rows.FromCode<MeetingState>(seen.Row.State) == MeetingState.Planned
        )
        {
            var before = seen.Open<MeetingDetails>();
            var now = Attendance.Writes(before, new MeetingPerson(write.Pass.Asker.Id, name));
            if (now != before)
            {
                await MeetingBook.ChangeAsync(write, meeting, seen.Row.Version, "there", now);
            }
        }
    }

    private static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid line,
        int version,
        string state,
        string change,
        MinutesLine? now
    )
    {
        if (await Visible.ItemAsync(write, ItemKinds.Line, line) is not { Row.State: Kept } seen)
        {
            return new NoSuchMeetingLine();
        }
        var stands = seen.Open<MinutesLine>();
        if (stands.Agreement is not null)
        {
            return new LineIsAgreement();
        }
        var next = now is null ? stands : now with { At = stands.At, Goal = stands.Goal };
        return await Items.ChangeAsync(write, seen.Row with { State = state }, version, change, next)
            ? null
            : new ChangedMeanwhile();
    }

    private static WrittenLine Open(Seen seen) =>
        new(seen.Row.Id, seen.Row.Seq, seen.Row.Version, seen.Open<MinutesLine>());
}
