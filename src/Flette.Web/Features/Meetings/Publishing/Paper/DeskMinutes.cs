using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Paper;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Team;
using Microsoft.AspNetCore.Mvc;
using Member = Flette.Web.Features.Families.Member;

namespace Flette.Web.Features.Meetings.Publishing.Paper;

/// <summary>
/// The coordinator's paper of published minutes: all of it, what one member reads, or a service's own part for its own record.
/// </summary>
public abstract class DeskMinutes(PaperHtml paper) : DeskPage
{
    private const string ForKey = "for";

    /// <summary>A member, or one of a service's people; null is all that is published.</summary>
    [BindProperty(SupportsGet = true, Name = ForKey)]
    public Guid? For { get; set; }

    /// <summary>The sheet for whoever it is asked for; null when she gets nothing of this meeting.</summary>
    private protected async Task<MinutesSheet?> SheetAsync(Guid meeting)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.PublishedLine, ItemKinds.Participant);
        var lines = items
            .Where(i =>
                i.Row is { Kind: ItemKinds.PublishedLine, State: PublishedMinutes.Stands } && i.Row.Parent == meeting
            )
            .ToList();
        var members = Families
            .Members.All(Pass)
            .Where(m => lines.Exists(l => Pass.ReadingAs(m.Id).May(Act.ReadMinutes, l.Row.ToFacts())))
            .ToList();
        var services = Service
            .Of(Participants.Among(items))
            .Where(s => lines.Exists(l => s.Has(l.Row.Holders)))
            .ToList();
        var reader = members.Find(m => m.Id == For);
        var service = services.Find(s => s.People.Any(p => p.Id == For));
        if (For is not null && reader is null && service is null)
        {
            return null;
        }
        var path = $"/f/{Pass.Family!.Id}/mote/{meeting}";
        var chrome = ViewData.Chrome() with { Tongue = Language.FromWords(reader?.Details.Language) ?? Tongue.Bokmal };
        return await MinutesOnPaper.MakeAsync(
            reader is null ? Pass : Pass.ReadingAs(reader.Id),
            meeting,
            chrome,
            $"{chrome.PersonName}, {chrome.RoleWords}",
            Around(path, reader, service, members, services),
            service?.Name,
            service is null ? null : i => service.Has(i.Row.Holders),
            Gone
        );
    }

    /// <summary>The page for printing, or the PDF.</summary>
    private protected async Task<IActionResult> AnswerAsync(Guid meeting, bool pdf) =>
        await SheetAsync(meeting) is { } sheet ? await paper.AnswerAsync(PageContext, sheet, pdf, Gone) : NotFound();

    private static SheetFrame Around(
        string path,
        Member? reader,
        Service? service,
        IReadOnlyList<Member> members,
        IReadOnlyList<Service> services
    )
    {
        var say = new Features.Paper.Words(Tongue.Bokmal, OnPaper.Minutes);
        var chosen = reader?.Id ?? service?.Key;
        return new SheetFrame(
            say,
            path,
            Address("/utskrift", chosen),
            Address("/pdf", chosen),
            reader is not null ? say.ForMember(reader.Details.FirstName)
                : service is not null ? $"Bare det {service.Name} skal ha i sin egen journal er med."
                : say.ForDesk,
            [
                new SheetReader(say.Me, Address("/utskrift", null), chosen is null),
                .. members.Select(m => new SheetReader(m.FirstName, Address("/utskrift", m.Id), m.Id == chosen)),
                .. services.Select(s => new SheetReader(s.Name, Address("/utskrift", s.Key), s.Key == chosen)),
            ]
        );

        string Address(string what, Guid? who) => path + what + (who is null ? "" : $"?{ForKey}={who}");
    }
}
