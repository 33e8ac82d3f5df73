using Flette.Web.Features.Consents;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Paper;

/// <summary>A sheet of any kind, with what stands around it on a screen.</summary>
/// <param name="Printed">When and by whom.</param>
public abstract record PaperSheet(Chrome Chrome, string Printed, SheetFrame Frame)
{
    /// <summary>The template of the page for printing and of the PDF.</summary>
    public abstract string Template { get; }

    /// <summary>What the file is called. Without names: it stands in lists others see.</summary>
    public abstract string FileName { get; }
}

/// <summary>The plan as a sheet.</summary>
public sealed record Sheet(PlanOnPaper Plan, Chrome Chrome, string Printed, SheetFrame Frame)
    : PaperSheet(Chrome, Printed, Frame)
{
    /// <inheritdoc/>
    public override string Template => "/Features/Paper/_Sheet.cshtml";

    /// <inheritdoc/>
    public override string FileName => "plan.pdf";
}

/// <summary>What stands around a sheet on a screen, in the language of whoever prints it.</summary>
/// <param name="Back">Address of what was printed.</param>
/// <param name="Print">Address of the page for printing.</param>
/// <param name="Pdf">Address of the same as a file.</param>
/// <param name="Note">What whoever prints should know of the sheet.</param>
/// <param name="Readers">Those it can be made for; empty where it is for oneself.</param>
/// <param name="Plans">The plans to choose between; none where there is one only.</param>
public sealed record SheetFrame(
    Words Say,
    string Back,
    string Print,
    string Pdf,
    string? Note,
    IReadOnlyList<SheetReader> Readers,
    IReadOnlyList<PlanLink>? Plans = null
);

/// <summary>Someone a sheet can be made for.</summary>
/// <param name="Chosen">Whether it is made for her.</param>
public sealed record SheetReader(string Name, string Address, bool Chosen);
