using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Following;

/// <summary>
/// A part of a page instead of the page, for the script of the page that asks: the same handler, the same rules, the same partial
/// views.
/// </summary>
public static class Parts
{
    /// <summary>The header the script asks with.</summary>
    public const string Header = "Flette-Part";

    /// <summary>The header with what the page has seen after the answer.</summary>
    public const string Mark = "Flette-Mark";

    /// <summary>Whether a part is asked for.</summary>
    public static bool Asked(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.ContainsKey(Header);
    }

    /// <summary>
    /// What a write answers a script: 201 with where the page would have gone, instead of going there; all else as it is.
    /// </summary>
    public static IActionResult Created(HttpResponse response, IActionResult answer)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (answer is not LocalRedirectResult there)
        {
            return answer;
        }
        response.Headers.Location = there.Url;
        return new StatusCodeResult(StatusCodes.Status201Created);
    }
}
