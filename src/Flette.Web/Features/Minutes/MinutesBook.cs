using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Team;
using Flette.Web.Vault;

namespace Flette.Web.Features.Minutes;

/// <summary>Minutes with their document, as the coordinator reads them.</summary>
/// <param name="Row">What stands in the clear.</param>
/// <param name="Draft">What was read, as corrected.</param>
/// <param name="FileName">The file it came from; null for pasted text.</param>
/// <param name="Document">Every word of it.</param>
public sealed record OpenMinutes(ItemRow Row, MinutesDraft Draft, string? FileName, SourceDocument Document)
{
    /// <summary>Whether it may still be corrected.</summary>
    public bool IsDraft => Row.State == MinutesBook.Draft;
}

/// <summary>The minutes are not there, or not for the one who asked.</summary>
public sealed record NoSuchMinutes : MinutesRefusal;

/// <summary>
/// Old minutes taken in: the document sealed with the family's key and never changed, and a draft of what was read from it,
/// one version for each correction.
/// </summary>
public static class MinutesBook
{
    /// <summary>State while it may be corrected.</summary>
    public const string Draft = "draft";

    /// <summary>State when its agreements and people have been taken over.</summary>
    public const string Kept = "kept";

    /// <summary>State when they were taken in by mistake and thrown away: they stand in no list, and can be brought back.</summary>
    public const string Discarded = "discarded";

    private const int ChunkSize = 256 * 1024;

    /// <summary>Stores a document and the first draft.</summary>
    /// <param name="original">The bytes as sent, or the pasted text.</param>
    /// <returns>The id of the minutes.</returns>
    public static async Task<Guid> ImportAsync(
        Write write,
        ReadOnlyMemory<byte> original,
        string? fileName,
        SourceDocument document,
        MinutesReading reading,
        DraftFamily family
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var owner = write.Pass.Family!.Id;
        var id = write.NewId();
        await write.ExecuteAsync(
            "insert into document (id, family, size, media, at, by_id, body) values (@id, @owner, @Length, @media, @Now, @by, @body)",
            new
            {
                id,
                owner,
                original.Length,
                media = fileName is null ? "text/plain" : "application/octet-stream",
                write.Now,
                by = write.Pass.Asker.Id,
                body = write.Pass.Ring.Seal(StoredDocument.From(fileName, document), owner, new Place("document", id)),
            }
        );
        for (var (at, seq) = (0, 0); at < original.Length; at += ChunkSize, seq++)
        {
            var chunk = original.Slice(at, Math.Min(ChunkSize, original.Length - at)).Span;
            var body = write.Pass.Ring.SealBytes(chunk, owner, new Place($"document_chunk/{seq}", id));
            await write.ExecuteAsync(
                "insert into document_chunk (document, seq, body) values (@id, @seq, @body)",
                new
                {
                    id,
                    seq,
                    body,
                }
            );
        }
        var draft = MinutesDrafts.From(id, reading, family, write.Pass.Today);
        var head = new ItemRow
        {
            Kind = ItemKinds.Minutes,
            Room = Rows.Code(Room.Work),
            State = Draft,
            Day = draft.Meeting.Date,
        };
        return await Items.InsertAsync(write, head, draft);
    }

    /// <summary>The minutes with their document, or null when they are not there for the asker.</summary>
    public static async Task<OpenMinutes?> FindAsync(Pass pass, Guid minutes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var seen = (await Visible.ItemsAsync(pass, cancel, ItemKinds.Minutes)).FirstOrDefault(i =>
            i.Row.Id == minutes && i.Row.State != Discarded
        );
        return seen is null ? null : await OpenAsync(pass, seen, cancel);
    }

    /// <summary>Opens minutes the asker may see, with their document.</summary>
    public static async Task<OpenMinutes> OpenAsync(Pass pass, Seen seen, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(seen);
        var draft = seen.Open<MinutesDraft>();
        await using var reading = await pass.ReadAsync(cancel);
        var body = await reading.Db.QuerySingleAsync<Sealed>(
            new CommandDefinition(
                "select body from document where id = @Document and family = @Id",
                new { draft.Document, pass.Family!.Id },
                cancellationToken: cancel
            )
        );
        var stored = pass.Ring.Open<StoredDocument>(body, pass.Family.Id, new Place("document", draft.Document));
        return new OpenMinutes(seen.Row, draft, stored.FileName, stored.ToSource());
    }

    /// <summary>Makes one correction as a new version.</summary>
    /// <param name="version">The version the coordinator saw.</param>
    public static async Task<Refusal?> CorrectAsync(
        Write write,
        OpenMinutes minutes,
        int version,
        string change,
        Func<MinutesDraft, Result<MinutesDraft>> command
    )
    {
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(command);
        if (!minutes.IsDraft)
        {
            return new AlreadyKept();
        }
        var corrected = command(minutes.Draft);
        if (corrected.Refusal is { } refusal)
        {
            return refusal;
        }
        var draft = corrected.Value;
        return await Items.ChangeAsync(write, minutes.Row with { Day = draft.Meeting.Date }, version, change, draft)
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>Throws away minutes that were taken in by mistake, while they are a draft.</summary>
    /// <param name="version">The version the coordinator saw.</param>
    public static async Task<Refusal?> DiscardAsync(Write write, OpenMinutes minutes, int version)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return !minutes.IsDraft ? new AlreadyKept()
            : await Items.ChangeAsync(write, minutes.Row with { State = Discarded }, version, Discarded, minutes.Draft)
                ? null
            : new ChangedMeanwhile();
    }

    /// <summary>Brings back minutes that were thrown away: the draft as it was.</summary>
    /// <param name="version">The version the coordinator saw.</param>
    public static async Task<Refusal?> RestoreAsync(Write write, Guid minutes, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        return await Visible.ItemAsync(write, ItemKinds.Minutes, minutes) is not { Row.State: Discarded } seen
            ? new NoSuchMinutes()
            : await Items.UndoAsync(write, seen.Row, version, _ => []);
    }

    /// <summary>Undoes the last correction.</summary>
    /// <returns>Where the draft is another than it was.</returns>
    public static async Task<Result<DraftPlace>> UndoAsync(Write write, OpenMinutes minutes, int version)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        if (!minutes.IsDraft)
        {
            return new AlreadyKept();
        }
        if (await Items.UndoAsync(write, minutes.Row, version, _ => []) is { } refusal)
        {
            return refusal;
        }
        var now = await Visible.ItemAsync(write, ItemKinds.Minutes, minutes.Row.Id);
        return DraftPlaces.Changed(minutes.Draft, now!.Open<MinutesDraft>());
    }
}
