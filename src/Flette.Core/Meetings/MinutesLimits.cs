namespace Flette.Core.Meetings;

/// <summary>What is corrected in free words.</summary>
public enum MinutesText
{
    What,
    Others,
    DueText,
    Time,
    Place,
    NextTime,
    NextPlace,
    People,
}

/// <summary>A correction longer than its field takes.</summary>
public sealed record MinutesTextTooLong(MinutesText Field, int Most) : MinutesRefusal;

/// <summary>
/// How long a correction may be. The document itself has the limits of the import; what is typed over it is a line, a name, a
/// place.
/// </summary>
public static class MinutesLimits
{
    /// <summary>Most characters; of <see cref="MinutesText.People"/> in each name, role and service.</summary>
    public static int Most(MinutesText text) =>
        text switch
        {
            MinutesText.What => 4_000,
            MinutesText.Others => 500,
            MinutesText.DueText or MinutesText.Place or MinutesText.NextPlace or MinutesText.People => 200,
            MinutesText.Time or MinutesText.NextTime => 40,
            _ => throw new ArgumentOutOfRangeException(nameof(text)),
        };

    internal static MinutesTextTooLong? Check(params IEnumerable<(MinutesText Field, int Length)> texts) =>
        texts
            .Where(t => t.Length > Most(t.Field))
            .Select(t => new MinutesTextTooLong(t.Field, Most(t.Field)))
            .FirstOrDefault();
}
