using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Matters;

/// <summary>What somebody says matters, in her own words. What was said before stands beside it.</summary>
public sealed class NewModel : PlanFormPage
{
    [BindProperty]
    public MatterInput Input { get; set; } = new();

    /// <summary>Who told it: the person self when nobody is chosen.</summary>
    public IReadOnlyList<FieldOption> Tellers =>
        [new("", "Hun eller han selv"), .. Members.Select(m => new FieldOption(m.Id.ToString(), m.FirstName))];

    [Does(Act.SeeFamily)]
    public async Task OnGetAsync(Guid? medlem)
    {
        await PeopleAsync();
        Input.About = Members.Any(m => m.Id == medlem) ? medlem : null;
        Input.Day = Today;
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync()
    {
        await PeopleAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var details = new WhatMattersDetails(
            Input.Words ?? "",
            Input.How,
            PlanRules.Trimmed(Input.ToldByText) is null ? Input.ToldBy ?? Input.About : null,
            Input.ToldByText
        );
        return await SaveAsync(write =>
            MatterBook.AddAsync(write, new WhatMattersDraft(Input.About, details, Input.Day ?? Today, Input.Sharing))
        );
    }
}

/// <summary>What is typed.</summary>
public sealed class MatterInput
{
    public Guid? About { get; set; }
    public string? Words { get; set; }
    public DateOnly? Day { get; set; }
    public string? How { get; set; }
    public Guid? ToldBy { get; set; }
    public string? ToldByText { get; set; }
    public Sharing Sharing { get; set; }
}
