using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>A document of a meeting, for a member who may read it.</summary>
public sealed class OwnDownloadModel : FamilyPage
{
    /// <summary>Where it is opened.</summary>
    public static string Path(Guid attachment) => $"{Home}/vedlegg/{attachment}";

    [Does(Act.ReadAttachment)]
    public async Task<IActionResult> OnGetAsync(Guid attachment)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Attachment);
        return Attachment.Among(items).FirstOrDefault(a => a.Id == attachment) is { } found
            ? new AttachmentFile(Pass, found)
            : NotFound();
    }
}
