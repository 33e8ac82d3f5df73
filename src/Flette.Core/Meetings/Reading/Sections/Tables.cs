using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Sections;

/// <summary>What a table is used for.</summary>
internal enum TableUse
{
    /// <summary>Neither of the others: read as data, nothing is concluded from it.</summary>
    Data,

    /// <summary>A column says who is responsible.</summary>
    Agreements,

    /// <summary>A column of names.</summary>
    Attendance,

    /// <summary>Labels beside their values.</summary>
    Form,

    /// <summary>Used for layout only: one column, or heading beside text.</summary>
    Frame,
}

/// <summary>Recognises what tables are used for by their heads and labels.</summary>
internal static partial class Tables
{
    /// <summary>The use of a table and, for tables with a head, what each column holds.</summary>
    public static (TableUse Use, ImmutableDictionary<int, LabelKind> Columns) Recognise(Grid grid)
    {
        var columns = Head(grid);
        if (
            columns.ContainsValue(LabelKind.Responsible)
            || columns.ContainsValue(LabelKind.ResponsibleAndDue)
            || SaysWhatIsAgreed(grid, columns)
        )
        {
            return (TableUse.Agreements, columns);
        }

        if (
            columns.ContainsValue(LabelKind.Name)
            || (
                columns.ContainsValue(LabelKind.Present)
                && (
                    columns.ContainsValue(LabelKind.Role)
                    || columns.ContainsValue(LabelKind.Organisation)
                    || columns.ContainsValue(LabelKind.Absent)
                )
            )
        )
        {
            return (TableUse.Attendance, columns);
        }

        if (TableContent.Recognise([.. grid.Rows.Where(r => !r.IsBlank)]) is { } content)
        {
            return (TableUse.Agreements, content.Columns);
        }

        return (
            IsForm(grid) ? TableUse.Form
            : grid.Columns <= 1 || IsBesideText(grid) || IsLabelled(grid) ? TableUse.Frame
            : TableUse.Data,
            columns
        );
    }

    /// <summary>The rows below the head; a title over the whole table stands above the head.</summary>
    public static IEnumerable<GridRow> Body(Grid grid)
    {
        var rows = grid.Rows.Where(r => !r.IsBlank).ToList();
        var headed = Head(grid).Count >= 2 || TableContent.Recognise(rows) is null or { Headed: true };
        return headed && HeadRow(rows) is { } head ? rows.Skip(rows.IndexOf(head) + 1) : rows;
    }

    /// <summary>
    /// Nobody has a column, but one is headed «Konklusjon», «Avtale», «Tiltak», «Videre»: who does it stands in the
    /// sentence, or the row is a service's. «Hva» alone says too little.
    /// </summary>
    private static bool SaysWhatIsAgreed(Grid grid, ImmutableDictionary<int, LabelKind> columns)
    {
        var head = HeadRow([.. grid.Rows.Where(r => !r.IsBlank)]);
        return head is not null
            && columns.Count >= 2
            && columns.Any(c =>
                c.Value == LabelKind.Agreement
                && Text.Label(head.At(c.Key)!.Text.Text) is not ("hva" or "kva" or "hva gjøres" or "gjøres")
            )
            && !columns.ContainsValue(LabelKind.Attended);
    }

    /// <summary>«Vedtak» stands over the whole table: what is in it was agreed now, whatever the point is about.</summary>
    public static bool IsTitledAgreed(Grid grid) =>
        grid.Rows.Where(r => !r.IsBlank).ToList() is [var first, _, _, ..] rows
        && HeadRow(rows) != first
        && Labels.Of(first.Cells.First(c => !c.IsBlank).Text.Text) == LabelKind.Agreement;

    private static GridRow? HeadRow(List<GridRow> rows) =>
        rows.Count > 2 && rows[0].Cells.Count(c => !c.IsBlank) == 1 && rows[1].Cells.Count(c => !c.IsBlank) > 1
            ? rows[1]
            : rows.FirstOrDefault();

    /// <summary>The parts a form or frame is made of, as if it had been written as lines.</summary>
    public static IEnumerable<Part> Unfold(Grid grid)
    {
        var form = IsForm(grid);
        foreach (var row in grid.Rows.Where(r => !r.IsBlank))
        {
            var cells = row.Cells.Where(c => !c.IsBlank).ToList();
            for (var i = 0; i < cells.Count; i++)
            {
                var kind = FormLabel(cells[i]);
                if (kind == LabelKind.None && i == 0 && form && cells.Count == 2)
                {
                    kind = GuessedLabel(cells[1]);
                }

                if (kind != LabelKind.None && i + 1 < cells.Count && FormLabel(cells[i + 1]) == LabelKind.None)
                {
                    yield return new FormField(kind, cells[i].Text, cells[i + 1].Parts);
                    i++;
                }
                else if (
                    kind == LabelKind.None
                    && i == 0
                    && cells.Count == 2
                    && IsShort(cells[0])
                    && !cells.Exists(IsLabelled)
                )
                {
                    yield return cells[0].Lines.First() with
                    {
                        Shape = Shape.Heading,
                        Text = cells[0].Text,
                    };
                }
                else
                {
                    foreach (var part in cells[i].Parts)
                    {
                        yield return part;
                    }
                }
            }
        }
    }

    /// <summary>What a cell says as the label of the cell beside it; «Sak 3/26» announces a point.</summary>
    private static LabelKind FormLabel(GridCell cell)
    {
        var text = cell.Text.Text;
        return Text.WordCount(text) > 8 ? LabelKind.None
            : PointLabel().IsMatch(text) ? LabelKind.Point
            : Labels.Of(text);
    }

    private static bool IsForm(Grid grid)
    {
        var rows = grid.Rows.Where(r => !r.IsBlank).ToList();
        var labelled = rows.Count(r =>
            r.Cells.FirstOrDefault(c => !c.IsBlank) is { } first && FormLabel(first) != LabelKind.None
        );
        return rows.Count > 0
            && grid.Columns >= 2
            && labelled * (IsNarrow(grid, rows) ? 3 : 2) >= rows.Count
            && rows.Exists(r =>
                r.Cells.Count(c => !c.IsBlank) >= 2 && FormLabel(r.Cells.First(c => !c.IsBlank)) != LabelKind.None
            );
    }

    /// <summary>Two columns, the left one of a word or two that are no names: labels, known or not.</summary>
    private static bool IsNarrow(Grid grid, List<GridRow> rows) =>
        grid.Columns == 2
        && rows.TrueForAll(r =>
            r.At(0) is { IsBlank: false } label
            && Text.WordCount(label.Text.Text) <= 3
            && !People.Names.IsFullName(label.Text.Text)
        );

    /// <summary>What a label no list knows announces, by what stands beside it: a day or a time, else something about the case.</summary>
    private static LabelKind GuessedLabel(GridCell value) =>
        Dates.DayFinder.Find(value.Text.Text).Any(d => d.Form is Dates.DayForm.DayMonth { Year: not null })
        && value.Text.Text.Length < 80
            ? LabelKind.DateAndTime
            : LabelKind.None;

    /// <summary>«Sted: rådhuset | Tid: 13–14»: the labels stand inside the cells.</summary>
    private static bool IsLabelled(Grid grid)
    {
        var cells = grid.Rows.SelectMany(r => r.Cells).Where(c => !c.IsBlank).ToList();
        return cells.Count > 1
            && (
                cells.Count(IsLabelled) * 2 >= cells.Count
                || (
                    cells.Exists(IsLabelled)
                    && cells.Count(c => LooksLabelled().IsMatch(c.Text.Text)) * 4 >= cells.Count * 3
                )
            );
    }

    private static bool IsLabelled(GridCell cell) =>
        cell.Lines.FirstOrDefault() is { } line
        && Fields.Of(line.Text) is [{ Kind: not LabelKind.None, Value.IsEmpty: false }, ..];

    private static bool IsBesideText(Grid grid) =>
        grid.Columns == 2
        && grid.Rows.All(r => r.At(0) is null || r.At(0)!.IsBlank || IsShort(r.At(0)!))
        && grid.Rows.Any(r => r.At(1) is { } second && second.Text.Text.Length > 80);

    private static bool IsShort(GridCell cell) =>
        cell.Text.Text.Length is > 0 and <= 80 && Text.WordCount(cell.Text.Text) <= 10;

    /// <summary>«Pkt. | Sak»: of two columns for the point the first holds its number.</summary>
    private static ImmutableDictionary<int, LabelKind> Numbered(ImmutableDictionary<int, LabelKind> head) =>
        head.Where(c => c.Value == LabelKind.Point).Select(c => c.Key).Order().ToList() is [var first, _, ..]
            ? head.SetItem(first, LabelKind.Number)
            : head;

    private static ImmutableDictionary<int, LabelKind> Head(Grid grid)
    {
        var first = HeadRow([.. grid.Rows.Where(r => !r.IsBlank)]);
        return first is null ? ImmutableDictionary<int, LabelKind>.Empty
            : first
                .Cells.Where(c => !c.IsBlank && Text.WordCount(c.Text.Text) <= 6)
                .Select(c => (c.Column, Kind: Labels.OfColumn(c.Text.Text)))
                .Where(c => c.Kind != LabelKind.None)
                .ToImmutableDictionary(c => c.Column, c => c.Kind)
                is { Count: >= 2 } head
                ? Numbered(head)
            : ImmutableDictionary<int, LabelKind>.Empty;
    }

    // «Omsorgsnivå: Poliklinikk»: a word or three, a colon, and something behind it.
    [GeneratedRegex(@"^\s*\p{Lu}[\p{L}/.-]*(?:\s[\p{L}/.-]+){0,3}\s?:\s*\S", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex LooksLabelled();

    [GeneratedRegex(
        @"^\s*(?:sak|punkt|pkt|tema)\.?\s*(?:nr\.?)?\s*\d{1,3}(?:\s?[/.-]\s?\d{1,4})?\s*[.:)]?\s*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex PointLabel();
}
