using System.Collections.Immutable;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Measures;

/// <summary>A measure of a goal: new, or changed. With a day it also becomes an agreement.</summary>
public sealed class EditModel : PlanFormPage
{
    /// <summary>The measure as it stands; null when new.</summary>
    public Entry<MeasureDetails>? Standing { get; private set; }

    /// <summary>The goals it can belong to.</summary>
    public IReadOnlyList<Entry<GoalDetails>> Goals { get; private set; } = [];

    [BindProperty]
    public MeasureInput Input { get; set; } = new();

    public IReadOnlyList<FieldOption> GoalOptions =>
        Goals.Select(g => new FieldOption(g.Id.ToString(), g.Details.Words)).ToList();

    /// <summary>Those who can be responsible.</summary>
    public IReadOnlyList<FieldOption> ResponsibleOptions => People.OptionsWith(Input.Responsible is { } id ? [id] : []);

    /// <summary>Those who can take part.</summary>
    public IReadOnlyList<FieldOption> WithOptions => People.OptionsWith(Input.With);

    /// <inheritdoc/>
    protected override string? StandingText => Standing?.Details.What;

    /// <inheritdoc/>
    protected override ItemFacts? StandingPlace => Standing?.Place;

    /// <summary>The goal a standing measure belongs to.</summary>
    public Entry<GoalDetails>? Goal => Goals.FirstOrDefault(g => g.Id == Input.Goal);

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(string measure, Guid? mal)
    {
        if (!await LoadAsync(measure))
        {
            return NotFound();
        }
        Input = Standing is { } standing
            ? MeasureInput.From(standing)
            : new MeasureInput { Goal = Goals.Any(g => g.Id == mal) ? mal : null };
        Version = Standing?.Version ?? 0;
        return Page();
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync(string measure)
    {
        if (!await LoadAsync(measure))
        {
            return NotFound();
        }
        Input.Goal = Standing?.Parent ?? Input.Goal;
        if (Input.Responsible is not null && Person(Input.Responsible) is null)
        {
            Refuse(new PersonUnknown(PlanField.Responsible));
        }
        if (Input.With.Any(w => Person(w) is null))
        {
            Refuse(new PersonUnknown(PlanField.With));
        }
        return ModelState.IsValid ? await SaveAsync(WrittenAsync, () => ConflictAsync(measure)) : Page();
    }

    private async Task<Result<Guid>> WrittenAsync(Write write)
    {
        var draft = new MeasureDraft(
            Input.What ?? "",
            Person(Input.Responsible),
            [.. Input.With.Select(w => Person(w)!)],
            Input.WithText,
            Input.Scope,
            Input.How,
            Input.Due,
            Input.DueText,
            Input.MayHarm,
            Input.State,
            Standing?.Details.DoneOn,
            Input.Private
        );
        var topic = People.Team.FirstOrDefault(p => p.Id == Input.Responsible)?.Topic is { } t ? Rows.Code(t) : null;
        if (Standing is { } standing)
        {
            return await MeasureBook.ChangeAsync(write, standing.Id, Version, draft, topic, Gone) is { } refusal
                ? refusal
                : standing.Id;
        }
        return Input.Goal is { } goal ? await MeasureBook.AddAsync(write, goal, draft, topic) : new GoalUnknown();
    }

    private async Task ConflictAsync(string measure)
    {
        await LoadAsync(measure);
        Conflict = ConflictLine.Between(Said(Input), Said(MeasureInput.From(Standing!)));
        Version = Standing!.Version;
    }

    private async Task<bool> LoadAsync(string measure)
    {
        await PeopleAsync();
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Measure, ItemKinds.Goal);
        Goals = items
            .Where(i => i.Row.Kind == ItemKinds.Goal)
            .Select(Entries.Open<GoalDetails>)
            .OrderBy(g => g.Seq)
            .ThenBy(g => g.Id)
            .ToList();
        Standing =
            Guid.TryParse(measure, out var id)
            && items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Measure && i.Row.Id == id) is { } seen
                ? Entries.Open<MeasureDetails>(seen)
                : null;
        return Standing is not null || measure == New;
    }

    private void Refuse(Refusal refusal)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
    }

    private IEnumerable<(string Label, string Text)> Said(MeasureInput input) =>
        [
            ("Hva skal gjøres", input.What ?? ""),
            ("Ansvarlig", Name(input.Responsible)),
            ("Sammen med", Listing.And(input.With.Select(w => Name(w)))),
            ("Andre", input.WithText ?? ""),
            ("Hvor mye", input.Scope ?? ""),
            ("Hvordan", input.How ?? ""),
            ("Frist", Said(input.Due)),
            ("Frist med ord", input.DueText ?? ""),
            ("Pass på", input.MayHarm ?? ""),
            ("Status", Words.Of(input.State)),
            ("Hvem kan se det", Words.Of(input.Private ? Sharing.Private : Sharing.Usual)),
        ];

    private string Name(Guid? person) => person is { } id ? People.Name(id) ?? "" : "";
}

/// <summary>What is typed about a measure.</summary>
public sealed class MeasureInput
{
    public Guid? Goal { get; set; }
    public string? What { get; set; }
    public Guid? Responsible { get; set; }
    public List<Guid> With { get; set; } = [];
    public string? WithText { get; set; }
    public string? Scope { get; set; }
    public string? How { get; set; }
    public DateOnly? Due { get; set; }
    public string? DueText { get; set; }
    public string? MayHarm { get; set; }
    public MeasureState State { get; set; }
    public bool Private { get; set; }

    /// <summary>A form filled with what stands.</summary>
    public static MeasureInput From(Entry<MeasureDetails> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var d = measure.Details;
        return new MeasureInput
        {
            Goal = measure.Parent,
            What = d.What,
            Responsible = d.Responsible.Id,
            With = [.. d.With.Select(w => w.Id)],
            WithText = d.WithText,
            Scope = d.Scope,
            How = d.How,
            Due = measure.Day,
            DueText = d.DueText,
            MayHarm = d.MayHarm,
            State = measure.Is<MeasureState>(),
            Private = measure.Sharing == Sharing.Private,
        };
    }
}
