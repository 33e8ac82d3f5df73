using Flette.Core.Meetings.Rhythm;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Meetings.Rhythm;

namespace Flette.Web.Features.History;

/// <summary>What a version of a family's rhythm of meetings says, and of what is said about meetings to come.</summary>
internal static class ToldRhythm
{
    /// <summary>What the kind is called.</summary>
    public static string Kind(string kind) =>
        kind switch
        {
            ItemKinds.MeetingRhythm => "Når vi møtes",
            ItemKinds.MeetingSuggestion => "Forslag om et møte til",
            ItemKinds.MeetingWish => "Ønske om et møte",
            _ => "Historikk",
        };

    /// <summary>The fields; none of what has a page of its own.</summary>
    public static IEnumerable<(string Label, string Text)> Fields(Seen version) =>
        version.Row.Kind == ItemKinds.MeetingRhythm
            ? [("Måneder med møte", YearWords.Of(version.Open<MeetingRhythm>()))]
            : [];
}
