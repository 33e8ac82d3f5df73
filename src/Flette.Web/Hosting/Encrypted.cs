using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Hosting;

/// <summary>
/// Pages of a municipality whose address is https are given over encrypted connections only. Whether a connection is, is said by the connection
/// itself or by a proxy the configuration names, and by nothing else.
/// </summary>
internal static class Encrypted
{
    private const string Year = "max-age=31536000";

    /// <summary>Answers in place of the page; false when the page may answer.</summary>
    public static async Task<bool> RefuseAsync(HttpContext http)
    {
        var here = http.Here();
        if (!here.IsEncrypted)
        {
            return false;
        }
        if (http.Request.IsHttps)
        {
            http.Response.Headers.StrictTransportSecurity = Year;
            return false;
        }
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        {
            // What has been sent in the clear once is not sent again by us: only the path goes along, by the configured address.
            http.Response.Redirect(Address(here, http.Request));
            return true;
        }
        await ErrorPages.WriteAsync(
            http,
            StatusCodes.Status400BadRequest,
            "Det ble sendt uten kryptering, og er ikke lagret."
        );
        return true;
    }

    private static string Address(Municipality here, HttpRequest request) =>
        here.Address.GetLeftPart(UriPartial.Authority) + request.PathBase + request.Path + request.QueryString;
}
