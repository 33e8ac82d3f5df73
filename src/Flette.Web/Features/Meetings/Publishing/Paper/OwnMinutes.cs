using Flette.Web.Features.Paper;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Publishing.Paper;

/// <summary>A member's own paper of the minutes of a meeting: what she may read of it.</summary>
public abstract class OwnMinutes(PaperHtml paper) : FamilyPage
{
    /// <summary>Which meeting; null is the newest.</summary>
    [BindProperty(SupportsGet = true, Name = "mote")]
    public Guid? Meeting { get; set; }

    /// <summary>The sheet, or back to the minutes when there are none for her.</summary>
    private protected async Task<IActionResult> AnswerAsync(bool pdf)
    {
        var meeting =
            Meeting ?? (await PublishedMinutes.LoadAsync(Pass, Gone) is [var newest, ..] ? newest.Meeting : null);
        var sheet = meeting is { } one
            ? await MinutesOnPaper.MakeAsync(
                Pass,
                one,
                ViewData.Chrome(),
                Me.Details.FirstName,
                new SheetFrame(
                    new Features.Paper.Words(Tongue, OnPaper.Minutes),
                    ReadModel.Path,
                    $"{ReadModel.Path}/utskrift?mote={one}",
                    $"{ReadModel.Path}/pdf?mote={one}",
                    Note: null,
                    Readers: []
                ),
                service: null,
                only: null,
                Gone
            )
            : null;
        return sheet is null ? LocalRedirect(ReadModel.Path) : await paper.AnswerAsync(PageContext, sheet, pdf, Gone);
    }
}
