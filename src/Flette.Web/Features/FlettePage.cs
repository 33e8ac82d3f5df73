using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features;

/// <summary>A page behind the Guard.</summary>
public abstract class FlettePage : PageModel
{
    /// <summary>What the Guard handed out.</summary>
    public Pass Pass => HttpContext.Features.GetRequiredFeature<Pass>();

    /// <summary>Makes a repeated post one effect. A new one is made when the form is shown.</summary>
    [BindProperty]
    public Guid FormKey { get; set; } = Guid.CreateVersion7();

    /// <summary>Cancelled when the one who asked has gone.</summary>
    protected CancellationToken Gone => HttpContext.RequestAborted;

    /// <summary>
    /// Does a write and goes on to where it says, or shows the page again with what <paramref name="refused"/> makes of the refusal.
    /// Refusals of access become error pages by themselves, and so does a form that came without its key, or
    /// with one that came before with something else.
    /// </summary>
    protected Task<IActionResult> WriteAsync(Func<Write, Task<Written>> work, Func<Refusal, IActionResult> refused)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return WriteAsync(work, refusal => Task.FromResult(refused(refusal)));
    }

    /// <summary>The same where showing the page again needs what stands now, as when two have written at the same time.</summary>
    protected async Task<IActionResult> WriteAsync(
        Func<Write, Task<Written>> work,
        Func<Refusal, Task<IActionResult>> refused
    )
    {
        ArgumentNullException.ThrowIfNull(refused);
        if (!FormKeys.CameWith(Request))
        {
            return Refused.WithoutFormKey();
        }
        var time = HttpContext.RequestServices.GetRequiredService<TimeProvider>();
        var post = await FormPost.OfAsync(Pass, FormKey, Request);
        var written = await Write.RunAsync(Pass, post, time, work, Gone);
        return written.Refusal switch
        {
            null => LocalRedirect(written.Location!),
            AccessRefusal access => Refused.Page(HttpContext, access),
            FormUsedBefore => Refused.FormUsedBefore(HttpContext),
            var other => await refused(other),
        };
    }
}
