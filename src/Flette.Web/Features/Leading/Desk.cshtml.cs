using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Meetings;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Leading;

/// <summary>The coordinator asks her unit for a second one, so that a meeting is led neutrally.</summary>
public sealed class DeskModel : DeskPage
{
    public Meeting Meeting { get; private set; } = null!;

    /// <summary>The request, or null when there is none.</summary>
    public OpenLead? Lead { get; private set; }

    [BindProperty]
    public Guid Asked { get; set; }

    [BindProperty]
    public int Version { get; set; }

    private string MeetingUrl => $"/f/{Pass.Family!.Id}/mote/{Meeting.Id}";

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid planned) => await LoadAsync(planned) ? Page() : NotFound();

    [Does(Act.AskForLeader)]
    public Task<IActionResult> OnPostAsync(Guid planned) =>
        DoAsync(planned, write => LeadBook.AskAsync(write, planned, Version, Gone));

    [Does(Act.AskForLeader)]
    public Task<IActionResult> OnPostBackAsync(Guid planned) =>
        DoAsync(planned, write => LeadBook.TakeBackAsync(write, Asked, Version));

    private async Task<IActionResult> DoAsync(Guid planned, Func<Write, Task<Refusal?>> work)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write => await work(write) is { } refusal ? refusal : Written.To(MeetingUrl + "#h-leader"),
            async refusal =>
            {
                await LoadAsync(planned);
                var (field, text) = LeadWords.Of(refusal);
                ModelState.AddModelError(field, text);
                return (IActionResult)Page();
            }
        );
    }

    private async Task<bool> LoadAsync(Guid planned)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Meeting, ItemKinds.LeadRequest);
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == planned) is not { } seen)
        {
            return false;
        }
        Meeting = MeetingBook.Open(seen);
        Lead = LeadBook.Among(items, planned);
        return true;
    }
}
