using Flette.Core.Access;
using Flette.Core.Meetings.Attaching;
using Flette.Web.Features.Meetings.Attaching;
using Flette.Web.Hosting.Uploads;

namespace Flette.Kit;

/// <summary>Documents attached to meetings.</summary>
public static class AttachmentInWorld
{
    /// <summary>Attaches a document: in the plan about members, or in the working notes when nobody is named.</summary>
    public static async Task<Guid> AttachAsync(
        this FamilyInWorld family,
        Guid meeting,
        string name,
        byte[] bytes,
        params Guid[] about
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        var id = Guid.Empty;
        using var content = new MemoryStream(bytes);
        using var file = await SealedSpool.TakeAsync(
            content,
            name,
            AttachmentDraft.LargestDocument,
            DocumentForm.MostSent,
            CancellationToken.None
        );
        await family.DoAsync(
            Act.AttachDocument,
            async write =>
            {
                var draft = new AttachmentDraft(null, about, Topic.School, Shared: about.Length > 0);
                var added = await AttachmentBook.AddAsync(write, meeting, file, name, draft);
                id = added.Refusal is null ? added.Value : id;
                return added.Refusal;
            }
        );
        return id;
    }
}
