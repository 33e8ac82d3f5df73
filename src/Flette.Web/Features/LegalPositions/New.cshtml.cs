using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.LegalPositions;

/// <summary>What is typed about a legal position.</summary>
public sealed class PositionInput
{
    public Guid? Child { get; set; }

    public GuardianshipKind? Kind { get; set; } = GuardianshipKind.ParentalResponsibility;

    public IList<Guid> Holders { get; set; } = [];

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public GuardianshipSource? Source { get; set; } = GuardianshipSource.Told;
}

/// <summary>A legal position, for one or several holders at once.</summary>
public sealed class NewModel : DeskPage
{
    public string Name { get; private set; } = "";

    public IReadOnlyList<Member> Members { get; private set; } = [];

    [BindProperty]
    public PositionInput Input { get; set; } = new();

    /// <summary>Those an undo is of.</summary>
    [BindProperty]
    public List<Guid> Position { get; set; } = [];

    /// <summary>The version an undo was offered of.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Everyone, the youngest first: positions are most often about children.</summary>
    public IReadOnlyList<FieldOption> Children =>
        Members.Reverse().Select(m => new FieldOption(m.Id.ToString(), m.Name)).ToList();

    /// <summary>Those who are of age.</summary>
    public IReadOnlyList<FieldOption> Holders =>
        Members
            .Where(m => m.Facts.IsAdult(Today) || m.Born is null && m.CarriedBy is null)
            .Select(m => new FieldOption(m.Id.ToString(), m.Name))
            .ToList();

    /// <param name="barn">The child one came from.</param>
    [Does(Act.SeeFamily)]
    public void OnGet(Guid? barn)
    {
        Load();
        Input.Child = barn;
        Input.From = Members.FirstOrDefault(m => m.Id == barn)?.Born;
    }

    [Does(Act.ChangeGuardianship)]
    public async Task<IActionResult> OnPostAsync()
    {
        Load();
        if (Input.Child is not { } child)
        {
            ModelState.AddModelError("Input.Child", "Velg hvem det gjelder.");
            return Page();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var birth =
            Input.Kind == GuardianshipKind.ParentalResponsibility
                ? Members.FirstOrDefault(m => m.Id == child)?.Born
                : null;
        var period = new Period(Input.From ?? birth ?? Today, Input.Until);
        return await WriteAsync(
            async write =>
            {
                var made = await Guardianships.AddAllAsync(
                    write,
                    child,
                    Input.Kind ?? GuardianshipKind.ParentalResponsibility,
                    [.. Input.Holders],
                    period,
                    Input.Source ?? GuardianshipSource.Told
                );
                return made.Refusal is { } refusal
                    ? refusal
                    : Written.To(
                        $"/f/{Pass.Family!.Id}?{string.Join('&', made.Value.Select(p => $"rolle={p}"))}#h-positions"
                    );
            },
            Refuse
        );
    }

    /// <summary>Takes away what was just registered.</summary>
    [Does(Act.ChangeGuardianship)]
    public async Task<IActionResult> OnPostUndoAsync()
    {
        Load();
        return await WriteAsync(
            async write =>
            {
                foreach (var position in Position)
                {
                    if (await Guardianships.TakeAwayAsync(write, position, Version) is { } refusal)
                    {
                        return refusal;
                    }
                }
                return Written.To($"/f/{Pass.Family!.Id}#h-positions");
            },
            refusal =>
            {
                ModelState.Clear();
                return Refuse(refusal);
            }
        );
    }

    private PageResult Refuse(Refusal refusal)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        return Page();
    }

    private void Load()
    {
        Name = Pass.FamilyName;
        Members = Families.Members.All(Pass);
    }
}
