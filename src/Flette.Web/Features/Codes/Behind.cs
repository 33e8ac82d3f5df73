using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Messages;

namespace Flette.Web.Features.Codes;

/// <summary>What a link opens once it is known who holds it.</summary>
internal static class Behind
{
    /// <summary>
    /// Makes a new session that says so, in place of the one there was, and gives where to go. A member's link to messages leads to her
    /// own pages, as far as a code reaches; every other link leads to its own.
    /// </summary>
    /// <param name="asked">Whether she has just asked to read it in full; else she has opened her link, and comes to where one answers.</param>
    public static async Task<string> OpenAsync(HttpContext http, Pass pass, DateTimeOffset now, bool asked = true)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(pass);
        var link = pass.Asker.Link!;
        if (link.Purpose == LinkPurpose.Messages)
        {
            await Sessions.StartAsync(
                http,
                pass.Municipality,
                AskerKind.Member,
                pass.Asker.Id,
                Level.LinkWithCode,
                now
            );
            return OwnModel.Path;
        }
        await Sessions.StartLinkAsync(http, pass.Municipality, link.Id, now, Level.LinkWithCode);
        return asked && link.Purpose == LinkPurpose.Agreements
            ? FullModel.Path(link.Id)
            : Sessions.LinkPage(link.Id, link.Purpose);
    }
}
