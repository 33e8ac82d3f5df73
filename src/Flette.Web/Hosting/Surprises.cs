using System.Net.Sockets;
using Flette.Web.Access;
using Npgsql;

namespace Flette.Web.Hosting;

/// <summary>
/// The one handler of exceptions. People get a reference and what is safe; the operator gets the reference and the kind of
/// fault, never the message, which may quote data.
/// </summary>
public sealed partial class Surprises(RequestDelegate next, ILogger<Surprises> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        try
        {
            await next(http);
            if (http.Response is { StatusCode: >= 400, HasStarted: false, ContentLength: null, ContentType: null })
            {
                var status = http.Response.StatusCode;
                await ErrorPages.WriteAsync(
                    http,
                    status == StatusCodes.Status400BadRequest && HttpMethods.IsPost(http.Request.Method)
                        ? await WhyNotTakenAsync(http)
                        : status
                );
            }
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort();
        }
        catch (Exception e)
        {
            var status = Status(e);
            Failed(log, http.TraceIdentifier, status, Kind(e));
            if (status == StatusCodes.Status503ServiceUnavailable)
            {
                // When one connection is dead the others of the pool mostly are too: they should not fail one page each.
                http.Features.Get<HereFeature>()?.Municipality.Database.Clear();
            }
            await ErrorPages.WriteAsync(http, status);
        }
    }

    /// <summary>
    /// A post the antiforgery check turned away: the form was old, or its body could not be read at all. Reading it again
    /// gives the same fault, since the framework keeps it.
    /// </summary>
    private static async Task<int> WhyNotTakenAsync(HttpContext http)
    {
        try
        {
            if (http.Request.HasFormContentType)
            {
                await http.Request.ReadFormAsync(http.RequestAborted);
            }
            return StatusCodes.Status403Forbidden;
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            return Status(e);
        }
        catch (IOException)
        {
            // It ended before its time.
            return StatusCodes.Status400BadRequest;
        }
    }

    private static int Status(Exception e) =>
        e switch
        {
            BadHttpRequestException bad => bad.StatusCode,
            InvalidDataException => StatusCodes.Status413PayloadTooLarge,
            PostgresException
            {
                SqlState: not (
                    PostgresErrorCodes.AdminShutdown
                    or PostgresErrorCodes.CrashShutdown
                    or PostgresErrorCodes.CannotConnectNow
                    or PostgresErrorCodes.TooManyConnections
                )
            } => StatusCodes.Status500InternalServerError,
            NpgsqlException or SocketException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static string Kind(Exception e) =>
        e is PostgresException p ? $"{p.SqlState} at {Where(e)}" : $"{e.GetType().Name} at {Where(e)}";

    private static string Where(Exception e) =>
        new System.Diagnostics.StackTrace(e)
            .GetFrames()
            .Select(f => f.GetMethod())
            .FirstOrDefault(m => m?.DeclaringType?.Namespace?.StartsWith("Flette", StringComparison.Ordinal) == true)
            is { } at
            ? $"{at.DeclaringType!.FullName}.{at.Name}"
            : e.TargetSite?.Name ?? "unknown";

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Request {Reference} ended with {Status}: {Kind}")]
    private static partial void Failed(ILogger logger, string reference, int status, string kind);
}
