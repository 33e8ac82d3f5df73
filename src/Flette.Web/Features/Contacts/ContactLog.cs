using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Contacts;

/// <summary>A line of the call log, opened.</summary>
/// <param name="Day">The day they spoke.</param>
/// <param name="At">When it was written.</param>
/// <param name="ById">Staff who wrote it.</param>
public sealed record Contact(
    Guid Id,
    Guid Family,
    ContactNote Note,
    Topic? Topic,
    IReadOnlyList<Guid> About,
    DateOnly Day,
    DateTimeOffset At,
    Guid ById,
    int Version
);

/// <summary>Why a line is not written.</summary>
public abstract record ContactRefusal : Refusal;

/// <summary>Nobody was named.</summary>
public sealed record WithMissing : ContactRefusal;

/// <summary>More than a name.</summary>
public sealed record WithTooLong : ContactRefusal;

/// <summary>Nothing was said. A call nobody answered needs no text.</summary>
public sealed record TextMissing : ContactRefusal;

/// <summary>Longer than <see cref="ContactLog.Longest"/> characters.</summary>
public sealed record TextTooLong : ContactRefusal;

/// <summary>No topic: every note stands under one.</summary>
public sealed record TopicMissing : ContactRefusal;

/// <summary>The day has not come, or was before anyone was followed up here.</summary>
public sealed record DayImpossible : ContactRefusal;

/// <summary>The line is not there, or not for the one who asked.</summary>
public sealed record NoSuchContact : ContactRefusal;

/// <summary>A member who is not in the family.</summary>
public sealed record AboutUnknown : ContactRefusal;

/// <summary>The call log (ContactLog). Stands in the coordinator's working notes; nobody else reads it.</summary>
public static class ContactLog
{
    public const int Longest = 20_000;

    /// <summary>A name, and what one is and where beside it.</summary>
    public const int LongestWith = MemberRules.LongestName;

    private const string Kept = "kept";
    private const string Undone = "undone";
    private static readonly DateOnly Earliest = new(2000, 1, 1);

    /// <summary>Lines of the pass's family, newest first.</summary>
    public static async Task<IReadOnlyList<Contact>> AllAsync(Pass pass, CancellationToken cancel) =>
        NewestFirst(await Visible.ItemsAsync(pass, cancel, ItemKinds.ContactLog));

    /// <summary>Lines of several families the asker holds, as seen by <paramref name="act"/>, in one round trip, newest first.</summary>
    public static async Task<IReadOnlyList<Contact>> AllAsync(
        Pass pass,
        Act act,
        IReadOnlyList<FamilyFacts> families,
        CancellationToken cancel
    ) => NewestFirst(await Visible.ItemsAsync(pass, act, families, [ItemKinds.ContactLog], cancel));

    /// <summary>Lines among items that were loaded with others, newest first.</summary>
    public static IReadOnlyList<Contact> Among(IEnumerable<Seen> items) =>
        NewestFirst(items.Where(i => i.Row.Kind == ItemKinds.ContactLog));

    private static List<Contact> NewestFirst(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.State == Kept)
            .Select(Open)
            .OrderByDescending(c => c.Day)
            .ThenByDescending(c => c.At)
            .ToList();

    private static Contact Open(Seen seen) =>
        new(
            seen.Row.Id,
            seen.Row.Family,
            seen.Open<ContactNote>(),
            Topics.FromCode(seen.Row.Topic),
            seen.Row.About,
            seen.Row.Day ?? Norway.Day(seen.Row.At),
            seen.Row.At,
            seen.Row.ById,
            seen.Row.Version
        );

    /// <summary>Writes a line.</summary>
    /// <param name="day">The day they spoke; today when it is not said.</param>
    public static async Task<Result<Guid>> AddAsync(
        Write write,
        ContactNote note,
        Topic? topic,
        IReadOnlyList<Guid> about,
        DateOnly? day = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var on = day ?? write.Pass.Today;
        if (Check(write, note, topic, about, on) is { } refusal)
        {
            return refusal;
        }
        var head = new ItemRow
        {
            Kind = ItemKinds.ContactLog,
            Room = Rows.Code(Room.Work),
            Topic = Rows.Code(topic!.Value),
            About = [.. about],
            State = Kept,
            Day = on,
        };
        return await Items.InsertAsync(write, head, Trimmed(note));
    }

    /// <summary>Corrects a line: a new version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid contact,
        int version,
        ContactNote note,
        Topic? topic,
        IReadOnlyList<Guid> about,
        DateOnly day,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (Check(write, note, topic, about, day) is { } refusal)
        {
            return refusal;
        }
        if (await FindAsync(write, contact, cancel) is not { } now)
        {
            return new NoSuchContact();
        }
        var next = now.Row with { Topic = Rows.Code(topic!.Value), About = [.. about], Day = day };
        return await Items.ChangeAsync(write, next, version, "changed", Trimmed(note)) ? null : new ChangedMeanwhile();
    }

    /// <summary>Takes a line back: a new version with state <c>undone</c>, which no list shows.</summary>
    public static async Task<Refusal?> UndoAsync(Write write, Guid contact, int version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await FindAsync(write, contact, cancel) is not { } now)
        {
            return new NoSuchContact();
        }
        return await Items.ChangeAsync(
            write,
            now.Row with
            {
                State = Undone,
            },
            version,
            "undone",
            now.Open<ContactNote>()
        )
            ? null
            : new ChangedMeanwhile();
    }

    private static async Task<Seen?> FindAsync(Write write, Guid contact, CancellationToken cancel) =>
        (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.ContactLog)).FirstOrDefault(i =>
            i.Row.Id == contact && i.Row.State == Kept
        );

    private static ContactNote Trimmed(ContactNote note) =>
        note with
        {
            With = note.With.Trim(),
            Text = note.Text.Trim(),
        };

    private static ContactRefusal? Check(
        Write write,
        ContactNote note,
        Topic? topic,
        IReadOnlyList<Guid> about,
        DateOnly day
    )
    {
        ArgumentNullException.ThrowIfNull(note);
        return note switch
        {
            { With: var w } when string.IsNullOrWhiteSpace(w) => new WithMissing(),
            { With.Length: > LongestWith } => new WithTooLong(),
            { Text: var t, Direction: not ContactDirection.Unanswered } when string.IsNullOrWhiteSpace(t) =>
                new TextMissing(),
            { Text.Length: > Longest } => new TextTooLong(),
            _ when topic is null => new TopicMissing(),
            _ when day > write.Pass.Today || day < Earliest => new DayImpossible(),
            _ when !about.All(a => write.Pass.Family!.Member(a) is not null) => new AboutUnknown(),
            _ => null,
        };
    }
}
