using System.Collections.Immutable;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>How a line looks, whatever it says.</summary>
internal enum Shape
{
    Blank,
    Text,
    Bullet,
    Arrow,
    Numbered,
    Heading,
    Rule,
}

/// <summary>A line or a table, as the reader goes through them.</summary>
internal abstract record Part;

/// <summary>A logical line: lines a mail program wrapped are joined, bullet or number is taken off the text.</summary>
internal sealed record Line(Shape Shape, Passage Text) : Part
{
    public LineId Id { get; init; }

    /// <summary>The number in front («3», «2/26»), when there is one.</summary>
    public string? Number { get; init; }

    /// <summary>Numbered with a word («Sak 3», «Pkt 2») or as a case («2/26»): a heading for certain.</summary>
    public bool Named { get; init; }

    /// <summary>The box in front is ticked.</summary>
    public bool Done { get; init; }

    /// <summary>An empty box stands in front: something that is left to do.</summary>
    public bool Open { get; init; }

    public int? HeadingLevel { get; init; }

    public int Indent { get; init; }

    public bool Bold { get; init; }

    /// <summary>How many characters of <see cref="Text"/> are bold from its start.</summary>
    public int BoldLength { get; init; }

    public SourcePart Place { get; init; }

    /// <summary>A blank line, a table or the start of the document stands before it.</summary>
    public bool AfterBlank { get; init; }

    public bool IsListed => Shape is Shape.Bullet or Shape.Arrow or Shape.Numbered;
}

/// <summary>A table, from the file or drawn with tabs or bars in plain text.</summary>
internal sealed record Grid(ImmutableArray<GridRow> Rows) : Part
{
    public int Columns => Rows.IsEmpty ? 0 : Rows.Max(r => r.Cells.IsEmpty ? 0 : r.Cells.Max(c => c.Column) + 1);
}

/// <summary>A row of a table.</summary>
internal sealed record GridRow(ImmutableArray<GridCell> Cells, bool Header)
{
    public GridCell? At(int column) => Cells.FirstOrDefault(c => c.Column == column);

    public bool IsBlank => Cells.All(c => c.IsBlank);
}

/// <summary>A cell: its lines and the tables inside it.</summary>
internal sealed record GridCell(int Column, ImmutableArray<Part> Parts)
{
    /// <summary>Lines that say something, nested tables left out.</summary>
    public IEnumerable<Line> Lines => Parts.OfType<Line>().Where(l => l.Shape is not (Shape.Blank or Shape.Rule));

    public Passage Text => Passage.Join(Lines.Select(l => l.Text));

    public bool IsBlank => !Lines.Any() && !Parts.OfType<Grid>().Any();
}
