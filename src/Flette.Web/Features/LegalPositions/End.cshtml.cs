using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Families;
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

    [BindProperty]
    public EndInput Input { get; set; } = new();

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid position)
    {
        if (!await LoadAsync(position))
        {
            return NotFound();
        }
        Input.Until = Position!.Period.Until is { } until && until < Today ? until : Today;
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
                    await Guardianships.EndAsync(write, position, Input.Until) is { } refusal
                        ? refusal
                        : Written.To($"/f/{Pass.Family!.Id}#h-positions"),
                refusal =>
                {
                    var (field, text) = Words.Of(refusal);
                    ModelState.AddModelError(field, text);
                    return Page();
                }
            )
            : Page();
    }

    private async Task<bool> LoadAsync(Guid position)
    {
        Name = Pass.FamilyName;
        Position = (await Guardianships.AllAsync(Pass, Gone)).FirstOrDefault(g => g.Id == position);
        if (Position is not { } found)
        {
            return false;
        }
        var names = Families.Members.All(Pass).ToDictionary(m => m.Id, m => m.Details.FirstName);
        Sentence = Words.Sentence(
            found.Kind,
            found.Holder is { } holder ? [names.GetValueOrDefault(holder, "")] : [],
            [names.GetValueOrDefault(found.Child, "")]
        );
        return true;
    }
}
