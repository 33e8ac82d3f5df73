namespace Flette.Core.Meetings;

/// <summary>Where a request for somebody of the unit to lead a meeting stands.</summary>
public enum LeadState
{
    /// <summary>Asked, and not answered.</summary>
    Asked,

    /// <summary>Somebody is named.</summary>
    Named,

    /// <summary>The unit has said no.</summary>
    Declined,

    /// <summary>The coordinator has taken it back.</summary>
    TakenBack,
}

/// <summary>A request that somebody else of the own unit leads a meeting neutrally. It says nothing of what the meeting is about.</summary>
/// <param name="Word">Why not, when the unit says no.</param>
/// <param name="Name">Who is named.</param>
public sealed record LeadDetails(string? Word = null, string? Name = null);

/// <summary>Why a request for somebody to lead is not made or answered.</summary>
public abstract record LeadRefusal : Refusal;

/// <summary>The meeting is not to come any more, or somebody has been asked for already.</summary>
public sealed record NothingToLead : LeadRefusal;

/// <summary>The request is not there, or has been answered.</summary>
public sealed record NoSuchLead : LeadRefusal;

/// <summary>Nobody was chosen, or one who is not on the staff of the unit.</summary>
public sealed record LeaderUnknown : LeadRefusal;

/// <summary>Whoever coordinates the family does not lead in place of herself.</summary>
public sealed record LeaderCoordinates : LeadRefusal;

/// <summary>The unit says no without a word.</summary>
public sealed record LeadWordMissing : LeadRefusal;

/// <summary>The word is longer than <see cref="Leading.LongestWord"/>.</summary>
public sealed record LeadWordTooLong : LeadRefusal;

/// <summary>The rules for a second representative of the unit, so that a meeting is led neutrally. Pure.</summary>
public static class Leading
{
    public const int LongestWord = 200;

    /// <summary>Why somebody cannot be named, or null.</summary>
    /// <param name="staff">Those who can lead: the staff of the unit and those who coordinate in the municipality.</param>
    /// <param name="coordinates">Those who coordinate this family, or stand in for one who does.</param>
    public static LeadRefusal? Check(Guid? leader, IReadOnlySet<Guid> staff, IReadOnlySet<Guid> coordinates)
    {
        ArgumentNullException.ThrowIfNull(staff);
        ArgumentNullException.ThrowIfNull(coordinates);
        return leader is not { } who || !staff.Contains(who) ? new LeaderUnknown()
            : coordinates.Contains(who) ? new LeaderCoordinates()
            : null;
    }

    /// <summary>Why a no cannot be said in these words, or null.</summary>
    public static LeadRefusal? Check(string? word) =>
        string.IsNullOrWhiteSpace(word) ? new LeadWordMissing()
        : word.Trim().Length > LongestWord ? new LeadWordTooLong()
        : null;

    /// <summary>The list of a meeting with somebody who leads it, or without her when nobody does any more.</summary>
    public static MeetingDetails With(MeetingDetails meeting, MeetingPerson? leader)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var present = meeting.Present.Where(p => p.Id is null || p.Id != meeting.Leader?.Id);
        return meeting with
        {
            Present = leader is null ? [.. present] : [.. present.Where(p => p.Id != leader.Id), leader],
            Leader = leader,
        };
    }
}
