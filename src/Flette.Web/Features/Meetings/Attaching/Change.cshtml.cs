using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>What is said of one attachment and who may read it, to be changed; or to take it away.</summary>
public sealed class ChangeModel : AttachPage
{
    [BindProperty]
    public AttachInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public Attachment Standing { get; private set; } = null!;

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid attachment)
    {
        if (!await LoadAsync(attachment))
        {
            return NotFound();
        }
        (Input, Version) = (AttachInput.Of(Standing), Standing.Version);
        return Page();
    }

    /// <summary>Changes it.</summary>
    [Does(Act.AttachDocument)]
    public async Task<IActionResult> OnPostAsync(Guid attachment)
    {
        if (!await LoadAsync(attachment))
        {
            return NotFound();
        }
        return ModelState.IsValid
            ? await WriteAsync(
                async write =>
                    await AttachmentBook.ChangeAsync(write, attachment, Version, Input.Draft) is { } refusal
                        ? refusal
                        : Written.To($"{All}?lagret={attachment}"),
                refusal => RefuseAsync(attachment, refusal)
            )
            : Page();
    }

    /// <summary>Takes it away.</summary>
    [Does(Act.AttachDocument)]
    public async Task<IActionResult> OnPostRemoveAsync(Guid attachment)
    {
        if (!await LoadAsync(attachment))
        {
            return NotFound();
        }
        ModelState.Clear();
        Input = AttachInput.Of(Standing);
        return await WriteAsync(
            async write =>
                await AttachmentBook.RemoveAsync(write, attachment, Version) is { } refusal
                    ? refusal
                    : Written.To($"{All}?fjernet={attachment}"),
            refusal => RefuseAsync(attachment, refusal)
        );
    }

    private async Task<IActionResult> RefuseAsync(Guid attachment, Refusal refusal)
    {
        var (field, text) = AttachWords.Of(refusal);
        ModelState.AddModelError(field, text);
        if (refusal is ChangedMeanwhile && await LoadAsync(attachment))
        {
            // Saving once more is then a choice made with both texts in view.
            Conflict = ConflictLine.Between(Said(Input), Said(AttachInput.Of(Standing)));
            Version = Standing.Version;
        }
        return Page();
    }

    private async Task<bool> LoadAsync(Guid attachment)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Meeting, ItemKinds.Attachment);
        if (
            Attachment.Among(items).FirstOrDefault(a => a.Id == attachment) is not { } standing
            || !Take(items, standing.Meeting)
        )
        {
            return false;
        }
        Standing = standing;
        return true;
    }

    private IEnumerable<(string Label, string Text)> Said(AttachInput input) =>
        [
            ("Navn", input.Name ?? ""),
            ("Gjelder", Listing.And(People.Where(m => input.About.Contains(m.Id)).Select(m => m.FirstName))),
            ("Tema", input.Topic is { } topic ? Topics.Words(topic) : ""),
            ("Hvem kan lese det", Rooms[input.Shared ? 1 : 0].Text),
        ];
}
