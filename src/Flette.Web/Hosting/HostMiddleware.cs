using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Hosting;

/// <summary>Finds the municipality by exact host. An unknown host gets 421 and no data; there is no default.</summary>
public sealed class HostMiddleware(RequestDelegate next, Databases databases)
{
    public Task InvokeAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (databases.ByHost(http.Request.Host.Host) is not { } municipality)
        {
            return ErrorPages.WriteAsync(http, StatusCodes.Status421MisdirectedRequest);
        }
        http.Features.Set(new HereFeature(municipality));
        return next(http);
    }
}
