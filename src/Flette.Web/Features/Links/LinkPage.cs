using Flette.Core.Words;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Links;

/// <summary>A page of the link face: one card, no account, ten seconds.</summary>
public abstract class LinkPage : FlettePage
{
    /// <summary>Its words, in the language chosen.</summary>
    public Words Say { get; private set; } = Words.Of(Tongue.Bokmal);

    public Tongue Tongue { get; private set; }

    /// <summary>Sets language and frame.</summary>
    /// <param name="registered">The recipient's language by code, or null.</param>
    protected void Frame(string? registered = null)
    {
        Tongue = Language.FromCode(Request.Cookies[Language.Cookie]) ?? Language.FromCode(registered) ?? Tongue.Bokmal;
        Say = Words.Of(Tongue);
        ViewData.SetChrome(
            new Chrome
            {
                Municipality = Pass.Municipality.Name,
                Today = Pass.Today,
                Tongue = Tongue,
                Languages = Language.All,
                CurrentPath = HttpContext.Request.Path,
            }
        );
    }
}
