using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Transitions;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Transitions.Registering;

/// <summary>A transition no age gives a day: new, or changed. What is done in it stands on the page of transitions.</summary>
public sealed class EditModel : PlanFormPage
{
    /// <summary>The transition as it stands; null when new.</summary>
    public Entry<TransitionDetails>? Standing { get; private set; }

    /// <inheritdoc/>
    protected override string? StandingText => Standing is { } s ? TransitionRules.Of(s.Details.Kind).Title : null;

    /// <inheritdoc/>
    protected override ItemFacts? StandingPlace => Standing?.Place;

    /// <summary>The page of transitions.</summary>
    public string Back => $"/f/{Pass.Family!.Id}/overganger";

    /// <inheritdoc/>
    protected override string SavedUrl => Back;

    [BindProperty]
    public TransitionInput Input { get; set; } = new();

    /// <summary>What can be chosen.</summary>
    public static IReadOnlyList<FieldOption> Kinds { get; } =
        TransitionRules
            .All.Where(r => r.Dated == Dated.Event)
            .Select(r => new FieldOption(r.Kind.ToString(), r.Title))
            .ToList();

    /// <summary>Whether it comes.</summary>
    public static IReadOnlyList<FieldOption> States { get; } =
        Enum.GetValues<RegisteredState>().Select(s => new FieldOption(s.ToString(), TransitionWords.Of(s))).ToList();

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(string transition)
    {
        if (!await LoadAsync(transition))
        {
            return NotFound();
        }
        Input = Standing is { } standing
            ? TransitionInput.From(standing)
            : new TransitionInput { About = Members.Count == 1 ? Members[0].Id : null };
        Version = Standing?.Version ?? 0;
        return Page();
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync(string transition)
    {
        if (!await LoadAsync(transition))
        {
            return NotFound();
        }
        var draft = new TransitionDraft(Input.Kind, Input.About, Input.Day);
        return ModelState.IsValid
            ? await SaveAsync(write => WrittenAsync(write, draft), () => ConflictAsync(transition))
            : Page();
    }

    /// <inheritdoc/>
    protected override (string Field, string Text) WordsOf(Refusal refusal) =>
        TransitionWords.Of(refusal) is { } said ? ("Input." + said.Field, said.Text) : base.WordsOf(refusal);

    private async Task<Result<Guid>> WrittenAsync(Write write, TransitionDraft draft)
    {
        if (Standing is not { } standing)
        {
            return await TransitionBook.AddAsync(write, draft);
        }
        return await TransitionBook.ChangeAsync(write, standing.Id, Version, draft, Input.State) is { } refusal
            ? refusal
            : standing.Id;
    }

    private async Task ConflictAsync(string transition)
    {
        await LoadAsync(transition);
        Conflict = ConflictLine.Between(Said(Input), Said(TransitionInput.From(Standing!)));
        Version = Standing!.Version;
    }

    private async Task<bool> LoadAsync(string transition)
    {
        await PeopleAsync();
        Standing =
            Guid.TryParse(transition, CultureInfo.InvariantCulture, out var id)
            && await Entries.FindAsync(Pass, ItemKinds.Transition, id, Gone) is { } seen
                ? Entries.Open<TransitionDetails>(seen)
                : null;
        return Standing is not null || transition == New;
    }

    private IEnumerable<(string Label, string Text)> Said(TransitionInput input) =>
        [
            ("Hva endrer seg", input.Kind is { } kind ? TransitionRules.Of(kind).Title : ""),
            ("Hvem gjelder det", FirstName(input.About)),
            ("Når", Said(input.Day)),
            ("Status", TransitionWords.Of(input.State)),
        ];
}

/// <summary>What is typed about a transition.</summary>
public sealed class TransitionInput
{
    public TransitionKind? Kind { get; set; }
    public Guid? About { get; set; }
    public DateOnly? Day { get; set; }
    public RegisteredState State { get; set; }

    /// <summary>A form filled with what stands.</summary>
    public static TransitionInput From(Entry<TransitionDetails> transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return new TransitionInput
        {
            Kind = transition.Details.Kind,
            About = transition.Member,
            Day = transition.Day,
            State = transition.Is<RegisteredState>(),
        };
    }
}
