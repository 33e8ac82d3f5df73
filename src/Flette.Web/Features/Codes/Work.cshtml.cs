using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Links;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Codes;

/// <summary>
/// Where whoever came from a link comes back to it from her employer's sign-in. When the link was sent to the address that was vouched for,
/// she reads it in full; else she is as before.
/// </summary>
public sealed class WorkModel(WorkCookie work, TimeProvider time) : FlettePage
{
    private const string Under = "/jobb";

    /// <summary>Where it stands.</summary>
    public static string Path(Guid link) => Sessions.LinkPath(link) + Under;

    /// <summary>Whether a sign-in was begun from a link.</summary>
    public static bool IsBack(string back)
    {
        ArgumentNullException.ThrowIfNull(back);
        return back.Split('/') is ["", "l", var link, var page]
            && "/" + page == Under
            && Guid.TryParseExact(link, "D", out _);
    }

    [Does(Act.SeeCode)]
    public async Task<IActionResult> OnGetAsync(Guid link)
    {
        if (link != Pass.Asker.Link!.Id)
        {
            return NotFound();
        }
        var now = time.GetUtcNow();
        var address = work.Take(HttpContext);
        var record = await OnRecord.FindAsync(Pass, Pass.Asker.Id, Gone);
        if (address is null || !string.Equals(address, record?.Reach.Email, StringComparison.OrdinalIgnoreCase))
        {
            return LocalRedirect($"{Sessions.LinkPath(link)}{IndexModel.Under}?annen=true");
        }
        await CodeLog.WriteAsync(Pass, new CodeTry(Right: true, Left: 0), now, Gone);
        return LocalRedirect(await Behind.OpenAsync(HttpContext, Pass, now));
    }
}
