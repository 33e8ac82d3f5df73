namespace Flette.Core.Meetings.Inviting;

/// <summary>What somebody says to an invitation.</summary>
public enum ReplyKind
{
    /// <summary>«Jeg kommer».</summary>
    Coming,

    /// <summary>«Jeg kan ikke».</summary>
    Declined,

    /// <summary>«Kanskje».</summary>
    Tentative,

    /// <summary>Passed on to somebody else by a calendar: no yes from the one invited, and nobody else is let in by it.</summary>
    Delegated,

    /// <summary>«Vi vil endre», from the family.</summary>
    WantsChange,

    /// <summary>«Utsett møtet», from the family.</summary>
    Postpone,

    /// <summary>She took her answer back: as if she had said nothing.</summary>
    TakenBack,
}

/// <summary>How an answer came.</summary>
public enum ReplyWay
{
    /// <summary>On the page of a link.</summary>
    Link,

    /// <summary>From a calendar («Godta»), by mail.</summary>
    Calendar,

    /// <summary>On the family's own page.</summary>
    OwnPage,

    /// <summary>By telephone, on paper or face to face, written down by the coordinator.</summary>
    OnBehalf,
}

/// <summary>What is written of an answer. Its kind stands on the item. Sealed.</summary>
/// <param name="To">The time it was an answer to: an answer to another time than the meeting has now is none.</param>
/// <param name="Line">A line to the coordinator.</param>
/// <param name="Read">Whether the coordinator has taken note of it.</param>
public sealed record ReplyDetails(MeetingMoment To, ReplyWay Way, string? Line = null, bool Read = false);

/// <summary>A line longer than <see cref="Replies.LongestLine"/>.</summary>
public sealed record ReplyLineTooLong : Refusal;

/// <summary>The meeting has been, or is not held: there is nothing to answer.</summary>
public sealed record MeetingIsOver : Refusal;

/// <summary>She is not on the list of the meeting.</summary>
public sealed record NotInvited : Refusal;

/// <summary>The rules for answering an invitation. Any number of answers, the last one holds, all are kept as versions. Pure.</summary>
public static class Replies
{
    public const int LongestLine = 500;

    /// <summary>Why an answer cannot be taken, or null.</summary>
    public static Refusal? Check(
        MeetingState state,
        MeetingDetails details,
        DateOnly day,
        Guid person,
        string? line,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(details);
        return state != MeetingState.Planned || day < today ? new MeetingIsOver()
            : !details.Present.Any(p => p.Id == person) ? new NotInvited()
            : line?.Trim().Length > LongestLine ? new ReplyLineTooLong()
            : null;
    }

    /// <summary>Whether an answer is to the time the meeting has.</summary>
    public static bool IsToThis(ReplyDetails reply, DateOnly day, string? time)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return reply.To == new MeetingMoment(day, time);
    }

    /// <summary>Whether the coordinator must do something with it: another time, somebody else, or no.</summary>
    public static bool Asks(ReplyKind kind) =>
        kind is ReplyKind.WantsChange or ReplyKind.Postpone or ReplyKind.Delegated;
}
