using Flette.Core.Access;
using Flette.Core.FollowUp;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Letters;
using Flette.Web.Features.Links;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.FollowUp;

/// <summary>How closely an agreement is followed, and when each is reminded.</summary>
public sealed class PaceModel : DeskPage
{
    [BindProperty]
    public ReminderPace Pace { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public FollowedUp Followed { get; private set; } = null!;

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid agreement) => await LoadAsync(agreement) ? Page() : NotFound();

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync(Guid agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        if (!ModelState.IsValid || !Enum.IsDefined(Pace))
        {
            return Page();
        }
        return await WriteAsync(
            async write =>
                await AgreementBook.FollowAsync(write, agreement, Version, Pace) is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}/avtale/{agreement}#h-remind"),
            async refusal =>
            {
                await LoadAsync(agreement);
                var (field, text) = Words.Of(refusal);
                ModelState.AddModelError(field, text);
                return Page();
            }
        );
    }

    private async Task<bool> LoadAsync(Guid agreement)
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Participant,
            ItemKinds.Agreement,
            ItemKinds.Letter,
            ItemKinds.ReminderWish
        );
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Agreement && i.Row.Id == agreement) is not { } seen)
        {
            return false;
        }
        var people = People.Of(Pass, items);
        var links = await LinkBook.AllAsync(Pass, [Pass.Family!], Gone);
        Followed = FollowedUp.Of(
            AgreementBook.Open(seen),
            FollowUps.Of(people, links, items, Today),
            LetterBook.Among(items),
            people,
            Pass.May(Act.ChangePlan)
        );
        return true;
    }
}
