using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>Takes one entry's words apart: role before the name, service before or behind it.</summary>
internal static partial class PersonWords
{
    /// <summary>An entry from its first segment: «rektor Aud Ask», «PPT v/ Aud Ask», «Aud Ask fra PPT», «Aud Ask».</summary>
    public static Entry? Read(Passage text)
    {
        var after = AfterService(text.Text);
        if (after > 0)
        {
            var entry = Read(text.Slice(after).Trim());
            return entry is null ? null : entry with { Organisation = entry.Organisation ?? Service(text.Text, after) };
        }

        if (WhoseKin().Match(text.Text) is { Success: true } whose && Roles.BeforeName(text.Text[whose.Length..]) > 0)
        {
            return Read(text.Slice(whose.Length));
        }

        var role = Roles.BeforeName(text.Text);
        if (role > 0)
        {
            var entry = Read(text.Slice(role).Trim());
            return entry is null ? null : entry with { Role = entry.Role ?? text.Text[..role].Trim() };
        }

        if (WhoIsBehind().Match(text.Text) is { Success: true } clause)
        {
            return WithAttribute(
                new Entry(text.Slice(0, clause.Groups["n"].Length)),
                text.Text[clause.Groups["r"].Index..]
            );
        }

        var core = BeforeOrigin(text.Text);
        if (core.Length < text.Text.Length)
        {
            var origin = Origin().Match(text.Text);
            return new Entry(text.Slice(0, core.Length).Trim()) { Organisation = origin.Groups["o"].Value.Trim() };
        }

        if (
            RoleBehind().Match(text.Text) is { Success: true } behind
            && Names.IsName(behind.Groups["n"].Value)
            && Roles.IsRole(behind.Groups["r"].Value)
        )
        {
            return WithAttribute(new Entry(text.Slice(0, behind.Groups["n"].Length)), behind.Groups["r"].Value);
        }

        return NotPeople().IsMatch(text.Text)
            || Services.IsService(text.Text)
                && !Names.IsFullName(text.Text)
                && !Names.IsName(text.Text)
                && !Roles.IsRole(text.Text)
                ? null
            : Names.IsName(text.Text) || Roles.IsRole(text.Text) || Text.WordCount(text.Text) <= 3 ? new Entry(text)
            : null;
    }

    /// <summary>The entry with one more thing said about it: a role, an organisation or initials.</summary>
    public static Entry WithAttribute(Entry entry, string text)
    {
        text = text.Trim(' ', ',');
        text = WhoIs().Match(text) is { Success: true } clause ? text[clause.Length..] : text;
        var name = entry.Name.Text;
        if (Names.IsInitials(text) && !Services.IsService(text) && Names.FitsInitials(text, name))
        {
            return entry with { Initials = text };
        }

        if (
            entry.FullName is null
            && Names.IsInitials(name)
            && Names.IsFullName(text)
            && Names.FitsInitials(name, text)
        )
        {
            return entry with { FullName = text, Initials = name };
        }

        if (Roles.IsRole(text) || (text.Length > 0 && char.IsLower(text[0]) && !Services.IsService(text)))
        {
            var before = Roles.BeforeName(text);
            if (
                before > 0
                && entry.Organisation is null
                && Services.IsService(text[before..])
                && !Names.IsName(text[before..].Trim())
            )
            {
                return entry with { Role = entry.Role ?? text[..before].Trim(), Organisation = text[before..].Trim() };
            }

            var at = AtService().Match(text);
            return at.Success && entry.Organisation is null
                ? entry with
                {
                    Role = entry.Role ?? Written(at.Groups["r"].Value, text),
                    Organisation = at.Groups["o"].Value.Trim(),
                }
                : entry with
                {
                    Role = entry.Role ?? Written(text, text),
                };
        }

        return entry.Organisation is null ? entry with { Organisation = text } : entry;
    }

    /// <summary>The entry with what its group says: «Frå skulen», «PPT», «Foreldre».</summary>
    public static Entry WithGroup(Entry entry, string group)
    {
        var from = FromWord().Match(group);
        var words = from.Success ? group[from.Length..].Trim() : group;
        return Home().IsMatch(words) ? entry
            : from.Success || Services.IsService(words) ? entry with { Organisation = entry.Organisation ?? words }
            : Roles.IsRole(words) ? entry with { Role = entry.Role ?? words }
            : entry;
    }

    /// <summary>Length of «PPT v/», «Habiliteringstjenesten ved» before a name; 0 when there is none.</summary>
    public static int AfterService(string text) =>
        ServiceVed().Match(text) is { Success: true } match ? match.Length : 0;

    /// <summary>The words before «fra PPT», «ved Furuly skole»; the whole text when there is no such origin.</summary>
    public static string BeforeOrigin(string text) =>
        Origin().Match(text) is { Success: true } match && Names.IsName(match.Groups["n"].Value)
            ? match.Groups["n"].Value
            : text;

    /// <summary>The name before «som er lærer»; the whole text when no such clause stands there.</summary>
    public static string BeforeClause(string text) =>
        WhoIsBehind().Match(text) is { Success: true } clause ? clause.Groups["n"].Value : text;

    // A closing full stop belongs to an abbreviated role («helsesykepl.»), and was cut off with the sentence's.
    private static string Written(string role, string whole) => role.Length == whole.Length ? whole : role.Trim();

    private static string Service(string text, int length) =>
        text[..length].Trim().TrimEnd('/').TrimEnd('v', 'V').Trim() is { Length: > 0 } cut
            ? VedWord().Replace(cut, string.Empty).Trim(' ', ',', '.')
            : string.Empty;

    [GeneratedRegex(
        @"^.{2,60}?(?:\s*\bv\s?/\s*(?=\p{L})|\s+(?:ved|v\.)\s+(?=\p{Lu}|dr\.|\p{Ll}+\s\p{Lu}))",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex ServiceVed();

    // «Tirils foreldre Aud og Ivar»
    [GeneratedRegex(@"^\p{Lu}[\p{L}'’-]+s\s+(?=\p{Ll})", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex WhoseKin();

    [GeneratedRegex(@"\s+(?:ved|v\.?)$", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex VedWord();

    [GeneratedRegex(
        @"^(?<n>.{2,60}?)\s+(?:fra|frå|ved|hos|i|på)\s+(?<o>[\p{L}].*)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Origin();

    [GeneratedRegex(
        @"^(?<n>\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*)\s+(?<r>\p{Ll}.*)$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex RoleBehind();

    [GeneratedRegex(
        @"^(?<r>.+?)\s*(?:\bved\b|\bv\s?/|\bpå\b|\bfra\b|\bfrå\b|\bhos\b)\s*(?<o>\p{Lu}.*|.*(?:skolen|skulen|barnehagen|tjenesten|tenesta|kontoret).*)$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex AtService();

    // «Aud Ask som er lærer for 2B»
    [GeneratedRegex(
        @"^(?<n>\p{Lu}[\p{L}'’.-]+(?:\s\p{Lu}[\p{L}'’.-]+)*),?\s(?:som|der)\s(?:er|jobber|arbeider|kommer)\s(?:som\s|fra\s|frå\s|i\s|på\s)?(?<r>.{2,60})$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex WhoIsBehind();

    [GeneratedRegex(@"^som\s(?:er|jobber som|arbeider som)\s", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex WhoIs();

    [GeneratedRegex(@"^(?:fra|frå)\s+", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex FromWord();

    [GeneratedRegex(
        @"^(?:heimen|hjemmet|familien|familie|heime|privat|foreldre|foreldrene)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Home();

    [GeneratedRegex(
        @"^(?:dere(?: to| tre| alle| begge)?|de andre|dei andre|resten.*|ingen|ingen forfall|alle møtte|alle|nei|-|–|\d.*|se .*|ikke noe.*|ingen meldt.*|(?:trengs|trengst|trengtes|trongst|ikke|ikkje|ingen|behøves|behøvdes)\b.*|alle innkalte.*|alle var.*)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex NotPeople();
}
