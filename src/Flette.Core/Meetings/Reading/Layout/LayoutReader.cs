using System.Collections.Immutable;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>From numbered lines to logical lines and tables.</summary>
internal static class LayoutReader
{
    /// <summary>The document as logical lines and tables, in order.</summary>
    public static ImmutableArray<Part> Read(SourceDocument document) =>
        Read(PageBreaks.Without(document.Lines), outer: null);

    private static ImmutableArray<Part> Read(IReadOnlyList<SourceLine> lines, CellPlace? outer)
    {
        var parts = ImmutableArray.CreateBuilder<Part>();
        var run = new List<SourceLine>();
        for (var i = 0; i < lines.Count; )
        {
            if (Inside(lines[i].Cell, outer) is not { } cell)
            {
                run.Add(lines[i++]);
                continue;
            }

            Flush();
            var table = new List<SourceLine>();
            while (i < lines.Count && Inside(lines[i].Cell, outer)?.Table == cell.Table)
            {
                table.Add(lines[i++]);
            }

            parts.Add(ReadGrid(table, outer));
        }

        Flush();
        return parts.ToImmutable();

        void Flush()
        {
            parts.AddRange(TextGrids.Fold(run));
            run.Clear();
        }
    }

    private static Grid ReadGrid(List<SourceLine> lines, CellPlace? outer)
    {
        var rows = lines
            .GroupBy(l => Inside(l.Cell, outer)!.Row)
            .Select(row => new GridRow(
                [
                    .. row.GroupBy(l => Inside(l.Cell, outer)!.Column)
                        .Select(cell => new GridCell(cell.Key, Read([.. cell], Inside(cell.First().Cell, outer)))),
                ],
                row.All(l => Inside(l.Cell, outer)!.HeaderRow)
            ));
        return new Grid([.. rows]);
    }

    /// <summary>The cell directly inside <paramref name="outer"/> that holds this place; null when it is not in a table there.</summary>
    private static CellPlace? Inside(CellPlace? place, CellPlace? outer)
    {
        for (var at = place; at is not null; at = at.Outer)
        {
            if (at.Outer == outer && at != outer)
            {
                return at;
            }
        }

        return null;
    }
}
