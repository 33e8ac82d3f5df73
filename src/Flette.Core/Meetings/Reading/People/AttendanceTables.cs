using System.Collections.Immutable;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>Tables of those invited or present, with columns for role, service and whether they came.</summary>
internal static class AttendanceTables
{
    /// <summary>An entry for each row with a name. Without a head the first column is the name.</summary>
    public static IReadOnlyList<Entry> Read(Grid grid)
    {
        var columns = Tables.Recognise(grid).Columns;
        var headed =
            columns.ContainsValue(LabelKind.Name)
            || columns.ContainsValue(LabelKind.Present)
            || columns.ContainsValue(LabelKind.Role);
        var marked = columns
            .Where(c =>
                c.Value is LabelKind.Attended or LabelKind.Present or LabelKind.Absent && !IsNameColumn(columns, c.Key)
            )
            .ToList();
        var bare = headed ? 0 : FullestOfNames(grid);
        var entries = new List<Entry>();
        foreach (var row in grid.Rows.Where(r => !r.IsBlank).Skip(headed ? 1 : 0))
        {
            var name = row.Cells.FirstOrDefault(c => headed ? IsNameColumn(columns, c.Column) : c.Column == bare);
            if (name is null || name.IsBlank)
            {
                continue;
            }

            foreach (var parsed in name.Lines.SelectMany(l => PersonParser.Parse(l.Text, onePerLine: true)))
            {
                entries.Add(Complete(parsed, row, columns, headed, bare, marked));
            }
        }

        return entries;
    }

    /// <summary>Without a head the names stand where most cells are full names; the first column of equals.</summary>
    private static int FullestOfNames(Grid grid) =>
        Enumerable
            .Range(0, Math.Max(1, Math.Min(grid.Columns, 6)))
            .MaxBy(column =>
                grid.Rows.Count(r =>
                    r.At(column) is { IsBlank: false } cell
                    && Names.IsFullName(cell.Text.Text.Split([',', '('])[0].Trim())
                )
            );

    private static bool IsNameColumn(ImmutableDictionary<int, LabelKind> columns, int column) =>
        columns.GetValueOrDefault(column) == LabelKind.Name
        || (
            !columns.ContainsValue(LabelKind.Name)
            && column == columns.Where(c => c.Value == LabelKind.Present).Select(c => c.Key).DefaultIfEmpty(0).First()
        );

    private static Entry Complete(
        Entry entry,
        GridRow row,
        ImmutableDictionary<int, LabelKind> columns,
        bool headed,
        int bare,
        List<KeyValuePair<int, LabelKind>> marked
    )
    {
        foreach (var cell in row.Cells.Where(c => c.Text.Text.Any(char.IsLetterOrDigit)))
        {
            var text = cell.Text.Text.Trim();
            switch (columns.GetValueOrDefault(cell.Column))
            {
                case LabelKind.Role when Services.IsService(text) && !Roles.IsRole(text):
                    entry = entry with { Organisation = entry.Organisation ?? text };
                    break;
                case LabelKind.Role when text.Contains(',', StringComparison.Ordinal):
                    entry = text.Split(',', StringSplitOptions.TrimEntries).Aggregate(entry, PersonWords.WithAttribute);
                    break;
                case LabelKind.Role:
                    entry = entry with { Role = entry.Role ?? text };
                    break;
                case LabelKind.Organisation:
                    entry = entry with { Organisation = entry.Organisation ?? text };
                    break;
                case LabelKind.None when !headed && cell.Column != bare:
                    entry = Roles.IsRemark(text)
                        ? entry with
                        {
                            SaysAbsent = entry.SaysAbsent || Roles.SaysAbsent(text),
                        }
                        : PersonWords.WithAttribute(entry, text);
                    break;
                case LabelKind.None or LabelKind.Info or LabelKind.Status when Roles.SaysAbsent(text):
                    entry = entry with { SaysAbsent = true };
                    break;
                default:
                    break;
            }
        }

        return marked.Count == 0 ? entry : entry with { SaysAbsent = entry.SaysAbsent || Absent(row, marked) };
    }

    private static bool Absent(GridRow row, List<KeyValuePair<int, LabelKind>> marked)
    {
        foreach (var (column, kind) in marked)
        {
            var text = Text.Fold(row.At(column)?.Text.Text ?? string.Empty).Trim(' ', '.', '(', ')');
            var negative = text is "nei" or "-" or "n" or "0" or "☐" || Roles.SaysAbsent(text);
            if (kind == LabelKind.Absent ? text.Length > 0 && !(text is "nei" or "-" or "☐") : negative)
            {
                return true;
            }
        }

        // A column of ticks: no tick where the others have one.
        return marked.TrueForAll(m => m.Value != LabelKind.Absent && (row.At(m.Key)?.IsBlank ?? true));
    }
}
