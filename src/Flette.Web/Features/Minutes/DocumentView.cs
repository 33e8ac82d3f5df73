using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;

namespace Flette.Web.Features.Minutes;

/// <summary>A stretch of a line, and what it was read as; null is plain text.</summary>
public sealed record Piece(string Text, SpanKind? Kind);

/// <summary>A line of the document as the page shows it.</summary>
/// <param name="Line">Number in the document.</param>
/// <param name="Agreement">The agreement that begins here, or null.</param>
/// <param name="Shown">Its number in the coordinator's list, from 1.</param>
/// <param name="Heading">Whether it is set as a heading.</param>
/// <param name="NewRow">Whether a row of a table begins here.</param>
/// <param name="Inside">Whether it goes on from an agreement that began above.</param>
/// <param name="Gap">Whether an empty line stands before it.</param>
public sealed record LineView(
    int Line,
    IReadOnlyList<Piece> Pieces,
    DraftAgreement? Agreement,
    int? Shown,
    bool Heading,
    bool NewRow,
    bool Inside,
    bool Gap
)
{
    /// <summary>The words of the line.</summary>
    public string Text => string.Concat(Pieces.Select(p => p.Text));
}

/// <summary>The document line by line, with what was read from it underlined. Every word is there.</summary>
public sealed record DocumentView(IReadOnlyList<LineView> Lines)
{
    /// <summary>Lays a draft over its document.</summary>
    public static DocumentView Of(SourceDocument document, MinutesDraft draft)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(draft);
        var spans = draft.Agreements.SelectMany(a => a.Spans).ToLookup(s => s.Line);
        var starts = draft.Agreements.Select((a, i) => (a, Shown: i + 1)).ToLookup(x => x.a.Line);
        var headings = draft
            .Agreements.Select(a => a.Heading)
            .Where(h => h.Length > 0)
            .ToHashSet(StringComparer.Ordinal);
        var lines = new List<LineView>();
        CellPlace? before = null;
        foreach (var line in document.Lines.Where(l => !l.IsBlank))
        {
            var start = starts[line.Id.Value].Cast<(DraftAgreement a, int Shown)?>().FirstOrDefault();
            var heading =
                line.HeadingLevel is not null
                || line.IsBold
                || draft.Headings?.Contains(line.Id.Value) == true
                || headings.Any(h =>
                    line.Text.Trim().TrimEnd(':').EndsWith(h, StringComparison.Ordinal)
                    && line.Text.Trim().Length <= h.Length + 12
                );
            var newRow =
                line.Cell is { } cell && (before is null || before.Table != cell.Table || before.Row != cell.Row);
            lines.Add(
                new LineView(
                    line.Id.Value,
                    Cut((line.ListMark is { } mark ? mark + " " : "", line.Text), spans[line.Id.Value]),
                    start?.a,
                    start?.Shown,
                    heading && start is null,
                    newRow,
                    start is null && spans[line.Id.Value].Any(),
                    line.Id.Value > 0 && document.Lines[line.Id.Value - 1].IsBlank
                )
            );
            before = line.Cell;
        }
        return new DocumentView(lines);
    }

    /// <summary>Where a place of the draft stands on the page.</summary>
    public static string Anchor(DraftPlace place) =>
        place switch
        {
            { Agreement: { } agreement } => $"#a{agreement}",
            { Line: { } line } => $"#l{line}",
            _ => "#reading",
        };

    /// <summary>Cuts a line at the ends of its marked stretches. Who and when lie over what.</summary>
    private static List<Piece> Cut((string Mark, string Text) line, IEnumerable<DraftSpan> spans)
    {
        var kinds = new SpanKind?[line.Text.Length];
        foreach (var span in spans.OrderBy(s => s.Kind))
        {
            for (var i = Math.Max(0, span.Start); i < Math.Min(line.Text.Length, span.Start + span.Length); i++)
            {
                kinds[i] = span.Kind;
            }
        }
        var pieces = new List<Piece>();
        if (line.Mark.Length > 0)
        {
            pieces.Add(new Piece(line.Mark, null));
        }
        for (var (from, to) = (0, 0); from < line.Text.Length; from = to)
        {
            for (to = from; to < line.Text.Length && kinds[to] == kinds[from]; to++) { }
            pieces.Add(new Piece(line.Text[from..to], kinds[from]));
        }
        return pieces;
    }
}
