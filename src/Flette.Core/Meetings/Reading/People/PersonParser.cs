using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.People;

/// <summary>A person as one entry of a list says it.</summary>
internal sealed record Entry(Passage Name)
{
    public string? Role { get; init; }

    public string? Organisation { get; init; }

    public string? Initials { get; init; }

    /// <summary>The full name, where only initials, a service or a role stand in the list and the name in brackets behind.</summary>
    public string? FullName { get; init; }

    /// <summary>The entry itself says that the person was not there, or only that she was («møtt», «x»).</summary>
    public bool SaysAbsent { get; init; }
}

/// <summary>Reads entries of attendance lists: names with role and organisation, however they are set apart.</summary>
internal static class PersonParser
{
    /// <summary>The people of one line, cell or paragraph.</summary>
    /// <param name="text">The text, without label or bullet.</param>
    /// <param name="onePerLine">The list has a line for each: what follows a name is then about that person.</param>
    public static IReadOnlyList<Entry> Parse(Passage text, bool onePerLine)
    {
        var (called, named) = Called(text);
        var (group, people) = Group(named);
        var list = new List(onePerLine || people.Text.Contains(';', StringComparison.Ordinal), group)
        {
            WithoutCapitals = people.Text.Contains(',', StringComparison.Ordinal) && !people.Text.Any(char.IsUpper),
        };
        foreach (var segment in Segments.Of(people))
        {
            list.Add(segment);
        }

        if (called is not null && list.Entries is [{ } only] && Names.IsInitials(called))
        {
            list.Entries[0] = only with { Initials = called };
        }

        return list.Entries;
    }

    /// <summary>«GA = Gerd Ask, mor», «@Gerd = Gerd Ask»: what she is called further down stands in front.</summary>
    private static (string? Called, Passage People) Called(Passage text)
    {
        var sign = text.Text.IndexOf('=', StringComparison.Ordinal);
        return
            sign is > 0 and < 16
            && text.Text[..sign].Trim(' ', '@') is var word
            && (Names.IsName(word) || Names.IsInitials(word))
            ? (word, text.Slice(sign + 1).Trim())
            : (null, text);
    }

    /// <summary>«Frå skulen: Aud» – the words before the colon say where those after it come from.</summary>
    private static (string? Group, Passage People) Group(Passage text)
    {
        var colon = text.Text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 50 ? (text.Text[..colon].Trim(), text.Slice(colon + 1).Trim()) : (null, text);
    }

    private sealed class List(bool attributesFollow, string? group)
    {
        public List<Entry> Entries { get; } = [];

        /// <summary>A quick note without capitals: each part between commas is somebody.</summary>
        public bool WithoutCapitals { get; init; }

        public void Add(Segment segment)
        {
            var text = segment.Text;
            if (text.IsEmpty)
            {
                Attributes(segment.Brackets);
                return;
            }

            if (Roles.IsRemark(text.Text) && !Names.IsName(text.Text))
            {
                Absence(text.Text);
                Attributes(segment.Brackets);
                return;
            }

            var starts =
                Entries.Count == 0
                || segment.Break
                || (WithoutCapitals && !Services.IsService(text.Text))
                || StartsPerson(text.Text)
                || (segment.Brackets.Count > 0 && Names.IsName(text.Text))
                || NamedInBrackets(segment);
            if (
                !starts
                || (
                    segment.Attribute
                    && Entries.Count > 0
                    && !Names.IsFullName(text.Text)
                    && segment.Brackets.Count == 0
                )
            )
            {
                Attribute(text.Text);
            }
            else if (NamedInBrackets(segment))
            {
                // «PPT (Aud)», «mor (Aud)»
                Entries.Add(PersonWords.WithAttribute(new Entry(text) { FullName = segment.Brackets[0] }, text.Text));
                Attributes(segment.Brackets.Skip(1));
                return;
            }
            else
            {
                Start(text);
            }

            Attributes(segment.Brackets);
        }

        private static bool NamedInBrackets(Segment segment) =>
            segment.Brackets is [var name, ..]
            && Names.IsName(name)
            && !Names.IsName(segment.Text.Text)
            && (
                Services.IsService(segment.Text.Text)
                || Roles.IsRole(segment.Text.Text)
                || Names.IsSelf(segment.Text.Text)
            );

        private bool StartsPerson(string text)
        {
            var last = Entries[^1];
            var service = PersonWords.AfterService(text) > 0;
            var role = Roles.BeforeName(text);
            if (
                service
                || (role > 0 && Names.IsName(PersonWords.BeforeOrigin(text[role..].Trim())))
                || Names.IsSelf(text)
            )
            {
                return true;
            }

            var core = PersonWords.BeforeOrigin(PersonWords.BeforeClause(text));
            if (Names.IsFullName(core))
            {
                return true;
            }

            if (Names.IsName(core))
            {
                // One capitalised word after a full name is rather where she comes from; after a first name it is the next one.
                return !attributesFollow && (!Names.IsFullName(last.Name.Text) || last.Organisation is not null);
            }

            // «mor, far, rektor»: roles standing for people, when the one before is a bare role too.
            return Roles.IsRole(text) && last.Role is null && Roles.IsRole(last.Name.Text);
        }

        private void Start(Passage text)
        {
            var entry = PersonWords.Read(text);
            if (entry is null)
            {
                return;
            }

            if (group is not null)
            {
                entry = PersonWords.WithGroup(entry, group);
            }

            Entries.Add(entry);
        }

        private void Attributes(IEnumerable<string> brackets)
        {
            foreach (var text in brackets)
            {
                Attribute(text);
            }
        }

        private void Absence(string text)
        {
            if (Entries.Count > 0 && Roles.SaysAbsent(text))
            {
                Entries[^1] = Entries[^1] with { SaysAbsent = true };
            }
        }

        private void Attribute(string text)
        {
            if (Entries.Count == 0 || text.Length == 0)
            {
                return;
            }

            if (Roles.IsRemark(text))
            {
                Absence(text);
                return;
            }

            Entries[^1] = PersonWords.WithAttribute(Entries[^1], text);
        }
    }
}
