using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Consents;

/// <summary>The yes to a plan: who has said it, whose is missing, and its withdrawal.</summary>
public sealed class YesModel : DeskPage
{
    public IReadOnlyList<Member> Members { get; private set; } = [];

    public PlanHead? Plan { get; private set; }

    public IReadOnlyList<RecordedYes> Given { get; private set; } = [];

    /// <summary>Whose yes is still missing for the plan somebody has said yes to.</summary>
    public IReadOnlyList<Guid> Missing { get; private set; } = [];

    /// <summary>The plan that has been said yes to by someone, whether or not it is one yet.</summary>
    public PlanAsked? Begun { get; private set; }

    [BindProperty]
    public YesInput Input { get; set; } = new();

    public string FirstName(Guid member) => Members.FirstOrDefault(m => m.Id == member)?.FirstName ?? "";

    public IReadOnlyList<FieldOption> MemberOptions =>
        Members.Select(m => new FieldOption(m.Id.ToString(), m.Name)).ToList();

    /// <summary>Members who may say some yes today: adults and those who have turned 16.</summary>
    public IReadOnlyList<FieldOption> GiverOptions =>
        Members
            .Where(m => m.Born is { } born && Ages.On(born, Today) >= Core.Access.Positions.DecidesAlone)
            .Where(m => !Given.Any(g => g.WithdrawnOn is null && g.Consent.GivenBy == m.Id))
            .Select(m => new FieldOption(m.Id.ToString(), m.Name))
            .ToList();

    [Does(Act.SeeFamily)]
    public void OnGet()
    {
        Load();
        var child = Members.Where(m => m.Details.Relation == FamilyRelation.Child).ToList();
        Input.On = Today;
        Input.Kind = Begun?.Kind ?? PlanKind.Individual;
        Input.Recipient = Begun?.Recipient ?? (child.Count == 1 ? child[0].Id : null);
    }

    [Does(Act.RecordPlanYes)]
    public async Task<IActionResult> OnPostAsync()
    {
        Load();
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var plan = new PlanAsked(Input.Kind, Input.Kind == PlanKind.Individual ? Input.Recipient : null);
        var words = Words.Sentence(plan.Kind, plan.Recipient is { } r ? FirstName(r) : null);
        return await DoAsync(write =>
            PlanBook.RecordAsync(write, plan, Input.Givers, Input.On ?? Today, Input.How, words)
        );
    }

    [Does(Act.RecordPlanYes)]
    public async Task<IActionResult> OnPostWithdrawAsync(Guid giver, Guid yes)
    {
        Load();
        return await DoAsync(write => PlanBook.WithdrawAsync(write, giver, yes));
    }

    private Task<IActionResult> DoAsync(Func<Write, Task<ConsentRefusal?>> work) =>
        WriteAsync(
            async write => await work(write) is { } refusal ? refusal : Written.To($"/f/{Pass.Family!.Id}/ja"),
            refusal =>
            {
                var (field, text) = Words.Of(refusal, FirstName);
                ModelState.AddModelError(field, text);
                return Page();
            }
        );

    private void Load()
    {
        Members = Families.Members.All(Pass);
        Plan = PlanBook.Head(Pass);
        Given = PlanBook.Consents(Pass);
        var living = Given.Where(g => g.WithdrawnOn is null).Select(g => g.Consent).ToList();
        Begun = Plan?.Plan ?? living.Select(c => c.To).FirstOrDefault();
        Missing = Begun is null ? [] : PlanYes.Missing(Pass.Family!, Begun, living, Today);
    }
}

/// <summary>What is typed about a yes.</summary>
public sealed class YesInput
{
    public PlanKind Kind { get; set; }

    public Guid? Recipient { get; set; }

    public List<Guid> Givers { get; set; } = [];

    public DateOnly? On { get; set; }

    public ConsentHow How { get; set; }
}
