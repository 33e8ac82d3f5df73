using System.ComponentModel.DataAnnotations;
using Flette.Core.Access;
using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Unit;

/// <summary>A family as the unit sees it: name and who coordinates. No content.</summary>
public sealed record FamilyLine(
    Guid Id,
    string Name,
    string? Coordinator,
    DateOnly? Since,
    DateTimeOffset RegisteredAt
);

/// <summary>The unit's families, those without a coordinator first.</summary>
public sealed class IndexModel : DeskPage
{
    public IReadOnlyList<FamilyLine> Waiting { get; private set; } = [];

    public IReadOnlyList<FamilyLine> Appointed { get; private set; } = [];

    /// <summary>What minutes propose.</summary>
    public IReadOnlyList<Proposal> Proposed { get; private set; } = [];

    /// <summary>Meetings somebody of the unit is asked to lead.</summary>
    public IReadOnlyList<Leading.UnitLead> Leads { get; private set; } = [];

    [BindProperty]
    public FamilyInput Input { get; set; } = new();

    [Does(Act.SeeUnit)]
    public async Task OnGetAsync() => await LoadAsync();

    [Does(Act.RegisterFamily)]
    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await WriteAsync(
            async write =>
            {
                var family = await Register.FamilyAsync(write, Input.Name);
                return family.Refusal is { } refusal ? refusal : Written.To($"/enhet/{family.Value}");
            },
            refusal =>
            {
                var (field, text) = Words.Of(refusal);
                ModelState.AddModelError(field, text);
                return Page();
            }
        );
        if (!ModelState.IsValid)
        {
            await LoadAsync();
        }
        return answer;
    }

    private async Task LoadAsync()
    {
        var names = await Staff.NamesAsync(Pass, Gone);
        var families = await Visible.FamiliesAsync(Pass, Act.SeeUnit, Gone);
        Leads = (await Leading.LeadBook.OfUnitAsync(Pass, families, names, Gone))
            .Where(l => l.State == Core.Meetings.LeadState.Asked)
            .ToList();
        Proposed = await Proposals.OpenAsync(Pass, families, Gone);
        var lines = families
            .Select(f =>
            {
                var now = f.Facts.Appointments.FirstOrDefault(a => a.Period.Covers(Today));
                return new FamilyLine(
                    f.Facts.Id,
                    f.Name,
                    now is null ? null : names.GetValueOrDefault(now.Coordinator),
                    now?.Period.From,
                    f.RegisteredAt
                );
            })
            .ToList();
        Waiting = lines.Where(l => l.Coordinator is null).OrderBy(l => l.RegisteredAt).ToList();
        Appointed = lines.Where(l => l.Coordinator is not null).ToList();
    }
}

/// <summary>What is typed to register a family.</summary>
public sealed class FamilyInput
{
    [Display(Name = "Navn på familien")]
    public string? Name { get; set; }
}
