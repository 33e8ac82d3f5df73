namespace Flette.Core;

/// <summary>
/// Why something may not happen, as a value. Each area declares its own refusals as sealed records;
/// one file per feature maps them to the words a person reads.
/// </summary>
public abstract record Refusal;

/// <summary>Either the new state or the reason there is none.</summary>
/// <typeparam name="T">What there is when nothing was refused.</typeparam>
public sealed class Result<T>
    where T : notnull
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>The reason, or null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The value. Throws <see cref="InvalidOperationException"/> when refused: ask <see cref="Refusal"/> first.</summary>
    public T Value =>
        Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal.GetType().Name}");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
