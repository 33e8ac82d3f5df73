using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Paper;

/// <summary>A member's own paper: what she sees of the plan, what is for her alone too.</summary>
public abstract class FamilyPaper(PaperHtml paper) : FamilyPage
{
    /// <summary>The sheet, or where to go when there is none.</summary>
    private protected async Task<IActionResult> AnswerAsync(bool pdf)
    {
        if (Plan is null)
        {
            // The plan's page says what a plan is and how it comes to be.
            return LocalRedirect(PlanPath);
        }
        var sheet = await PlanOnPaper.LoadAsync(Pass, Plan, Members, Words, Gone);
        return await paper.AnswerAsync(
            PageContext,
            new Sheet(
                sheet,
                Shared.ChromeViewData.Chrome(ViewData),
                sheet.On.Printed(Today, Me.Details.FirstName),
                new SheetFrame(
                    sheet.On,
                    Of(PlanPath),
                    Of(PrintPath),
                    Of(PdfPath),
                    Note: null,
                    Readers: [],
                    PlanChoice(PrintPath)
                )
            ),
            pdf,
            Gone
        );
    }

    private string Of(string path) => Consents.PlanLink.To(path, Plan!.Head, Plans.Count);
}
