using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.FollowUp;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Links;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Letters;

/// <summary>What is typed about a letter.</summary>
public sealed class LetterInput
{
    public string? To { get; set; }

    public string? Organisation { get; set; }

    public string? Address { get; set; }

    public LetterWay Way { get; set; }

    /// <summary>Code of the duty.</summary>
    public string? Duty { get; set; }

    public string? Line { get; set; }

    public List<Guid> Givers { get; set; } = [];

    public DateOnly? YesOn { get; set; }

    public ConsentHow? How { get; set; }

    /// <summary>A second one to the same service is meant.</summary>
    public bool Again { get; set; }

    /// <summary>As the rules read it.</summary>
    public LetterDraft Draft => new(To ?? "", Organisation ?? "", Address, Way, Duty, Line, Givers, YesOn, How, Again);
}

/// <summary>A letter to a service's leader: what it says is seen before it is sent, and without the family's yes it is not.</summary>
public sealed class NewModel : DeskPage
{
    [BindProperty]
    public LetterInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public LetterGround Ground { get; private set; } = null!;

    /// <summary>Said instead of the form when nothing is sent; null when it may be.</summary>
    public Closed? Closed => Closed.Of(Pass, Act.SendLetter, item: Ground.Agreement.Place);

    /// <summary>Whether it is asked if a second one is meant.</summary>
    public bool AskAgain => Input.Again || Ground.Before(Input.Organisation) is not null;

    /// <summary>Those whose yes it needs.</summary>
    public IReadOnlyList<FieldOption> GiverOptions =>
        (Ground.Asked ?? []).Select(m => new FieldOption(m.ToString(), NameOf(m))).ToList();

    /// <summary>What is said yes to, word for word.</summary>
    public string Sentence => Words.Sentence(Input.To, Input.Organisation, Ground.Agreement.What);

    /// <summary>The letter as it stands in the form.</summary>
    public LetterSheet Preview =>
        LetterSheet.Of(LetterBook.Compose(Ground, Input.Draft), Today, Pass, Ground.People, Ground.Agreement.About);

    [Does(Act.SeeSending)]
    public async Task<IActionResult> OnGetAsync(Guid agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        Input = new LetterInput
        {
            Organisation = Ground.Organisation,
            Duty = Ground.Duty?.Code,
            YesOn = Today,
        };
        Version = Ground.Agreement.Version;
        return Page();
    }

    /// <summary>Shows the letter with what is typed. Writes nothing.</summary>
    [Does(Act.SeeSending)]
    public async Task<IActionResult> OnPostPreviewAsync(Guid agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        if (Version != Ground.Agreement.Version)
        {
            Say(new ChangedMeanwhile());
        }
        return Page();
    }

    [Does(Act.SendLetter)]
    public async Task<IActionResult> OnPostSendAsync(Guid agreement)
    {
        if (!await LoadAsync(agreement))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var draft = Input.Draft;
        return await WriteAsync(
            async write =>
            {
                var sent = await LetterBook.SendAsync(write, agreement, Version, draft, Gone);
                return sent.Refusal is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}/brev/{sent.Value}?sendt=true");
            },
            async refusal =>
            {
                if (!await LoadAsync(agreement))
                {
                    return NotFound();
                }
                Say(refusal);
                return Page();
            }
        );
    }

    private void Say(Refusal refusal)
    {
        var (field, text) = Words.Of(refusal, NameOf, Today);
        ModelState.AddModelError(field, text);
        if (refusal is ChangedMeanwhile)
        {
            ModelState.Remove(nameof(Version));
            Version = Ground.Agreement.Version;
            ModelState.AddModelError(field, text);
        }
    }

    private string NameOf(Guid member) => Ground.People.Name(member) ?? "";

    private async Task<bool> LoadAsync(Guid agreement)
    {
        if (await LetterBook.GroundAsync(Pass, agreement, Gone) is not { } ground)
        {
            return false;
        }
        Ground = ground;
        return true;
    }
}
