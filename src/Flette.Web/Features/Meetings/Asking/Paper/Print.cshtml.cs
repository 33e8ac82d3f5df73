using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Asking.Paper;

/// <summary>What is asked before a meeting, on paper: the page for printing.</summary>
public sealed class PrintModel(PaperHtml paper) : AskPaper(paper)
{
    [Does(Act.SeeFamily)]
    public Task<IActionResult> OnGetAsync(Guid planned, Guid person) => AnswerAsync(planned, person, pdf: false);
}
