using System.Globalization;
using Flette.Core.Access;
using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Hosting;

/// <summary>From a refusal of access to an answer. Not yours is not found; only what one may know is told.</summary>
public static class Refused
{
    /// <summary>Status for a refusal, by the rule that refused.</summary>
    public static int Status(AccessRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Code switch
        {
            "ended" or "level" or "code" => StatusCodes.Status401Unauthorized,
            "link" => StatusCodes.Status410Gone,
            "closed" or "plan" => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status404NotFound,
        };
    }

    /// <summary>The answer to a page request: to the way in for those not signed in, else an error page.</summary>
    public static IActionResult Page(HttpContext http, AccessRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(http);
        var status = Status(refusal);
        if (refusal.Code == "code" && Guid.TryParse(http.Request.RouteValues["link"] as string, out var link))
        {
            return new RedirectResult(Sessions.LinkPath(link) + Features.Codes.IndexModel.Under);
        }
        return status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(http.Request.Method)
            ? new RedirectResult(http.RequestServices.GetRequiredService<WayIn>().Address(http))
            : new ErrorResult(status, status == StatusCodes.Status409Conflict ? refusal.Words : null);
    }

    /// <summary>
    /// The answer to a write whose form lacks its key: what was typed, in a form that has one. Nothing was written, since a repeat
    /// of it could not be told from a new one.
    /// </summary>
    public static IActionResult WithoutFormKey() =>
        new ErrorResult(
            StatusCodes.Status400BadRequest,
            "Skjemaet kom ikke helt fram. Ingenting er endret. Det du skrev, står her. Send det på nytt."
        );

    /// <summary>
    /// The answer to a form whose key came before with something else: what was typed now, in a form with a key of its own. The
    /// old key is taken out of what is given back, so that sending it once more is a new post.
    /// </summary>
    public static IActionResult FormUsedBefore(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var fields = http
            .Request.Form.Where(f => f.Key != FormKeys.Field)
            .ToDictionary(f => f.Key, f => f.Value, StringComparer.OrdinalIgnoreCase);
        http.Request.Form = new FormCollection(fields);
        return new ErrorResult(
            StatusCodes.Status403Forbidden,
            "Det er sendt en gang før, med noe annet i. Det du skrev nå, er ikke lagret. Det står her. Se over det og send det på nytt."
        );
    }

    /// <summary>The answer to what is done too often: when it may be done again. What was typed is given back.</summary>
    public static IActionResult TooOften(DateTimeOffset again) =>
        new ErrorResult(
            StatusCodes.Status429TooManyRequests,
            $"Dette er gjort svært mange ganger på kort tid. Ingenting er borte. Det går igjen klokka {Norway.Clock(again):HH.mm}. Haster det, ring den du ellers snakker med i kommunen.",
            again
        );

    private sealed class ErrorResult(int status, string? because, DateTimeOffset? again = null) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            if (again is { } when)
            {
                context.HttpContext.Response.Headers.RetryAfter = when.ToString("R", CultureInfo.InvariantCulture);
            }
            return ErrorPages.WriteAsync(context.HttpContext, status, because);
        }
    }
}

/// <summary>Where people sign in. The demo's is its page of personas.</summary>
public sealed record WayIn(string Path)
{
    /// <summary>The address, with where to go afterwards: always local.</summary>
    public string Address(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var back = http.Request.Path + http.Request.QueryString;
        return back is "/" ? Path : $"{Path}?til={Uri.EscapeDataString(back)}";
    }
}
