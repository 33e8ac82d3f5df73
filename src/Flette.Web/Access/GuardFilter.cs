using System.Reflection;
using Flette.Core.Access;
using Flette.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Access;

/// <summary>Puts the Guard before every page handler.</summary>
public sealed class GuardFilter(Guard guard, TimeProvider time) : IAsyncPageFilter
{
    /// <summary>The part of the address that names the family.</summary>
    public const string FamilyKey = "family";

    /// <inheritdoc/>
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var method = context.HttpContext.Request.Method;
        if (context.HandlerMethod is null && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            // Asked for by a method the page has nothing for: nobody's business is done, so there is nothing to decide.
            context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
            return;
        }
        var does = Does(context.HandlerMethod?.MethodInfo, context.ActionDescriptor);
        var family =
            context.RouteData.Values[FamilyKey] is string text && Guid.TryParse(text, out var id) ? id : (Guid?)null;
        var admitted = await guard.AdmitAsync(context.HttpContext, does.Act, family);
        if (admitted.Refusal is { } refusal)
        {
            context.Result = Refused.Page(context.HttpContext, (AccessRefusal)refusal);
            return;
        }
        context.HttpContext.Features.Set(admitted.Value);
        if (
            Limits.Of(context.HandlerMethod?.MethodInfo) is { } limit
            && await Limits.TakeAsync(context.HttpContext, admitted.Value, limit, time.GetUtcNow()) is { } again
        )
        {
            context.Result = Refused.TooOften(again);
            return;
        }
        await next();
    }

    /// <summary>The act of a handler: named on the method, else on the page. Throws when neither does.</summary>
    internal static DoesAttribute Does(
        MethodInfo? handler,
        Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor page
    ) =>
        handler?.GetCustomAttribute<DoesAttribute>()
        ?? (page as CompiledPageActionDescriptor)?.HandlerTypeInfo.GetCustomAttribute<DoesAttribute>()
        ?? throw new InvalidOperationException($"{page.DisplayName} {handler?.Name} names no Act.");
}
