using Microsoft.AspNetCore.Http.Features;

namespace Flette.Web.Hosting.Uploads;

/// <summary>
/// A body that was turned away by its length before any of it was read. Whoever sends it hears the answer only when all is sent: hung
/// up on meanwhile, a browser shows a broken connection and not the page.
/// </summary>
internal static class Unread
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Takes it off the line, up to <see cref="DocumentForm.MostSent"/>, and keeps none of it.</summary>
    public static async Task LetPassAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size)
        {
            return;
        }
        size.MaxRequestBodySize = DocumentForm.MostSent;
        var some = new byte[BufferSize];
        try
        {
            while (await http.Request.Body.ReadAsync(some, http.RequestAborted) > 0) { }
        }
        catch (IOException)
        {
            // More than that, or it ended before its time: the answer is the same.
        }
    }
}
