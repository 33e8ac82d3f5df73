using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>A document of a meeting, for those who coordinate the family.</summary>
public sealed class DownloadModel : DeskPage
{
    [Does(Act.ReadAttachment)]
    public async Task<IActionResult> OnGetAsync(Guid meeting, Guid attachment)
    {
        // The family's own way to it is an address of its own.
        var items =
            Pass.Asker.Kind == AskerKind.Staff ? await Visible.ItemsAsync(Pass, Gone, ItemKinds.Attachment) : [];
        return Attachment.Among(items, meeting).FirstOrDefault(a => a.Id == attachment) is { } found
            ? new AttachmentFile(Pass, found)
            : NotFound();
    }
}
