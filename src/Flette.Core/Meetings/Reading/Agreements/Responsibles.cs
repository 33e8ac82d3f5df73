using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>Reads names and services from a field or from the part of a sentence that names who does it.</summary>
internal static partial class Responsibles
{
    /// <summary>No list of those responsible is longer.</summary>
    public const int LongestNames = 120;

    /// <summary>The names as written, without service behind a person, brackets and enclosures from others.</summary>
    public static IReadOnlyList<Passage> Parse(Passage field, Cast cast)
    {
        var text = WithoutEnclosure(field.Trim("(:;,.–-", "),;:–-"));
        if (text.IsEmpty || DeadlineWords.IsNone(text.Text) || Nobody().IsMatch(text.Text))
        {
            return [];
        }

        var names = new List<Passage>();
        var comma = false;
        foreach (var (part, afterComma) in Split(text))
        {
            var name = Person(part);
            comma = afterComma;
            if (name.IsEmpty || (comma && names.Count > 0 && BelongsTo(names[^1].Text, name.Text, cast)))
            {
                continue;
            }

            names.Add(name);
        }

        return names;
    }

    /// <summary>True when every part is somebody or something that can do things.</summary>
    public static bool AreActors(Passage text, Cast cast) => AreActors(text, cast, lenient: false);

    /// <summary>As <see cref="AreActors(Passage, Cast)"/>; lenient lets unknown capitalised names and «rådg. på skolen» pass beside a colon or dash.</summary>
    public static bool AreActors(Passage text, Cast cast, bool lenient)
    {
        if (text.Text.Length >= LongestNames)
        {
            return false;
        }

        var parts = Split(WithoutEnclosure(text.Trim("(", ")"))).Select(p => p.Part).ToList();
        return parts.Count > 0 && parts.TrueForAll(p => IsActor(p, cast, lenient));
    }

    private static bool IsActor(Passage part, Cast cast, bool lenient)
    {
        var name = Person(part).Text;
        if (cast.IsActor(name))
        {
            return true;
        }

        var role = Roles.BeforeName(name);
        return (role > 0 && Names.IsName(name[role..].Trim()))
            || (
                lenient
                && (
                    Names.IsName(name)
                    || (RoleAt().Match(name) is { Success: true } at && Roles.IsRole(at.Groups["r"].Value))
                )
            );
    }

    /// <summary>«PPT v/ Aud Ask» and «PPT ved Aud» give the person; brackets and a leading «ansvar» go.</summary>
    private static Passage Person(Passage part)
    {
        var bracket = Bracket().Match(part.Text);
        var plain = bracket.Success ? part.Slice(0, bracket.Index).Trim() : part;
        plain = plain.IsEmpty ? part.Trim("([", ")]") : plain;
        var after = PersonWords.AfterService(plain.Text);
        if (after > 0)
        {
            plain = plain.Slice(after);
        }

        var lead = Lead().Match(plain.Text);
        return plain.Slice(lead.Success ? lead.Length : 0).Trim("*_:", ".,;:*_") is { IsEmpty: false } name
            ? WithDot(plain, name)
            : Passage.Empty;
    }

    /// <summary>A full stop that belongs to an abbreviation stays: «fastl.».</summary>
    private static Passage WithDot(Passage plain, Passage name) =>
        plain.Text.EndsWith(name.Text + ".", StringComparison.Ordinal)
        && name.Text.Length <= 6
        && char.IsLower(name.Text[0])
            ? plain.Slice(plain.Text.Length - name.Text.Length - 1)
            : name;

    private static bool BelongsTo(string person, string service, Cast cast) =>
        (Services.IsService(service) || Services.IsActor(service) || Roles.IsRole(service) && Names.IsFullName(person))
        && !cast.IsKnownName(service)
        && (
            Names.IsFullName(person)
            || cast.Named(person)
                .Any(p =>
                    p.Organisation is not null
                    && Text.Fold(p.Organisation).Contains(Text.Fold(service), StringComparison.Ordinal)
                )
        );

    private static Passage WithoutEnclosure(Passage text) =>
        Enclosure().Match(text.Text) is { Success: true } match ? text.Slice(0, match.Index).Trim("", ",") : text;

    private static IEnumerable<(Passage Part, bool AfterComma)> Split(Passage text)
    {
        var start = 0;
        var comma = false;
        foreach (Match sign in Separator().Matches(text.Text))
        {
            if (sign.Index < start)
            {
                continue;
            }

            if (text.Slice(start, sign.Index - start).Trim() is { IsEmpty: false } part)
            {
                yield return (part, comma);
            }

            comma = sign.Value.Trim() == ",";
            start = sign.Index + sign.Length;
        }

        if (text.Slice(start).Trim() is { IsEmpty: false } last)
        {
            yield return (last, comma);
        }
    }

    [GeneratedRegex(
        @"\s*(?:;|,\s*(?:og\s|samt\s|sammen med\s|saman med\s|i samarbeid med\s)?|(?<!\bv)/|\+|&|(?<![-–])\s(?:og|samt)\s|\s(?:sammen med|saman med|sm\.?\s?m\.?|s\.\s?m\.|i samarbeid med|ilag med|i lag med|med (?:hjelp|bistand|støtte) (?:fra|frå|av)|med støtte fra|m/)\s?)(?![^(]*\))\s*",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s*[(\[][^)\]]*[)\]]?\s*$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Bracket();

    [GeneratedRegex(
        @"\s*(?:\bm/|\bmed|\bm\.?)\s?(?:vedlegg|uttalelse|kopi|innspill|opplysninger|dokumentasjon)\b.*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Enclosure();

    [GeneratedRegex(
        @"^(?:ansvarlig|ansvarleg|ansvar|ansv\.?|hovedansvar|v/|ved)\s*:?\s+",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Lead();

    [GeneratedRegex(
        @"^(?:ingen(?:\s(?:ennå|enno|enda|foreløpig|førebels|per nå|avklart|tar|tek)\b.*)?|ikke avklart|ikkje avklart|uavklart|ikke bestemt|ingen ansvarlig|til orientering|orientering|info|n/?a)\.?$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Nobody();

    [GeneratedRegex(@"^(?<r>[\p{L}.]+)\s(?:på|ved|i|hos|for|fra|frå)\s.{2,40}$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex RoleAt();
}
