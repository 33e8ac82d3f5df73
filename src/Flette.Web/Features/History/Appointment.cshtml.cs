using Flette.Core.Access;
using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.History;

/// <summary>How an appointment came to be, for those who coordinate the family.</summary>
public sealed class AppointmentModel : AppointmentHistory
{
    [Does(Act.SeeFamily)]
    public Task<IActionResult> OnGetAsync(Guid appointment) => ShowAsync(appointment);
}
