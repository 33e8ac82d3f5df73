using System.Collections.Immutable;

namespace Flette.Core.Meetings.Asking;

/// <summary>How a child wants to take part (hpl, bvl and barnelova: the child is heard in its own way).</summary>
public enum TakesPart
{
    /// <summary>Nothing is said.</summary>
    Unsaid,
    Whole,
    Part,

    /// <summary>Somebody says it for her.</summary>
    ThroughSomebody,
    No,
}

/// <summary>
/// What one person says before a meeting, or in place of one: three lines, and which of the times that are proposed suit her
/// (needs-coordinator N60, N61, N70). Sealed. The points of a member and her wishes for the meeting are items of their own.
/// </summary>
/// <param name="Now">How it is now, as she sees it.</param>
/// <param name="Works">What helps, and what does not.</param>
/// <param name="Needs">What she needs of the others.</param>
/// <param name="Times">Her answer to each proposed time, by its id.</param>
/// <param name="Part">How a child wants to take part.</param>
/// <param name="Points">Points for the agenda she raised in the same go: what is taken back is taken back whole.</param>
public sealed record InputDetails(
    string? Now,
    string? Works,
    string? Needs,
    IReadOnlyDictionary<Guid, TimeAnswer> Times,
    TakesPart Part,
    ImmutableArray<Guid> Points
)
{
    /// <summary>Most characters of a line.</summary>
    public const int Longest = 500;

    /// <summary>She is asked and has said nothing.</summary>
    public static InputDetails None { get; } =
        new(null, null, null, ImmutableDictionary<Guid, TimeAnswer>.Empty, TakesPart.Unsaid, []);

    /// <summary>Whether there is a line to read.</summary>
    public bool HasLines => Lines.Any();

    /// <summary>The lines that are written, in their order.</summary>
    public IEnumerable<string> Lines => new[] { Now, Works, Needs }.OfType<string>();

    /// <summary>The lines as typed: what is empty is nothing.</summary>
    public static InputDetails Of(
        string? now,
        string? works,
        string? needs,
        IReadOnlyDictionary<Guid, TimeAnswer> times,
        TakesPart part
    ) => new(Given(now), Given(works), Given(needs), times, part, []);

    /// <summary>Why it cannot be written down, or null.</summary>
    /// <param name="alone">Whether nothing else is said in the same go.</param>
    public Refusal? Check(bool alone)
    {
        foreach (var (field, line) in new[] { (nameof(Now), Now), (nameof(Works), Works), (nameof(Needs), Needs) })
        {
            if (line?.Length > Longest)
            {
                return new InputTooLong(field, Longest);
            }
        }
        return alone && !HasLines && Times.Count == 0 && Part == TakesPart.Unsaid ? new NothingSaid() : null;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>A line is longer than it may be.</summary>
/// <param name="Field">Which.</param>
public sealed record InputTooLong(string Field, int Most) : Refusal;

/// <summary>Nothing was written and no time was chosen.</summary>
public sealed record NothingSaid : Refusal;

/// <summary>The meeting has been or is not held: nothing more is asked or said before it.</summary>
public sealed record AskingIsOver : Refusal;
