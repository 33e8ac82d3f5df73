namespace Flette.Core.Meetings.Rhythm;

/// <summary>Where «vi ønsker et møte» stands.</summary>
public enum MeetingWish
{
    /// <summary>Said, and the coordinator has not taken note of it.</summary>
    Said,

    /// <summary>Said, and taken note of.</summary>
    Seen,

    /// <summary>Taken back.</summary>
    TakenBack,
}

/// <summary>«Vi ønsker et møte», of one member (needs-coordinator N57). The item's day is when she said it.</summary>
/// <param name="By">The member.</param>
public sealed record MeetingWishDetails(Guid By);

/// <summary>A suggestion of a meeting that was put aside, or taken up again.</summary>
/// <param name="Key">Which: <see cref="Suggestion.Key"/>.</param>
public sealed record SuggestionDetails(string Key);
