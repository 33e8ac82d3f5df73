namespace Flette.Bench.Load;

/// <summary>What the load process is to do.</summary>
/// <param name="Port">Port on 127.0.0.1.</param>
/// <param name="Rounds">Rounds that count, after one that warms up.</param>
/// <param name="Seconds">For each page in each round.</param>
internal sealed record LoadPlan(int Port, int Rounds, double Seconds, int Connections, IReadOnlyList<LoadPage> Pages);

/// <summary>A page to ask for.</summary>
/// <param name="Once">
/// Whether each request is made once, and the log of reads is then turned cold before they are made again. Else they are repeated.
/// </param>
/// <param name="Requests">Each as it is sent: ASCII, with its body when it has one.</param>
/// <param name="Writers">
/// How many send, each its own request again and again with a new form key at <see cref="LoadKey.Place"/>, one in each second as
/// people do and not as fast as it goes; 0 for pages that are read.
/// </param>
/// <param name="Rate">
/// Requests begun in each second, whatever the answers take, by many who do not wait for each other; 0 for as fast as it goes. What one
/// has to wait for its turn counts as its time.
/// </param>
internal sealed record LoadPage(string Name, bool Once, IReadOnlyList<string> Requests, int Writers = 0, int Rate = 0);

/// <summary>The form key in a request that is sent many times.</summary>
internal static class LoadKey
{
    /// <summary>What stands in the request where the key is put.</summary>
    public const string Place = "00000000-0000-4000-8000-000000000000";

    private static readonly byte[] Bytes = System.Text.Encoding.ASCII.GetBytes(Place);

    /// <summary>The same request with a key of its own; itself when it has no place for one.</summary>
    public static byte[] New(byte[] request)
    {
        var at = request.AsSpan().IndexOf(Bytes);
        if (at < 0)
        {
            return request;
        }
        var copy = request.ToArray();
        System.Text.Encoding.ASCII.GetBytes(Guid.NewGuid().ToString(), copy.AsSpan(at));
        return copy;
    }
}

/// <summary>What the load process says, a line of JSON each.</summary>
/// <param name="Result">Null: it waits until the log of reads is cold, and is told so with an empty line.</param>
internal sealed record LoadLine(LoadResult? Result);

/// <summary>One page in one round.</summary>
/// <param name="Round">0 is the one that warms up.</param>
/// <param name="Requests">Answers with status 200; 201 to a line, and 302 to a form that was taken.</param>
/// <param name="Failed">All others.</param>
/// <param name="Seconds">Time in which they were asked for; waiting for a cold log is not counted.</param>
/// <param name="P50">Milliseconds from the request is sent until all of the answer is there, as P95 and P99.</param>
/// <param name="Bytes">Of one answer's body, on average.</param>
internal sealed record LoadResult(
    string Page,
    int Round,
    int Requests,
    int Failed,
    double Seconds,
    double P50,
    double P95,
    double P99,
    double Bytes
)
{
    /// <summary>Answers in a second.</summary>
    public double PerSecond => Seconds > 0 ? Requests / Seconds : 0;
}
