using System.Reflection;
using System.Text.RegularExpressions;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Undoing;

/// <summary>Every handler that writes, found from the endpoints: a new one takes part by itself.</summary>
internal sealed class WriteHandlers
{
    private readonly List<string> _templates;

    private WriteHandlers(List<string> templates, IReadOnlySet<string> all) => (_templates, All) = (templates, all);

    /// <summary>Each as its page's address and its name: <c>/f/{family:guid}/logg Undo</c>.</summary>
    public IReadOnlySet<string> All { get; }

    public static WriteHandlers Of(FletteApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var found = new HashSet<string>(StringComparer.Ordinal);
        var templates = new List<string>();
        foreach (var endpoint in app.Endpoints.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
            {
                continue;
            }
            var template = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            templates.Add(template);
            var type = loader
                .LoadAsync(page, EndpointMetadataCollection.Empty)
                .GetAwaiter()
                .GetResult()
                .HandlerTypeInfo;
            foreach (var handler in EveryEndpointHasAnAct.Handlers(type))
            {
                var act = (
                    handler.GetCustomAttribute<DoesAttribute>() ?? type.GetCustomAttribute<DoesAttribute>()
                )!.Act;
                if (Acts.About(act).Kind == ActKind.Write)
                {
                    found.Add($"{template} {Name(handler)}".TrimEnd());
                }
            }
        }
        return new WriteHandlers(templates, found);
    }

    /// <summary>The handler a form is sent to.</summary>
    public string At(Uri address)
    {
        var path = address.AbsolutePath.Split('/');
        var template = _templates
            .Where(t => Fits(t.Split('/'), path))
            .OrderBy(t => t.Count(c => c == '{'))
            .FirstOrDefault(address.AbsolutePath);
        var handler = Regex.Match(address.Query, "[?&]handler=([A-Za-z]+)").Groups[1].Value;
        return $"{template} {handler}".TrimEnd();
    }

    private static string Name(MethodInfo handler) =>
        Regex.Replace(handler.Name, "^On(Post|Get|Put|Delete)|Async$", "");

    private static bool Fits(string[] template, string[] path) =>
        template.Length == path.Length
        && template.Zip(path).All(p => p.First == p.Second || (p.First.StartsWith('{') && Fits(p.First, p.Second)));

    private static bool Fits(string part, string text) =>
        !part.EndsWith(":guid}", StringComparison.Ordinal) || Guid.TryParse(text, out _);
}
