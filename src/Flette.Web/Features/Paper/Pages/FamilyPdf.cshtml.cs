using Flette.Core.Access;
using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Paper.Pages;

/// <summary>A member's PDF of the plan.</summary>
public sealed class FamilyPdfModel(PaperHtml paper) : FamilyPaper(paper)
{
    [Does(Act.PrintPlan)]
    public Task<IActionResult> OnGetAsync() => AnswerAsync(pdf: true);
}
