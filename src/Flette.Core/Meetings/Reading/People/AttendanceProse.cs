using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>Sentences that say who took part: «Med i møtet var …», «Ivar Ask fra barnevernet meldte forfall».</summary>
internal static partial class AttendanceProse
{
    /// <summary>Adds those told of in running text before the first point.</summary>
    public static void Add(Outline outline, List<Entry> present, List<Entry> absent)
    {
        var listed = present.Count > 0;
        foreach (
            var line in outline
                .Sections.Where(s => s.Kind == SectionKind.Head)
                .SelectMany(s => s.Lines)
                .Where(l => l.Text.Text.Length < 3000)
        )
        {
            foreach (var sentence in Sentences.Split(line.Text))
            {
                if (!listed && Here(sentence) is { IsEmpty: false } people)
                {
                    present.AddRange(PersonParser.Parse(people, onePerLine: false).Where(e => e.Name.Text.Length < 60));
                }
                else if (Away().Match(sentence.Text) is { Success: true } away)
                {
                    absent.AddRange(Forfall(sentence, away));
                }
            }
        }
    }

    /// <summary>True for a line that begins «Med på møtet var …»: the facts of the meeting are there, points may follow.</summary>
    public static bool TellsWhoWasThere(Passage line) => Before().IsMatch(line.Text);

    /// <summary>The list of those present without the sentences behind it that say who was not; these are added to the absent.</summary>
    public static Passage WithoutAway(Passage line, List<Entry> absent)
    {
        var sentences = Sentences.Split(line);
        if (sentences.Count < 2)
        {
            return line;
        }

        var kept = new List<Passage>();
        foreach (var sentence in sentences)
        {
            if (kept.Count > 0 && Away().Match(sentence.Text) is { Success: true } away)
            {
                absent.AddRange(Forfall(sentence, away));
            }
            else
            {
                kept.Add(sentence);
            }
        }

        return kept.Count == sentences.Count ? line : Passage.Join(kept);
    }

    /// <summary>Only those who come for a service: that a parent or child was not there is no forfall.</summary>
    private static IEnumerable<Entry> Forfall(Passage sentence, Match away) =>
        PersonParser
            .Parse(WithoutComma(sentence.Slice(away.Groups["who"].Index, away.Groups["who"].Length)), onePerLine: true)
            .Where(e => e.Organisation is not null || (e.Role is { } role && !Roles.IsKin(role)));

    /// <summary>«Fastlegen, Aud Ask,» is one person.</summary>
    private static Passage WithoutComma(Passage who)
    {
        var comma = who.Text.IndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && Roles.IsRole(who.Text[..comma]) && Names.IsFullName(who.Text[(comma + 2)..].TrimEnd(','))
            ? Passage.Join([who.Slice(0, comma), who.Slice(comma + 2).Trim("", ",")])
            : who;
    }

    private static Passage Here(Passage sentence)
    {
        var match = Before().Match(sentence.Text);
        if (match.Success)
        {
            return sentence.Slice(match.Length).Trim("", ".");
        }

        if (!TookPart().IsMatch(sentence.Text))
        {
            return Passage.Empty; // the pattern below goes back and forth over a long line
        }

        match = Behind().Match(sentence.Text);
        return match.Success ? sentence.Slice(match.Groups["who"].Index, match.Groups["who"].Length) : Passage.Empty;
    }

    [GeneratedRegex(
        @"^(?:med (?:i|på) (?:møtet|møte|samtalen)|til ?stede|til ?stades|på møtet|i møtet|rundt bordet|på telefonen|de som møtte|dei som møtte|disse møtte|desse møtte|deltakere|deltakarar|fremmøtte|frammøtte|vi som var der|vi)\s*(?:,\s*)?(?:var|er|satt|sat|møtte|deltok|som var|:)\s*:?\s*(?:vi\s*:?\s+)?(?=\p{Lu}|dr\.|mor|far|elev|jeg|eg|undertegn|rektor|lær|kontakt)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Before();

    [GeneratedRegex(@"\s(?:møtte|deltok|var|møttes|møttest)\b", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex TookPart();

    [GeneratedRegex(
        @"^(?<who>\p{Lu}[^.]*?\p{Lu}[^.]*?)\s(?:møtte|deltok|var til ?stede|var til ?stades|var med|møttes|møttest)(?:\s(?:i|på|til|hos)\s.*)?[.!]?$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"^(?<who>.{3,120}?)\s+(?:(?:hadde|har|måtte)\s+(?:dessverre\s+|diverre\s+)?)?(?:meldte?|melde|meld|sendte)\s+(?:forfall|frafall|avbud|fråfall)\b|^(?<who>.{3,120}?)\s+(?:skulle\s(?:vært|vore|ha vært|ha vore|deltatt)\b.*\bmen\b|(?:kunne|kunde)\s(?:dessverre\s|diverre\s)?(?:ikke|ikkje)\s(?:komme|kome|møte|delta|være|vere|stille)|var\s(?:dessverre\s|diverre\s)?(?:forhindret|forhindra|syk|sjuk|bortreist|opptatt|oppteken|borte|ikke til ?stede|ikkje til ?stades|ikke med|ikkje med)\b|hadde\s(?:dessverre\s|diverre\s)?(?:ikke|ikkje)\s(?:mulighet|anledning|høve|tid|kapasitet)\b|uteble\b|måtte\s(?:dessverre\s|diverre\s)?melde\s(?:forfall|avbud)|(?:kom|møtte|deltok)\s(?:ikke|ikkje)\b)",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Away();
}
