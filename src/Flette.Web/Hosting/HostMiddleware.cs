using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Hosting;

/// <summary>Finds the municipality by exact host. An unknown host gets 421 and no data; there is no default.</summary>
public sealed class HostMiddleware(RequestDelegate next, Databases databases)
{
    public async Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (databases.ByHost(http.Request.Host.Host) is not { } municipality)
        {
            // One that is configured, but whose database is not fit to be served, answers for nobody yet.
            var status = databases.IsUnserved(http.Request.Host.Host)
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status421MisdirectedRequest;
            await ErrorPages.WriteAsync(http, status);
            return;
        }
        http.Features.Set(new HereFeature(municipality));
        if (!await Encrypted.RefuseAsync(http))
        {
            await next(http);
        }
    }
}
