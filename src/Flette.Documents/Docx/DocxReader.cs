using System.Collections.Immutable;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Flette.Core.Meetings.Reading;

namespace Flette.Documents.Docx;

/// <summary>
/// A Word document as blocks: page headers first, then the body with text boxes after the paragraph they hang on,
/// then notes and page footers. Tracked insertions are in, tracked deletions are out.
/// </summary>
internal static class DocxReader
{
    public static (SourceDocument? Document, ImportRefusal? Refusal) Read(ReadOnlyMemory<byte> content)
    {
        if (DocxGate.Refuse(content) is { } refusal)
        {
            return (null, refusal);
        }

        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var file = WordprocessingDocument.Open(stream, isEditable: false);
            return
                file.MainDocumentPart is { } main
                && main.Parts.Select(p => p.OpenXmlPart).Append(main).All(HasBeenCounted)
                && main.Document?.Body is { } body
                ? (SourceDocument.Of(Blocks(main, body)), null)
                : (null, new ImportRefusal.Corrupt());
        }
        catch (Exception e)
            when (e
                    is OpenXmlPackageException
                        or XmlException
                        or IOException
                        or InvalidDataException
                        or InvalidOperationException
                        or FormatException
                        or ArgumentException
                        or KeyNotFoundException
                        or NotSupportedException
                        or UriFormatException
            )
        {
            return (null, new ImportRefusal.Corrupt());
        }
    }

    /// <summary>A package may call any file of it a part to be built; one with another ending went past the gate.</summary>
    private static bool HasBeenCounted(OpenXmlPart part) =>
        DocxGate.Counts(part.Uri.OriginalString)
        || !part.ContentType.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<SourceBlock> Blocks(MainDocumentPart main, Body body)
    {
        var styles = DocxStyles.Of(main);
        foreach (var block in Distinct(main.HeaderParts.Select(p => p.Header), styles, SourcePart.Header))
        {
            yield return block;
        }

        foreach (var block in new DocxBlocks(styles, SourcePart.Body).Read(body))
        {
            yield return block;
        }

        foreach (var note in Notes(main))
        {
            foreach (var block in new DocxBlocks(styles, SourcePart.Note).Read(note).Where(HasWords))
            {
                yield return block;
            }
        }

        foreach (var block in Distinct(main.FooterParts.Select(p => p.Footer), styles, SourcePart.Note))
        {
            yield return block;
        }
    }

    private static IEnumerable<OpenXmlElement> Notes(MainDocumentPart main)
    {
        IEnumerable<FootnoteEndnoteType> feet = main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [];
        IEnumerable<FootnoteEndnoteType> ends = main.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? [];
        return feet.Concat(ends).Where(n => n.Type is null || n.Type.Value == FootnoteEndnoteValues.Normal);
    }

    /// <summary>First-page, odd and even page headers mostly say the same; each text is taken once.</summary>
    private static IEnumerable<SourceBlock> Distinct(
        IEnumerable<OpenXmlElement?> roots,
        DocxStyles styles,
        SourcePart part
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        // One part may be named as header any number of times.
        foreach (var root in roots.OfType<OpenXmlElement>().Distinct())
        {
            var blocks = new DocxBlocks(styles, part).Read(root).Where(HasWords).ToImmutableArray();
            if (!blocks.IsEmpty && seen.Add(string.Join('\n', SourceDocument.Of(blocks).Lines.Select(l => l.Text))))
            {
                foreach (var block in blocks)
                {
                    yield return block;
                }
            }
        }
    }

    private static bool HasWords(SourceBlock block) =>
        block is not SourceParagraph paragraph || !string.IsNullOrWhiteSpace(paragraph.Text);
}
