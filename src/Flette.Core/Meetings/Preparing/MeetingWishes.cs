using Flette.Core.Access;

namespace Flette.Core.Meetings.Preparing;

/// <summary>Where or how a member would rather meet.</summary>
public enum MeetingWhere
{
    /// <summary>Nothing is said.</summary>
    Anywhere,
    Office,
    Home,
    School,
    Screen,
    Phone,
}

/// <summary>What a member says beforehand of how a meeting should be (needs-coordinator N50, N51).</summary>
/// <param name="Whom">Whom to have there, and whom not, in her own words.</param>
/// <param name="Interpreter">The language of an interpreter, or null.</param>
/// <param name="Impossible">Times that are impossible, in her own words: limits for everyone's dates.</param>
public sealed record MeetingWishes(string? Whom, MeetingWhere Where, string? Interpreter, string? Impossible)
{
    /// <summary>Most characters of each text.</summary>
    public const int Longest = 500;

    /// <summary>Nothing is said.</summary>
    public static MeetingWishes None { get; } = new(null, MeetingWhere.Anywhere, null, null);

    /// <summary>The wishes as typed: what is empty is nothing.</summary>
    public static MeetingWishes Of(string? whom, MeetingWhere where, string? interpreter, string? impossible) =>
        new(Given(whom), where, Given(interpreter), Given(impossible));

    /// <summary>Why they cannot be written down, or null.</summary>
    public Refusal? Check() =>
        new[] { Whom, Interpreter, Impossible }.Any(t => t?.Length > Longest) ? new PointTooLong(Longest) : null;

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
