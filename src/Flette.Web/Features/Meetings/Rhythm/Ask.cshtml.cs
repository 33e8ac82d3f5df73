using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Family;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>What the reader has said of wanting a meeting.</summary>
/// <param name="Wish">Null when she has said nothing.</param>
public sealed record OwnWish(FamilyPage Page, OpenWish? Wish);

/// <summary>
/// A member asks for a meeting with one tap. The first page has the same button; this one is where it is said that it could not be
/// taken.
/// </summary>
public sealed class AskModel : FamilyPage
{
    /// <summary>Where the button posts.</summary>
    public const string Path = Home + "/onsker-mote";

    public OwnWish Mine { get; private set; } = null!;

    [BindProperty]
    public bool Wants { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What a member has said, among items that were loaded with others.</summary>
    public static OwnWish Of(FamilyPage page, IEnumerable<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new OwnWish(page, WishBook.Among(items).FirstOrDefault(w => w.By == page.Me.Id));
    }

    [Does(Act.SeeOwnFamily)]
    public Task OnGetAsync() => LoadAsync();

    [Does(Act.SayOwn)]
    public Task<IActionResult> OnPostAsync() =>
        WriteAsync(
            async write =>
                await WishBook.SayAsync(write, Pass.Asker.Id, Wants, Version, Gone) is { } refusal
                    ? refusal
                    : Written.To(Home + "#meeting"),
            async refusal =>
            {
                await LoadAsync();
                ModelState.Clear();
                ModelState.AddModelError("", refusal is ChangedMeanwhile ? Words.NotSaid : Words.NotThere);
                return (IActionResult)Page();
            }
        );

    private async Task LoadAsync() => Mine = Of(this, await Visible.ItemsAsync(Pass, Gone, ItemKinds.MeetingWish));
}
