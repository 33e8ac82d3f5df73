using Flette.Core.Meetings.Publishing;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>What someone said is wrong with a line, in her own words.</summary>
/// <param name="By">The member whose words they are.</param>
public sealed record Remark(Guid Id, Guid Line, Guid By, string Text, DateOnly Day, bool IsOpen, int Version);

/// <summary>A published line, opened, with what was said of it since.</summary>
/// <param name="Published">The day it was published or last changed.</param>
/// <param name="IsOpen">Whether it is still the time to say that it is wrong.</param>
public sealed record ShownLine(
    Guid Id,
    Guid Meeting,
    DateOnly Day,
    int Seq,
    int Version,
    PublishedLine Line,
    DateOnly Published,
    bool IsOpen,
    IReadOnlyList<Remark> Remarks
);

/// <summary>The published minutes of a meeting as one reader gets them.</summary>
/// <param name="Published">The day any of it was last changed.</param>
public sealed record MeetingMinutes(Guid Meeting, DateOnly Day, DateOnly Published, IReadOnlyList<ShownLine> Lines);

/// <summary>
/// Published minutes as whoever asks may read them: the same lines on the screen, on paper and in the coordinator's preview, since
/// all go through the same rules. Nothing is numbered and nothing counted that is not shown.
/// </summary>
public static class PublishedMinutes
{
    /// <summary>State of a line that stands.</summary>
    public const string Stands = "published";

    /// <summary>State of a line, or of a remark, that was taken back.</summary>
    public const string TakenBack = "taken-back";

    /// <summary>State of a remark the coordinator has not yet dealt with.</summary>
    public const string Open = "open";

    /// <summary>State of a remark the coordinator has dealt with.</summary>
    public const string Handled = "handled";

    /// <summary>Loads the minutes of all meetings, the newest first.</summary>
    public static async Task<IReadOnlyList<MeetingMinutes>> LoadAsync(Pass pass, CancellationToken cancel) =>
        Of(pass, await Visible.ItemsAsync(pass, cancel, ItemKinds.PublishedLine, ItemKinds.Remark));

    /// <summary>The same when the lines were loaded together with other items.</summary>
    public static IReadOnlyList<MeetingMinutes> Of(Pass pass, IEnumerable<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var seen = items.ToList();
        var remarks = seen.Where(i => i.Row.Kind == ItemKinds.Remark && i.Row.State != TakenBack)
            .Select(OpenRemark)
            .OrderBy(r => r.Day)
            .ThenBy(r => r.Id)
            .ToLookup(r => r.Line);
        return seen.Where(i => i.Row is { Kind: ItemKinds.PublishedLine, State: Stands })
            .Select(i => OpenLine(pass, i, [.. remarks[i.Row.Id]]))
            .GroupBy(l => l.Meeting)
            .Select(m => new MeetingMinutes(
                m.Key,
                m.First().Day,
                m.Max(l => l.Published),
                m.OrderBy(l => l.Seq).ThenBy(l => l.Id).ToList()
            ))
            .OrderByDescending(m => m.Day)
            .ThenBy(m => m.Meeting)
            .ToList();
    }

    /// <summary>Opens a remark.</summary>
    public static Remark OpenRemark(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var row = seen.Row;
        return new(
            row.Id,
            row.Parent!.Value,
            row.Owner ?? row.ById,
            seen.Open<string>(),
            row.Day!.Value,
            row.State == Open,
            row.Version
        );
    }

    private static ShownLine OpenLine(Pass pass, Seen seen, IReadOnlyList<Remark> remarks)
    {
        var row = seen.Row;
        var published = Norway.Day(row.At);
        return new ShownLine(
            row.Id,
            row.Parent!.Value,
            row.Day!.Value,
            row.Seq,
            row.Version,
            seen.Open<PublishedLine>(),
            published,
            Publication.IsOpenTo(published, pass.Today),
            remarks
        );
    }
}
