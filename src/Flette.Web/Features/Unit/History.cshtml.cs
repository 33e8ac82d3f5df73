using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.History;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Unit;

/// <summary>How an appointment came to be, for the unit that makes it.</summary>
public sealed class HistoryModel : AppointmentHistory
{
    [Does(Act.SeeUnitFamily)]
    public Task<IActionResult> OnGetAsync(Guid appointment) => ShowAsync(appointment);
}
