using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Flette.Core.Meetings.Reading;

namespace Flette.Documents.Docx;

/// <summary>Walks one part of a Word document and gives its paragraphs and tables.</summary>
internal sealed class DocxBlocks(DocxStyles styles, SourcePart part)
{
    // As many columns as Word has. A cell may claim to cover millions, and tables are gone through column by column.
    private const int Columns = 63;

    // Text of a paragraph whose end mark is deleted in tracked changes: it runs on into the next one.
    private DocxRuns? _open;

    public IEnumerable<SourceBlock> Read(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            foreach (var block in ReadChild(child))
            {
                yield return block;
            }
        }

        if (_open is { } left)
        {
            _open = null;
            yield return Paragraph(left, null);
        }
    }

    private IEnumerable<SourceBlock> ReadChild(OpenXmlElement child)
    {
        switch (child)
        {
            case Paragraph paragraph:
                return ReadParagraph(paragraph);
            case Table table:
                return [ReadTable(table)];
            case DeletedRun or MoveFromRun or SectionProperties:
                return [];
            case AlternateContent alternate:
                return DocxRuns.Chosen(alternate) is { } chosen ? Inner(chosen) : [];
            default:
                return child.HasChildren ? Inner(child) : [];
        }
    }

    private IEnumerable<SourceBlock> Inner(OpenXmlElement element) => element.ChildElements.SelectMany(ReadChild);

    private IEnumerable<SourceBlock> ReadParagraph(Paragraph paragraph)
    {
        var runs = _open ?? new DocxRuns(styles);
        _open = null;
        runs.Add(paragraph);
        if (paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null)
        {
            _open = runs;
            yield break;
        }

        yield return Paragraph(runs, paragraph.ParagraphProperties);
        foreach (var box in runs.TextBoxes)
        {
            foreach (var block in new DocxBlocks(styles, part).Read(box))
            {
                yield return block;
            }
        }
    }

    private SourceParagraph Paragraph(DocxRuns runs, ParagraphProperties? properties)
    {
        var list = styles.ListSign(properties);
        return new SourceParagraph(runs.Text)
        {
            HeadingLevel = styles.HeadingLevel(properties),
            ListMark = list?.Mark,
            Indent = list?.Level ?? 0,
            BoldLength = runs.BoldLength,
            Part = part,
        };
    }

    private SourceTable ReadTable(Table table)
    {
        var rows = ImmutableArray.CreateBuilder<SourceRow>();
        foreach (var row in Rows(table))
        {
            var properties = row.TableRowProperties;
            if (properties?.GetFirstChild<Deleted>() is not null)
            {
                continue;
            }

            var cells = ImmutableArray.CreateBuilder<SourceCell>();
            var column = 0;
            if (properties?.GetFirstChild<GridBefore>()?.Val?.Value is > 0 and var before)
            {
                column = Math.Min(before, Columns);
                cells.Add(new SourceCell([], column));
            }

            foreach (var cell in Cells(row))
            {
                var span = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                span = Math.Clamp(span, 1, Math.Max(1, Columns - column));
                cells.Add(new SourceCell([.. new DocxBlocks(styles, part).Read(cell)], span));
                column += span;
            }

            rows.Add(new SourceRow(cells.ToImmutable(), properties?.GetFirstChild<TableHeader>() is not null));
        }

        return new SourceTable(rows.ToImmutable());
    }

    /// <summary>Rows may stand inside content controls.</summary>
    private static IEnumerable<TableRow> Rows(OpenXmlElement table) =>
        table.ChildElements.SelectMany(c =>
            c is TableRow row ? [row]
            : c is Table ? []
            : Rows(c)
        );

    private static IEnumerable<TableCell> Cells(OpenXmlElement row) =>
        row.ChildElements.SelectMany(c =>
            c is TableCell cell ? [cell]
            : c is TableRow ? []
            : Cells(c)
        );
}
