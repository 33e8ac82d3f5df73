using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>Who was there and who was not, and everybody the document names.</summary>
internal sealed record Attendance(ImmutableArray<ReadPerson> Present, ImmutableArray<ReadPerson> Absent, Cast Cast);

/// <summary>Reads lists, tables and sentences about who took part.</summary>
internal static partial class AttendanceReader
{
    /// <summary>True when a line could be an entry of a list of people.</summary>
    public static bool LooksLikeEntry(Passage line)
    {
        var text = line.Text;
        return text.Length is > 0 and < 400
            && !Sentence().IsMatch(text)
            && !SaysWhatTheyDo(text)
            && (
                Group().IsMatch(text)
                || PersonParser.Parse(line, onePerLine: true) is { Count: > 0 } entries
                    && (
                        Names.IsName(entries[0].Name.Text)
                        || entries[0].Role is not null
                        || entries[0].Organisation is not null
                        || Roles.IsRole(entries[0].Name.Text)
                    )
            );
    }

    /// <summary>«Ivar sender vedtaket innen fredag»: a verb right after the first words, and nothing set apart.</summary>
    private static bool SaysWhatTheyDo(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length >= 4
            && text.AsSpan().IndexOfAny(",(;\t") < 0
            && words.Skip(1).Take(3).Any(w => char.IsLower(w[0]) && Verbs.IsPresent(w) && !Roles.IsRole(w));
    }

    public static Attendance Read(Outline outline)
    {
        var legend = Legend(outline);
        var writer = WriterFinder.Find(outline);
        var present = new List<Entry>();
        var absent = new List<Entry>();
        foreach (var section in outline.Sections)
        {
            if (section.Kind is SectionKind.Present or SectionKind.Absent)
            {
                foreach (var entry in Entries(section, absent))
                {
                    (section.Kind == SectionKind.Absent || entry.SaysAbsent ? absent : present).Add(entry);
                }
            }
        }

        AttendanceProse.Add(outline, present, absent);
        UnlabelledPeople.Add(outline, present, absent);
        if (writer is not null && present.Count > 0 && IsPhoneNote(outline))
        {
            present.Add(writer);
        }

        var here = Resolve(present, legend, writer);
        var away = Resolve(absent, legend, writer)
            .Where(a => !here.Exists(p => Text.Fold(p.Member.Name) == Text.Fold(a.Member.Name)))
            .ToList();
        var all = here.Concat(away)
            .Select(p => p.Member)
            .Concat(legend.Select(l => l.Value))
            .Concat(writer is null ? [] : [Member(writer)]);
        return new Attendance(
            [.. here.Select(p => p.Person)],
            [.. away.Select(p => p.Person)],
            new Cast(Distinct(all))
        );
    }

    /// <summary>Who writes a note of a telephone call was on the telephone.</summary>
    private static bool IsPhoneNote(Outline outline) =>
        outline.Sections[0].Lines.Take(3).Any(l => PhoneNote().IsMatch(l.Text.Text));

    private static IEnumerable<Entry> Entries(Section section, List<Entry> absent)
    {
        var lines = section.Lines.ToList();
        var ticked = section.Kind == SectionKind.Present && lines.Exists(l => l.Done);
        foreach (var part in section.Parts)
        {
            var found = part switch
            {
                Line { Shape: not (Shape.Blank or Shape.Rule) } line => PersonParser.Parse(
                    AttendanceProse.WithoutAway(line.Text, absent),
                    lines.Count > 1 || line.IsListed
                ),
                Grid grid => AttendanceTables.Read(grid),
                _ => [],
            };
            foreach (var entry in found)
            {
                // Where those who came are ticked, the others did not.
                yield return ticked && part is Line { IsListed: true, Done: false }
                    ? entry with
                    {
                        SaysAbsent = true,
                    }
                    : entry;
            }
        }
    }

    /// <summary>«GA = Gerd Ask, mor»: initials and who they are.</summary>
    private static Dictionary<string, CastMember> Legend(Outline outline)
    {
        var legend = new Dictionary<string, CastMember>(StringComparer.Ordinal);
        foreach (var line in outline.Sections.SelectMany(s => s.Lines))
        {
            foreach (Match match in LegendEntry().Matches(line.Text.Text))
            {
                var people = line.Text.Slice(match.Groups["who"].Index, match.Groups["who"].Length);
                if (
                    PersonParser.Parse(people, onePerLine: true) is [var entry, ..]
                    && Names.FitsInitials(match.Groups["i"].Value, entry.Name.Text)
                )
                {
                    legend.TryAdd(match.Groups["i"].Value, Member(entry) with { Initials = match.Groups["i"].Value });
                }
            }
        }

        return legend;
    }

    private static List<(ReadPerson Person, CastMember Member)> Resolve(
        List<Entry> entries,
        Dictionary<string, CastMember> legend,
        Entry? writer
    )
    {
        var people = new List<(ReadPerson Person, CastMember Member)>();
        foreach (var entry in entries)
        {
            var name = entry.Name.Text;
            var member =
                legend.TryGetValue(name, out var known) ? known
                : writer is not null && Names.IsSelf(name) ? Signed(writer, entry)
                : Member(entry);
            if (member.Name.Length == 0 || people.Exists(p => Text.Fold(p.Member.Name) == Text.Fold(member.Name)))
            {
                continue;
            }

            people.Add((new ReadPerson(member.Name, member.Role, member.Organisation, entry.Name.Spans), member));
        }

        return people;
    }

    /// <summary>«jeg (koordinator)» in the list, and the name below the note.</summary>
    private static CastMember Signed(Entry writer, Entry self) =>
        Member(
            writer with
            {
                Role = writer.Role ?? self.Role,
                Organisation = writer.Organisation ?? self.Organisation,
            }
        );

    private static CastMember Member(Entry entry) =>
        new(entry.FullName ?? entry.Name.Text, entry.Role, entry.Organisation, entry.Initials);

    private static List<CastMember> Distinct(IEnumerable<CastMember> members) =>
        [
            .. members
                .GroupBy(m => Text.Fold(m.Name), StringComparer.Ordinal)
                .Select(g =>
                    g.First() with
                    {
                        Initials = g.Select(m => m.Initials).FirstOrDefault(i => i is not null),
                    }
                ),
        ];

    [GeneratedRegex(@"^(?:telefon|samtale)(?:notat|samtale|referat)?\b", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex PhoneNote();

    [GeneratedRegex(
        @"(?:^|[;,(]\s*)(?<i>\p{Lu}{1,4})\s*(?:=|:)\s*(?<who>\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)+[^;=]*)",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex LegendEntry();

    [GeneratedRegex(
        @"^(?:fra|frå|for)\s+\p{L}[\p{L}\s-]{1,40}:\s*\p{L}|^[\p{L}\s-]{2,30}:\s*\p{Lu}",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Group();

    [GeneratedRegex(
        @"\b(?:sa|fortalte|fortalde|ville|opna|åpnet|hadde|gikk|gjekk|bestemte|ønsket|ble|blei|vart|takket|er|har|skal|vil|kan|må|mener|meiner)\b(?![^(]*\))",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Sentence();
}
