using Flette.Core.Law;

namespace Flette.Core.Messages;

/// <summary>How it stands with a message. Each from the family ends as one of the last three: none is left lying (issue 5, line 5).</summary>
public enum MessageState
{
    /// <summary>The coordinator wrote it.</summary>
    Said,

    /// <summary>From the family, and nobody has done anything with it yet.</summary>
    Waiting,

    /// <summary>From the family, and the coordinator has written back.</summary>
    Answered,

    /// <summary>From the family, and made a thread that somebody holds.</summary>
    Thread,

    /// <summary>From the family, who only wanted it heard.</summary>
    Heard,

    /// <summary>From the coordinator, who took it back before anybody was told.</summary>
    TakenBack,
}

/// <summary>A message between a member and the coordinator (FHIR Communication). Sealed with the member's own key.</summary>
/// <param name="Text">What is written.</param>
/// <param name="By">Who wrote it, or said it: the member, or the one at work.</param>
/// <param name="At">When. The row's own instant is that of its newest version.</param>
/// <param name="WrittenDownBy">Name of the one at work who wrote it down for the member; null when she wrote it herself.</param>
/// <param name="ByName">Name of the one at work who wrote it; null for what is the member's.</param>
/// <param name="Thread">The agreement it became, or null.</param>
/// <param name="Answer">The message that answered it, or null.</param>
public sealed record MessageDetails(
    string Text,
    Guid By,
    DateTimeOffset At,
    string? WrittenDownBy = null,
    string? ByName = null,
    Guid? Thread = null,
    Guid? Answer = null
);

/// <summary>Why a message is not written.</summary>
public abstract record MessageRefusal : Refusal;

/// <summary>Nothing is written in it.</summary>
public sealed record MessageMissing : MessageRefusal;

/// <summary>It is longer than <see cref="MessageRules.Longest"/>.</summary>
public sealed record MessageTooLong : MessageRefusal;

/// <summary>Whoever it is to, or from, is not in the family.</summary>
public sealed record MessageWithNobody : MessageRefusal;

/// <summary>The rules of messages. Pure.</summary>
public static class MessageRules
{
    /// <summary>Most characters.</summary>
    public const int Longest = 4_000;

    /// <summary>Working days in which a coordinator may say that she answers: the fewest and the most.</summary>
    public const int SoonestAnswer = 1;

    /// <inheritdoc cref="SoonestAnswer"/>
    public const int LatestAnswer = 10;

    /// <summary>Checks what is written.</summary>
    public static MessageRefusal? Check(string? text) =>
        string.IsNullOrWhiteSpace(text) ? new MessageMissing()
        : text.Trim().Length > Longest ? new MessageTooLong()
        : null;

    /// <summary>The last day of the answer that was promised: so many working days after the one it was written on.</summary>
    public static DateOnly AnswerBy(DateOnly written, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, SoonestAnswer);
        var day = written;
        for (var left = workingDays; left > 0; )
        {
            day = day.AddDays(1);
            left -= WorkingDays.Is(day) ? 1 : 0;
        }
        return day;
    }
}
