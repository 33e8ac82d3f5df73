using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Languages;

/// <summary>
/// Chooses the language of the family and link faces. The lists at the foot of their pages post straight here; opened by
/// itself it shows the choice.
/// </summary>
public sealed class IndexModel : FlettePage
{
    /// <summary>Where to go afterwards: a local address.</summary>
    [BindProperty(SupportsGet = true, Name = "til")]
    public string? Back { get; set; }

    [Does(Act.Open, Reason = "Shows three names of languages, and nothing about anyone.")]
    public void OnGet() =>
        ViewData.SetChrome(
            new Chrome
            {
                Municipality = Pass.Municipality.Name,
                Today = Pass.Today,
                Tongue = Language.Of(HttpContext),
            }
        );

    [Does(Act.Open, Reason = "Remembers a language in the asker's own browser. Nothing is stored here.")]
    public IActionResult OnPost(string? sprak)
    {
        if (Language.FromCode(sprak) is { } tongue)
        {
            Language.Choose(HttpContext, tongue);
        }
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }
}
