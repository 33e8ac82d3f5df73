using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Letters.Paper;

/// <summary>A letter as PDF.</summary>
public sealed class PdfModel(PaperHtml paper) : LetterPaper(paper)
{
    [Does(Act.PrintLetter)]
    public Task<IActionResult> OnGetAsync(Guid letter) => AnswerAsync(letter, pdf: true);
}
