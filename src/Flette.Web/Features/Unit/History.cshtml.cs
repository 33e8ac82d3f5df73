using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.History;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Unit;

/// <summary>How an appointment came to be, for the unit that makes it.</summary>
public sealed class HistoryModel : DeskPage
{
    /// <summary>Who is appointed.</summary>
    public string Coordinator { get; private set; } = "";

    public IReadOnlyList<ToldVersion> Versions { get; private set; } = [];

    [Does(Act.SeeUnitFamily)]
    public async Task<IActionResult> OnGetAsync(Guid appointment)
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
