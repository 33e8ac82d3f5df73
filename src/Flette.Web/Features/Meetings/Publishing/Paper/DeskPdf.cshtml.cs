using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Publishing.Paper;

/// <summary>The coordinator's PDF of published minutes.</summary>
public sealed class DeskPdfModel(PaperHtml paper) : DeskMinutes(paper)
{
    [Does(Act.ReadMinutes)]
    public Task<IActionResult> OnGetAsync(Guid meeting) => AnswerAsync(meeting, pdf: true);
}
