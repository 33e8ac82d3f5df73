using System.Collections.Immutable;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>Reads the points of the whole document, by its marks first, by what its sentences say where the marks give little.</summary>
internal static class Points
{
    // The marks are believed unless plain sentences tell of this many more, and so many times as many.
    private const int FewestMore = 3;
    private const int TimesMore = 3;

    /// <summary>The points in order, and what rows of tables say of the next meeting.</summary>
    public static (ImmutableArray<ReadItem> Items, IReadOnlyList<Passage> Next) Read(
        Outline outline,
        ReadingContext context
    )
    {
        var house = HouseStyle.Of(outline, context);
        var marked = Read(outline, house, context);
        var found = Count(marked.Items);
        if (found == 0 && (house.MarksAgreements || HasMore(outline)))
        {
            var all = Read(outline, HouseStyle.Plain with { TakesAll = true }, context);
            return Count(all.Items) > 0 ? all : marked;
        }

        if (!house.MarksAgreements || found > FewestMore)
        {
            return marked;
        }

        // «Videre» above the day of the next meeting announced agreements and gave none: they stand elsewhere.
        var plain = Read(outline, HouseStyle.Plain, context);
        var more = Count(plain.Items);
        return more >= found + FewestMore && more >= found * TimesMore ? plain : marked;
    }

    private static (ImmutableArray<ReadItem> Items, IReadOnlyList<Passage> Next) Read(
        Outline outline,
        HouseStyle house,
        ReadingContext context
    )
    {
        var items = ImmutableArray.CreateBuilder<ReadItem>();
        var rows = new List<Passage>();
        foreach (var section in outline.Sections.Where(s => IsRead(s, house)))
        {
            var (found, next) = ItemReader.Read(section, house, context);
            rows.AddRange(next);
            items.AddRange(
                found
                    .Where(i => !i.Heading.IsEmpty || i.Agreements.Count > 0)
                    .Select(i => new ReadItem(i.Heading.Text, i.Heading.Spans, [.. i.Agreements]))
            );
        }

        return (items.ToImmutable(), rows);
    }

    /// <summary>There are tables or stretches that were not read.</summary>
    private static bool HasMore(Outline outline) =>
        outline.Sections.Any(s =>
            s is { Kind: SectionKind.Aside, Label: Words.LabelKind.None }
            || (s.Kind is SectionKind.Item or SectionKind.Head && s.Parts.OfType<Grid>().Any())
        );

    private static bool IsRead(Section section, HouseStyle house) =>
        section.Kind is SectionKind.Item or SectionKind.Head
        || (house.TakesAll && section is { Kind: SectionKind.Aside, Label: Words.LabelKind.None });

    private static int Count(ImmutableArray<ReadItem> items) => items.Sum(i => i.Agreements.Length);
}
