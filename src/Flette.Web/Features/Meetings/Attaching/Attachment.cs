using Flette.Core.Access;
using Flette.Core.Meetings.Attaching;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings.Writing;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>A document that is attached to a meeting, as whoever asks may see it.</summary>
/// <param name="Day">The day of the meeting.</param>
/// <param name="Shared">Whether it stands in the plan, and not in the working notes.</param>
/// <param name="Stands">False when it was taken away.</param>
public sealed record Attachment(
    Guid Id,
    Guid Meeting,
    DateOnly Day,
    IReadOnlyList<Guid> About,
    Topic? Topic,
    bool Shared,
    bool Stands,
    int Version,
    AttachmentDetails Details,
    ItemFacts Facts
)
{
    /// <summary>Opens one.</summary>
    public static Attachment Open(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var row = seen.Row;
        return new(
            row.Id,
            row.Parent!.Value,
            row.Day!.Value,
            row.About,
            Topics.FromCode(row.Topic),
            row.Room == Rows.Code(Room.Plan),
            row.State == LineBook.Kept,
            row.Version,
            seen.Open<AttachmentDetails>(),
            row.ToFacts()
        );
    }

    /// <summary>Those that stand among others, in the order they were attached.</summary>
    /// <param name="meeting">Of one meeting, or of all.</param>
    public static IReadOnlyList<Attachment> Among(IEnumerable<Seen> items, Guid? meeting = null)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items
            .Where(i => i.Row.Kind == ItemKinds.Attachment && (meeting is null || i.Row.Parent == meeting))
            .Select(Open)
            .Where(a => a.Stands)
            .OrderBy(a => a.Id)
            .ToList();
    }

    /// <summary>The members who may open it, by asking the rules as each of them.</summary>
    public IReadOnlyList<Member> Readers(Pass pass, IReadOnlyList<Member> members)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return members.Where(m => pass.ReadingAs(m.Id).May(Act.ReadAttachment, Facts)).ToList();
    }
}
