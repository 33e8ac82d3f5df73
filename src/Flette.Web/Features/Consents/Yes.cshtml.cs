using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Law.Deciding;
using Flette.Core.Words;
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

    /// <summary>The plan that is shown, that someone has said yes to, whether or not it is one yet; null for a new one.</summary>
    public PlanAsked? Begun { get; private set; }

    /// <summary>All that someone has said yes to.</summary>
    public IReadOnlyList<PlanAsked> All { get; private set; } = [];

    /// <summary>The plans to choose between, and one more; none as long as there is one and nobody asks for another.</summary>
    public IReadOnlyList<PlanLink> Choice =>
        All.Count < 2 && Begun is not null || All.Count == 0
            ? []
            :
            [
                .. All.Select(p => new PlanLink(Words.NameOf(p, FirstName), Address(Pass.Family!.Id, p), p == Begun)),
                new PlanLink("En plan til", AnotherUrl, Begun is null),
            ];

    /// <summary>Where a yes to one more plan is written in.</summary>
    public string AnotherUrl => $"/f/{Pass.Family!.Id}/ja?{PlanLink.Key}={Another}";

    private const string Another = "ny";
    private const string OfFamily = "familien";

    /// <summary>Where the yes to one of several plans stands.</summary>
    public static string Address(Guid family, PlanAsked plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return $"/f/{family}/ja?{PlanLink.Key}={plan.Recipient?.ToString() ?? OfFamily}";
    }

    /// <summary>Whose yes is missing, and what waits for it.</summary>
    public string MissingWords
    {
        get
        {
            var names = Missing.Select(FirstName);
            var one = PlanYes.IsEnoughWithOne(Pass.Family!, Begun!, Today);
            var who = one ? Listing.Or(names) : Listing.And(names);
            var until = one ? "ja-et er der" : "alle har sagt ja";
            return $"Vi mangler ja fra {who}. "
                + (Plan is null ? $"Planen finnes ikke før {until}." : $"Planen står stille til {until}.");
        }
    }

    [BindProperty]
    public YesInput Input { get; set; } = new();

    public string FirstName(Guid member) => Members.FirstOrDefault(m => m.Id == member)?.FirstName ?? "";

    public IReadOnlyList<FieldOption> MemberOptions =>
        Members.Select(m => new FieldOption(m.Id.ToString(), m.Name)).ToList();

    /// <summary>Members who may say some yes today: adults and those who have turned 16.</summary>
    public IReadOnlyList<FieldOption> GiverOptions =>
        Members
            .Where(m => m.Born is { } born && Ages.On(born, Today) >= AgeLimits.OwnHealth)
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
        return await DoAsync(
            write => PlanBook.RecordAsync(write, plan, Input.Givers, Input.On ?? Today, Input.How, words),
            plan
        );
    }

    [Does(Act.RecordPlanYes)]
    public async Task<IActionResult> OnPostWithdrawAsync(Guid giver, Guid yes)
    {
        Load();
        return await DoAsync(
            write => PlanBook.WithdrawAsync(write, giver, yes),
            PlanBook.Consents(Pass).FirstOrDefault(c => c.Id == yes)?.Consent.To
        );
    }

    private Task<IActionResult> DoAsync(Func<Write, Task<ConsentRefusal?>> work, PlanAsked? plan) =>
        WriteAsync(
            async write =>
                await work(write) is { } refusal ? refusal
                : plan is not null && All.Any(p => p != plan) ? Written.To(Address(Pass.Family!.Id, plan))
                : Written.To($"/f/{Pass.Family!.Id}/ja"),
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
        var heads = PlanBook.Heads(Pass);
        var given = PlanBook.Consents(Pass);
        var living = given.Where(g => g.WithdrawnOn is null).Select(g => g.Consent).ToList();
        All = heads.Select(h => h.Plan).Concat(living.Select(c => c.To)).Distinct().ToList();
        var asked = Request.Query[PlanLink.Key].ToString();
        Begun =
            asked == Another
                ? null
                : All.FirstOrDefault(p => (p.Recipient?.ToString() ?? OfFamily) == asked)
                    ?? PlanBook.Chosen(heads, null)?.Plan
                    ?? (All is [var first, ..] ? first : null);
        Plan = heads.FirstOrDefault(h => h.Plan == Begun);
        // What was said of another plan stands with that.
        Given =
            All.Count > 1 || (All.Count > 0 && Begun is null)
                ? given.Where(g => g.Consent.To == Begun).ToList()
                : given;
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
