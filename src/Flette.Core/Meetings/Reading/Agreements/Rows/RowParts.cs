using Flette.Core.Meetings.Reading.Layout;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>What one agreement of a row is made of. <paramref name="Due"/> is null when there is no column for it.</summary>
internal sealed record RowParts(Passage What, Passage Who, Passage? Due)
{
    /// <summary>The agreements of a row: cells with as many lines of names as of acts hold one for each line.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cell">The cell that says what is to be done.</param>
    /// <param name="text">Its words, without a heading inside it.</param>
    /// <param name="who">The column for who, when there is one.</param>
    /// <param name="due">The column for the deadline, when there is one.</param>
    /// <param name="context">The people.</param>
    public static IEnumerable<RowParts> Of(
        GridRow row,
        GridCell? cell,
        Passage text,
        int? who,
        int? due,
        ReadingContext context
    )
    {
        var acts = cell?.Lines.ToList() ?? [];
        var names = Lines(row, who);
        var days = Lines(row, due);
        var together =
            acts.Count > 1
            && acts.Count == names.Count
            && names.TrueForAll(n => Responsibles.Parse(n.Text, context.Cast).Count > 0);
        var whole = due is null ? null : Passage.Join(days.Select(l => l.Text));

        // One name beside a list: everything in the list is hers.
        if (names.Count == 1 && acts.Count > 1 && acts.TrueForAll(a => a.IsListed))
        {
            return acts.Select(
                (a, i) =>
                    new RowParts(
                        a.Text,
                        names[0].Text,
                        days.Count == acts.Count ? days[i].Text
                            : days.Count > 0 ? whole
                            : null
                    )
            );
        }

        return together
            ? acts.Select(
                (a, i) => new RowParts(a.Text, names[i].Text, days.Count == acts.Count ? days[i].Text : whole)
            )
            : [new RowParts(text, Passage.Join(names.Select(l => l.Text), between: ", "), whole)];
    }

    private static List<Line> Lines(GridRow row, int? column) => column is { } c ? row.At(c)?.Lines.ToList() ?? [] : [];
}
