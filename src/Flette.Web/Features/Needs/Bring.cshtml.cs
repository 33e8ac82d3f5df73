using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Needs;

/// <summary>What someone is good at, or brings into the plan. Two addresses, one form.</summary>
public sealed class BringModel : PlanFormPage
{
    /// <summary>The last part of the address of a contribution; the other is of a resource.</summary>
    private const string Contribution = "bidrag";

    [BindProperty]
    public BringInput Input { get; set; } = new();

    /// <summary>Whether it is a contribution.</summary>
    public bool Contributes { get; private set; }

    /// <summary>Who contributes, when it is another than the member.</summary>
    public IReadOnlyList<FieldOption> Others =>
        [new("", "Hun eller han selv"), .. People.Options.Where(o => Members.All(m => m.Id.ToString() != o.Value))];

    [Does(Act.SeeFamily)]
    public async Task OnGetAsync(string what)
    {
        Contributes = what == Contribution;
        await PeopleAsync();
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync(string what)
    {
        Contributes = what == Contribution;
        await PeopleAsync();
        if (Input.Who is not null && Person(Input.Who) is null)
        {
            var (field, text) = Words.Of(new PersonUnknown(PlanField.Who));
            ModelState.AddModelError(field, text);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var said = Input.Text ?? "";
        return await SaveAsync(write =>
            Contributes
                ? NeedBook.AddContributionAsync(
                    write,
                    new ContributionDraft(Input.About, said, Person(Input.Who), Input.Sharing)
                )
                : NeedBook.AddResourceAsync(write, new ResourceDraft(Input.About, said, Input.Sharing))
        );
    }
}

/// <summary>What is typed.</summary>
public sealed class BringInput
{
    public Guid? About { get; set; }
    public Guid? Who { get; set; }
    public string? Text { get; set; }
    public Sharing Sharing { get; set; }
}
