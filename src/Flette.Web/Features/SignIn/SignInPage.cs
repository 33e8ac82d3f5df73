using Flette.Core.Words;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.SignIn;

/// <summary>A page about coming in and going out: the same for family and staff.</summary>
public abstract class SignInPage : FlettePage
{
    /// <summary>Its words, in the language chosen.</summary>
    public Words Say { get; private set; } = Words.Of(Tongue.Bokmal);

    /// <summary>Sets language and frame.</summary>
    protected void Frame()
    {
        var tongue = Language.Of(HttpContext);
        Say = Words.Of(tongue);
        ViewData.SetChrome(
            new Chrome
            {
                Municipality = Pass.Municipality.Name,
                Today = Pass.Today,
                Tongue = tongue,
                Languages = Language.All,
                // Where one came with what is good only once, a choice of language leads to the front of it.
                LanguagesBack = HttpMethods.IsGet(Request.Method) && Request.QueryString.HasValue ? Index.Path : null,
                CurrentPath = HttpContext.Request.Path,
            }
        );
    }

    private static class Index
    {
        public const string Path = "/inn";
    }
}
