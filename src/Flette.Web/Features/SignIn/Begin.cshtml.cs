using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.SignIn;

/// <summary>Leads to a provider. Nothing is stored here: what is under way lies sealed in the browser.</summary>
public sealed class BeginModel(Issuers issuers, SignIns signIns) : SignInPage
{
    /// <summary>Where to go afterwards: a local address.</summary>
    [BindProperty(SupportsGet = true, Name = "til")]
    public string? Back { get; set; }

    [Does(Act.SignIn)]
    [Limited(Limit.SignIn)]
    public async Task<IActionResult> OnGetAsync(string issuer)
    {
        if (issuers.Find(Pass.Municipality, issuer) is not { } found)
        {
            return NotFound();
        }
        Frame();
        try
        {
            return Redirect(await signIns.BeginAsync(HttpContext, found, Url.IsLocalUrl(Back) ? Back! : "/"));
        }
        catch (ProviderException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Page();
        }
    }
}
