using System.Collections.Immutable;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Sections;

/// <summary>
/// Recognises a table of agreements by what stands in it, when its head says nothing the field's words know or it has
/// none: one column of people, one of things to do.
/// </summary>
internal static class TableContent
{
    private const int FewestRows = 2;

    /// <summary>The columns, and whether the first row is a head; null when the table is something else.</summary>
    public static (ImmutableDictionary<int, LabelKind> Columns, bool Headed)? Recognise(IReadOnlyList<GridRow> rows)
    {
        if (rows.Count < FewestRows || rows.Any(r => r.Cells.Any(c => c.Parts.OfType<Grid>().Any())))
        {
            return null;
        }

        return Of(rows) is { } whole ? (whole, false)
            : rows.Count > FewestRows && Of([.. rows.Skip(1)]) is { } below ? (below, true)
            : null;
    }

    private static ImmutableDictionary<int, LabelKind>? Of(IReadOnlyList<GridRow> rows)
    {
        var columns = Enumerable
            .Range(0, rows.Max(r => r.Cells.IsEmpty ? 0 : r.Cells.Max(c => c.Column) + 1))
            .Select(c => (Column: c, Cells: Cells(rows, c)))
            .Where(c => c.Cells.Count >= FewestRows)
            .ToList();
        var people = columns.Where(c => c.Cells.Count * 2 > rows.Count && Share(c.Cells, IsPeople) >= 0.8).ToList();
        var acts = columns.Where(c => Share(c.Cells, SaysWhatToDo) >= 0.5).ToList();
        if (people.Count != 1 || acts is not [var what, ..] || what.Column == people[0].Column)
        {
            return null;
        }

        var found = ImmutableDictionary<int, LabelKind>
            .Empty.Add(people[0].Column, LabelKind.Responsible)
            .Add(what.Column, LabelKind.Agreement);
        var due = columns
            .Where(c => !found.ContainsKey(c.Column) && Share(c.Cells, IsDeadline) >= 0.6)
            .Select(c => c.Column)
            .ToList();
        return due.Count > 0 ? found.Add(due[0], LabelKind.Due) : found;
    }

    private static List<GridCell> Cells(IReadOnlyList<GridRow> rows, int column) =>
        [.. rows.Select(r => r.At(column)).OfType<GridCell>().Where(c => !c.IsBlank)];

    private static double Share(List<GridCell> cells, Func<GridCell, bool> fits) =>
        (double)cells.Count(fits) / cells.Count;

    /// <summary>«Aud», «Aud og Ivar», «Aud Ask, PPT», «mor», «NAV v/ Aud».</summary>
    private static bool IsPeople(GridCell cell)
    {
        var text = cell.Text.Text.Trim();
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        text = bracket > 0 ? text[..bracket].Trim() : text;
        return text.Length is > 1 and < 80
            && text.Split(
                    [",", "/", "+", "&", " og ", ";"],
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
                .All(IsPerson);
    }

    private static bool IsPerson(string text) =>
        Names.IsName(text)
        || Roles.IsRole(text)
        || Roles.IsGroup(text)
        || Roles.IsParents(text)
        || Services.IsActor(text)
        || (PersonWords.AfterService(text) is > 0 and var after && Names.IsName(text[after..].Trim()));

    private static bool SaysWhatToDo(GridCell cell) =>
        cell.Lines.Count(l =>
        {
            var first = l.Text.Text.Split(' ', 2)[0];
            return l.Text.Text.Contains(' ', StringComparison.Ordinal)
                && (
                    Verbs.StartsWithInfinitive(l.Text.Text) && !Names.IsName(l.Text.Text)
                    || (Verbs.IsPresent(first) && !Verbs.IsState(first) && !Roles.IsRole(first))
                );
        }) * 2
        >= cell.Lines.Count();

    private static bool IsDeadline(GridCell cell) =>
        Dates.DayFinder.Find(cell.Text.Text) is [{ Start: < 20 }, ..] && cell.Text.Text.Length < 60
        || DeadlineWords.IsOpen(cell.Text.Text)
        || DeadlineWords.IsNone(cell.Text.Text);
}
