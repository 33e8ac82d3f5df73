using System.Collections.Immutable;
using Flette.Core.Access;

namespace Flette.Core.Meetings.Preparing;

/// <summary>Who wants something taken up in a meeting.</summary>
public enum PointFrom
{
    /// <summary>An adult of the family. Stands first, and is not dropped without a reason that is seen (needs-coordinator N51, N58).</summary>
    Family,

    /// <summary>A child, in its own way.</summary>
    Child,

    /// <summary>The coordinator.</summary>
    Coordinator,
}

/// <summary>Something to take up in a meeting. Whom it is about stands on the item; what is for the coordinator alone is private there.</summary>
/// <param name="Text">In the words of whoever raised it.</param>
/// <param name="By">The member whose words they are; null for the coordinator's.</param>
/// <param name="Dropped">Why it is not taken up; null while it is to be.</param>
/// <param name="Guests">Those who come for this point alone, with the family's yes to each (N68).</param>
public sealed record AgendaPoint(
    string Text,
    PointFrom From,
    Guid? By,
    string? Dropped,
    ImmutableArray<PointGuest> Guests
)
{
    /// <summary>Most characters of a point.</summary>
    public const int Longest = 300;

    /// <summary>Why a text is no point, or null.</summary>
    public static Refusal? Check(string? text) =>
        string.IsNullOrWhiteSpace(text) ? new PointEmpty()
        : text.Trim().Length > Longest ? new PointTooLong(Longest)
        : null;

    /// <summary>The point with why it is not taken up; the family's own needs a reason.</summary>
    public Result<AgendaPoint> Drop(string? reason) =>
        string.IsNullOrWhiteSpace(reason) && From != PointFrom.Coordinator ? new DropNeedsReason()
        : reason?.Trim().Length > Longest ? new PointTooLong(Longest)
        : this with { Dropped = string.IsNullOrWhiteSpace(reason) ? "" : reason.Trim() };

    /// <summary>The point with one more who comes for it alone.</summary>
    public Result<AgendaPoint> Invite(PointGuest guest, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(guest);
        return guest.YesOn > today || guest.YesOn < today.AddYears(-1) ? new YesOnImpossibleDay()
            : Has(guest.Person) ? this
            : this with { Guests = Guests.Add(guest) };
    }

    /// <summary>Whether she comes for this point alone.</summary>
    public bool Has(Guid person) => Guests.Any(g => g.Person == person);
}

/// <summary>Someone who comes for one point.</summary>
/// <param name="Person">A participant.</param>
/// <param name="YesBy">The member who said yes to it.</param>
/// <param name="YesOn">The day she said it.</param>
public sealed record PointGuest(Guid Person, Guid YesBy, DateOnly YesOn);

/// <summary>There are no words in it.</summary>
public sealed record PointEmpty : Refusal;

/// <summary>Longer than a point or a reason may be.</summary>
public sealed record PointTooLong(int Most) : Refusal;

/// <summary>What the family raised is not dropped without a reason.</summary>
public sealed record DropNeedsReason : Refusal;

/// <summary>The yes to a guest was said on a day that has not been, or too long ago.</summary>
public sealed record YesOnImpossibleDay : Refusal;
