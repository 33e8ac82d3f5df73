using Flette.Core;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.LegalPositions;

/// <summary>The last day of a position.</summary>
public sealed class EndInput
{
    /// <summary>Null: it has no end.</summary>
    public DateOnly? Until { get; set; }
}

/// <summary>Ends a legal position, or opens again one that was ended by mistake.</summary>
public sealed class EndModel : DeskPage
{
    public string Name { get; private set; } = "";

    public Guardianship? Position { get; private set; }

    /// <summary>What it says, as a sentence.</summary>
    public string Sentence { get; private set; } = "";

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    [BindProperty]
    public EndInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid position)
    {
        if (!await LoadAsync(position))
        {
            return NotFound();
        }
        Version = Position!.Version;
        Input.Until = Position.Period.Until is { } until && until < Today ? until : Today;
        return Page();
    }

    [Does(Act.ChangeGuardianship)]
    public async Task<IActionResult> OnPostAsync(Guid position)
    {
        if (!await LoadAsync(position))
        {
            return NotFound();
        }
        return ModelState.IsValid
            ? await WriteAsync(
                async write =>
                    await Guardianships.EndAsync(write, position, Version, Input.Until) is { } refusal
                        ? refusal
                        : Written.To($"/f/{Pass.Family!.Id}#h-positions"),
                refusal => RefuseAsync(refusal, position)
            )
            : Page();
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, Guid position)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        if (refusal is ChangedMeanwhile && await LoadAsync(position) && Position is { } now)
        {
            // Saving once more is then a choice made with both days in view.
            Conflict = ConflictLine.Between(
                [("Siste dag", Said(Input.Until))],
                [("Siste dag", Said(now.Period.Until))]
            );
            Version = now.Version;
        }
        return Page();
    }

    private async Task<bool> LoadAsync(Guid position)
    {
        Name = Pass.FamilyName;
        Position = (await Guardianships.AllAsync(Pass, Gone)).FirstOrDefault(g => g.Id == position);
        if (Position is not { } found)
        {
            return false;
        }
        var names = Families.Members.All(Pass).ToDictionary(m => m.Id, m => m.FirstName);
        Sentence = Words.Sentence(
            found.Kind,
            found.Holder is { } holder ? [names.GetValueOrDefault(holder, "")] : [],
            [names.GetValueOrDefault(found.Child, "")]
        );
        return true;
    }
}
