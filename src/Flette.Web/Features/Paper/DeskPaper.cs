using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Family;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Member = Flette.Web.Features.Families.Member;

namespace Flette.Web.Features.Paper;

/// <summary>
/// The coordinator's paper: the one she works from, or one made to be handed to a member, with what that member may see of the
/// plan and in her language.
/// </summary>
public abstract class DeskPaper(PaperHtml paper) : DeskPage
{
    /// <summary>Whom the sheet is for; null is the coordinator's own.</summary>
    [BindProperty(SupportsGet = true, Name = ForKey)]
    public Guid? For { get; set; }

    private const string ForKey = "for";

    /// <summary>The sheet, or where to go when there is none.</summary>
    private protected async Task<IActionResult> AnswerAsync(bool pdf)
    {
        if (Pass.Asker.Kind != AskerKind.Staff)
        {
            // This page is the desk's; the family prints from its own face.
            return LocalRedirect(pdf ? FamilyPage.PdfPath : FamilyPage.PrintPath);
        }
        var path = $"/f/{Pass.Family!.Id}/plan";
        var plans = OwnPlan.All(Pass).Select(p => p.Head).ToList();
        if (plans.Count == 0)
        {
            // Without a yes there is nothing but notes, and they are not printed. The plan's page says so.
            return LocalRedirect(path);
        }
        if (PlanBook.Chosen(plans, PlanLink.Asked(Request)) is not { } head)
        {
            return NotFound();
        }
        var members = Families.Members.All(Pass);
        var readers = members.Where(m => OwnPlan.Of(Pass.ReadingAs(m.Id), head.Id) is not null).ToList();
        var reader = readers.Find(m => m.Id == For);
        if (reader is null && (For is not null || !ModelState.IsValid))
        {
            return NotFound();
        }
        var pass = reader is null ? Pass : Pass.ReadingAs(reader.Id);
        var chrome = ViewData.Chrome() with { Tongue = Language.FromWords(reader?.Details.Language) ?? Tongue.Bokmal };
        var words = Family.Words.Of(chrome.Tongue);
        var plan = await PlanOnPaper.LoadAsync(
            pass,
            OwnPlan.Of(pass, head.Id)!,
            Families.Members.All(pass),
            words,
            Gone
        );
        var printed = plan.On.Printed(Today, $"{chrome.PersonName}, {chrome.RoleWords}");
        return await paper.AnswerAsync(
            PageContext,
            new Sheet(plan, chrome, printed, Around(path, reader, readers, head, plans)),
            pdf,
            Gone
        );
    }

    private SheetFrame Around(
        string path,
        Member? reader,
        IReadOnlyList<Member> readers,
        PlanHead plan,
        List<PlanHead> plans
    )
    {
        var say = new Words(Tongue.Bokmal);
        var members = Families.Members.All(Pass);
        return new SheetFrame(
            say,
            PlanLink.To(path, plan, plans.Count),
            Address("/utskrift", reader),
            Address("/pdf", reader),
            reader is null ? say.ForDesk : say.ForMember(reader.Details.FirstName),
            [
                new SheetReader(say.Me, Address("/utskrift", null), reader is null),
                .. readers.Select(m => new SheetReader(m.FirstName, Address("/utskrift", m), m.Id == reader?.Id)),
            ],
            PlanLink.Between(
                plans,
                plan,
                path + "/utskrift",
                p => Consents.Words.NameOf(p, id => members.FirstOrDefault(m => m.Id == id)?.FirstName ?? "")
            )
        );

        string Address(string what, Member? member) =>
            PlanLink.To(path + what + (member is null ? "" : $"?{ForKey}={member.Id}"), plan, plans.Count);
    }
}
