using System.Collections.Immutable;
using Flette.Core.Meetings.Reading;

namespace Flette.Web.Features.Minutes;

/// <summary>
/// A document as it is stored: every word of it, block by block. Line numbers rest on it and never on the original file,
/// so that a later, better importer does not move what was marked.
/// </summary>
/// <param name="FileName">As it was sent; null for pasted text.</param>
public sealed record StoredDocument(string? FileName, ImmutableArray<StoredBlock> Blocks)
{
    /// <summary>What to store.</summary>
    public static StoredDocument From(string? fileName, SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(fileName, [.. document.Blocks.Select(Store)]);
    }

    /// <summary>The document again, with the same lines and numbers.</summary>
    public SourceDocument ToSource() => SourceDocument.Of(Blocks.Select(Restore));

    private static StoredBlock Store(SourceBlock block) =>
        block switch
        {
            SourceParagraph p => new StoredBlock(
                p.Text,
                p.HeadingLevel,
                p.ListMark,
                p.Indent,
                p.BoldLength,
                p.Part,
                null
            ),
            SourceTable t => new StoredBlock(
                null,
                null,
                null,
                0,
                0,
                SourcePart.Body,
                [
                    .. t.Rows.Select(r => new StoredRow(
                        r.IsHeader,
                        [.. r.Cells.Select(c => new StoredCell(c.Span, [.. c.Blocks.Select(Store)]))]
                    )),
                ]
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(block)),
        };

    private static SourceBlock Restore(StoredBlock block) =>
        block.Rows is { } rows
            ? new SourceTable([
                .. rows.Select(r => new SourceRow(
                    [.. r.Cells.Select(c => new SourceCell([.. c.Blocks.Select(Restore)], c.Span))],
                    r.Header
                )),
            ])
            : new SourceParagraph(block.Text ?? "")
            {
                HeadingLevel = block.Heading,
                ListMark = block.Mark,
                Indent = block.Indent,
                BoldLength = block.Bold,
                Part = block.Part,
            };
}

/// <summary>A paragraph, or a table when it has rows.</summary>
public sealed record StoredBlock(
    string? Text,
    int? Heading,
    string? Mark,
    int Indent,
    int Bold,
    SourcePart Part,
    ImmutableArray<StoredRow>? Rows
);

/// <summary>A row of a table.</summary>
public sealed record StoredRow(bool Header, ImmutableArray<StoredCell> Cells);

/// <summary>A cell and how many columns it covers.</summary>
public sealed record StoredCell(int Span, ImmutableArray<StoredBlock> Blocks);
