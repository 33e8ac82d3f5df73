using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Paper;

/// <summary>A sheet, with the way from it on a screen.</summary>
/// <param name="Printed">When and by whom.</param>
/// <param name="Back">Address of the plan.</param>
/// <param name="Pdf">Address of the same as a file.</param>
/// <param name="Note">What whoever prints should think of; on the screen only.</param>
public sealed record Sheet(PlanOnPaper Plan, Chrome Chrome, string Printed, string Back, string Pdf, string? Note)
{
    /// <summary>Address of the page for printing.</summary>
    public string Print => Back + "/utskrift";
}
