using Flette.Core.Access;
using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Paper.Pages;

/// <summary>The coordinator's PDF of the plan.</summary>
public sealed class DeskPdfModel(PaperHtml paper) : DeskPaper(paper)
{
    [Does(Act.PrintPlan)]
    public Task<IActionResult> OnGetAsync() => AnswerAsync(pdf: true);
}
