using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Contacts;

/// <summary>A line of the call log, opened.</summary>
public sealed record Contact(
    Guid Id,
    Guid Family,
    ContactNote Note,
    Topic? Topic,
    IReadOnlyList<Guid> About,
    DateTimeOffset At,
    int Version
);

/// <summary>Why a line is not written.</summary>
public abstract record ContactRefusal : Refusal;

/// <summary>Nobody was named.</summary>
public sealed record WithMissing : ContactRefusal;

/// <summary>Nothing was said. A call nobody answered needs no text.</summary>
public sealed record TextMissing : ContactRefusal;

/// <summary>Longer than <see cref="ContactLog.Longest"/> characters.</summary>
public sealed record TextTooLong : ContactRefusal;

/// <summary>No topic: every note stands under one.</summary>
public sealed record TopicMissing : ContactRefusal;

/// <summary>A member who is not in the family.</summary>
public sealed record AboutUnknown : ContactRefusal;

/// <summary>The call log (ContactLog). Stands in the coordinator's working notes; nobody else reads it.</summary>
public static class ContactLog
{
    public const int Longest = 20_000;

    /// <summary>Lines of the pass's family, newest first.</summary>
    public static async Task<IReadOnlyList<Contact>> AllAsync(Pass pass, CancellationToken cancel)
    {
        var items = await Visible.ItemsAsync(pass, cancel, ItemKinds.ContactLog);
        return items.Where(i => i.Row.State == "kept").Select(Open).OrderByDescending(c => c.At).ToList();
    }

    /// <summary>Opens a line.</summary>
    public static Contact Open(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return new(
            seen.Row.Id,
            seen.Row.Family,
            seen.Open<ContactNote>(),
            Topics.FromCode(seen.Row.Topic),
            seen.Row.About,
            seen.Row.At,
            seen.Row.Version
        );
    }

    /// <summary>Writes a line, dated on the day of the contact.</summary>
    public static async Task<Result<Guid>> AddAsync(
        Write write,
        ContactNote note,
        Topic? topic,
        IReadOnlyList<Guid> about
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(note);
        ContactRefusal? refusal = note switch
        {
            { With: var w } when string.IsNullOrWhiteSpace(w) => new WithMissing(),
            { Text: var t, Direction: not ContactDirection.Unanswered } when string.IsNullOrWhiteSpace(t) =>
                new TextMissing(),
            { Text.Length: > Longest } => new TextTooLong(),
            _ when topic is null => new TopicMissing(),
            _ when !about.All(a => write.Pass.Family!.Member(a) is not null) => new AboutUnknown(),
            _ => null,
        };
        if (refusal is not null)
        {
            return refusal;
        }
        var head = new ItemRow
        {
            Kind = ItemKinds.ContactLog,
            Room = Rows.Code(Room.Work),
            Topic = Rows.Code(topic!.Value),
            About = [.. about],
            State = "kept",
            Day = write.Pass.Today,
        };
        return await Items.InsertAsync(write, head, note with { With = note.With.Trim(), Text = note.Text.Trim() });
    }
}
