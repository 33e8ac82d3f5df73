using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>How firmly a document marks its agreements: decides what else may be read as one.</summary>
/// <param name="MarksAgreements">Labels, headings, columns or arrows say what is agreed.</param>
/// <param name="HasFields">Each agreement has a field or sign of its own.</param>
internal sealed partial record HouseStyle(bool MarksAgreements, bool HasFields)
{
    // Once may be chance.
    private const int FewestUses = 2;

    private readonly HashSet<string> _learnt = new(StringComparer.Ordinal);

    /// <summary>Nothing is marked: every sentence is judged by what it says.</summary>
    public static HouseStyle Plain { get; } = new(MarksAgreements: false, HasFields: false);

    /// <summary>Tables and stretches taken for something else are read as well.</summary>
    public bool TakesAll { get; init; }

    /// <summary>Looks through the points for columns, labels, headings and arrows that mark agreements.</summary>
    public static HouseStyle Of(Outline outline, ReadingContext context)
    {
        var items = outline.Items.ToList();
        var tables = items
            .SelectMany(s => s.Parts)
            .OfType<Grid>()
            .Any(g => Tables.Recognise(g).Use == TableUse.Agreements);
        var fields = items
            .SelectMany(s => s.Lines)
            .Where(l => !l.IsListed || l.Shape == Shape.Arrow)
            .SelectMany(l => Fields.Of(l.Text))
            .Concat(items.SelectMany(s => s.Parts).OfType<FormField>().Select(f => new Field(f.Kind, f.Label, f.Text)))
            .ToList();
        var responsible = fields.Exists(f => f.Kind is LabelKind.Responsible or LabelKind.ResponsibleAndDue);
        var arrows = items.SelectMany(s => s.Lines).Count(l => l.Shape == Shape.Arrow || l.Open) >= 2;
        var learnt = Learn(items.SelectMany(s => s.Lines), context);
        var marks =
            learnt.Count > 0
            || fields.Exists(f => f.Kind == LabelKind.Agreement)
            || items.Exists(s => s.Label == LabelKind.Agreement);
        var style = new HouseStyle(tables || responsible || arrows || marks, tables || responsible || arrows);
        style._learnt.UnionWith(learnt);
        return style;
    }

    /// <summary>Length of a label at the start of the line that this document puts before its agreements; null when there is none.</summary>
    public int? LearntLabel(string line) =>
        _learnt.Count > 0
        && LabelInFront().Match(line) is { Success: true } match
        && _learnt.Contains(Text.Label(match.Groups["l"].Value))
            ? match.Groups["l"].Length
            : null;

    /// <summary>
    /// Words no list knows («Utfall:»), but which this document uses again and again before sentences that say who does
    /// what: they mark its agreements.
    /// </summary>
    private static List<string> Learn(IEnumerable<Line> lines, ReadingContext context) =>
        [
            .. lines
                .Where(l => l.Text.Text.Length < LongLines.Longest)
                .Select(l => (l.Text, Match: LabelInFront().Match(l.Text.Text)))
                .Where(l => l.Match.Success && Labels.Of(l.Match.Groups["l"].Value) == LabelKind.None)
                .GroupBy(l => Text.Label(l.Match.Groups["l"].Value), StringComparer.Ordinal)
                .Where(g => g.Count() >= FewestUses && g.Key.Length > 0)
                .Where(g => !context.Cast.IsActor(g.First().Match.Groups["l"].Value))
                .Where(g => !IsDeadline(g.First(), context.Meeting))
                .Where(g =>
                    g.Take(20).Count(l => NamesWho(l.Text.Slice(l.Match.Length), context)) * 3
                    >= Math.Min(g.Count(), 20) * 2
                )
                .Select(g => g.Key),
        ];

    private static bool IsDeadline((Passage Text, Match Match) line, DateOnly meeting) =>
        Deadlines.IsDeadline(line.Text.Slice(0, line.Match.Groups["l"].Length), meeting);

    private static bool NamesWho(Passage text, ReadingContext context) =>
        !Verbs.TellsPast(text.Text)
        && InlineActs.Parse(text, context.Cast, context.Meeting) is { Responsible.Count: > 0 } act
        && (act.Verb is not { } verb || !Verbs.IsState(verb) || act.Placed);

    [GeneratedRegex(@"^(?<l>\p{Lu}[\p{L}/ -]{1,30}?)\s?:(?!\d)\s+(?=\S)", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex LabelInFront();
}
