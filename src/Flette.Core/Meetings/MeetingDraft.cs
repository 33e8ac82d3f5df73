using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Meetings;

/// <summary>No day was said, or one no meeting is planned for.</summary>
public sealed record MeetingNeedsDay : Refusal;

/// <summary>Something about a meeting is longer than its field takes.</summary>
/// <param name="Field">As in the draft.</param>
public sealed record MeetingTextTooLong(string Field, int Most) : Refusal;

/// <summary>A meeting somebody plans or begins.</summary>
/// <param name="Day">Which day, in Norway.</param>
/// <param name="Time">Wall time in words («09.00–10.30»), or null.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Invited">Who is to be there.</param>
public sealed record MeetingDraft(
    MinutesKind Kind,
    DateOnly? Day,
    string? Time,
    string? Place,
    ImmutableArray<MeetingPerson> Invited
)
{
    /// <summary>Years before and after today a meeting can be: later than that nobody plans, earlier nobody holds.</summary>
    public const int Years = 5;

    /// <summary>Why it cannot be written down, or null.</summary>
    public Refusal? Check(DateOnly today) =>
        Day is not { } day || day < today.AddYears(-Years) || day > today.AddYears(Years) ? new MeetingNeedsDay()
        : Time?.Length > MinutesLimits.Most(MinutesText.Time)
            ? new MeetingTextTooLong(nameof(Time), MinutesLimits.Most(MinutesText.Time))
        : Place?.Length > MinutesLimits.Most(MinutesText.Place)
            ? new MeetingTextTooLong(nameof(Place), MinutesLimits.Most(MinutesText.Place))
        : null;

    /// <summary>What is written about it.</summary>
    public MeetingDetails Details => new(Kind, Time, Place, Invited, []);
}
