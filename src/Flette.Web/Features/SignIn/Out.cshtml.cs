using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Hosting;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.SignIn;

/// <summary>Signing out: here, or everywhere; then at the provider too.</summary>
public sealed class OutModel(Issuers issuers, SignIns signIns, OutCookie left, WayIn wayIn, TimeProvider time)
    : SignInPage
{
    /// <summary>Where it stands.</summary>
    public const string Path = "/ut";

    /// <summary>Everywhere she is signed in, not only here.</summary>
    [BindProperty(Name = "overalt")]
    public bool Everywhere { get; set; }

    /// <summary>Whether the asker is signed in.</summary>
    public bool IsIn => Pass.Asker is { Alive: true, Kind: AskerKind.Staff or AskerKind.Member };

    /// <summary>Where the provider signs out; null when there is nothing to end there.</summary>
    public string? ProvidersOut { get; private set; }

    /// <summary>Whether she is in more families than this one.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Where to sign in again.</summary>
    public string WayInPath => wayIn.Path;

    [Does(
        Act.Open,
        Reason = "Asks the one who is signed in whether she will sign out, and tells the others that they are."
    )]
    public async Task OnGetAsync()
    {
        Frame();
        HasOthers =
            Pass.Asker is { Alive: true, Kind: AskerKind.Member } && (await OwnFamilies.AllAsync(Pass, Gone)).Count > 1;
        // Afterwards by a page of its own: a form of ours may lead to no other site (form-action 'self').
        if (left.Take(HttpContext) is { } ended && issuers.Find(Pass.Municipality, ended.Issuer) is { } issuer)
        {
            ProvidersOut = await signIns.ProvidersOutAsync(HttpContext, issuer, ended.Token);
        }
    }

    [Does(Act.SignOut)]
    public async Task<IActionResult> OnPostAsync()
    {
        var now = time.GetUtcNow();
        var by = await OwnSessions.SignedInByAsync(Pass, Gone);
        if (Everywhere && IsIn)
        {
            await OwnSessions.EndAllAsync(Pass, now, Gone);
            await KnownBrowsers.ForgetAllAsync(Pass, now, Gone);
        }
        await Sessions.EndAsync(HttpContext, Pass.Municipality, now);
        if (by is not null)
        {
            left.Set(HttpContext, new LeftSession(by.Issuer, by.Token));
        }
        // What the browser has kept of our pages goes with her. Not the cookies: a link's are another person's, perhaps.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect(Path);
    }
}
