using Flette.Kit;
using Flette.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests;

/// <summary>A page that answers GET, with its address filled in.</summary>
/// <param name="Template">The route, as <c>/f/{family:guid}</c>.</param>
/// <param name="Path">An address of it.</param>
public sealed record Address(string Template, string Path);

/// <summary>All pages, from the endpoints: a new page joins every test that goes through them.</summary>
internal static class Addresses
{
    /// <summary>Templates of the pages that have a GET handler.</summary>
    public static IReadOnlyList<string> Templates(FletteApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        return app
            .Endpoints.SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is { } page && HasGet(loader, page))
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Each page with its places filled in by name; an id nobody has stands where nothing is given.</summary>
    public static IReadOnlyList<Address> Of(FletteApp app, IReadOnlyDictionary<string, string> places) =>
        Templates(app).Select(t => new Address(t, Fill(t, places))).ToList();

    /// <summary>Fills in the places of a template.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> places) =>
        string.Join(
            '/',
            template
                .Split('/')
                .Select(part =>
                    part.StartsWith('{')
                        ? places.GetValueOrDefault(part.Trim('{', '}').Split(':', '?')[0], Guid.Empty.ToString())
                        : part
                )
        );

    private static bool HasGet(PageLoader loader, PageActionDescriptor page)
    {
        var type = loader.LoadAsync(page, EndpointMetadataCollection.Empty).GetAwaiter().GetResult().HandlerTypeInfo;
        return EveryEndpointHasAnAct.Handlers(type).Any(h => h.Name.StartsWith("OnGet", StringComparison.Ordinal));
    }
}
