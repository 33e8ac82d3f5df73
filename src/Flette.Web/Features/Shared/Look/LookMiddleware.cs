using Microsoft.Net.Http.Headers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// Answers for style sheets, icons and scripts before anything else runs: they hold no data, belong to no municipality
/// and need no Act, and an error page must look right also when the database is gone.
/// </summary>
public static class LookMiddleware
{
    /// <summary>Put it first in the pipeline, after the headers that every answer carries.</summary>
    public static IApplicationBuilder UseLook(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
                LookFiles.Find(context.Request.Path.Value ?? "") is { } file ? Answer(context, file) : next(context)
        );

    private static async Task Answer(HttpContext context, LookFile file)
    {
        var (request, response) = (context.Request, context.Response);
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD";
            return;
        }

        var (body, encoding) = Choose(request, file);
        var tag = $"\"{file.Version}{(encoding is null ? "" : "-" + encoding)}\"";
        response.Headers.ETag = tag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        response.Headers.XContentTypeOptions = "nosniff";
        // Only the address that names this version may be kept: without it a new release would not be seen.
        response.Headers.CacheControl =
            request.Query["v"] == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
        if (
            request.Headers.IfNoneMatch.Any(known => known is not null && known.Contains(tag, StringComparison.Ordinal))
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = file.ContentType;
        response.ContentLength = body.Length;
        if (encoding is not null)
            response.Headers.ContentEncoding = encoding;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static (byte[] Body, string? Encoding) Choose(HttpRequest request, LookFile file)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding.Where(one => one.Quality is null or > 0).ToList();
        bool Takes(string name) => accepted.Any(one => one.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        return Takes("br") ? (file.Brotli, "br")
            : Takes("gzip") ? (file.Gzip, "gzip")
            : (file.Plain, null);
    }
}
