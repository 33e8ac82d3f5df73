using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Meetings.Writing;

/// <summary>A meeting ends and nobody has been said to be there: nobody is written down as having been, or as having stayed away, by default.</summary>
public sealed record NobodyHere : Refusal;

/// <summary>
/// Who is at a meeting, as it is said in the meeting. Until it is held, those on the list are invited and no more; when it ends,
/// those who were not said to be there were not. Pure.
/// </summary>
public static class Attendance
{
    /// <summary>What tells someone on the list from the others.</summary>
    public static string Key(MeetingPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return person.Id?.ToString() ?? person.Name;
    }

    /// <summary>Everyone on the list, each once, with whether she is there.</summary>
    /// <param name="held">Whether the meeting has been held.</param>
    public static IReadOnlyList<(MeetingPerson Person, bool Here)> Of(MeetingDetails details, bool held)
    {
        var here = Here(details, held);
        return Listed(details).Select(p => (p, here.Contains(Key(p)))).ToList();
    }

    /// <summary>Says of someone on the list that she is there, or is not after all.</summary>
    public static MeetingDetails Press(MeetingDetails details, bool held, string? who)
    {
        var here = Here(details, held);
        return Listed(details).Any(p => Key(p) == who) ? Said(details, held, here.SymmetricExcept([who!])) : details;
    }

    /// <summary>Says that everyone on the list is there.</summary>
    public static MeetingDetails All(MeetingDetails details, bool held) =>
        Said(details, held, [.. Listed(details).Select(Key)]);

    /// <summary>Puts someone who has come on the list.</summary>
    public static MeetingDetails Comes(MeetingDetails details, bool held, MeetingPerson person)
    {
        ArgumentNullException.ThrowIfNull(details);
        var listed = Listed(details).Any(p => Key(p) == Key(person));
        var list = listed ? details : details with { Present = details.Present.Add(person) };
        return Said(list, held, Here(details, held).Add(Key(person)));
    }

    /// <summary>Whoever writes in a meeting that is held now is at it; the same details when that has been said.</summary>
    public static MeetingDetails Writes(MeetingDetails details, MeetingPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Here(details, held: false).Contains(Key(person)) ? details : Comes(details, held: false, person);
    }

    /// <summary>The list when the meeting ends: who was there, and who was not. To an update in place of a meeting nobody needs to have come.</summary>
    public static Result<MeetingDetails> Ended(MeetingDetails details, bool held)
    {
        var here = Here(details, held);
        return here.IsEmpty && Listed(details).Any() && details.Kind != MinutesKind.Update
            ? new NobodyHere()
            : Said(details, held: true, here);
    }

    private static ImmutableHashSet<string> Here(MeetingDetails details, bool held)
    {
        ArgumentNullException.ThrowIfNull(details);
        return details.Here?.ToImmutableHashSet(StringComparer.Ordinal)
            ?? (held ? details.Present.Select(Key) : []).ToImmutableHashSet(StringComparer.Ordinal);
    }

    private static MeetingDetails Said(MeetingDetails details, bool held, ImmutableHashSet<string> here)
    {
        var list = Listed(details).ToList();
        var said = details with { Here = [.. list.Select(Key).Where(here.Contains)] };
        return held
            ? said with
            {
                Present = [.. list.Where(p => here.Contains(Key(p)))],
                Absent = [.. list.Where(p => !here.Contains(Key(p)))],
            }
            : said;
    }

    private static IEnumerable<MeetingPerson> Listed(MeetingDetails details) =>
        details.Present.Concat(details.Absent).DistinctBy(Key, StringComparer.Ordinal);
}
