using System.Collections.Immutable;
using Flette.Core.Access;

namespace Flette.Core.Meetings.Writing;

/// <summary>What somebody said of an agreement when it was read aloud.</summary>
public enum RoomAnswer
{
    /// <summary>She takes it; of the family: it is agreed.</summary>
    Yes,

    /// <summary>Not now.</summary>
    NotNow,
}

/// <summary>What was said aloud in the room of an agreement line: by word, written down by another.</summary>
/// <param name="Who">Of those who are to have it, by <see cref="Attendance.Key"/>; or <see cref="InRoom.Family"/>.</param>
/// <param name="By">Who wrote it down.</param>
public sealed record SaidInRoom(string Who, RoomAnswer Answer, DateTimeOffset At, Guid By);

/// <summary>Only an agreement that has not been taken in can be accepted in the room, and only by those it names.</summary>
public sealed record NotReadAloud : Refusal;

/// <summary>
/// Agreements accepted in the room (product law 3): each by those who are to have it and by the family. Nobody's silence is a yes;
/// what has not all its yes is a proposal. Pure.
/// </summary>
public static class InRoom
{
    /// <summary>Stands for the family, which says yes for itself.</summary>
    public const string Family = "familien";

    /// <summary>What one has said last, or null.</summary>
    public static RoomAnswer? Of(MinutesLine line, string who)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Said?.LastOrDefault(s => s.Who == who)?.Answer;
    }

    /// <summary>The line after one has said something; said again it is taken back.</summary>
    public static Result<MinutesLine> Say(MinutesLine line, string who, RoomAnswer answer, DateTimeOffset at, Guid by)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (
            line is not { Mark: LineMark.Agreement, Agreement: null }
            || (who != Family && !line.Responsible.Any(p => Attendance.Key(p) == who))
        )
        {
            return new NotReadAloud();
        }
        var others = (line.Said ?? []).Where(s => s.Who != who).ToImmutableArray();
        return line with { Said = Of(line, who) == answer ? others : others.Add(new SaidInRoom(who, answer, at, by)) };
    }

    /// <summary>
    /// Whether it is agreed: all who are to have it have said yes, and the family has. What only members of the family are to do,
    /// they have agreed to by taking it.
    /// </summary>
    /// <param name="isMember">Whether someone is a member of the family.</param>
    public static bool IsAgreed(MinutesLine line, Func<Guid, bool> isMember)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(isMember);
        return line.Responsible.Length > 0
            && line.Responsible.All(p => Of(line, Attendance.Key(p)) == RoomAnswer.Yes)
            && (
                Of(line, Family) is { } family
                    ? family == RoomAnswer.Yes
                    : line.Responsible.All(p => p.Id is { } id && isMember(id))
            );
    }
}
