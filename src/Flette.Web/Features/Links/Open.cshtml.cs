using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Messages;
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
    [Limited(Limit.OpenLink)]
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
                return LocalRedirect(await KnownAsync(loaded) ?? await StartAsync(link, loaded.Purpose));
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
    [Limited(Limit.AskForLink)]
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

    private async Task<string> StartAsync(Guid link, LinkPurpose purpose)
    {
        await Sessions.StartLinkAsync(HttpContext, Pass.Municipality, link, time.GetUtcNow());
        return Sessions.LinkPage(link, purpose);
    }

    // Whoever is signed in as the one it is for, or comes by a browser that is remembered for her, needs no code.
    private async Task<string?> KnownAsync(LoadedLink link)
    {
        if (
            link.Purpose == LinkPurpose.Messages
            && Pass.Asker is { Kind: AskerKind.Member, Alive: true } asker
            && asker.Id == link.Person
        )
        {
            return OwnModel.Path;
        }
        if (!KnownBrowsers.MayKnow(HttpContext))
        {
            return null;
        }
        var holder = new Session(Guid.Empty, link.Asker(Pass.Municipality.Key, alive: true));
        var admitted = await guard.AdmitAsync(
            Pass.Municipality,
            holder,
            Act.SeeCode,
            link.Family,
            HttpContext.TraceIdentifier,
            Gone
        );
        if (admitted.Refusal is not null)
        {
            return null;
        }
        using var pass = admitted.Value;
        var now = time.GetUtcNow();
        return
            await OnRecord.FindAsync(pass, link.Person, Gone) is { Code: { } number }
            && await KnownBrowsers.KnowsAsync(HttpContext, pass, number, now)
            ? await Codes.Behind.OpenAsync(HttpContext, pass, now, asked: false)
            : null;
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
