namespace Flette.Web.Hosting;

/// <summary>
/// Whether a form was sent from a page of ours. One from elsewhere is turned away by the antiforgery check, and must not be given
/// back either: an error page that showed its fields beside a fresh token would make one press of «Send på nytt» the other's act.
/// </summary>
internal static class SameOrigin
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>
    /// Browsers say where a request comes from; older ones only by Origin, which they leave out or empty («null») when they will
    /// not tell. Who will not tell gets nothing back; who sends neither is no browser that carries another's cookies.
    /// </summary>
    public static bool Holds(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers[FetchSite] is { Count: > 0 } site)
        {
            return site.ToString() is "same-origin" or "none";
        }
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (
                Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            );
    }
}
