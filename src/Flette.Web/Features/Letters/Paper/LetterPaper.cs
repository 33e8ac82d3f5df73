using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Paper;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Letters.Paper;

/// <summary>A letter, with what stands around it on a screen.</summary>
/// <param name="Path">Address of the letter's own page.</param>
public sealed record PrintedLetter(LetterSheet Sheet, string Path);

/// <summary>A letter on paper: the page for printing and the PDF are one template.</summary>
public abstract class LetterPaper(PaperHtml paper) : DeskPage
{
    private const string Folder = "/Features/Letters/Paper/";

    private protected async Task<IActionResult> AnswerAsync(Guid letter, bool pdf)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Participant, ItemKinds.Letter);
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Letter && i.Row.Id == letter) is not { } seen)
        {
            return NotFound();
        }
        var opened = LetterBook.Open(seen);
        var sheet = LetterSheet.Of(opened.Details, opened.On, Pass, People.Of(Pass, items), seen.Row.About);
        return await paper.AnswerAsync(
            PageContext,
            new Printed<PrintedLetter>(
                Folder + "_Sheet.cshtml",
                Folder + "_NoPdf.cshtml",
                "brev.pdf",
                new PrintedLetter(sheet, $"/f/{Pass.Family!.Id}/brev/{letter}"),
                ViewData.Chrome()
            ),
            pdf,
            Gone
        );
    }
}
