using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes.Attaching;

/// <summary>How often the database is asked for a document: a few times, and once for each megabyte.</summary>
public sealed class AttachQueryTests(BareApp app) : IClassFixture<BareApp>
{
    private const int Chunk = 256 * 1024;

    [Theory]
    [InlineData(1, 5)]
    [InlineData(4 * Chunk, 5)]
    [InlineData((4 * Chunk) + 1, 6)]
    [InlineData(40 * Chunk, 14)]
    public async Task A_document_takes_one_question_for_each_megabyte(int size, int most)
    {
        var asked = new ConcurrentDictionary<ActivityTraceId, int>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = s => s.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a =>
            {
                if (
                    a is { Source.Name: "Npgsql", Kind: ActivityKind.Client }
                    && !a.OperationName.Contains("CONNECT", StringComparison.OrdinalIgnoreCase)
                )
                {
                    asked.AddOrUpdate(a.TraceId, 1, (_, n) => n + 1);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var world = await AttachWorld.MakeAsync(app);
        var id = await world.AttachAsync("Kart.bin", new byte[size]);
        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{world.All}/{id}");
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        var page = await world.Kari.SendAsync(request);
        Assert.Equal((HttpStatusCode.OK, size), (page.Status, page.Body.Length));
        Assert.InRange(asked.GetValueOrDefault(trace), 1, most);
    }
}
