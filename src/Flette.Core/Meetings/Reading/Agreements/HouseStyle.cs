using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>How firmly a document marks its agreements: decides what else may be read as one.</summary>
internal sealed record HouseStyle(bool MarksAgreements, bool HasFields)
{
    /// <summary>Looks through the points for columns, labels, headings and arrows that mark agreements.</summary>
    public static HouseStyle Of(Outline outline)
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
        var marks =
            fields.Exists(f => f.Kind == LabelKind.Agreement) || items.Exists(s => s.Label == LabelKind.Agreement);
        return new HouseStyle(tables || responsible || arrows || marks, tables || responsible || arrows);
    }
}
