using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>Somebody the document names: in a list, in a legend of initials.</summary>
internal sealed record CastMember(string Name, string? Role, string? Organisation, string? Initials);

/// <summary>The people of a document, and whether some words stand for one of them.</summary>
internal sealed class Cast(IReadOnlyList<CastMember> members)
{
    public IReadOnlyList<CastMember> Members { get; } = members;

    /// <summary>The people the words may stand for by name: full name, first name, first name and initial, initials.</summary>
    public IEnumerable<CastMember> Named(string words)
    {
        var role = Roles.BeforeName(words.Trim());
        var folded = Text.Fold(role > 0 ? words.Trim()[role..] : words).Trim();
        return Members.Where(m => IsName(m, folded));
    }

    /// <summary>True when the words are somebody or something that can do things: person, role, service or group.</summary>
    public bool IsActor(string words)
    {
        var text = words.Trim();
        return text.Length > 0
            && (
                Named(text).Any()
                || (Names.IsSelf(text) && Text.Fold(text) is not ("meg" or "meg selv"))
                || Roles.IsGroup(text)
                || Roles.IsParents(text)
                || Roles.IsRole(text)
                || Services.IsActor(text)
                || IsOrganisation(text)
                || IsNamesake(text)
            );
    }

    /// <summary>True for a known name only.</summary>
    public bool IsKnownName(string words) => Named(words).Any();

    /// <summary>True when the subject of a sentence is one of the responsible, or another word for them or their service.</summary>
    public bool Same(string subject, IReadOnlyList<string> responsible, string field)
    {
        var s = Text.Fold(subject).Trim();
        var people = responsible.SelectMany(Named).ToList();
        if (
            responsible.Any(r =>
                Text.Fold(r).Trim() == s || FirstWord(r) == FirstWord(subject) && Names.IsName(subject)
            )
        )
        {
            return true;
        }

        if (Named(subject).Any(people.Contains))
        {
            return true;
        }

        if (Roles.IsParents(subject))
        {
            return people.Exists(p => p.Role is not null && Roles.IsParent(p.Role)) || responsible.Any(Roles.IsParent);
        }

        if (Roles.IsGroup(subject))
        {
            return responsible.Any(Roles.IsGroup) || (s is "vi" or "alle" && responsible.Count > 1);
        }

        if (Roles.IsRole(subject))
        {
            return people.Exists(p =>
                    p.Role is not null && Stem(Text.Fold(p.Role)).StartsWith(Stem(s), StringComparison.Ordinal)
                ) || responsible.Any(r => Stem(Text.Fold(r)).StartsWith(Stem(s), StringComparison.Ordinal));
        }

        return IsService(subject)
            && (
                SameSchool(subject, responsible, people)
                || people.Exists(p => p.Organisation is not null && SameService(s, p.Organisation))
                || SameService(s, field)
                || responsible.Any(r => SameService(s, r))
            );
    }

    /// <summary>«Skolen» does what «kontaktlærer» or «rektor» is responsible for.</summary>
    private static bool SameSchool(string subject, IReadOnlyList<string> responsible, List<CastMember> people) =>
        Services.TopicOf(subject) == Topic.School
        && (
            responsible.Any(r => Roles.IsRole(r) && Services.TopicOf(r) == Topic.School)
            || people.Exists(p =>
                p.Organisation is null && p.Role is not null && Services.TopicOf(p.Role) == Topic.School
            )
        );

    private bool IsService(string words) =>
        Services.IsActor(words) || Services.IsService(words) || IsOrganisation(words);

    /// <summary>«Furuly» for «Furuly avlastning»: the first word of an organisation somebody here comes from.</summary>
    private bool IsOrganisation(string words)
    {
        var w = Text.Fold(words).Trim();
        return w.Length >= 3
            && Text.StartsWithCapital(words)
            && Members.Any(m =>
                m.Organisation is not null
                && (
                    Text.Fold(m.Organisation) == w
                    || (Text.Fold(m.Organisation).StartsWith(w + " ", StringComparison.Ordinal) && w.Length >= 4)
                )
            );
    }

    private bool IsNamesake(string words)
    {
        // «Gerd A.» for Gerd Ask.
        var parts = words.TrimEnd('.').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var first, { Length: 1 } initial]
            && Members.Any(m =>
                FirstWord(m.Name) == Text.Fold(first)
                && m.Name.Split(' ')[^1].StartsWith(initial, StringComparison.OrdinalIgnoreCase)
            );
    }

    private static bool IsName(CastMember member, string folded)
    {
        var name = Text.Fold(member.Name);
        if (
            folded == name
            || folded == Text.Fold(Names.First(member.Name))
            || (member.Initials is { } i && Text.Fold(i) == folded)
        )
        {
            return true;
        }

        // «Dr. Ask» for dr. Gerd Ask
        if (
            folded.StartsWith("dr", StringComparison.Ordinal)
            && Names.First(folded) == folded
            && folded.Contains(' ', StringComparison.Ordinal)
            && (
                name.StartsWith("dr", StringComparison.Ordinal)
                || member.Role is { } role && role.Contains("lege", StringComparison.OrdinalIgnoreCase)
            )
            && folded.Split(' ')[^1] == name.Split(' ')[^1]
        )
        {
            return true;
        }

        // «May Britt» for May Britt Ask, a surname never alone.
        return folded.Contains(' ', StringComparison.Ordinal)
            && name.StartsWith(folded + " ", StringComparison.Ordinal);
    }

    private static bool SameService(string subject, string organisation)
    {
        var org = Text.Fold(organisation);
        var stem = Stem(subject);
        return stem.Length >= 2
                && org.Split([' ', '/', ',', '(', ')', '-'], StringSplitOptions.RemoveEmptyEntries)
                    .Any(w =>
                        Stem(w) == stem
                        || (
                            stem.Length >= 5
                            && (
                                Stem(w).EndsWith(stem, StringComparison.Ordinal)
                                || stem.EndsWith(Stem(w), StringComparison.Ordinal) && Stem(w).Length >= 5
                            )
                        )
                    )
            || org.StartsWith(subject, StringComparison.Ordinal);
    }

    /// <summary>Without the definite ending: «skolen» and «skole», «tenesta» and «teneste» meet.</summary>
    private static string Stem(string word)
    {
        var w = word.Trim(' ', '.', ',');
        string[] endings = ["ane", "ene", "en", "et", "a", "n", "e", "t"];
        foreach (var ending in endings)
        {
            if (w.Length - ending.Length >= 4 && w.EndsWith(ending, StringComparison.Ordinal))
            {
                return w[..^ending.Length].TrimEnd('e');
            }
        }

        return w;
    }

    private static string FirstWord(string text) => Text.Fold(Names.First(text.Trim()));
}
