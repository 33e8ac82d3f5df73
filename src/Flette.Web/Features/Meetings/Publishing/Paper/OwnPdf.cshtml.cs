using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Publishing.Paper;

/// <summary>A member's PDF of published minutes.</summary>
public sealed class OwnPdfModel(PaperHtml paper) : OwnMinutes(paper)
{
    [Does(Act.ReadMinutes)]
    public Task<IActionResult> OnGetAsync() => AnswerAsync(pdf: true);
}
