using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Sections;

/// <summary>What a stretch of the document is for.</summary>
internal enum SectionKind
{
    /// <summary>Title, labels and prose before the first point.</summary>
    Head,
    Present,
    Absent,
    Next,

    /// <summary>A sak, a numbered point, a heading of substance.</summary>
    Item,

    /// <summary>Agenda, distribution, formalities, signature: nothing is read from it.</summary>
    Aside,
}

/// <summary>A stretch of lines under one heading or label.</summary>
internal sealed class Section(SectionKind kind, Passage heading, LabelKind label)
{
    public SectionKind Kind { get; } = kind;

    public Passage Heading { get; } = heading;

    /// <summary>What the heading's words announce.</summary>
    public LabelKind Label { get; } = label;

    /// <summary>The heading is one by number, style or place, not just a label with a colon.</summary>
    public bool Firm { get; init; }

    public List<Part> Parts { get; } = [];

    public IEnumerable<Line> Lines => Parts.OfType<Line>().Where(l => l.Shape is not (Shape.Blank or Shape.Rule));
}

/// <summary>A labelled fact about the meeting: «Dato: 12. mars».</summary>
internal sealed record MetaField(LabelKind Kind, Passage Label, Passage Value);

/// <summary>A label and its value as two cells of a form; stands among the lines.</summary>
internal sealed record FormField(LabelKind Kind, Passage Label, System.Collections.Immutable.ImmutableArray<Part> Value)
    : Part
{
    public Passage Text => Passage.Join(Value.OfType<Line>().Select(l => l.Text));
}

/// <summary>The document cut into sections, and the facts its labels give.</summary>
internal sealed record Outline(IReadOnlyList<Section> Sections, IReadOnlyList<MetaField> Metas)
{
    public IEnumerable<Section> Items => Sections.Where(s => s.Kind == SectionKind.Item);
}
