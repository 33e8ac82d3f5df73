using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Sections;

/// <summary>The judgements of the cutting: what is a heading here, and what belongs to the list that is open.</summary>
internal sealed partial class Sectioner
{
    private bool IsHeading(Line line, Part? next)
    {
        if (line.Shape == Shape.Heading || line.Named)
        {
            return true;
        }

        if (line.Shape == Shape.Bullet && IsBulletHeading(line, next))
        {
            return true;
        }

        var inList = _now.Kind is SectionKind.Present or SectionKind.Absent && !_blank;
        if (line.Shape == Shape.Numbered)
        {
            return !inList
                && (!_styled || line.Bold)
                && !AfterAgreementLabel()
                && Headings.IsNumberedHeading(line, InTurn(line))
                && !(next is Line { Shape: Shape.Numbered } && _now.Label == LabelKind.Agreement);
        }

        if (_styled && !line.Bold && Labels.Of(line.Text.Text) == LabelKind.None)
        {
            return false;
        }

        var label = Labels.Of(line.Text.Text);
        if (
            label is LabelKind.Agreement or LabelKind.Info
            && _now is { Kind: SectionKind.Item, Firm: true }
            && (_styled || (line.Text.Text.EndsWith(':') && !_now.Heading.Text.EndsWith(':')))
        )
        {
            return false; // a label inside its point
        }

        var known = label != LabelKind.None;
        return Headings.StandsAsHeading(line, next) && (known || (_met && !(inList && StaysInList(line))));
    }

    /// <summary>
    /// Where the whole document is one list, its headings are bullets too: the few that are bold, or a label alone with
    /// others of the same list right below.
    /// </summary>
    private bool IsBulletHeading(Line line, Part? next) =>
        next is Line { IsListed: true } below
        && line.Text.Text.Length < 60
        && line.Text.Text[^1] is not ('.' or ',' or ';')
        && (
            (_boldBullets && line.Bold && !line.Text.Text.TrimEnd(':').Contains(": ", StringComparison.Ordinal))
            || (below.Indent > line.Indent || line.Text.Text.EndsWith(':'))
                && Labels.Of(line.Text.Text)
                    is LabelKind.Present
                        or LabelKind.Absent
                        or LabelKind.Agreement
                        or LabelKind.Previous
                        or LabelKind.Next
        );

    /// <summary>The number is the next one after the last heading's, and that heading has other text under it.</summary>
    private bool InTurn(Line line) =>
        int.TryParse(line.Number, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number == _headingNumber + 1
        && number > 1
        && _now.Lines.Any()
        && _now.Lines.All(l => l.Shape != Shape.Numbered);

    /// <summary>The last line announced agreements and nothing has come yet, or numbered ones have: a list, not headings.</summary>
    private bool AfterAgreementLabel()
    {
        if (_now.Parts.LastOrDefault(p => p is not Line { Shape: Shape.Blank or Shape.Rule }) is Grid)
        {
            return false; // the table was what it announced
        }

        var last = _now.Parts.OfType<Line>().LastOrDefault(l => l.Shape is not (Shape.Blank or Shape.Rule));
        return last is null
            ? _now.Label is LabelKind.Agreement or LabelKind.Previous
            : last.Shape == Shape.Numbered
                || Fields.Of(last.Text) is [{ Kind: LabelKind.Agreement, Value.IsEmpty: true }];
    }

    private void TakeHeading(Line line, Part? next)
    {
        var (heading, below) = HeadingWords.Split(line);
        var kind = Labels.Of(heading.Text);
        if (
            (kind == LabelKind.None || IsTopTitle(line) || (kind is LabelKind.Previous or LabelKind.Info && IsFirst()))
            && _now.Kind is SectionKind.Head or SectionKind.Aside
            && !_sections.Exists(s => s.Kind == SectionKind.Item)
            && !line.Named
            && IsTitleHere(line, heading.Text)
        )
        {
            Leave();
            _now.Parts.Add(line);
            return;
        }

        var opened = SectionFor(kind);
        if (
            (opened is SectionKind.Aside or SectionKind.Absent && line.Named)
            || (
                opened == SectionKind.Absent
                && Text.Label(heading.Text) is "fravær" or "fråvær"
                && _sections.Exists(s => s.Kind is SectionKind.Absent or SectionKind.Item)
            )
        )
        {
            opened = SectionKind.Item; // «Sak 1: Godkjenning av referat» is a sak, and so is a pupil's «Fravær»
        }

        if (
            opened == SectionKind.Head
            && (kind is LabelKind.Kind or LabelKind.About or LabelKind.Number || Roles.IsRole(Text.Label(heading.Text)))
        )
        {
            // As a heading «Barnet» or «Koordinator» is a point: what that one said and does.
            opened = SectionKind.Item;
        }

        Open(
            opened,
            heading,
            kind,
            firm: line.Shape != Shape.Text
                || line.Bold
                || opened != SectionKind.Item
                || kind is not (LabelKind.Agreement or LabelKind.Info or LabelKind.Previous)
        );
        _headingNumber = int.TryParse(line.Number, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : _headingNumber;
        _numbered |= line.Number is not null && opened == SectionKind.Item;
        _met |= opened != SectionKind.Item || line.Number is not null;
        if (!below.IsEmpty)
        {
            _now.Parts.Add(line with { Shape = Shape.Text, Text = below, HeadingLevel = null });
        }
    }

    /// <summary>The first heading of all, above others of a lower level: the title, whatever its words announce elsewhere.</summary>
    private bool IsTopTitle(Line line) =>
        line.HeadingLevel == 1
        && _levels > 1
        && _sections.Count == 1
        && Labels.Of(line.Text.Text) is LabelKind.Agreement or LabelKind.Kind;

    /// <summary>Nothing stands before it: «Referat møte 10. mars» is this meeting's, not an earlier one's.</summary>
    private bool IsFirst() => _sections.Count == 1 && !_now.Lines.Any() && _metas.Count == 0;

    private bool IsTitleHere(Line line, string text) =>
        Headings.IsTitle(text) || (line.HeadingLevel == 1 && _levels > 1);

    /// <summary>True for a line that carries an open list of people or words on.</summary>
    private bool StaysInList(Line line)
    {
        if (_now.Kind is SectionKind.Item or SectionKind.Head || (_now.Kind == SectionKind.Aside && _now.Firm))
        {
            return true;
        }

        var empty = !_now.Lines.Any();
        return _now.Kind switch
        {
            SectionKind.Next => empty || !_blank,
            SectionKind.Present or SectionKind.Absent => (empty || !_blank || line.IsListed)
                && (empty || !line.IsListed || _now.Lines.First().IsListed)
                && AttendanceReader.LooksLikeEntry(line.Text),
            _ => empty || !_blank || _now.Label == LabelKind.Formality,
        };
    }

    private bool StaysInAgenda(Line line)
    {
        var number =
            line.Number is { } n
            && int.TryParse(n.Split('/', '.')[0], System.Globalization.CultureInfo.InvariantCulture, out var value)
                ? value
                : 0;
        var stays = line.IsListed
            ? !_blank || number == 0 || number > _agendaNumber
            : !_blank && line.Shape == Shape.Text && Fields.Of(line.Text)[0].Kind == LabelKind.None;
        _agendaNumber = Math.Max(_agendaNumber, number);
        return stays;
    }

    /// <summary>«Koordinator: Aud», «Barn: Ivar» inside an open list of those present is one of its groups.</summary>
    private bool IsGroupOfPresent(Field field) =>
        _now.Kind == SectionKind.Present
        && !_blank
        && _now.Lines.Any()
        && field.Kind is LabelKind.About or LabelKind.Officer
        && Text.Label(field.Label.Text) is var word
        && (Roles.IsRole(word) || word is "barn" or "familie");
}
