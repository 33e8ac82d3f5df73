using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>Reads one section into points with agreements. A table may hold several points.</summary>
internal sealed partial class ItemReader
{
    private readonly Section _section;
    private readonly HouseStyle _house;
    private readonly ReadingContext _context;
    private readonly List<(Passage Heading, List<ReadAgreement> Agreements)> _items = [];
    private readonly List<Passage> _next = [];
    private bool _previous;
    private Candidate? _open;
    private Line? _loose;
    private bool _block;
    private bool _blockHasList;
    private int _blockLines;
    private Passage? _owner;
    private bool _fresh = true;
    private bool _blank;
    private Part? _following;
    private Passage? _speaker;

    private ItemReader(Section section, HouseStyle house, ReadingContext context)
    {
        _section = section;
        _house = house;
        _context = context;
        _previous = section.Label == LabelKind.Previous;
        _block = section.Label == LabelKind.Agreement;
        if (section.Kind == SectionKind.Item && !(section.Heading.IsEmpty && section.Parts.OfType<Grid>().Any()))
        {
            _items.Add((section.Heading, []));
        }
    }

    /// <summary>The points of the section, and what it says of the next meeting.</summary>
    public static (
        IReadOnlyList<(Passage Heading, List<ReadAgreement> Agreements)> Items,
        IReadOnlyList<Passage> Next
    ) Read(Section section, HouseStyle house, ReadingContext context)
    {
        var reader = new ItemReader(section, house, context);
        for (var i = 0; i < section.Parts.Count; i++)
        {
            reader._following = i + 1 < section.Parts.Count ? section.Parts[i + 1] : null;
            reader.Take(section.Parts[i]);
        }

        reader.Close();
        return (reader._items, reader._next);
    }

    private void Take(Part part)
    {
        switch (part)
        {
            case Line { Shape: Shape.Blank or Shape.Rule }:
                _blank = true;
                return;
            case Grid grid:
                TakeGrid(grid);
                break;
            case FormField field:
                TakeForm(field);
                break;
            case Line line:
                TakeLine(line);
                break;
            default:
                throw new InvalidOperationException("Unknown kind of part.");
        }

        _blank = false;
    }

    private void TakeGrid(Grid grid)
    {
        Close();
        _fresh = false;
        if (Tables.Recognise(grid).Use != TableUse.Agreements)
        {
            foreach (
                var line in grid.Rows.Where(_ => _house.TakesAll).SelectMany(r => r.Cells).SelectMany(c => c.Lines)
            )
            {
                Loose(line with { Shape = Shape.Bullet });
            }

            return;
        }

        foreach (var row in TableAgreements.Read(grid, _previous, _context))
        {
            if (row.NextMeeting is { } next)
            {
                _next.Add(next);
                continue;
            }

            if (
                row.Heading is { } heading
                && !(_items.Count > 0 && Text.Fold(_items[^1].Heading.Text) == Text.Fold(heading.Text))
            )
            {
                _items.Add((heading, []));
            }

            Add(row.Agreement);
        }
    }

    /// <summary>A box with several lines of agreements is a list of them under its label.</summary>
    private void TakeForm(FormField field)
    {
        var lines = field.Value.OfType<Line>().Where(l => l.Shape is not (Shape.Blank or Shape.Rule)).ToList();
        if (field.Kind != LabelKind.Agreement || lines.Count < 2)
        {
            TakeField(field.Kind, field.Label, field.Text);
            return;
        }

        TakeField(LabelKind.Agreement, field.Label, Passage.Empty);
        _block = true;
        foreach (var line in lines)
        {
            TakeLine(line);
        }

        Close();
        _block = false;
    }

    private void TakeField(LabelKind kind, Passage label, Passage value)
    {
        switch (kind)
        {
            case LabelKind.Agreement
                when _open is { Responsible: null }
                    && FollowUp(label.Text)
                    && Responsibles.AreActors(value, _context.Cast, lenient: true):
                Attach(c => c with { Responsible = value });
                break;
            case LabelKind.Previous:
                Close();
                _previous = true;
                _block = false;
                break;
            case LabelKind.Agreement:
                Close();
                _block = value.IsEmpty && !_previous; // a list of last time's is judged line by line
                _blockHasList = false;
                _blockLines = 0;
                _owner = null;
                _open = value.IsEmpty ? null : new Candidate(value);
                break;
            case LabelKind.Responsible:
                Attach(c => c with { Responsible = value });
                break;
            case LabelKind.ResponsibleAndDue:
                Attach(c => c with { Responsible = value });
                break;
            case LabelKind.Due when _open is not null || _loose is not null:
            case LabelKind.Date or LabelKind.DateAndTime or LabelKind.Time when _open is not null:
                Attach(c => c with { Due = value });
                break;
            case LabelKind.Status when _open is not null:
                if (PreviousAgreements.IsDone(value.Text))
                {
                    _open = null;
                }

                break;
            default:
                Close();
                _block = false;
                break;
        }
    }

    /// <summary>«Oppfølging: Aud» under an agreement says who follows it up.</summary>
    private static bool FollowUp(string label) => Text.Label(label).StartsWith("oppfølging", StringComparison.Ordinal);

    /// <summary>A field for who or when belongs to the open agreement, else to the line just above it.</summary>
    private void Attach(Func<Candidate, Candidate> with)
    {
        if (_open is null && _loose is { } above)
        {
            _open = new Candidate(above.Text);
        }
        else if (_open is null && _fresh && !_section.Heading.IsEmpty)
        {
            _open = new Candidate(_section.Heading); // «2. Fritak fra gym», and right below it who and when
        }

        _fresh = false;

        _loose = null;
        _open = _open is null ? null : with(_open);
    }

    private void Close()
    {
        foreach (var candidate in OpenCandidates())
        {
            var whose = Whose(candidate);
            var agreement = AgreementBuilder.Build(whose, _context, Owner());
            if (agreement is not null && AgreementFilter.Keeps(whose, agreement, _block || whose.Listed))
            {
                Add(agreement);
            }
        }

        _open = null;
        _loose = null;
    }

    /// <summary>The open candidate, in parts where running text without fields tells of several.</summary>
    private IEnumerable<Candidate> OpenCandidates() =>
        _open is not { } open ? []
        : open.Listed || open.Responsible is not null || open.Due is not null ? [open]
        : SeveralActs
            .Split(open.Text, _context)
            .Select(p =>
                p.Text == open.Text ? open : new Candidate(p.Text) { Responsible = p.Who, Carried = open.Carried }
            );

    /// <summary>Who does what names nobody: the one whose name stands above, else the service of the heading.</summary>
    private Passage? Owner() =>
        _owner ?? (AgreementFilter.IsServiceHeading(_section.Heading.Text, _context.Cast) ? _section.Heading : null);

    /// <summary>«gir Aud svar» under the name of Ivar is his, whoever else the line names.</summary>
    private Candidate Whose(Candidate candidate) =>
        _owner is not null
        && candidate.Responsible is null
        && LooseActs.BeginsWithDeed(candidate.Text.Text, _context.Cast)
            ? candidate with
            {
                Responsible = _owner,
            }
            : candidate;

    private void Add(ReadAgreement? agreement)
    {
        if (agreement is null)
        {
            return;
        }

        if (_items.Count == 0)
        {
            _items.Add((Passage.Empty, []));
        }

        _items[^1].Agreements.Add(agreement);
    }
}
