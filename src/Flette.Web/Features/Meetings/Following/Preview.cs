using System.Collections.Immutable;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Writing;
using Flette.Core.Words;

namespace Flette.Web.Features.Meetings.Following;

/// <summary>What the line in the field will be, before it is sent.</summary>
/// <param name="Line">As it will stand, or null when it is none yet.</param>
/// <param name="Unclear">What is asked or refused, in words; null when nothing is.</param>
/// <param name="Begun">A name that is being typed, or null.</param>
public sealed record Preview(MinutesLine? Line, string? Unclear, NameBegun? Begun, DateOnly Today)
{
    /// <summary>Reads what is typed; nothing is written.</summary>
    public static Preview Of(string? typed, IReadOnlyList<MeantPerson> people, DateOnly meeting, DateOnly today)
    {
        var begun = NameBegun.Find(typed, people);
        if (TypedLines.Of(typed) is not [var one])
        {
            return new Preview(null, null, begun, today);
        }
        var read = ShortLine.Read(one, people, chosen: [], meeting);
        return read.Refusal switch
        {
            null => new Preview(read.Value, null, begun, today),
            // A sign alone is the beginning of a line, not a fault.
            LineEmpty => new Preview(null, null, begun, today),
            WhoInLine who => new Preview(null, Which(who), begun, today),
            var other => new Preview(null, Meetings.Words.Of(other).Text, begun, today),
        };
    }

    private static string Which(WhoInLine who) =>
        $"«{who.Name}» kan være {Listing.Or(Named(who.Fits))}. Skriv mer av navnet, eller velg etterpå.";

    private static IEnumerable<string> Named(ImmutableArray<MeantPerson> people) =>
        people.Select(p => p.Organisation is { } at ? $"{p.Name} ({at})" : p.Name);
}
