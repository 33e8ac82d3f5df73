using System.Text;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Paper;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Publishing.Paper;

/// <summary>Published minutes as a text file, for a record that takes no PDF.</summary>
public sealed class DeskTextModel(PaperHtml paper) : DeskMinutes(paper)
{
    [Does(Act.ReadMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid meeting) =>
        await SheetAsync(meeting) is { } sheet
            // With a mark in front: programs that guess an encoding guess this one.
            ? File(
                [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(sheet.Text)],
                "text/plain; charset=utf-8",
                "referat.txt"
            )
            : NotFound();
}
