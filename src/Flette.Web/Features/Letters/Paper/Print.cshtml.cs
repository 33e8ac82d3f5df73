using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Letters.Paper;

/// <summary>The page for printing of a letter.</summary>
public sealed class PrintModel(PaperHtml paper) : LetterPaper(paper)
{
    [Does(Act.PrintLetter)]
    public Task<IActionResult> OnGetAsync(Guid letter) => AnswerAsync(letter, pdf: false);
}
