using System.Collections.Immutable;

namespace Flette.Core.Meetings.Reading;

/// <summary>Where in a file a paragraph stood. The reader treats notes and page headers with care: they frame the text.</summary>
public enum SourcePart
{
    /// <summary>Page header: placed before the body.</summary>
    Header,

    /// <summary>The running document.</summary>
    Body,

    /// <summary>Footnote, endnote or page footer: placed after the body.</summary>
    Note,
}

/// <summary>A paragraph or a table, in the order of the document.</summary>
public abstract record SourceBlock;

/// <summary>One paragraph. Text may hold line breaks; each becomes a line of its own.</summary>
public sealed record SourceParagraph(string Text) : SourceBlock
{
    /// <summary>1–9 when the paragraph is a heading by style or outline level, else null.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>The list sign («•», «1.») when the file keeps it outside the text, else null.</summary>
    public string? ListMark { get; init; }

    /// <summary>Depth of indentation: list level in Word, leading spaces in plain text.</summary>
    public int Indent { get; init; }

    /// <summary>How many of the first characters are bold; the whole length for a bold paragraph.</summary>
    public int BoldLength { get; init; }

    /// <summary>Header, body or note.</summary>
    public SourcePart Part { get; init; } = SourcePart.Body;

    /// <summary>The line may have been broken by a program: plain text, not Word.</summary>
    public bool MayBeWrapped { get; init; }
}

/// <summary>A table: rows of cells, and each cell again paragraphs and tables.</summary>
public sealed record SourceTable(ImmutableArray<SourceRow> Rows) : SourceBlock;

/// <summary>A row. <paramref name="IsHeader"/> is what the file says; most files say nothing.</summary>
public sealed record SourceRow(ImmutableArray<SourceCell> Cells, bool IsHeader = false);

/// <summary>A cell. <paramref name="Span"/> is how many columns it covers.</summary>
public sealed record SourceCell(ImmutableArray<SourceBlock> Blocks, int Span = 1);

/// <summary>A document as ordered blocks, with the same words as numbered lines.</summary>
public sealed class SourceDocument
{
    private SourceDocument(ImmutableArray<SourceBlock> blocks)
    {
        Blocks = blocks;
        Lines = LineNumbering.Number(blocks);
    }

    /// <summary>The blocks, as the file has them.</summary>
    public ImmutableArray<SourceBlock> Blocks { get; }

    /// <summary>
    /// Every line of every block in reading order, empty ones too. <see cref="LineId.Value"/> is the index here.
    /// Every word of the document stands in exactly one line.
    /// </summary>
    public ImmutableArray<SourceLine> Lines { get; }

    /// <summary>A document of these blocks.</summary>
    public static SourceDocument Of(IEnumerable<SourceBlock> blocks) => new([.. blocks]);

    /// <summary>A document of plain text: each line a paragraph, leading spaces kept and counted as indentation.</summary>
    public static SourceDocument FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new([.. LineNumbering.SplitLines(text).Select(ToParagraph)]);
    }

    private static SourceBlock ToParagraph(string line) =>
        new SourceParagraph(line) { Indent = Indentation(line), MayBeWrapped = true };

    private static int Indentation(string line)
    {
        var width = 0;
        foreach (var c in line)
        {
            if (c == '\t')
            {
                width += 4;
            }
            else if (char.IsWhiteSpace(c))
            {
                width++;
            }
            else
            {
                break;
            }
        }

        return width;
    }
}
