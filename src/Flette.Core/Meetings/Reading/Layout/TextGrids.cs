using System.Collections.Immutable;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>
/// Tables in plain text: a Word table pasted as text arrives with a tab between cells, a markdown table with bars.
/// A run of such lines is a table only when its first line names columns of the field.
/// </summary>
internal static class TextGrids
{
    /// <summary>Logical lines of a run of source lines, with drawn tables as <see cref="Grid"/>s.</summary>
    public static IEnumerable<Part> Fold(IReadOnlyList<SourceLine> lines)
    {
        var plain = new List<SourceLine>();
        for (var i = 0; i < lines.Count; )
        {
            if (lines[i].Text.Contains("  ", StringComparison.Ordinal) && SpacedGrids.At(lines, i) is { } spaced)
            {
                foreach (var part in Wrapping.Join(plain))
                {
                    yield return part;
                }

                plain.Clear();
                yield return spaced.Grid;
                i += spaced.Lines;
                continue;
            }

            var sign = Sign(lines[i]);
            if (sign is null || !NamesColumns(lines[i], sign.Value))
            {
                plain.Add(lines[i++]);
                continue;
            }

            foreach (var part in Wrapping.Join(plain))
            {
                yield return part;
            }

            plain.Clear();
            var rows = ImmutableArray.CreateBuilder<GridRow>();
            while (i < lines.Count && lines[i].Text.Contains(sign.Value, StringComparison.Ordinal))
            {
                if (Row(lines[i], sign.Value, header: rows.Count == 0) is { } row)
                {
                    rows.Add(row);
                }

                i++;
            }

            yield return new Grid(rows.ToImmutable());
        }

        foreach (var part in Wrapping.Join(plain))
        {
            yield return part;
        }
    }

    private static char? Sign(SourceLine line) =>
        line.Text.Length > LongLines.Longest ? null
        : line.Text.Contains('|', StringComparison.Ordinal) ? '|'
        : line.Text.Contains('\t', StringComparison.Ordinal) ? '\t'
        : null;

    private static bool NamesColumns(SourceLine line, char sign)
    {
        var kinds = Cells(line, sign).Select(c => Labels.OfColumn(c.Text)).ToList();
        return kinds.Count >= 2
            && kinds.Count(k => k != LabelKind.None) >= 2
            && !line.Text.Contains(':', StringComparison.Ordinal)
            && kinds.Exists(k => k is LabelKind.Responsible or LabelKind.ResponsibleAndDue or LabelKind.Name);
    }

    private static GridRow? Row(SourceLine line, char sign, bool header)
    {
        var cells = Cells(line, sign);
        if (cells.All(c => c.Text.All(x => x is '-' or ':' or ' ' or '=')) && cells.Any(c => !c.IsEmpty))
        {
            return null; // the ruler under a markdown head
        }

        return new GridRow(
            [.. cells.Select((c, i) => new GridCell(i, c.IsEmpty ? [] : [new Line(Shape.Text, c) { Id = line.Id }]))],
            header
        );
    }

    private static List<Passage> Cells(SourceLine line, char sign)
    {
        var text = Passage.Of(line.Id, line.Text);
        var cells = new List<Passage>();
        var start = 0;
        for (var i = 0; i <= line.Text.Length; i++)
        {
            if (i == line.Text.Length || line.Text[i] == sign)
            {
                cells.Add(text.Slice(start, i - start).Trim("*", "*"));
                start = i + 1;
            }
        }

        // Bars usually stand outside the first and last cell as well.
        if (sign == '|' && cells.Count > 2 && line.Text.TrimStart().StartsWith('|'))
        {
            cells.RemoveAt(0);
            if (line.Text.TrimEnd().EndsWith('|'))
            {
                cells.RemoveAt(cells.Count - 1);
            }
        }

        return cells;
    }
}
