using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading;

/// <summary>A member of the family as placement needs it: id and name as the family writes it.</summary>
public sealed record PlacementMember(Guid Id, string Name);

/// <summary>Who an agreement is about and what topic it has; a proposal that stands beside the line, changed with one key.</summary>
/// <param name="About">Members, in the order of the family; empty only when there is no recipient either.</param>
/// <param name="Topic">Null when nothing says what the topic is.</param>
public sealed record PlacementProposal(ImmutableArray<Guid> About, Topic? Topic);

/// <summary>Proposes where an agreement belongs. Pure: the same words give the same proposal.</summary>
public static class Placement
{
    /// <summary>
    /// About: the members named in the sentence, else in the heading, else the plan's recipient; never the whole family
    /// by default. Topic: from the responsible's service, else from the service words of heading and sentence.
    /// </summary>
    /// <param name="sentence">The agreement's wording.</param>
    /// <param name="heading">The heading it stands under, or empty.</param>
    /// <param name="members">The family. Names are full or first names.</param>
    /// <param name="recipient">The plan's recipient, or null for a family plan.</param>
    /// <param name="services">Service, organisation or role of each responsible, as written; nulls are skipped.</param>
    public static PlacementProposal Propose(
        string sentence,
        string heading,
        IReadOnlyList<PlacementMember> members,
        Guid? recipient,
        IEnumerable<string?> services
    )
    {
        ArgumentNullException.ThrowIfNull(sentence);
        ArgumentNullException.ThrowIfNull(heading);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(services);
        var about = Named(sentence, members);
        if (about.IsEmpty)
        {
            about = Named(heading, members);
        }

        if (about.IsEmpty && recipient is { } id)
        {
            about = [id];
        }

        return new PlacementProposal(about, TopicOf(services, heading, sentence));
    }

    private static Topic? TopicOf(IEnumerable<string?> services, string heading, string sentence)
    {
        foreach (var service in services)
        {
            if (service is not null && Services.TopicOf(service) is { } topic)
            {
                return topic;
            }
        }

        return Services.TopicOf(heading) ?? Services.TopicOf(sentence);
    }

    private static ImmutableArray<Guid> Named(string text, IReadOnlyList<PlacementMember> members)
    {
        var words = Words(text);
        return
        [
            .. members
                .Where(m => Mentions(words, FirstName(m.Name)) && !OnlyAnother(text, m, members))
                .Select(m => m.Id),
        ];
    }

    /// <summary>Two members with one first name: the one written with surname is meant when only that is written.</summary>
    private static bool OnlyAnother(string text, PlacementMember member, IReadOnlyList<PlacementMember> members)
    {
        var namesakes = members
            .Where(m => m.Id != member.Id && Same(FirstName(m.Name), FirstName(member.Name)))
            .ToList();
        return namesakes.Count > 0
            && !text.Contains(member.Name, StringComparison.OrdinalIgnoreCase)
            && namesakes.Exists(m => text.Contains(m.Name, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Mentions(List<string> words, string firstName) =>
        words.Exists(w =>
            Same(w, firstName) || Same(w, firstName + "s") || Same(w, firstName + "'") || Same(w, firstName + "’")
        );

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && (char.IsLetter(text[i]) || text[i] is '-' or '\'' or '’');
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(text[start..i]);
                start = -1;
            }
        }

        return words;
    }

    private static string FirstName(string name) => name.Trim().Split(' ', 2)[0];

    // Names keep their capital: «mai», «bo» and «sol» are words, Mai, Bo and Sol are people.
    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
