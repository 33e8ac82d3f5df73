using System.Collections.Immutable;

namespace Flette.Core.Meetings.Publishing;

/// <summary>One publishing of the minutes of a meeting: which lines as they stood, and what was sent with it. The coordinator's.</summary>
/// <param name="Number">1 for the first time.</param>
/// <param name="Lines">The lines it made or changed, to be taken back by.</param>
/// <param name="Read">All lines that were published, as they stood in the working notes.</param>
/// <param name="Sending">The mails that went with it; null when none did.</param>
/// <param name="Told">Members who were told that there are minutes.</param>
public sealed record Publication(
    int Number,
    ImmutableArray<PublishedPart> Lines,
    ImmutableArray<ReadLine> Read,
    Guid? Sending,
    ImmutableArray<Guid> Told
)
{
    /// <summary>How long readers may say that something is wrong (needs-coordinator N82).</summary>
    public const int DaysToCorrect = 7;

    /// <summary>Whether it is still the time to say that a line is wrong.</summary>
    /// <param name="published">The day the line was published or last changed, in Norway.</param>
    public static bool IsOpenTo(DateOnly published, DateOnly today) => today <= published.AddDays(DaysToCorrect);
}

/// <summary>A published line one publishing made or changed.</summary>
/// <param name="Version">The version it made.</param>
/// <param name="New">Whether it made the line, or changed one there was.</param>
public sealed record PublishedPart(Guid Item, int Version, bool New);

/// <summary>A line of the working notes as it was when it was published.</summary>
public sealed record ReadLine(Guid Line, int Version);
