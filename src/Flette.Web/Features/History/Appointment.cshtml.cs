using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Unit;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.History;

/// <summary>How an appointment came to be, for those who coordinate the family: what the unit has decided about who holds it.</summary>
public sealed class AppointmentModel : DeskPage
{
    /// <summary>Who is appointed.</summary>
    public string Coordinator { get; private set; } = "";

    public IReadOnlyList<ToldVersion> Versions { get; private set; } = [];

    [Does(Act.SeeFamily)]
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
