using Flette.Core.Access;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Flette.Web.Features;

/// <summary>A page of the desk face: coordinator and unit.</summary>
public abstract class DeskPage : FlettePage
{
    private static readonly NavItem[] Coordinator = [new("I dag", "/i-dag"), new("Familier", "/familier")];
    private static readonly NavItem[] Unit = [new("Enheten", "/enhet")];

    /// <summary>The day in Norway.</summary>
    public DateOnly Today => Pass.Today;

    /// <summary>A day as it stands in a list of differences; empty when there is none.</summary>
    protected static string Said(DateOnly? day) => day?.ToString("d. MMMM yyyy", Norwegian.Culture) ?? "";

    /// <inheritdoc/>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var roles = Pass.Asker.Roles;
        var coordinates = roles.Contains(StaffRole.Coordinator);
        ViewData.SetChrome(
            new Chrome
            {
                Municipality = Pass.Municipality.Name,
                Today = Today,
                PersonName = Pass.Session.StaffName,
                RoleWords = coordinates ? "koordinator" : "koordinerende enhet",
                Nav = [.. coordinates ? Coordinator : [], .. roles.Contains(StaffRole.Unit) ? Unit : []],
                CurrentPath = HttpContext.Request.Path,
                SearchUrl = coordinates ? "/familier" : null,
            }
        );
    }
}
