using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Features.Family;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Paper;

/// <summary>The coordinator's paper.</summary>
public abstract class DeskPaper(PaperHtml paper) : DeskPage
{
    /// <summary>The sheet, or where to go when there is none.</summary>
    private protected async Task<IActionResult> AnswerAsync(bool pdf)
    {
        if (Pass.Asker.Kind != AskerKind.Staff)
        {
            // This page is the desk's; the family prints from its own face.
            return LocalRedirect(pdf ? FamilyPage.PdfPath : FamilyPage.PrintPath);
        }
        var back = $"/f/{Pass.Family!.Id}/plan";
        if (OwnPlan.Of(Pass) is not { } plan)
        {
            // Without a yes there is nothing but notes, and they are not printed. The plan's page says so.
            return LocalRedirect(back);
        }
        var words = Family.Words.Of(Tongue.Bokmal);
        var members = Families.Members.All(Pass);
        var chrome = ViewData.Chrome();
        var sheet = await PlanOnPaper.LoadAsync(Pass, plan, members, words, Gone);
        var printed = sheet.On.Printed(Today, $"{chrome.PersonName}, {chrome.RoleWords}");
        return await paper.AnswerAsync(
            PageContext,
            new Sheet(sheet, chrome, printed, back, back + "/pdf", sheet.On.ForDesk),
            pdf,
            Gone
        );
    }
}
