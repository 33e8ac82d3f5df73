using System.Net;
using Dapper;
using Flette.Web.Audit.Sealing;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Hosting;

/// <summary>
/// What a watchman asks: <c>/health/live</c> (the program runs), <c>/health/ready</c> (every municipality's database answers) and, on this
/// machine only, <c>/health/detail</c>. They belong to no municipality, so they stand before the one is found.
/// </summary>
internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How one municipality is.</summary>
    /// <param name="OldestWaiting">Seconds the oldest message that should have left has waited; 0 when none has.</param>
    /// <param name="OldestUnsealed">Seconds the oldest row of the log has waited for its seal; 0 when all are sealed.</param>
    public sealed record Detail(string Municipality, bool Answers, double OldestWaiting, double OldestUnsealed);

    /// <summary>Answers them.</summary>
    public static IApplicationBuilder UseHealth(this IApplicationBuilder app) =>
        app.Use(
            (http, next) =>
                http.Request.Path.Value switch
                {
                    "/health/live" => TextAsync(http, StatusCodes.Status200OK, "live"),
                    "/health/ready" => ReadyAsync(http),
                    "/health/detail" when IsHere(http) => DetailAsync(http),
                    _ => next(http),
                }
        );

    // The address itself, and the name one asked by: a proxy on this machine asks by a municipality's.
    private static bool IsHere(HttpContext http) =>
        (http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress))
        && (
            http.Request.Host.Host == "localhost"
            || IPAddress.TryParse(http.Request.Host.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)
        )
        && !http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("Forwarded");

    private static async Task ReadyAsync(HttpContext http)
    {
        var all = await AllAsync(http);
        var ready = all.Count > 0 && all.All(d => d.Answers);
        await TextAsync(
            http,
            ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable,
            ready ? "ready" : "not ready"
        );
    }

    private static async Task DetailAsync(HttpContext http)
    {
        var all = await AllAsync(http);
        await http.Response.WriteAsJsonAsync(new { municipalities = all }, http.RequestAborted);
    }

    private static async Task<IReadOnlyList<Detail>> AllAsync(HttpContext http)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var databases = http.RequestServices.GetRequiredService<Databases>();
        return await Task.WhenAll(databases.All.Select(m => OneAsync(m, now, http.RequestAborted)));
    }

    private static async Task<Detail> OneAsync(Municipality municipality, DateTimeOffset now, CancellationToken gone)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
        patience.CancelAfter(Patience);
        try
        {
            await using var db = await municipality.Database.OpenConnectionAsync(patience.Token);
            var oldest = await db.ExecuteScalarAsync<DateTime?>(
                new CommandDefinition(
                    "select min(send_after) from outbox where state = 'waiting' and send_after < @now",
                    new { now },
                    cancellationToken: patience.Token
                )
            );
            return new Detail(
                municipality.Key,
                Answers: true,
                oldest is { } since ? Math.Max(0, (now - new DateTimeOffset(since, TimeSpan.Zero)).TotalSeconds) : 0,
                (await Seals.LagAsync(db, now, patience.Token)).TotalSeconds
            );
        }
        catch (Exception e)
            when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException
                || (e is OperationCanceledException && !gone.IsCancellationRequested)
            )
        {
            return new Detail(municipality.Key, Answers: false, OldestWaiting: 0, OldestUnsealed: 0);
        }
    }

    private static Task TextAsync(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/plain; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(text, http.RequestAborted);
    }
}
