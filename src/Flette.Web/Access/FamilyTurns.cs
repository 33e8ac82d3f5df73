namespace Flette.Web.Access;

/// <summary>
/// One write at a time for each family, before any connection is taken. The database would let them wait for the family's row
/// just as well, but each with a connection in its hands: a few that save at the same time would hold the whole pool, and nobody
/// else of the municipality would be answered.
/// </summary>
internal sealed class FamilyTurns
{
    /// <summary>Who has waited this long is told to try again, as when the database does not answer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private readonly Dictionary<Guid, Queue> _families = [];

    /// <summary>Waits for the family's turn; disposing ends it. Throws <see cref="TimeoutException"/> after <see cref="Longest"/>.</summary>
    public async Task<IDisposable> TakeAsync(Guid family, CancellationToken cancel)
    {
        Queue queue;
        lock (_families)
        {
            if (!_families.TryGetValue(family, out queue!))
            {
                _families[family] = queue = new Queue();
            }
            queue.Here++;
        }
        var turn = new Turn(this, family, queue);
        try
        {
            turn.IsMine = await queue.Gate.WaitAsync(Longest, cancel);
            return turn.IsMine ? turn : throw new TimeoutException("Others are writing in the family.");
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private sealed class Queue
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        /// <summary>How many wait or write. A family without any is forgotten.</summary>
        public int Here { get; set; }
    }

    private sealed class Turn(FamilyTurns turns, Guid family, Queue queue) : IDisposable
    {
        public bool IsMine { get; set; }

        public void Dispose()
        {
            lock (turns._families)
            {
                if (--queue.Here == 0)
                {
                    turns._families.Remove(family);
                }
            }
            if (IsMine)
            {
                queue.Gate.Release();
            }
        }
    }
}
