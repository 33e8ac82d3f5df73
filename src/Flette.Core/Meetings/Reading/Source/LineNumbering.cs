using System.Collections.Immutable;

namespace Flette.Core.Meetings.Reading;

/// <summary>Turns blocks into numbered lines, depth first, so that no word is left behind.</summary>
internal static class LineNumbering
{
    /// <summary>Splits at every kind of line break Word, Windows and e-mail use.</summary>
    internal static IEnumerable<string> SplitLines(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029'))
            {
                continue;
            }

            yield return text[start..i];
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }

            start = i + 1;
        }

        yield return text[start..];
    }

    internal static ImmutableArray<SourceLine> Number(ImmutableArray<SourceBlock> blocks)
    {
        var run = new Run();
        run.Add(blocks, cell: null);
        return run.Lines.ToImmutable();
    }

    private sealed class Run
    {
        private int _tables;

        public ImmutableArray<SourceLine>.Builder Lines { get; } = ImmutableArray.CreateBuilder<SourceLine>();

        public void Add(ImmutableArray<SourceBlock> blocks, CellPlace? cell)
        {
            foreach (var block in blocks)
            {
                switch (block)
                {
                    case SourceParagraph paragraph:
                        Add(paragraph, cell);
                        break;
                    case SourceTable table:
                        Add(table, cell);
                        break;
                    default:
                        throw new InvalidOperationException("Unknown kind of block.");
                }
            }
        }

        private void Add(SourceTable table, CellPlace? outer)
        {
            var number = _tables++;
            for (var row = 0; row < table.Rows.Length; row++)
            {
                var column = 0;
                foreach (var cell in table.Rows[row].Cells)
                {
                    Add(cell.Blocks, new CellPlace(number, row, column, table.Rows[row].IsHeader, outer));
                    column += Math.Max(1, cell.Span);
                }
            }
        }

        private void Add(SourceParagraph paragraph, CellPlace? cell)
        {
            var bold = paragraph.BoldLength;
            var mark = paragraph.ListMark;
            foreach (var text in SplitLines(paragraph.Text))
            {
                Lines.Add(
                    new SourceLine(new LineId(Lines.Count), text)
                    {
                        HeadingLevel = paragraph.HeadingLevel,
                        ListMark = mark,
                        Indent = paragraph.Indent,
                        BoldLength = Math.Clamp(bold, 0, text.Length),
                        Part = paragraph.Part,
                        MayBeWrapped = paragraph.MayBeWrapped,
                        Cell = cell,
                    }
                );
                bold -= text.Length + 1;
                mark = null;
            }
        }
    }
}
