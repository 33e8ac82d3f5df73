using System.Collections.Immutable;

namespace Flette.Core.Meetings.Rhythm;

/// <summary>Why it is not kept that a time of the year does not suit.</summary>
public abstract record SeasonRefusal : Refusal;

/// <summary>No month was chosen.</summary>
public sealed record SeasonOfNoMonth : SeasonRefusal;

/// <summary>What was written besides is too long.</summary>
public sealed record SeasonTooLong(int Most) : SeasonRefusal;

/// <summary>A member says that one should not meet in these months. The item's day is when she said it.</summary>
/// <param name="By">The member.</param>
/// <param name="Months">1 to 12, each once, in order.</param>
/// <param name="More">What she says besides, in her own words.</param>
public sealed record SeasonDetails(Guid By, ImmutableArray<int> Months, string? More)
{
    /// <summary>The longest that can be written.</summary>
    public const int Longest = 500;

    /// <summary>What she said, or why it cannot be kept.</summary>
    public static Result<SeasonDetails> Read(Guid by, IReadOnlyCollection<int> months, string? more)
    {
        ArgumentNullException.ThrowIfNull(months);
        var text = string.IsNullOrWhiteSpace(more) ? null : more.Trim();
        ImmutableArray<int> known = [.. months.Where(m => m is >= 1 and <= 12).Distinct().Order()];
        return known.IsEmpty ? new SeasonOfNoMonth()
            : text?.Length > Longest ? new SeasonTooLong(Longest)
            : new SeasonDetails(by, known, text);
    }
}
