using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading;

namespace Flette.Documents.Docx;

/// <summary>A document taken in with its reading, or the reason it was not.</summary>
public abstract record ImportOutcome
{
    private ImportOutcome() { }

    /// <summary>The document and what was read in it.</summary>
    public sealed record Imported(SourceDocument Document, MinutesReading Reading) : ImportOutcome;

    /// <summary>Not taken in.</summary>
    public sealed record Refused(ImportRefusal Reason) : ImportOutcome;
}

/// <summary>Bytes or pasted text in, a read document out. Never throws for what a file contains.</summary>
public static class DocumentImport
{
    /// <summary>Takes in a file. The kind is told from its content; the name is not asked.</summary>
    /// <param name="content">All the bytes of the file.</param>
    /// <param name="today">The day of the import; see <see cref="MinutesReader.Read"/>.</param>
    public static ImportOutcome FromBytes(ReadOnlyMemory<byte> content, DateOnly today) =>
        FromBytes(content, document => MinutesReader.Read(document, today));

    /// <summary>Takes in pasted text.</summary>
    public static ImportOutcome FromText(string text, DateOnly today) =>
        FromText(text, document => MinutesReader.Read(document, today));

    internal static ImportOutcome FromBytes(ReadOnlyMemory<byte> content, Func<SourceDocument, MinutesReading> reader)
    {
        if (content.Length > ImportLimits.PackedBytes)
        {
            return new ImportOutcome.Refused(new ImportRefusal.TooLargePacked(content.Length));
        }

        var bytes = content.Span;
        return FileKinds.Of(bytes) switch
        {
            FileKind.Empty => new ImportOutcome.Refused(new ImportRefusal.Empty()),
            FileKind.Pdf => new ImportOutcome.Refused(new ImportRefusal.Pdf()),
            FileKind.OldDoc => new ImportOutcome.Refused(new ImportRefusal.OldDoc()),
            FileKind.Encrypted => new ImportOutcome.Refused(new ImportRefusal.Encrypted()),
            FileKind.Other => new ImportOutcome.Refused(new ImportRefusal.NotText()),
            FileKind.Zip => Read(() => DocxReader.Read(content), reader),
            _ => FromText(TextDecoding.Decode(bytes), reader),
        };
    }

    private static ImportOutcome FromText(string text, Func<SourceDocument, MinutesReading> reader)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > ImportLimits.TextCharacters)
        {
            return new ImportOutcome.Refused(new ImportRefusal.PasteTooLong(text.Length));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new ImportOutcome.Refused(new ImportRefusal.Empty());
        }

        return Read(() => (SourceDocument.FromText(TextDecoding.Clean(text)), null), reader);
    }

    /// <summary>
    /// The patterns count by the clock on the wall. What takes too long is nothing wrong with the text for sure, so it is
    /// an answer like the others: the text is still with the one who has it.
    /// </summary>
    private static ImportOutcome Read(
        Func<(SourceDocument? Document, ImportRefusal? Refusal)> source,
        Func<SourceDocument, MinutesReading> reader
    )
    {
        try
        {
            return Read(source(), reader);
        }
        catch (RegexMatchTimeoutException)
        {
            return new ImportOutcome.Refused(new ImportRefusal.TooSlow());
        }
    }

    private static ImportOutcome Read(
        (SourceDocument? Document, ImportRefusal? Refusal) source,
        Func<SourceDocument, MinutesReading> reader
    )
    {
        if (source.Document is not { } document)
        {
            return new ImportOutcome.Refused(source.Refusal ?? new ImportRefusal.Corrupt());
        }

        var lines = document.Lines.Count(l => !l.IsBlank);
        if (lines == 0)
        {
            return new ImportOutcome.Refused(new ImportRefusal.Empty());
        }

        if (lines > ImportLimits.Blocks || document.Lines.Length > ImportLimits.Lines)
        {
            return new ImportOutcome.Refused(new ImportRefusal.TooLargeUnpacked());
        }

        var reading = reader(document);
        var agreements = reading.Agreements.Count();
        var people = reading.Present.Length + reading.Absent.Length;
        return agreements > ImportLimits.Agreements
                ? new ImportOutcome.Refused(new ImportRefusal.TooManyAgreements(agreements))
            : people > ImportLimits.People ? new ImportOutcome.Refused(new ImportRefusal.TooManyPeople(people))
            : new ImportOutcome.Imported(document, reading);
    }
}
