namespace Flette.Core.Meetings.Inviting;

/// <summary>What a person on the list of a meeting is to be told now.</summary>
public enum Word
{
    /// <summary>She is asked to come.</summary>
    Invite,

    /// <summary>The time or place is another than the one she was told.</summary>
    Update,

    /// <summary>She has been told what stands: nothing new.</summary>
    Nothing,

    /// <summary>The meeting is not held, or she is not to be there any more.</summary>
    Cancel,

    /// <summary>She has no address: somebody rings.</summary>
    Ring,
}

/// <summary>What somebody was told last.</summary>
/// <param name="Living">Whether she is invited: not when that was cancelled, or taken back before it left.</param>
public sealed record ToldMeeting(Guid Person, MeetingMoment When, string? Place, bool Living);

/// <summary>Who is told what about a meeting. Pure.</summary>
public static class Invitees
{
    /// <summary>
    /// Everyone who is to be told something or has been told something: first those on the list, in its order, then those who are
    /// on it no longer.
    /// </summary>
    /// <param name="listed">Persons on the list who can be told anything: the coordinator herself is not among them.</param>
    /// <param name="reachable">Whether there is an address for a person.</param>
    /// <param name="told">What they were told before.</param>
    /// <param name="place">The place as it is told; null when it is not.</param>
    public static IReadOnlyList<(Guid Person, Word Word)> Of(
        MeetingState state,
        MeetingMoment when,
        string? place,
        IReadOnlyList<Guid> listed,
        Func<Guid, bool> reachable,
        IReadOnlyList<ToldMeeting> told
    )
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(reachable);
        ArgumentNullException.ThrowIfNull(told);
        var before = told.ToDictionary(t => t.Person);
        var on = state == MeetingState.Planned ? listed.Distinct().ToList() : [];
        return
        [
            .. on.Select(p => (p, OfListed(before.GetValueOrDefault(p), reachable(p)))),
            .. told.Where(t => t.Living && !on.Contains(t.Person)).Select(t => (t.Person, Word.Cancel)),
        ];

        Word OfListed(ToldMeeting? last, bool canBeReached) =>
            !canBeReached ? Word.Ring
            : last is not { Living: true } ? Word.Invite
            : last.When == when && last.Place == place ? Word.Nothing
            : Word.Update;
    }
}
