using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Plans;

/// <summary>A page with a form for one entry of the plan: new, or changed with a version.</summary>
public abstract class PlanFormPage : DeskPage
{
    /// <summary>Stands in the address instead of an id.</summary>
    protected const string New = "ny";

    public People People { get; private set; } = null!;

    public IReadOnlyList<Member> Members => People.Members;

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; protected set; } = [];

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Said instead of the form when the plan is read-only; null when it may be written.</summary>
    public Closed? Closed => Closed.Of(Pass, Act.ChangePlan, StandingText, StandingPlace);

    /// <summary>What stands, to be read where it may not be changed; null for what is new.</summary>
    protected virtual string? StandingText => null;

    /// <summary>Where that stands: of several plans only those it stands in count.</summary>
    protected virtual ItemFacts? StandingPlace => null;

    /// <summary>Who will read what is written here.</summary>
    public string WhoReads => Pass.Family!.Plan == PlanState.None ? Words.NotesOnly : Words.InPlan;

    /// <summary>Where the plan stands.</summary>
    public string PlanUrl => $"/f/{Pass.Family!.Id}/plan";

    /// <summary>Where one goes when it is saved.</summary>
    protected virtual string SavedUrl => PlanUrl;

    /// <summary>Members to choose from.</summary>
    public IReadOnlyList<FieldOption> AboutOptions => People.MemberOptions;

    /// <summary>Those who can be named: the family, the team and the coordinator.</summary>
    protected PlanPerson? Person(Guid? id) =>
        id is { } person && People.Name(person) is not null
            ? new PlanPerson(
                person,
                People.Ever.FirstOrDefault(p => p.Id == person)?.Details.Name ?? People.Name(person)!,
                People.Ever.FirstOrDefault(p => p.Id == person)?.Private == true
            )
            : null;

    /// <summary>First name of a member.</summary>
    public string FirstName(Guid? member) => Members.FirstOrDefault(m => m.Id == member)?.FirstName ?? "";

    /// <summary>Loads those who can be named.</summary>
    protected async Task PeopleAsync() => People = await People.LoadAsync(Pass, Gone);

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    protected virtual (string Field, string Text) WordsOf(Refusal refusal) => Words.Of(refusal);

    /// <summary>Does the write and goes to where it now stands in the plan.</summary>
    /// <param name="work">The id of what was written, or why not.</param>
    /// <param name="changed">Called when somebody else wrote meanwhile, to lay both texts beside each other.</param>
    protected Task<IActionResult> SaveAsync(Func<Write, Task<Result<Guid>>> work, Func<Task>? changed = null) =>
        WriteAsync(
            async write =>
            {
                var done = await work(write);
                return done.Refusal is { } refusal ? refusal : Written.To($"{SavedUrl}#e-{done.Value}");
            },
            async refusal =>
            {
                var (field, text) = WordsOf(refusal);
                ModelState.AddModelError(field, text);
                if (refusal is ChangedMeanwhile && changed is not null)
                {
                    // Saving once more is then a choice made with both texts in view.
                    await changed();
                }
                return Page();
            }
        );
}
