using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.SignIn;

/// <summary>
/// Where a provider says that somebody has signed out there: from machine to machine with a token (Back-Channel Logout 1.0), or through her
/// browser (Front-Channel Logout 1.0).
/// </summary>
[IgnoreAntiforgeryToken(Order = 2000)]
public sealed class NoticeModel(Issuers issuers, SignIns signIns) : FlettePage
{
    [BindProperty(Name = "logout_token")]
    public string? Token { get; set; }

    [BindProperty(SupportsGet = true, Name = "iss")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "sid")]
    public string? Session { get; set; }

    [Does(
        Act.Open,
        Reason = "Ends the session it names by what only the provider and that session know, and says nothing."
    )]
    public async Task<IActionResult> OnGetAsync(string issuer)
    {
        if (issuers.Find(Pass.Municipality, issuer) is not { } found)
        {
            return NotFound();
        }
        await signIns.EndBySessionAsync(HttpContext, found, From, Session);
        // The provider's page of signing out shows it in a frame, and sees nothing in it.
        Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; frame-ancestors " + found.Options.Issuer.GetLeftPart(UriPartial.Authority);
        return new ContentResult { ContentType = "text/plain; charset=utf-8", Content = "" };
    }

    [Does(Act.Open, Reason = "Whoever holds a token that the issuer has signed for this; without one nothing happens.")]
    public async Task<IActionResult> OnPostAsync(string issuer)
    {
        if (issuers.Find(Pass.Municipality, issuer) is not { } found)
        {
            return NotFound();
        }
        try
        {
            return await signIns.EndByTokenAsync(HttpContext, found, Token) is null
                ? new ContentResult { ContentType = "text/plain; charset=utf-8", Content = "" }
                : new JsonResult(new { error = "invalid_request" }) { StatusCode = StatusCodes.Status400BadRequest };
        }
        catch (ProviderException)
        {
            return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
