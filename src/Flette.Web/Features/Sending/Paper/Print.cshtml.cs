using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Sending.Paper;

/// <summary>The sheet of what one person has: the page for printing.</summary>
public sealed class PrintModel(PaperHtml paper) : HandPaper(paper)
{
    [Does(Act.SeeSending)]
    public Task<IActionResult> OnGetAsync(Guid person) => AnswerAsync(person, pdf: false);
}
