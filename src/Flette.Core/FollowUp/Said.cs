namespace Flette.Core.FollowUp;

/// <summary>What a member says of a measure.</summary>
public enum Helps
{
    /// <summary>«Dette hjelper».</summary>
    Yes,

    /// <summary>«Dette hjelper ikke».</summary>
    No,

    /// <summary>She has taken it back, or says nothing of it now.</summary>
    Unsaid,
}

/// <summary>What one member says of one measure; earlier words stand in its versions. Its day is the item's.</summary>
/// <param name="By">The member.</param>
/// <param name="Words">Her own words, when she has any.</param>
public sealed record HelpsDetails(Guid By, string? Words = null);

/// <summary>Where «ingenting har skjedd» stands.</summary>
public enum NothingYet
{
    /// <summary>Said, and the coordinator has not taken note of it.</summary>
    Said,

    /// <summary>Said, and taken note of.</summary>
    Seen,

    /// <summary>Taken back.</summary>
    Unsaid,
}

/// <summary>«Ingenting har skjedd», of one member about one agreement. The item's day is when she said it. It goes to no service.</summary>
/// <param name="By">The member.</param>
public sealed record NothingYetDetails(Guid By);

/// <summary>Whether a member is reminded of what she has herself. Without one nobody in a family is.</summary>
public enum ReminderWish
{
    On,
    Off,
}

/// <summary>What she said about it.</summary>
/// <param name="Words">How she said it, in the coordinator's words; null when she chose herself.</param>
public sealed record ReminderWishDetails(string? Words = null);

/// <summary>Longer than <see cref="SaidWords.LongestWords"/>.</summary>
public sealed record WordsTooLong : Refusal;

/// <summary>How she said it is missing: the coordinator writes no wish of a member without.</summary>
public sealed record WishWordsMissing : Refusal;

/// <summary>What a family says may be this long. Pure.</summary>
public static class SaidWords
{
    public const int LongestWords = 500;

    /// <summary>Whether her words can be kept.</summary>
    public static Refusal? Check(string? typed) => typed?.Trim().Length > LongestWords ? new WordsTooLong() : null;

    /// <summary>Her words, or null when there are none.</summary>
    public static string? Words(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
