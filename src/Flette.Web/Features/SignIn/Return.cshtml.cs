using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.SignIn;

/// <summary>
/// Where a provider sends people back. The one GET that makes something: a session for whoever the provider vouches for, in the browser that
/// began (docs/adr/0021).
/// </summary>
public sealed class ReturnModel(Issuers issuers, SignIns signIns) : SignInPage
{
    /// <summary>Why nobody was let in.</summary>
    public NotSignedIn Why { get; private set; }

    /// <summary>Where whoever is not known here can sign out of the provider; null elsewhere.</summary>
    public string? ProvidersOut { get; private set; }

    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "iss")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "error")]
    public string? Error { get; set; }

    [Does(Act.SignIn)]
    [Limited(Limit.SignIn)]
    public async Task<IActionResult> OnGetAsync(string issuer)
    {
        if (issuers.Find(Pass.Municipality, issuer) is not { } found)
        {
            return NotFound();
        }
        Frame();
        var answer = new ProviderAnswer(Code, State, From, Error);
        var (next, why) = await signIns.EndAsync(HttpContext, found, answer);
        if (why is not { } reason)
        {
            return LocalRedirect(next!);
        }
        Why = reason;
        ProvidersOut = reason is NotSignedIn.Unknown or NotSignedIn.NotSure
            ? await signIns.ProvidersOutAsync(HttpContext, found, null)
            : null;
        Response.StatusCode = reason switch
        {
            NotSignedIn.NoAnswer => StatusCodes.Status503ServiceUnavailable,
            NotSignedIn.Unknown or NotSignedIn.NotSure => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status400BadRequest,
        };
        return Page();
    }
}
