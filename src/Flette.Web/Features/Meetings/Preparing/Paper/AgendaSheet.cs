using Flette.Web.Features.Paper;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Meetings.Preparing.Paper;

/// <summary>The agenda of a meeting, to be printed and handed to everyone who comes: without what is for the coordinator alone.</summary>
/// <param name="When">Day, time and place.</param>
/// <param name="Who">First name of the member who raised a point, or null.</param>
public sealed record AgendaSheet(
    AgendaView Agenda,
    string Title,
    string When,
    Func<Guid?, string?> Who,
    Chrome Chrome,
    string Printed,
    SheetFrame Frame
) : PaperSheet(Chrome, Printed, Frame)
{
    /// <inheritdoc/>
    public override string Template => "/Features/Meetings/Preparing/Paper/_AgendaSheet.cshtml";

    /// <inheritdoc/>
    public override string FileName => "sakliste.pdf";
}
