using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>
/// Who was there, when no word the field uses announces it: a list above the first point that can be nothing but people.
/// Its own label is then only asked whether it says that they were away.
/// </summary>
internal static partial class UnlabelledPeople
{
    private const int FewestPeople = 2;
    private const int LongestList = 800;

    // Such a list stands near the top.
    private const int FarthestDown = 80;

    /// <summary>Adds the people of such lists; nothing when somebody is known to have been there.</summary>
    public static void Add(Outline outline, List<Entry> present, List<Entry> absent)
    {
        if (present.Count > 0)
        {
            return;
        }

        var head = outline
            .Sections.TakeWhile(s => s.Kind != SectionKind.Item || present.Count == 0)
            .Where(s => s.Kind is SectionKind.Head or SectionKind.Item)
            .ToList();
        foreach (
            var line in head.SelectMany(s => s.Lines).Take(FarthestDown).Where(l => l.Text.Text.Length < LongestList)
        )
        {
            if (
                LabelInFront().Match(line.Text.Text) is { Success: true } label
                && Labels.Of(label.Groups["l"].Value) == LabelKind.None
                && People(line.Text.Slice(label.Length), Hints().IsMatch(label.Groups["l"].Value))
                    is { Count: >= FewestPeople } people
            )
            {
                (SaysAway().IsMatch(label.Groups["l"].Value) ? absent : present).AddRange(people);
            }
        }

        if (present.Count == 0)
        {
            // «GA = Gerd Ask, mor» on lines of their own above the first point: the initials are those of the meeting.
            present.AddRange(InLegend(head.SelectMany(s => s.Lines).Take(FarthestDown)));
        }

        foreach (var section in head.Where(_ => present.Count == 0))
        {
            present.AddRange(Run(section));
        }

        if (present.Count == 0)
        {
            present.AddRange(InHeadings(outline));
        }
    }

    private static List<Entry> InLegend(IEnumerable<Line> lines)
    {
        var people = new List<Entry>();
        foreach (var line in lines)
        {
            var text = line.Text.Text;
            var sign = text.Length < 120 ? text.IndexOfAny(['=', ':']) : -1;
            if (
                sign is > 0 and < 8
                && text[..sign].Trim() is var initials
                && Names.IsInitials(initials)
                && PersonParser.Parse(line.Text.Slice(sign + 1).Trim(), onePerLine: true) is [var entry]
                && Names.FitsInitials(initials, entry.Name.Text)
            )
            {
                people.Add(entry with { Initials = initials });
            }
        }

        return people.Count >= FewestPeople ? people : [];
    }

    /// <summary>«Mor (Aud Ask)», «Ivar Ask, PPT»: a heading for each who was there.</summary>
    private static List<Entry> InHeadings(Outline outline)
    {
        var people = outline
            .Sections.Where(s => s.Kind == SectionKind.Item && s.Heading.Text.Length is > 0 and < 100)
            .Select(s => Headed(s.Heading))
            .OfType<Entry>()
            .ToList();
        return people.Count > FewestPeople ? people : [];
    }

    private static Entry? Headed(Passage heading)
    {
        if (RoleThenName().Match(heading.Text) is not { Success: true } match)
        {
            return PersonParser.Parse(heading, onePerLine: true) is [var only] && IsSomebody(only) ? only : null;
        }

        var words = heading.Text[..match.Groups["n"].Index].Trim(' ', '(', '–', '-', ':');
        var parsed = PersonParser.Parse(
            heading.Slice(match.Groups["n"].Index, match.Groups["n"].Length),
            onePerLine: true
        );
        return
            parsed is [var entry]
            && Names.IsFullName(entry.Name.Text)
            && (Roles.IsRole(words) || Services.IsService(words) || Services.IsActor(words))
            ? PersonWords.WithGroup(entry, words)
            : null;
    }

    /// <summary>Lines right under one another, each with a person and what she is.</summary>
    private static List<Entry> Run(Section section)
    {
        var run = new List<Entry>();
        foreach (var part in section.Parts.Take(FarthestDown))
        {
            if (
                part is Line { Shape: not (Shape.Blank or Shape.Rule) } line
                && line.Text.Text.Length < 120
                && !line.Text.Text.Contains(':', StringComparison.Ordinal)
                && AttendanceReader.LooksLikeEntry(line.Text)
                && PersonParser.Parse(line.Text, onePerLine: true) is [var only]
                && IsSomebody(only)
            )
            {
                run.Add(only);
            }
            else if (run.Count > FewestPeople)
            {
                return run;
            }
            else
            {
                run.Clear();
            }
        }

        return run.Count > FewestPeople ? run : [];
    }

    /// <summary>The people of a list that can be nothing else.</summary>
    /// <param name="text">The list.</param>
    /// <param name="hinted">Its label speaks of meeting: then a full name alone is somebody.</param>
    private static List<Entry> People(Passage text, bool hinted)
    {
        if (text.Text.AsSpan().IndexOfAny(",;·•/") < 0 && !text.Text.Contains(" og ", StringComparison.Ordinal))
        {
            return [];
        }

        var people = PersonParser.Parse(text, onePerLine: false);
        var known = people.Count(p => IsSomebody(p) || (hinted && Names.IsFullName(p.Name.Text)));
        return known >= FewestPeople && known * 4 >= people.Count * 3 ? [.. people] : [];
    }

    /// <summary>A name with a role or service beside it.</summary>
    private static bool IsSomebody(Entry entry) =>
        (Roles.IsRole(entry.Name.Text) && entry.Name.Text.Length < 40)
        || (entry.FullName is { } full && Names.IsFullName(full))
        || Names.IsName(entry.Name.Text)
            && (
                (entry.Role is { } role && Roles.IsRole(role))
                || (entry.Organisation is { } from && Services.IsService(from))
            );

    [GeneratedRegex(
        @"^\p{L}[\p{L} ]{1,40}?\s*[(–-]\s*(?<n>\p{Lu}\p{L}+\s[^()]{2,60})\)?$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex RoleThenName();

    [GeneratedRegex(
        @"(?:oppmøte|frammøte|fremmøte|møtt|deltok|deltak|stede\b|stades\b|samlet\b|samla\b|tok del|var med)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Hints();

    [GeneratedRegex(@"^(?<l>\p{L}[\p{L} /-]{1,40}?)\s*:\s+(?=\S)", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex LabelInFront();

    [GeneratedRegex(
        @"\b(?:ikke|ikkje|forfall|avbud|borte|fravær\w*|fråvær\w*|frafall|mangl\w*|sakn\w*|savn\w*|hindr\w*|syke?|sjuke?|uten|utan)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex SaysAway();
}
