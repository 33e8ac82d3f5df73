using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Flette.Bench.Load;

/// <summary>The load process: asks for the pages in turn, round after round, and tells what it measured.</summary>
internal static class LoadRun
{
    // More than ever wait at the same time: then nobody waits for a turn because there are too few to ask.
    private const int Askers = 64;

    /// <summary>Reads a <see cref="LoadPlan"/> from the first line and writes a <see cref="LoadLine"/> for each page and round.</summary>
    public static int Run(TextReader told, TextWriter tell)
    {
        var plan = JsonSerializer.Deserialize<LoadPlan>(told.ReadLine()!)!;
        var pages = plan.Pages.Select(p => new Page(p, [.. p.Requests.Select(Encoding.ASCII.GetBytes)])).ToList();
        for (var round = 0; round <= plan.Rounds; round++)
        {
            foreach (var page in pages)
            {
                Say(tell, new LoadLine(Measure(plan, page, round, () => Cold(told, tell))));
            }
        }
        return 0;
    }

    private static LoadResult Measure(LoadPlan plan, Page page, int round, Action cold)
    {
        var asked = new Asked();
        var spent = TimeSpan.Zero;
        // Twice as long at first: a server that has run for a while has translated its code to what is fastest.
        var longest = TimeSpan.FromSeconds(round == 0 ? 2 * plan.Seconds : plan.Seconds);
        do
        {
            if (page.Told.Once)
            {
                cold();
            }
            var began = Stopwatch.GetTimestamp();
            if (page.Told.Rate > 0)
            {
                Paced(plan, page, asked, began, longest - spent);
            }
            else if (page.Told.Writers > 0)
            {
                Write(plan, page, asked, began, longest - spent);
            }
            else
            {
                Pass(plan, page, asked, began, longest - spent);
            }
            spent += Stopwatch.GetElapsedTime(began);
        } while (spent < longest);
        return asked.Result(page.Told.Name, round, spent);
    }

    /// <summary>Asks with all connections until time is up, or until all is asked when each is asked once.</summary>
    private static void Pass(LoadPlan plan, Page page, Asked asked, long began, TimeSpan longest)
    {
        var order = page.Requests.ToArray();
        Random.Shared.Shuffle(order);
        var next = -1;
        var threads = Enumerable
            .Range(0, plan.Connections)
            .Select(_ => new Thread(() =>
            {
                LoadConnection? connection = null;
                var mine = new Asked();
                while (Stopwatch.GetElapsedTime(began) < longest)
                {
                    var number = Interlocked.Increment(ref next);
                    if (page.Told.Once && number >= order.Length)
                    {
                        break;
                    }
                    try
                    {
                        connection ??= new LoadConnection(plan.Port);
                        var from = Stopwatch.GetTimestamp();
                        var (status, bytes) = connection.Ask(LoadKey.New(order[number % order.Length]));
                        mine.Add(status, bytes, Stopwatch.GetElapsedTime(from));
                    }
                    catch (Exception e) when (e is SocketException or IOException)
                    {
                        mine.Failed++;
                        connection?.Dispose();
                        connection = null;
                    }
                }
                connection?.Dispose();
                lock (asked)
                {
                    asked.Add(mine);
                }
            }))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
    }

    /// <summary>Each writer sends a line in each second, not all in the same moment, until time is up.</summary>
    private static void Write(LoadPlan plan, Page page, Asked asked, long began, TimeSpan longest)
    {
        var threads = Enumerable
            .Range(0, page.Told.Writers)
            .Select(number => new Thread(() =>
            {
                var mine = new Asked();
                using var connection = new LoadConnection(plan.Port);
                for (
                    var next = TimeSpan.FromSeconds((double)number / page.Told.Writers);
                    next < longest;
                    next += TimeSpan.FromSeconds(1)
                )
                {
                    var early = next - Stopwatch.GetElapsedTime(began);
                    if (early > TimeSpan.Zero)
                    {
                        Thread.Sleep(early);
                    }
                    var request = LoadKey.New(page.Requests[number % page.Requests.Length]);
                    var from = Stopwatch.GetTimestamp();
                    try
                    {
                        var (status, bytes) = connection.Ask(request);
                        mine.Add(status, bytes, Stopwatch.GetElapsedTime(from));
                    }
                    catch (Exception e) when (e is SocketException or IOException)
                    {
                        mine.Failed++;
                        break;
                    }
                }
                lock (asked)
                {
                    asked.Add(mine);
                }
            }))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
    }

    /// <summary>
    /// Begins so many requests in each second, in any order, each when its time comes: when one has to wait for those before it, that is
    /// counted as its time too.
    /// </summary>
    private static void Paced(LoadPlan plan, Page page, Asked asked, long began, TimeSpan longest)
    {
        var order = page.Requests.ToArray();
        Random.Shared.Shuffle(order);
        var next = -1;
        var threads = Enumerable
            .Range(0, Askers)
            .Select(_ => new Thread(() =>
            {
                LoadConnection? connection = null;
                var mine = new Asked();
                while (true)
                {
                    var number = Interlocked.Increment(ref next);
                    var due = TimeSpan.FromSeconds((double)number / page.Told.Rate);
                    if (due >= longest)
                    {
                        break;
                    }
                    if (due - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } early)
                    {
                        Thread.Sleep(early);
                    }
                    try
                    {
                        connection ??= new LoadConnection(plan.Port);
                        var (status, bytes) = connection.Ask(LoadKey.New(order[number % order.Length]));
                        mine.Add(status, bytes, Stopwatch.GetElapsedTime(began) - due);
                    }
                    catch (Exception e) when (e is SocketException or IOException)
                    {
                        mine.Failed++;
                        connection?.Dispose();
                        connection = null;
                    }
                }
                connection?.Dispose();
                lock (asked)
                {
                    asked.Add(mine);
                }
            }))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
    }

    private static void Cold(TextReader told, TextWriter tell)
    {
        Say(tell, new LoadLine(null));
        if (told.ReadLine() is null)
        {
            throw new IOException("Nobody listens any more.");
        }
    }

    private static void Say(TextWriter tell, LoadLine line)
    {
        tell.WriteLine(JsonSerializer.Serialize(line));
        tell.Flush();
    }

    private sealed record Page(LoadPage Told, byte[][] Requests);

    /// <summary>What was answered.</summary>
    private sealed class Asked
    {
        private const int Ok = 200;
        private const int Created = 201;
        private const int Found = 302;

        private readonly List<double> _milliseconds = [];
        private long _bytes;

        public int Failed { get; set; }

        public void Add(int status, int bytes, TimeSpan took)
        {
            if (status is not (Ok or Created or Found))
            {
                Failed++;
                return;
            }
            _milliseconds.Add(took.TotalMilliseconds);
            _bytes += bytes;
        }

        public void Add(Asked other)
        {
            _milliseconds.AddRange(other._milliseconds);
            _bytes += other._bytes;
            Failed += other.Failed;
        }

        public LoadResult Result(string page, int round, TimeSpan spent)
        {
            _milliseconds.Sort();
            return new(
                page,
                round,
                _milliseconds.Count,
                Failed,
                spent.TotalSeconds,
                Within(50),
                Within(95),
                Within(99),
                _milliseconds.Count == 0 ? 0 : (double)_bytes / _milliseconds.Count
            );
        }

        // The nearest rank: so many in a hundred took no longer.
        private double Within(int percent) =>
            _milliseconds.Count == 0 ? 0 : _milliseconds[((_milliseconds.Count * percent) + 99) / 100 - 1];
    }
}
