using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>
/// The bytes of an attachment, to be saved and never shown: whoever sends a page or a script as a document gets no page and no
/// script of ours out of it. The row of the log was committed by the Guard before this is asked for anything.
/// </summary>
public sealed class AttachmentFile(Pass pass, Attachment attachment) : ActionResult
{
    /// <inheritdoc/>
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (http, details) = (context.HttpContext, attachment.Details);
        await AttachmentChunks.CheckAsync(pass, attachment, http.RequestAborted);
        var headers = http.Response.Headers;
        // Beside what every answer says: nosniff, no-store.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(details.Name);
        headers.ContentDisposition = disposition.ToString();
        http.Response.ContentType = details.Media;
        http.Response.ContentLength = details.Size;
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return;
        }
        for (var number = 0; number < details.Chunks; number += AttachmentChunks.AtATime)
        {
            foreach (var piece in await AttachmentChunks.OpenAsync(pass, attachment, number, http.RequestAborted))
            {
                await http.Response.Body.WriteAsync(piece, http.RequestAborted);
            }
        }
    }
}
