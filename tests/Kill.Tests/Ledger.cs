namespace Flette.Kill.Tests;

/// <summary>One filled-in form: sent once, or again with the same form key until it is acknowledged.</summary>
/// <param name="Key">Its form key.</param>
/// <param name="Text">What stands in it, found nowhere else.</param>
internal sealed record Post(Guid Key, string Text);

/// <summary>A post the program has said is kept.</summary>
/// <param name="Id">The row the acknowledgement named.</param>
/// <param name="Sendings">How many times it was sent before that.</param>
internal sealed record Acknowledged(Post Post, Guid Id, int Sendings);

/// <summary>What the clerks have sent and been told. Theirs alone: nothing in it comes from the database.</summary>
internal sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly List<Acknowledged> _kept = [];
    private Func<int, int, bool>? _now;
    private Action<int>? _then;
    private int _inFlight;

    /// <summary>All that was acknowledged until now.</summary>
    public IReadOnlyList<Acknowledged> Kept
    {
        get
        {
            lock (_lock)
            {
                return [.. _kept];
            }
        }
    }

    /// <summary>
    /// Calls <paramref name="then"/> with the number of posts in flight, once, in the moment a post has left and at least
    /// <paramref name="inFlight"/> have no answer yet, after so many more were acknowledged.
    /// </summary>
    public void When(int inFlight, int acknowledged, Action<int> then)
    {
        lock (_lock)
        {
            var enough = _kept.Count + acknowledged;
            _now = (flying, kept) => flying >= inFlight && kept >= enough;
            _then = then;
        }
    }

    /// <summary>The last byte of a post has left.</summary>
    public void Left()
    {
        lock (_lock)
        {
            _inFlight++;
            if (_now is { } now && now(_inFlight, _kept.Count))
            {
                _now = null;
                // Inside the lock: nobody's answer is taken in before it is done.
                _then!(_inFlight);
            }
        }
    }

    /// <summary>A post that had left got an answer, or its connection broke.</summary>
    /// <param name="kept">What it acknowledged, when it did.</param>
    public void Came(Acknowledged? kept)
    {
        lock (_lock)
        {
            _inFlight--;
            if (kept is not null)
            {
                _kept.Add(kept);
            }
        }
    }
}
