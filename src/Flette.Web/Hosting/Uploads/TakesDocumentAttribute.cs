using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Flette.Web.Hosting.Uploads;

/// <summary>
/// On a page whose form takes a document. Its form is read by <see cref="DocumentForm"/>, and only it may be sent more than
/// <see cref="FletteHost.LargestForm"/>.
/// </summary>
/// <param name="largest">Bytes of the largest document the page takes.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesDocumentAttribute(int largest) : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Bytes of the largest document the page takes.</summary>
    public int Largest => largest;

    /// <summary>Whether the page keeps it as it is, so that it is sealed as it comes (<see cref="SealedSpool"/>).</summary>
    public bool Sealed { get; init; }

    /// <summary>Before the antiforgery check (1000), which is the first to read the form.</summary>
    public int Order => 900;

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var http = context.HttpContext;
        if (!DocumentForm.Is(http.Request))
        {
            return;
        }
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // The form has limits of its own, which are met while it is read: then what came before is not lost.
            size.MaxRequestBodySize = null;
        }
        http.Features.Set<IFormFeature>(new DocumentForm(http.Request, largest, Sealed));
    }
}
