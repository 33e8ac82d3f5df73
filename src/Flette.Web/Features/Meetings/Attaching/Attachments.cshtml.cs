using Flette.Core.Access;
using Flette.Core.Meetings.Attaching;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Hosting.Uploads;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Meetings.Attaching;

/// <summary>The documents of a meeting, and a form to attach one more.</summary>
[TakesDocument(AttachmentDraft.LargestDocument, Sealed = true)]
public sealed class AttachmentsModel : AttachPage
{
    [BindProperty]
    public AttachInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The version an undo was offered of.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The attachment an undo is of.</summary>
    [BindProperty]
    public Guid Which { get; set; }

    /// <summary>The one that was just attached, or changed.</summary>
    [BindProperty(SupportsGet = true, Name = "lagret")]
    public Guid? Saved { get; set; }

    /// <summary>The one that was just taken away.</summary>
    [BindProperty(SupportsGet = true, Name = "fjernet")]
    public Guid? Removed { get; set; }

    public IReadOnlyList<Attachment> Standing { get; private set; } = [];

    /// <summary>What was just done, to be undone; null when nothing was.</summary>
    public Attachment? Fresh { get; private set; }

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid meeting) => await LoadAsync(meeting) ? Page() : NotFound();

    /// <summary>Attaches one.</summary>
    [Does(Act.AttachDocument)]
    [Limited(Limit.Upload)]
    public async Task<IActionResult> OnPostAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        var file = Upload as SpooledFile;
        if (!ModelState.IsValid)
        {
            return Page();
        }
        return file is null
            ? Again(new FileMissing())
            : await WriteAsync(
                async write =>
                {
                    var added = await AttachmentBook.AddAsync(write, meeting, file.Spool, file.FileName, Input.Draft);
                    return added.Refusal is { } refusal ? refusal : Written.To($"{All}?lagret={added.Value}");
                },
                Again
            );
    }

    /// <summary>Undoes the last change of one.</summary>
    [Does(Act.AttachDocument)]
    [Limited(Limit.Upload)]
    public async Task<IActionResult> OnPostUndoAsync(Guid meeting)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                await AttachmentBook.UndoAsync(write, Which, Version) is { } refusal
                    ? refusal
                    : Written.To($"{All}#v-{Which}"),
            Again
        );
    }

    private PageResult Again(Core.Refusal refusal)
    {
        var (field, text) = AttachWords.Of(refusal);
        ModelState.AddModelError(field, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid meeting)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Meeting, ItemKinds.Attachment);
        if (!Take(items, meeting))
        {
            return false;
        }
        Standing = Attachment.Among(items, meeting);
        Fresh = items
            .Where(i => i.Row.Kind == ItemKinds.Attachment && i.Row.Parent == meeting)
            .Where(i => i.Row.Id == (Saved ?? Removed))
            .Select(Attachment.Open)
            .FirstOrDefault(a => a.Stands == (Saved is not null));
        return true;
    }
}
