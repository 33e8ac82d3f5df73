using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Paper;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Preparing.Paper;

/// <summary>The agenda on paper.</summary>
public abstract class AgendaPaper(PaperHtml paper) : DeskPage
{
    /// <summary>The sheet, or nothing there.</summary>
    private protected async Task<IActionResult> AnswerAsync(Guid planned, bool pdf)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, [ItemKinds.Meeting, .. AgendaView.Kinds]);
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == planned) is not { } seen)
        {
            return NotFound();
        }
        var meeting = MeetingBook.Open(seen);
        var members = Families.Members.All(Pass);
        var chrome = ViewData.Chrome();
        var say = new Features.Paper.Words(Tongue.Bokmal, OnPaper.Sheet);
        var here = $"/f/{meeting.Family}/mote/{planned}/sakliste";
        var when = string.Join(
            ", ",
            new[]
            {
                NorwegianDates.WithYear(meeting.Day),
                meeting.Details.Time is { } time ? "kl. " + Meetings.Words.Clock(time) : null,
                meeting.Details.Place,
                meeting.Details.Leader is { } leader ? "møteleder " + leader.Name : null,
            }.OfType<string>()
        );
        var sheet = new AgendaSheet(
            AgendaView.Of(items, planned, common: true),
            $"Sakliste til {Minutes.Words.Of(meeting.Details.Kind).ToLower(Norwegian.Culture)}",
            NorwegianDates.Capital(when),
            id => members.FirstOrDefault(m => m.Id == id)?.FirstName,
            chrome,
            say.Printed(Today, $"{chrome.PersonName}, {chrome.RoleWords}"),
            new SheetFrame(
                say,
                here,
                here + "/utskrift",
                here + "/pdf",
                "Dette arket er til alle som kommer. Det bare du skal vite, er ikke med.",
                []
            )
        );
        return await paper.AnswerAsync(PageContext, sheet, pdf, Gone);
    }
}
