using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>A row of a table of agreements: the point it opens, if any, and the agreement, if any.</summary>
internal sealed record TableRow(Passage? Heading, ReadAgreement? Agreement, Passage? NextMeeting);

/// <summary>Reads tables where a column says who is responsible, whatever the order of the columns.</summary>
internal static partial class TableAgreements
{
    /// <summary>The rows below the head, in order.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="previous">The table lists last time's agreements.</param>
    /// <param name="context">People and meeting day.</param>
    public static IEnumerable<TableRow> Read(Grid grid, bool previous, ReadingContext context)
    {
        var columns = Tables.Recognise(grid).Columns;
        previous = previous && !Tables.IsTitledAgreed(grid);
        var who =
            Column(columns, LabelKind.Responsible)
            ?? Column(columns, LabelKind.ResponsibleAndDue)
            ?? Column(columns, LabelKind.Organisation)
            ?? Column(columns, LabelKind.Name);
        var what = WhatColumn(grid, columns);
        var point = Column(columns, LabelKind.Point) is { } p && p != what ? p : (int?)null;
        foreach (var row in Tables.Body(grid))
        {
            if (OverAll(row, grid) is { } title)
            {
                if (Fields.Of(title) is [{ Kind: LabelKind.Next, Value.IsEmpty: false } next, ..])
                {
                    yield return new TableRow(null, null, next.Value);
                    continue;
                }

                yield return new TableRow(title, null, null);
                continue;
            }

            var cell = what is { } w ? row.At(w) : null;
            var text = cell?.Text ?? Passage.Empty;
            var heading = point is { } column && row.At(column) is { IsBlank: false } head ? head.Text : null;
            if (
                point is null
                && cell is not null
                && Column(columns, LabelKind.Number) is { } number
                && row.At(number) is { IsBlank: false }
            )
            {
                (heading, text) = HeadingInCell(cell);
            }

            if (
                heading is not null
                && heading.Text.All(c => !char.IsLetter(c))
                && Column(columns, LabelKind.Info) is { } info
                && info != what
                && row.At(info) is { IsBlank: false } said
                && Sentences.Split(said.Text)[0] is { Text.Length: <= 60 } first
            )
            {
                heading = first.Trim("", ".");
            }

            if (IsNextMeeting(heading, text))
            {
                yield return new TableRow(
                    null,
                    null,
                    Passage.Join(row.Cells.Where(c => c.Column != who).Select(c => c.Text))
                );
                continue;
            }

            yield return new TableRow(heading, null, null);
            foreach (var parts in RowParts.Of(row, cell, text, who, Column(columns, LabelKind.Due), context))
            {
                foreach (var agreement in Agreements(row, parts, columns, who is not null, previous, context))
                {
                    yield return new TableRow(null, agreement, null);
                }
            }
        }
    }

    /// <summary>A row that is one cell only, or one cell across the table, is a heading for the rows below it.</summary>
    private static Passage? OverAll(GridRow row, Grid grid)
    {
        var said = row.Cells.Where(c => !c.IsBlank).ToList();
        return
            said is [{ Column: 0 } only]
            && grid.Columns > 2
            && row.Cells.Length == 1
            && Text.WordCount(only.Text.Text) <= 10
            ? only.Text.Trim("", ":")
            : null;
    }

    private static IEnumerable<ReadAgreement> Agreements(
        GridRow row,
        RowParts parts,
        ImmutableDictionary<int, LabelKind> columns,
        bool named,
        bool previous,
        ReadingContext context
    )
    {
        if (named)
        {
            return Agreement(row, parts, columns, previous, context) is { } one ? [one] : [];
        }

        // Who does it stands in the sentence: as many agreements as the cell tells of.
        return (row.At(Column(columns, LabelKind.Agreement) ?? 0)?.Lines ?? [])
            .Aggregate(ImmutableArray<Candidate>.Empty, (before, line) => Labelled(before, line, context))
            .Select(c => c with { Due = c.Due ?? (parts.Due is { IsEmpty: true } ? null : parts.Due), Listed = true })
            .Select(c => (Candidate: c, Built: AgreementBuilder.Build(c, context)))
            .Where(b => b.Built is not null && !previous && AgreementFilter.Keeps(b.Candidate, b.Built, inList: true))
            .Select(b => b.Built!);
    }

    /// <summary>«Ringe BUP. Ansvar: Aud. Frist: 1. mai» in one cell, on one line or on several.</summary>
    private static ImmutableArray<Candidate> Labelled(
        ImmutableArray<Candidate> before,
        Line line,
        ReadingContext context
    )
    {
        var fields = Fields.Of(line.Text);
        Passage? Value(LabelKind kind) =>
            fields.FirstOrDefault(f => f.Kind == kind && !f.Value.IsEmpty)?.Value.Trim("", ".,;");
        var who = Value(LabelKind.Responsible) ?? Value(LabelKind.ResponsibleAndDue);
        var due = Value(LabelKind.Due);
        if (who is null && due is null)
        {
            return
            [
                .. before,
                .. (line.IsListed ? [new ActPart(line.Text, null)] : SeveralActs.Split(line.Text, context)).Select(
                    p => new Candidate(p.Text) { Responsible = p.Who }
                ),
            ];
        }

        var text = fields
            .FirstOrDefault(f => f.Kind is LabelKind.None or LabelKind.Agreement && !f.Value.IsEmpty)
            ?.Value;
        return text is not null ? [.. before, new Candidate(text) { Responsible = who, Due = due }]
            : before.IsEmpty ? before
            : before.SetItem(
                before.Length - 1,
                before[^1] with
                {
                    Responsible = before[^1].Responsible ?? who,
                    Due = before[^1].Due ?? due,
                }
            );
    }

    private static ReadAgreement? Agreement(
        GridRow row,
        RowParts parts,
        ImmutableDictionary<int, LabelKind> columns,
        bool previous,
        ReadingContext context
    )
    {
        var (text, field, due) = parts;
        if (field.IsEmpty || text.IsEmpty || Responsibles.Parse(field, context.Cast).Count == 0)
        {
            return null;
        }

        if (Column(columns, LabelKind.Status) is { } status)
        {
            var said = row.At(status)?.Text ?? Passage.Empty;
            var carried = PreviousAgreements.NewDeadline(said, context.Meeting);
            if (
                previous
                    ? carried is null && !PreviousAgreements.CarriesOn(said.Text)
                    : PreviousAgreements.IsDone(said.Text)
            )
            {
                return null;
            }

            due = carried ?? due;
        }
        else if (previous && !(due is { } again && PreviousAgreements.CarriesOn(again.Text)))
        {
            return null;
        }

        var candidate = new Candidate(text) { Responsible = field, Due = due is { IsEmpty: true } ? null : due };
        return AgreementBuilder.Build(
            due is { IsEmpty: true } ? candidate with { Due = Passage.Empty } : candidate,
            context
        );
    }

    private static int? Column(ImmutableDictionary<int, LabelKind> columns, LabelKind kind) =>
        columns.Where(c => c.Value == kind).Select(c => (int?)c.Key).Order().FirstOrDefault();

    /// <summary>The column that says what is to be done; without a head for it, the one with most words.</summary>
    private static int? WhatColumn(Grid grid, ImmutableDictionary<int, LabelKind> columns) =>
        Column(columns, LabelKind.Agreement)
        ?? Column(columns, LabelKind.Info)
        ?? Enumerable
            .Range(0, grid.Columns)
            .Where(c => !columns.ContainsKey(c))
            .OrderByDescending(c => grid.Rows.Sum(r => r.At(c)?.Text.Text.Length ?? 0))
            .Select(c => (int?)c)
            .FirstOrDefault(c => grid.Rows.Skip(1).Any(r => r.At(c!.Value) is { IsBlank: false }))
        ?? Column(columns, LabelKind.Point);

    /// <summary>A numbered row whose text begins with a line that is bold or stands short above the rest.</summary>
    private static (Passage? Heading, Passage Text) HeadingInCell(GridCell cell)
    {
        var lines = cell.Lines.ToList();
        return
            lines.Count > 0
            && (
                lines[0].Bold
                || (lines.Count > 1 && Text.WordCount(lines[0].Text.Text) <= 8 && lines[0].Text.Text[^1] != '.')
            )
            ? (lines[0].Text, Passage.Join(lines.Skip(1).Select(l => l.Text)))
            : (null, cell.Text);
    }

    private static bool IsNextMeeting(Passage? heading, Passage text) =>
        (heading is not null && Labels.Of(heading.Text) == LabelKind.Next) || NextMeeting().IsMatch(text.Text);

    [GeneratedRegex(@"^(?:neste|nytt)\s\p{L}*møte\b.{0,12}\d", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex NextMeeting();
}
