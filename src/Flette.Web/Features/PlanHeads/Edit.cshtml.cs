using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Words = Flette.Web.Features.Plans.Words;

namespace Flette.Web.Features.PlanHeads;

/// <summary>What holds for the plan as a whole, with how it came to be.</summary>
public sealed class EditModel : PlanFormPage
{
    private IReadOnlyList<PlanHead> _plans = [];

    /// <summary>Null before there is a plan.</summary>
    public PlanHead? Plan { get; private set; }

    /// <summary>How the child took part, as it stands; null when nothing is written.</summary>
    public Entry<ChildsPartDetails>? Part { get; private set; }

    /// <summary>First names of the children the plan is about; empty when it is about none.</summary>
    public string Children { get; private set; } = "";

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    [BindProperty]
    public HeadInput Input { get; set; } = new();

    /// <summary>The version of how the child took part; 0 when there is none.</summary>
    [BindProperty]
    public int PartVersion { get; set; }

    /// <summary>The coordinator, or someone of the team all may know of.</summary>
    public IReadOnlyList<FieldOption> Responsibles =>
        [
            new("", "Koordinatoren"),
            .. People
                .Team.Where(p => !p.Private || p.Id == Input.Responsible)
                .Select(p => new FieldOption(p.Id.ToString(), People.Name(p.Id)!)),
        ];

    /// <summary>The plans to choose between; none when there is one only.</summary>
    public IReadOnlyList<PlanLink> Choice =>
        PlanLink.Between(_plans, Plan, PlanUrl + "/om", p => Consents.Words.NameOf(p, id => FirstName(id)));

    /// <summary>Where the plan stands.</summary>
    public string ThisPlanUrl => PlanLink.To(PlanUrl, Plan, _plans.Count);

    /// <inheritdoc/>
    protected override string SavedUrl => ThisPlanUrl;

    /// <inheritdoc/>
    protected override ItemFacts? StandingPlace => Plan is { } plan ? HeadBook.Of(plan) : null;

    [Does(Act.SeeFamily)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Now();
        (Version, PartVersion) = (Plan?.Version ?? 0, Part?.Version ?? 0);
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Plan is null)
        {
            return NotFound();
        }
        if (Input.Responsible is not null && Person(Input.Responsible) is null)
        {
            var (field, text) = Words.Of(new PersonUnknown(PlanField.Responsible));
            ModelState.AddModelError(field, text);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var draft = new PlanHeadDraft(
            Input.From,
            Input.Until,
            Input.Revision,
            Person(Input.Responsible),
            Children.Length == 0 ? Part?.Details.Text : Input.ChildsPart
        );
        return await SaveAsync(
            write => HeadBook.ChangeAsync(write, draft, Version, PartVersion, Gone, Plan.Id),
            async () =>
            {
                await LoadAsync();
                Conflict = ConflictLine.Between(Said(Input), Said(Now()));
                (Version, PartVersion) = (Plan!.Version, Part?.Version ?? 0);
            }
        );
    }

    /// <summary>Whether there is a change of days or responsibility to undo.</summary>
    public bool MayUndo =>
        Closed is null && Versions.Count > 0 && Undo.Target([.. Versions.Select(v => v.Mark)]) is not null;

    /// <summary>Where that is posted.</summary>
    public string UndoUrl => PlanLink.To(PlanUrl + "/om?handler=Undo", Plan, _plans.Count);

    /// <summary>Undoes the last change of days or responsibility.</summary>
    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostUndoAsync()
    {
        await LoadAsync();
        if (Plan is null)
        {
            return NotFound();
        }
        ModelState.Clear();
        return await SaveAsync(
            write => HeadBook.UndoAsync(write, Plan.Id, Version, Gone),
            async () =>
            {
                await LoadAsync();
                Input = Now();
                (Version, PartVersion) = (Plan!.Version, Part?.Version ?? 0);
            }
        );
    }

    /// <summary>What was done to make a version, and by whom.</summary>
    public string Told(PlanVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var done = version.Change switch
        {
            PlanVersions.Opened => "Planen ble til",
            PlanVersions.Withdrawn => "Ja-et ble trukket",
            PlanVersions.Reopened => "Ja-et ble gitt på nytt",
            PlanVersions.Changed => "Endret",
            Undo.Undone => "Angret",
            _ => "Slik sto det",
        };
        return version.By is { } by ? $"{done} av {by}" : done;
    }

    /// <summary>Who had the main responsibility in a version.</summary>
    public string Responsible(PlanVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return version.Responsible is { } person ? People.Name(person) ?? History.Told.NoLonger : "koordinatoren";
    }

    private async Task LoadAsync()
    {
        await PeopleAsync();
        _plans = PlanBook.Heads(Pass);
        Plan = PlanBook.Chosen(_plans, PlanLink.Asked(Request));
        if (Plan is null)
        {
            return;
        }
        Part = HeadBook.PartOf(Pass, await Visible.ItemsAsync(Pass, Gone, ItemKinds.ChildsPart), Plan.Id) is { } part
            ? Entries.Open<ChildsPartDetails>(part)
            : null;
        Children = People.FirstNames(HeadBook.Children(Pass.Family!, Plan.Plan, PlanBook.Within(Pass, Plan), Today));
        Versions = await PlanVersions.AllAsync(Pass, Plan.Id, Gone);
    }

    private HeadInput Now() =>
        new()
        {
            From = Plan?.From,
            Until = Plan?.Until,
            Revision = Plan?.Revision,
            Responsible = Plan?.Responsible,
            ChildsPart = Part?.Details.Text,
        };

    private IEnumerable<(string Label, string Text)> Said(HeadInput input) =>
        [
            ("Gjelder fra", Said(input.From)),
            ("Gjelder til", Said(input.Until)),
            ("Når ser dere på planen", Said(input.Revision)),
            ("Hvem har hovedansvaret", input.Responsible is { } r ? People.Name(r) ?? "" : "Koordinatoren"),
            ("Slik har barnet vært med", input.ChildsPart ?? ""),
        ];
}

/// <summary>What is typed.</summary>
public sealed class HeadInput
{
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public DateOnly? Revision { get; set; }
    public Guid? Responsible { get; set; }
    public string? ChildsPart { get; set; }
}
