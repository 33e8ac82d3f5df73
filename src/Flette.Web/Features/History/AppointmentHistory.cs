using Flette.Web.Features.Unit;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.History;

/// <summary>How an appointment came to be: what the unit has decided about who holds the family, for whoever a page lets in.</summary>
public abstract class AppointmentHistory : DeskPage
{
    /// <summary>Who is appointed.</summary>
    public string Coordinator { get; private set; } = "";

    public IReadOnlyList<ToldVersion> Versions { get; private set; } = [];

    /// <summary>The page with every version, or no page when the family has no such appointment.</summary>
    protected async Task<IActionResult> ShowAsync(Guid appointment)
    {
        var versions = await AppointmentVersions.AllAsync(Pass, appointment, Gone);
        if (versions.Count == 0)
        {
            return NotFound();
        }
        Coordinator = versions[^1].Coordinator;
        Versions = Told.Of(versions);
        return Page();
    }
}
