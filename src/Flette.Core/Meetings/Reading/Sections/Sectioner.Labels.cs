using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Sections;

/// <summary>What the labels of the document open: «Dato:» is a fact, «Til stede:» a list, «Sak:» a point.</summary>
internal sealed partial class Sectioner
{
    /// <summary>«Hvem: Gerd (mor), Ivar (skolen)» among the first labels tells who was there.</summary>
    private bool NamesWho(Field field) =>
        _now.Kind != SectionKind.Item
        && !_sections.Exists(s => s.Kind is SectionKind.Item or SectionKind.Present)
        && Text.Label(field.Label.Text) is "hvem" or "kven"
        && field.Value.Text.Contains(',', StringComparison.Ordinal);

    /// <summary>«• Til stede: Aud, Ivar» above the first point: the facts of the meeting stand in a list.</summary>
    private bool IsListedFact(Line line, Field field) =>
        line.Shape == Shape.Bullet
        && !field.Value.IsEmpty
        && (
            _sections.Exists(s => s.Kind == SectionKind.Item)
                ? field.Kind is LabelKind.Next
                    && Text.Label(field.Label.Text).Contains("møte", StringComparison.Ordinal)
                : field.Kind
                    is LabelKind.Present
                        or LabelKind.Absent
                        or LabelKind.Date
                        or LabelKind.DateAndTime
                        or LabelKind.Time
                        or LabelKind.TimeAndPlace
                        or LabelKind.Place
                        or LabelKind.Kind
                        or LabelKind.Officer
                        or LabelKind.Invited
                        or LabelKind.Written
                        or LabelKind.About
        );

    private void TakeFields(Line line, IReadOnlyList<Field> fields)
    {
        // Labels of agreements stay with the lines of their point; the item reader takes them apart.
        var first = fields[0];
        if (SectionFor(first.Kind) == SectionKind.Item || (_now.Kind == SectionKind.Item && !LeavesItem(first.Kind)))
        {
            if (SectionFor(first.Kind) == SectionKind.Item && (first.Kind == LabelKind.Point || !InFirmItem(first)))
            {
                var empty = first.Value.IsEmpty && fields.Count == 1;
                if (first.Kind == LabelKind.Point)
                {
                    Open(
                        SectionKind.Item,
                        first.Value.IsEmpty ? first.Label : first.Value,
                        LabelKind.Point,
                        firm: true
                    );
                    return;
                }

                if (empty || _now.Kind != SectionKind.Item)
                {
                    Open(SectionKind.Item, empty ? first.Label : Passage.Empty, empty ? first.Kind : LabelKind.None);
                    _met = true;
                    if (empty)
                    {
                        return;
                    }
                }
            }

            _now.Parts.Add(line);
            return;
        }

        foreach (var field in fields)
        {
            TakeField(
                field.Kind,
                field.Label,
                field.Value,
                [line with { Text = field.Value, Shape = Shape.Text }],
                firm: false
            );
        }
    }

    /// <summary>Sender and subject or receivers stand among the first labels, an address or «SV:» beside them.</summary>
    private bool IsMailHead() =>
        _mail
        && !_sections.Exists(s => s.Kind is SectionKind.Item or SectionKind.Present)
        && _now.Kind is SectionKind.Head or SectionKind.Aside
        && !_now.Lines.Any();

    private bool InFirmItem(Field field) =>
        _now.Kind == SectionKind.Item && ((_now.Firm && !ClosesTheMeeting(field)) || !field.Value.IsEmpty);

    /// <summary>«Avtaler:» once in the whole document, after several points: a point of its own.</summary>
    private bool ClosesTheMeeting(Field field) =>
        field.Kind == LabelKind.Agreement
        && _oneAgreementLabel
        && _blank
        && _sections.Count(s => s.Kind == SectionKind.Item) > 1;

    private static bool LeavesItem(LabelKind kind) =>
        kind
            is LabelKind.Present
                or LabelKind.Absent
                or LabelKind.Next
                or LabelKind.Invited
                or LabelKind.Officer
                or LabelKind.Written
                or LabelKind.Agenda
                or LabelKind.Formality;

    private void TakeField(LabelKind kind, Passage label, Passage value, IReadOnlyList<Part> lines, bool firm)
    {
        // In the head of an e-mail the date is the day it was sent.
        var sent = kind is LabelKind.Date or LabelKind.DateAndTime && IsMailHead();
        _metas.Add(new MetaField(sent ? LabelKind.Written : kind, label, value));
        _met = true;
        var opened = SectionFor(kind);
        switch (opened)
        {
            case SectionKind.Item when kind == LabelKind.Point:
                Open(SectionKind.Item, value.IsEmpty ? label : value, kind, firm: true);
                return;
            case SectionKind.Item:
                if (_now.Kind != SectionKind.Item)
                {
                    Open(SectionKind.Item, Passage.Empty, LabelKind.None);
                }

                _now.Parts.Add(new FormField(kind, label, [.. lines]));
                return;
            case SectionKind.Head:
                if (_now.Kind == SectionKind.Item)
                {
                    _now.Parts.Add(new FormField(kind, label, [.. lines]));
                    return;
                }

                Leave();
                return;
            default:
                Open(opened, label, kind, firm);
                _now.Parts.AddRange(lines.Where(l => l is not Line { Text.IsEmpty: true }));
                return;
        }
    }

    private static SectionKind SectionFor(LabelKind kind) =>
        kind switch
        {
            LabelKind.Present => SectionKind.Present,
            LabelKind.Absent => SectionKind.Absent,
            LabelKind.Next => SectionKind.Next,
            LabelKind.Invited or LabelKind.Agenda or LabelKind.Formality => SectionKind.Aside,
            LabelKind.Date
            or LabelKind.Time
            or LabelKind.DateAndTime
            or LabelKind.TimeAndPlace
            or LabelKind.Place
            or LabelKind.Kind
            or LabelKind.About
            or LabelKind.Officer
            or LabelKind.Written
            or LabelKind.Number
            or LabelKind.Name
            or LabelKind.Role
            or LabelKind.Organisation
            or LabelKind.Attended
            or LabelKind.Contact => SectionKind.Head,
            _ => SectionKind.Item,
        };
}
