using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Hosting;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Links;

/// <summary>
/// The address in the mail. Opens a session for the link and goes on to an address without the token; whatever scans the mail
/// does no more than that. A link that does not open says so the same way whatever the reason, and offers a new one.
/// </summary>
public sealed class OpenModel(Guard guard, TimeProvider time) : LinkPage
{
    [Does(Act.Open, Reason = "Whoever holds the token; the pages behind it are guarded by the link's session.")]
    public async Task<IActionResult> OnGetAsync(string token)
    {
        LoadedLink? loaded = null;
        if (LinkTokens.Read(Pass.Municipality.Master, token) is { } link)
        {
            await using (var reading = await Pass.ReadAsync(Gone))
            {
                loaded = await FactsLoader.LinkAsync(reading.Db, null, link, Pass.Today, Gone);
            }
            if (loaded is { Expired: false, Revoked: false })
            {
                await Sessions.StartLinkAsync(HttpContext, Pass.Municipality, link, time.GetUtcNow());
                return Redirect(Sessions.LinkPage(link, loaded.Purpose));
            }
        }
        await guard.LinkRefusedAsync(HttpContext, Act.SeeLink, loaded);
        Frame();
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }

    [Does(
        Act.Open,
        Reason = "The answer is the same for everyone; the Guard admits a genuine link before anything is written."
    )]
    public async Task<IActionResult> OnPostNewAsync(string token)
    {
        if (!FormKeys.CameWith(Request))
        {
            return Refused.WithoutFormKey();
        }
        if (
            LinkTokens.Read(Pass.Municipality.Master, token) is { } link
            && await guard.AdmitOldLinkAsync(HttpContext, link) is { Refusal: null } admitted
        )
        {
            using var pass = admitted.Value;
            if (await RenewAsync(pass, link, await FormPost.OfAsync(pass, FormKey, Request)) is FormUsedBefore)
            {
                // Nothing is typed in this form: what came before was for another link, and this one is asked for too.
                await RenewAsync(pass, link, FormPost.None);
            }
        }
        return LocalRedirect(ToldModel.Renewed);
    }

    private async Task<Core.Refusal?> RenewAsync(Pass pass, Guid link, FormPost post)
    {
        var written = await Write.RunAsync(
            pass,
            post,
            time,
            async write =>
            {
                await LinkRenewal.RenewAsync(write, link);
                return Written.To(ToldModel.Renewed);
            },
            Gone
        );
        return written.Refusal;
    }
}
