using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>The lines of a point: listed, labelled, plain, or last time's.</summary>
internal sealed partial class ItemReader
{
    private void TakeLine(Line line)
    {
        var fields = Fields.Of(line.Text);
        if (line.Done)
        {
            Close(); // ticked off: nothing is left to do
            return;
        }

        if (line.IsListed)
        {
            TakeListed(line, fields);
            return;
        }

        if (_previous && fields[0].Kind == LabelKind.Agreement && PreviousAgreements.IsStatus(fields[0].Value.Text))
        {
            Close(); // «Tiltak 2 (turer): delvis gjort, ny frist 1. mai»: the status stands where the agreement does elsewhere
            _open = PreviousAgreements.Carried(fields[0].Label, fields[0].Value, _context.Meeting);
            fields = [.. fields.Skip(1)];
        }

        if (fields.Count == 0)
        {
            return;
        }

        if (fields[0].Kind != LabelKind.None)
        {
            foreach (var field in fields)
            {
                TakeField(field.Kind, field.Label, field.Value);
            }

            return;
        }

        if (LearntLabel(line) is { } learnt)
        {
            TakeField(LabelKind.Agreement, learnt.Label, learnt.Value);
            return;
        }

        if (Labels.Of(line.Text.Text) == LabelKind.Agreement && Text.WordCount(line.Text.Text) <= 4)
        {
            TakeField(LabelKind.Agreement, line.Text, Passage.Empty);
            return;
        }

        if (!_previous && fields.Skip(1).Any(f => f.Kind == LabelKind.Agreement) && EndsApart(fields[0].Value.Text))
        {
            // «Fritid: Ivar trivst. Avtale: Gerd ringjer BUP. Avtale: Ivar skriv til NAV.»
            TakePlain(line with { Text = fields[0].Value }, [fields[0]]);
            foreach (var field in fields.Skip(1))
            {
                TakeField(field.Kind, field.Label, field.Value);
            }

            return;
        }

        TakePlain(line, fields);
    }

    private static bool EndsApart(string text) => text.Length > 0 && text[^1] is '.' or '!' or '?' or ':' or ')' or '»';

    private void TakeListed(Line line, IReadOnlyList<Field> fields)
    {
        Close();
        _fresh = false;
        if (TakesOwner(line))
        {
            return;
        }

        if (fields[0].Kind is LabelKind.Agreement or LabelKind.Responsible or LabelKind.Due && !fields[0].Value.IsEmpty)
        {
            foreach (var field in fields)
            {
                TakeField(field.Kind, field.Label, field.Value);
            }

            return;
        }

        if (LearntLabel(line) is { } learnt)
        {
            TakeField(LabelKind.Agreement, learnt.Label, learnt.Value);
            return;
        }

        if (
            line.Shape == Shape.Arrow
            || line.Open
            || _block
            || fields.Any(f => f.Kind is LabelKind.Responsible or LabelKind.ResponsibleAndDue)
        )
        {
            _blockHasList = _block;
            Open(line.Text, fields, listed: true);
        }
        else if (_previous)
        {
            TakePrevious(line);
        }
        else
        {
            Loose(line);
        }
    }

    private void TakePlain(Line line, IReadOnlyList<Field> fields)
    {
        // Plain lines close under one another are a list as much as bullets are: a gap ends it.
        var ended = _block && (_blockHasList ? _blank || _open is null : _blank && _blockLines > 1);
        Close();
        _fresh = false;
        _block = _block && !ended;
        if (TakesOwner(line))
        {
            return;
        }

        if (fields.Any(f => f.Kind is LabelKind.Responsible or LabelKind.ResponsibleAndDue))
        {
            Open(line.Text, fields);
        }
        else if (_block && !_blockHasList)
        {
            _blockLines = _blank ? 1 : _blockLines + 1;
            Open(line.Text, fields);
        }
        else if (_previous)
        {
            TakePrevious(line);
        }
        else
        {
            Loose(line);
        }
    }

    /// <summary>«Aud (NAV):» above a list, or her name alone with the list right below: what stands in it is hers.</summary>
    private bool TakesOwner(Line line)
    {
        var text = line.Text.Trim("", ":");
        var above =
            line.Text.Text.EndsWith(':')
            || (_following is Line { IsListed: true } below && (!line.IsListed || below.Indent > line.Indent));
        if (line.IsListed && !above)
        {
            return false; // one of her list
        }

        var named =
            above
            && Text.WordCount(text.Text) <= 6
            && !Roles.IsGroup(text.Text)
            && Responsibles.AreActors(text, _context.Cast);
        _owner = named ? text : null;
        return named;
    }

    /// <summary>Opens an agreement with the fields that stand on its own line.</summary>
    private void Open(Passage text, IReadOnlyList<Field> fields, bool listed = false)
    {
        _open = new Candidate(fields[0].Kind == LabelKind.None ? fields[0].Value : text) { Listed = listed };
        foreach (var field in fields.Where(f => f.Kind != LabelKind.None))
        {
            TakeField(field.Kind, field.Label, field.Value);
        }
    }

    /// <summary>A word this document puts before its agreements, and the agreement behind it; null when the line has none.</summary>
    private (Passage Label, Passage Value)? LearntLabel(Line line) =>
        _house.LearntLabel(line.Text.Text) is { } length
            ? (line.Text.Slice(0, length), line.Text.Slice(length).Trim(":–- "))
            : null;

    private void Loose(Line line)
    {
        if (Speech.Alone(line.Text) is { } speaker)
        {
            _speaker = speaker;
            return;
        }

        if (_section.Kind == SectionKind.Head && Headings.IsTitle(string.Join(' ', line.Text.Text.Split(' ').Take(2))))
        {
            return; // «Ansvarsgruppemøte for Aud, Furuly barnehage» says where, not who does it
        }

        _loose = line;
        foreach (
            var act in LooseActs.Find(
                line,
                _house,
                _context,
                new Said(Owner() ?? Family(line), _owner is not null, _speaker)
            )
        )
        {
            Add(AgreementBuilder.Make(act));
        }
    }

    /// <summary>«Familien», «Mor» above «- leverer kontrakten»: a deed in a list is theirs; what they told is not.</summary>
    private Passage? Family(Line line) =>
        line.IsListed
        && (
            Roles.IsKin(_section.Heading.Text)
            || Roles.IsParents(_section.Heading.Text)
            || Roles.IsGroup(_section.Heading.Text)
        )
        && Text.WordCount(_section.Heading.Text) <= 3
        && LooseActs.BeginsWithDeed(line.Text.Text, _context.Cast)
            ? _section.Heading
            : null;

    private void TakePrevious(Line line)
    {
        foreach (var candidate in PreviousAgreements.Carried(line.Text, _context))
        {
            Add(AgreementBuilder.Build(candidate, _context));
        }
    }
}
