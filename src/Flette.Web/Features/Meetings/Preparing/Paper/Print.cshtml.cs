using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Preparing.Paper;

/// <summary>The agenda's page for printing.</summary>
public sealed class PrintModel(PaperHtml paper) : AgendaPaper(paper)
{
    [Does(Act.SeeMinutes)]
    public Task<IActionResult> OnGetAsync(Guid planned) => AnswerAsync(planned, pdf: false);
}
