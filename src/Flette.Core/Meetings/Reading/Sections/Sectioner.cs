using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Sections;

/// <summary>Goes through the lines once and cuts them into sections by headings, numbers and labels.</summary>
internal sealed partial class Sectioner
{
    private readonly List<Section> _sections = [];
    private readonly List<MetaField> _metas = [];
    private readonly bool _styled;
    private readonly int _levels;
    private Section _now = new(SectionKind.Head, Passage.Empty, LabelKind.None);
    private bool _blank = true;
    private bool _met;
    private int _agendaNumber;
    private int _headingNumber;
    private readonly bool _oneAgreementLabel;
    private readonly int _topics;
    private readonly bool _mail;
    private bool _numbered;
    private readonly bool _boldBullets;
    private readonly bool _capitalLabels;

    private Sectioner(IReadOnlyList<Part> parts)
    {
        var levels = parts
            .OfType<Line>()
            .Where(l => l.HeadingLevel is not null)
            .Select(l => l.HeadingLevel!.Value)
            .ToList();
        _styled = levels.Count > 1;
        _levels = levels.Distinct().Count();
        _oneAgreementLabel =
            parts.OfType<Line>().Count(l => !l.IsListed && Fields.Of(l.Text)[0].Kind == LabelKind.Agreement) == 1;
        _mail =
            parts
                .OfType<Line>()
                .Where(l => l.Shape is not (Shape.Blank or Shape.Rule))
                .Take(7)
                .Count(l => MailHead().IsMatch(l.Text.Text)) >= 2;
        var bullets = parts.OfType<Line>().Where(l => l.Shape == Shape.Bullet).ToList();
        _boldBullets = bullets.Count(l => l.Bold) is > 1 and var bold && bold * 2 < bullets.Count;
        // Where «AVTALE: …» stands again and again, words in capitals mark lines and not topics.
        _capitalLabels =
            parts
                .OfType<Line>()
                .Select(l => TopicInCapitals().Match(l.Text.Text))
                .Count(m => m.Success && Labels.Of(m.Groups["t"].Value) == LabelKind.Agreement) > 2;
        _topics = parts.OfType<Line>().Count(l => l.Shape == Shape.Text && TopicInCapitals().IsMatch(l.Text.Text));
        _sections.Add(_now);
    }

    /// <summary>The outline of these parts.</summary>
    public static Outline Cut(IReadOnlyList<Part> parts)
    {
        var flat = Flatten(parts).ToList();
        var run = new Sectioner(flat);
        for (var i = 0; i < flat.Count; i++)
        {
            run.Take(flat[i], Next(flat, i));
        }

        return new Outline(run._sections, run._metas);
    }

    /// <summary>What stands right below; below «Fritid:» or «Fritid» a blank line is passed over.</summary>
    private static Part? Next(List<Part> parts, int at)
    {
        var next = at + 1 < parts.Count ? parts[at + 1] : null;
        return
            next is Line { Shape: Shape.Blank }
            && parts[at] is Line { Shape: Shape.Text } line
            && Text.WordCount(line.Text.Text) <= 4
            && at + 2 < parts.Count
            && parts[at + 2] is Line { Shape: Shape.Text or Shape.Bullet or Shape.Arrow } below
            && (
                line.Text.Text.EndsWith(':')
                || (below.Text.Text.Length > 36 && below.Text.Text[^1] is '.' && !Greeting().IsMatch(line.Text.Text))
            )
            ? below
            : next;
    }

    private static IEnumerable<Part> Flatten(IEnumerable<Part> parts)
    {
        foreach (var part in parts)
        {
            if (part is Grid grid && Tables.Recognise(grid).Use is TableUse.Form or TableUse.Frame)
            {
                yield return new Line(Shape.Blank, Passage.Empty); // what stood open before the table ends there
                foreach (var inner in Flatten(Tables.Unfold(grid)))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return part;
            }
        }
    }

    private void Take(Part part, Part? next)
    {
        switch (part)
        {
            case Line { Shape: Shape.Blank or Shape.Rule }:
                _blank = true;
                _now.Parts.Add(part);
                return;
            case FormField field:
                TakeField(field.Kind, field.Label, field.Text, field.Value, firm: true);
                break;
            case Grid grid:
                TakeGrid(grid);
                break;
            case Line line:
                TakeLine(line, next);
                break;
            default:
                throw new InvalidOperationException("Unknown kind of part.");
        }

        _blank = false;
    }

    private void TakeGrid(Grid grid)
    {
        var use = Tables.Recognise(grid).Use;
        if (
            use == TableUse.Attendance
            || (use == TableUse.Data && _now.Kind is SectionKind.Present or SectionKind.Absent && !_now.Lines.Any())
        )
        {
            if (_now.Kind is not (SectionKind.Present or SectionKind.Absent) || _now.Lines.Any())
            {
                Open(SectionKind.Present, Passage.Empty, LabelKind.Present);
            }

            _now.Parts.Add(grid);
            _met = true;
            Leave();
            return;
        }

        if (use == TableUse.Agreements && _now.Kind != SectionKind.Item)
        {
            Open(SectionKind.Item, Passage.Empty, LabelKind.None);
        }

        _now.Parts.Add(grid);
    }

    private void TakeLine(Line line, Part? next)
    {
        var text = line.Text.Text;
        if (
            line.Shape == Shape.Text
            && (
                Headings.IsClosing(text)
                || (
                    _blank
                    && _met
                    && Headings.IsSignature(text, next)
                    && _now.Kind is SectionKind.Item or SectionKind.Next or SectionKind.Aside
                )
            )
        )
        {
            Open(SectionKind.Aside, Passage.Empty, LabelKind.Formality);
            _now.Parts.Add(line);
            return;
        }

        if (line.Place == SourcePart.Header)
        {
            // A page header frames the text: its words are there, but it opens nothing.
            _metas.AddRange(
                Fields
                    .Of(line.Text)
                    .Where(f => f.Kind == LabelKind.Date)
                    .Select(f => new MetaField(f.Kind, f.Label, f.Value))
            );
            _now.Parts.Add(line with { Shape = Shape.Text });
            return;
        }

        if (
            line.Place == SourcePart.Note
            && line.Shape == Shape.Text
            && Fields.Of(line.Text)[0].Kind is LabelKind.None or LabelKind.Formality
        )
        {
            if (_now.Kind != SectionKind.Aside)
            {
                Open(SectionKind.Aside, Passage.Empty, LabelKind.Formality);
            }

            _now.Parts.Add(line);
            return;
        }

        if (_now.Label == LabelKind.Agenda && !line.Named && StaysInAgenda(line))
        {
            _now.Parts.Add(line);
            return;
        }

        if (IsHeading(line, next))
        {
            TakeHeading(line, next);
            return;
        }

        if (
            TopicInCapitals().Match(line.Text.Text) is { Success: true } topic
            && line.Shape == Shape.Text
            && !_numbered
            && (_met || _topics > 1)
            && Labels.Of(topic.Groups["t"].Value) is LabelKind.None or LabelKind.Info
            && !_capitalLabels
        )
        {
            Open(SectionKind.Item, line.Text.Slice(0, topic.Groups["t"].Length), LabelKind.None, firm: true);
            _now.Parts.Add(line with { Text = line.Text.Slice(topic.Length) });
            return;
        }

        var fields = Fields.Of(line.Text);
        if (fields[0].Kind == LabelKind.Responsible && NamesWho(fields[0]))
        {
            fields = [fields[0] with { Kind = LabelKind.Present }];
        }

        if (
            fields[0].Kind != LabelKind.None
            && (!line.IsListed || IsListedFact(line, fields[0]))
            && !IsGroupOfPresent(fields[0])
        )
        {
            TakeFields(line, fields);
            return;
        }

        if (!StaysInList(line))
        {
            Leave();
        }

        _met |= !_met && AttendanceProse.TellsWhoWasThere(line.Text);

        _now.Parts.Add(line);
    }

    private void Leave()
    {
        if (_now.Kind is not (SectionKind.Item or SectionKind.Head))
        {
            var items = _sections.Exists(s => s.Kind == SectionKind.Item);
            Open(items ? SectionKind.Aside : SectionKind.Head, Passage.Empty, LabelKind.None);
        }
    }

    private void Open(SectionKind kind, Passage heading, LabelKind label, bool firm = false)
    {
        _now = new Section(kind, heading, label) { Firm = firm };
        _sections.Add(_now);
        _agendaNumber = 0;
    }

    [GeneratedRegex(
        @"^(?:hei|hallo|kjære|kjære|god(?:dag|t| )|takk|til|vennlig|venleg|mvh|hilsen|helsing)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^(?:fra|frå|til|emne|kopi|cc|from|to|subject)\s*:", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex MailHead();

    // «SKOLE: Det går bedre …»
    [GeneratedRegex(@"^(?<t>\p{Lu}[\p{Lu} /&-]{2,30}):\s+(?=\S)", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex TopicInCapitals();
}
