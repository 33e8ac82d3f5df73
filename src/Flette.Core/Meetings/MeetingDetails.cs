using System.Collections.Immutable;
using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Meetings;

/// <summary>What is written about a meeting. Its day stands on the item; time is wall time in Norway.</summary>
/// <param name="Kind">What kind of meeting.</param>
/// <param name="Time"><c>HH:MM-HH:MM</c> or <c>HH:MM</c>; null when not said.</param>
/// <param name="Place">Where.</param>
/// <param name="Present">Those who were there, or are invited: known people by id, others by name.</param>
/// <param name="Absent">Those who were expected and did not come.</param>
/// <param name="Summary">What it was about, in a line.</param>
/// <param name="Minutes">The minutes it was read from.</param>
/// <param name="Slots">Times that are proposed for it, while it is not decided when it is.</param>
/// <param name="Here">Those who have been said to be there, by <see cref="Writing.Attendance.Key"/>; null when nobody has said.</param>
/// <param name="Leader">A second representative of the unit, who leads it neutrally; null when the coordinator does.</param>
public sealed record MeetingDetails(
    MinutesKind Kind,
    string? Time,
    string? Place,
    ImmutableArray<MeetingPerson> Present,
    ImmutableArray<MeetingPerson> Absent,
    string? Summary = null,
    Guid? Minutes = null,
    IReadOnlyList<string>? Here = null,
    IReadOnlyList<DateSlot>? Slots = null,
    MeetingPerson? Leader = null
);

/// <summary>Someone at a meeting.</summary>
/// <param name="Id">Member, participant or coordinator; null for who is none of them.</param>
public sealed record MeetingPerson(Guid? Id, string Name);

/// <summary>Whether a meeting has been.</summary>
public enum MeetingState
{
    Planned,
    Held,
    Cancelled,
}
