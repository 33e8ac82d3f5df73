namespace Flette.Web.Delivery;

/// <summary>
/// How a write tells the sender of the same process, after its commit, that mail waits. Nothing is kept here: what is lost
/// with the process, or was written by another node, is found by the sender's sweep.
/// </summary>
public sealed class Wake
{
    private Action<DateTimeOffset>? _heard;

    /// <summary>Mail may leave at this instant.</summary>
    public void At(DateTimeOffset due) => _heard?.Invoke(due);

    /// <summary>Who is to be told. The last one to ask is.</summary>
    public void Hear(Action<DateTimeOffset> heard) => _heard = heard;
}
