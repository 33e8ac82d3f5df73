namespace Flette.Core.Meetings;

/// <summary>Whether the meeting of some minutes is there already, as when the same minutes are taken in twice. Pure.</summary>
public static class MeetingTwins
{
    /// <summary>The same day and hour; where one of them says no hour, the same day and place. What is not said differs from nothing.</summary>
    public static bool Same(DraftMeeting draft, DateOnly day, string? time, string? place)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Date == day
            && (
                Start(draft.Time) is { } one && Start(time) is { } other
                    ? one == other
                    : draft.Place is null || place is null || MeantNames.SameService(draft.Place, place)
            );
    }

    private static string? Start(string? time) => time?.Split('-', 2)[0].Trim();
}
