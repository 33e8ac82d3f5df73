using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Sections;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>Who wrote the document: the one «jeg» stands for.</summary>
internal static partial class WriterFinder
{
    /// <summary>From a label (Referent, Notat ved, Fra) or the signature, with role and service from where they stand.</summary>
    public static Entry? Find(Outline outline)
    {
        var lines = outline.Sections.SelectMany(s => s.Lines).ToList();
        foreach (
            var meta in outline.Metas.Where(m =>
                m.Kind == LabelKind.Officer && Writes().IsMatch(Text.Label(m.Label.Text))
            )
        )
        {
            var value = Address().Match(meta.Value.Text) is { Success: true } mail
                ? meta.Value.Slice(0, mail.Index).Trim("", ",<(")
                : meta.Value;
            if (PersonParser.Parse(value, onePerLine: true) is [var entry, ..] && Names.IsName(entry.Name.Text))
            {
                return Signed(entry, lines);
            }
        }

        var hello = lines.FindLastIndex(l => ClosingWithName().IsMatch(l.Text.Text));
        if (hello >= 0)
        {
            var name = ClosingWithName().Match(lines[hello].Text.Text).Groups["n"];
            return Signed(new Entry(lines[hello].Text.Slice(name.Index, name.Length)), lines, hello);
        }

        var closing = lines.FindLastIndex(l => Headings.IsClosing(l.Text.Text));
        return closing >= 0 && closing + 1 < lines.Count && Names.IsFullName(lines[closing + 1].Text.Text)
                ? Signed(new Entry(lines[closing + 1].Text), lines)
            : lines.Count > 1 && Headings.IsSignature(lines[^2].Text.Text, lines[^1])
                ? Signed(new Entry(lines[^2].Text), lines, lines.Count - 2)
            : lines.Count > 1 && IsLoneName(lines[^1]) ? new Entry(lines[^1].Text.Trim("/–- ", " "))
            : lines.Count > 0 ? LastLine(lines[^1].Text)
            : null;
    }

    /// <summary>«Gerd Ask, familiekoordinator» as the last line of all.</summary>
    private static Entry? LastLine(Passage line) =>
        line.Trim("/–-") is { Text.Length: < 100 } text
        && PersonParser.Parse(text, onePerLine: true) is [{ Role: { } role } entry]
        && (Names.IsFullName(entry.Name.Text) || (text.Text.Length < line.Text.Length && Names.IsName(entry.Name.Text)))
        && Roles.IsRole(role)
            ? entry
            : null;

    /// <summary>«Gerd» below a rough note.</summary>
    private static bool IsLoneName(Line line) =>
        line.Shape == Shape.Text
        && line.Text.Trim("/–- ", " ").Text is { Length: < 40 } name
        && Text.WordCount(name) <= 3
        && Names.IsName(name)
        && Labels.Of(name) == LabelKind.None;

    /// <summary>Role and service from the signature: the line under the writer's own name.</summary>
    private static Entry Signed(Entry entry, List<Line> lines, int? line = null)
    {
        var at =
            line
            ?? (
                entry.Role is null && entry.Organisation is null
                    ? lines.FindLastIndex(l => Text.Fold(l.Text.Text) == Text.Fold(entry.Name.Text))
                    : -1
            );
        if (at < 0 || at + 1 >= lines.Count || lines[at + 1].Text.Text.Length > 100)
        {
            return entry;
        }

        return lines[at + 1]
            .Text.Text.Split([',', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(w => !Phone().IsMatch(w))
            .Aggregate(entry, PersonWords.WithAttribute);
    }

    [GeneratedRegex(
        @"^(?:fra|frå|referent|skriver|skrivar|skriv|skriv referat|skreiv referat|skrev referat|referat(?: ved| v| skrevet av)?|skrevet av|skrive av|ført av|notat (?:ved|v|av)|møteleder og referent|møteleder/referent|referent og møteleder|sekretær)$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Writes();

    [GeneratedRegex(
        @"^(?:(?:med\s)?(?:vennlig|venleg|beste)\s)?(?:hilsen|helsing|mvh|hels)\.?,?\s+(?<n>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex ClosingWithName();

    [GeneratedRegex(@"\s*[<(\[]?\S+@\S+", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Address();

    [GeneratedRegex(@"\d{2}\s?\d{2}|@|tlf", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex Phone();
}
