using System.Reflection;
using Flette.Core.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Access;

/// <summary>Stops the program at start-up when something that answers requests names no Act.</summary>
public static class EveryEndpointHasAnAct
{
    /// <summary>Throws <see cref="InvalidOperationException"/> that lists every endpoint and page handler without an Act.</summary>
    public static void Check(IEnumerable<EndpointDataSource> sources, IEnumerable<TypeInfo> pageModels)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var endpoints = sources
            .SelectMany(s => s.Endpoints)
            .Where(e =>
                e.Metadata.GetMetadata<PageActionDescriptor>() is null
                && e.Metadata.GetMetadata<DoesAttribute>() is null
            )
            .Select(e => e.DisplayName ?? "unnamed endpoint");
        var handlers = pageModels
            .SelectMany(Handlers)
            .Where(h => Act(h) is null)
            .Select(h => $"{h.DeclaringType?.FullName}.{h.Name}");
        var openWithoutReason = pageModels
            .SelectMany(Handlers)
            .Where(h => Act(h) is { Act: Core.Access.Act.Open, Reason: null })
            .Select(h => $"{h.DeclaringType?.FullName}.{h.Name} is open without a reason");
        var missing = endpoints.Concat(handlers).Concat(openWithoutReason).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidOperationException("These name no Act: " + string.Join(", ", missing));
        }
    }

    /// <summary>
    /// The methods of a page model that answer requests: the framework takes any public <c>On</c> and a verb, also
    /// <c>OnPut</c> and <c>OnDelete</c>, but not what overrides its own.
    /// </summary>
    public static IEnumerable<MethodInfo> Handlers(Type page) =>
        page.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => m.Name is ['O', 'n', >= 'A' and <= 'Z', ..] && !m.IsSpecialName && !m.IsGenericMethod)
            .Where(m => m.GetBaseDefinition().DeclaringType != typeof(PageModel))
            .Where(m => m.GetCustomAttribute<NonHandlerAttribute>() is null);

    private static DoesAttribute? Act(MethodInfo handler) =>
        handler.GetCustomAttribute<DoesAttribute>() ?? handler.ReflectedType?.GetCustomAttribute<DoesAttribute>();
}
