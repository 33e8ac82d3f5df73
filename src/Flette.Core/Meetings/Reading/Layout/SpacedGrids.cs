using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>
/// Tables set up with spaces: what stands in a row belongs to the column of the head it stands under. A row without a
/// first word goes on with the one above.
/// </summary>
internal static partial class SpacedGrids
{
    // A cell may begin a little to the left of its head.
    private const int Slack = 3;

    /// <summary>The table that begins at this line and how many lines it takes; null when none does.</summary>
    public static (Grid Grid, int Lines)? At(IReadOnlyList<SourceLine> lines, int at)
    {
        var head = Pieces(lines[at]);
        if (head.Count < 3 || !NamesColumns(head))
        {
            return null;
        }

        var starts = head.Select(h => h.Start).ToList();
        var rows = new List<List<Passage>[]> { Row(head, starts) };
        var next = at + 1;
        for (; next < lines.Count && !lines[next].IsBlank; next++)
        {
            var pieces = Pieces(lines[next]);
            if (Rule().IsMatch(lines[next].Text))
            {
                continue;
            }

            var goesOn =
                rows.Count > 1
                && (pieces[0].Start > starts[0] + Slack || (pieces.Count == 1 && char.IsLower(pieces[0].Text.Text[0])));
            if (!goesOn && pieces.Count < 2)
            {
                break;
            }

            var row = Row(pieces, starts);
            if (!goesOn)
            {
                rows.Add(row);
                continue;
            }

            for (var c = 0; c < row.Length; c++)
            {
                rows[^1][c].AddRange(row[c]);
            }
        }

        return rows.Count < 2
            ? null
            : (new Grid([.. rows.Select((r, i) => new GridRow(Cells(r, lines[at].Id), i == 0))]), next - at);
    }

    private static bool NamesColumns(List<(int Start, Passage Text)> head)
    {
        var kinds = head.Select(h => Labels.OfColumn(h.Text.Text)).ToList();
        return kinds.Count(k => k != LabelKind.None) >= 3
            && kinds.Exists(k => k is LabelKind.Responsible or LabelKind.ResponsibleAndDue);
    }

    private static List<Passage>[] Row(List<(int Start, Passage Text)> pieces, List<int> starts)
    {
        var row = starts.Select(_ => new List<Passage>()).ToArray();
        foreach (var (start, text) in pieces)
        {
            row[Math.Max(0, starts.FindLastIndex(s => s <= start + Slack))].Add(text);
        }

        return row;
    }

    private static ImmutableArray<GridCell> Cells(List<Passage>[] row, LineId id) =>
        [
            .. row.Select(
                (texts, i) =>
                    new GridCell(i, texts.Count == 0 ? [] : [new Line(Shape.Text, Passage.Join(texts)) { Id = id }])
            ),
        ];

    private static List<(int Start, Passage Text)> Pieces(SourceLine line)
    {
        if (line.Text.Length > LongLines.Longest || line.Cell is not null)
        {
            return [];
        }

        var whole = Passage.Of(line.Id, line.Text);
        return [.. Piece().Matches(line.Text).Select(m => (m.Index, whole.Slice(m.Index, m.Length)))];
    }

    [GeneratedRegex(@"\S+(?:\s\S+)*", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^[\s=_–-]+$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Rule();
}
