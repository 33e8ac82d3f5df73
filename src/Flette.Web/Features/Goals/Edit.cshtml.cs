using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Goals;

/// <summary>A goal: new, or changed, with how it is now, 0–10.</summary>
public sealed class EditModel : PlanFormPage
{
    /// <summary>The goal as it stands; null when new.</summary>
    public Entry<GoalDetails>? Standing { get; private set; }

    /// <summary>How many goals there are, this one counted.</summary>
    public int Goals { get; private set; }

    /// <summary>Where it stands among the others; 1 is first.</summary>
    public int Position { get; private set; }

    /// <inheritdoc/>
    protected override string? StandingText => Standing?.Details.Words;

    /// <inheritdoc/>
    protected override ItemFacts? StandingPlace => Standing?.Place;

    [BindProperty]
    public GoalInput Input { get; set; } = new();

    /// <summary>0–10 to choose from.</summary>
    public IReadOnlyList<FieldOption> Scores { get; } =
        Enumerable
            .Range(0, 11)
            .Select(n => n.ToString(CultureInfo.InvariantCulture))
            .Select(n => new FieldOption(n, n))
            .ToList();

    /// <summary>Places in the list.</summary>
    public IReadOnlyList<FieldOption> Positions =>
        Enumerable
            .Range(1, Goals)
            .Select(n => n.ToString(CultureInfo.InvariantCulture))
            .Select(n => new FieldOption(n, "Nummer " + n))
            .ToList();

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(string goal, Guid? medlem)
    {
        if (!await LoadAsync(goal))
        {
            return NotFound();
        }
        Input = Standing is { } standing
            ? GoalInput.From(standing, Position)
            : new GoalInput { About = Members.Any(m => m.Id == medlem) ? medlem : null, Position = Position };
        Input.Day = Today;
        Version = Standing?.Version ?? 0;
        return Page();
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync(string goal)
    {
        if (!await LoadAsync(goal))
        {
            return NotFound();
        }
        if (Input.Score is null && Input.ScoreBy is not null)
        {
            var (field, text) = Words.Of(new ScoreIncomplete());
            ModelState.AddModelError(field, text);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var draft = new GoalDraft(Input.About, Input.Words ?? "", Input.Area, Input.State, Input.Sharing);
        return await SaveAsync(write => WrittenAsync(write, draft), () => ConflictAsync(goal));
    }

    private async Task<Result<Guid>> WrittenAsync(Write write, GoalDraft draft)
    {
        Guid id;
        if (Standing is { } standing)
        {
            var moved = Input.Position is { } to && to != Position ? Input.Position : null;
            if (await GoalBook.ChangeAsync(write, standing.Id, Version, draft, moved, Gone) is { } refusal)
            {
                return refusal;
            }
            id = standing.Id;
        }
        else
        {
            var added = await GoalBook.AddAsync(write, draft, Input.Position, Gone);
            if (added.Refusal is { } refusal)
            {
                return refusal;
            }
            id = added.Value;
        }
        if (Input.Score is { } score)
        {
            // Whoever's goal it is says how it is, unless another is named.
            var said = new ScoreDraft(score, Input.ScoreBy ?? Input.About!.Value, Input.Day ?? Today);
            if ((await GoalBook.ScoreAsync(write, id, said)).Refusal is { } refusal)
            {
                return refusal;
            }
        }
        return id;
    }

    private async Task ConflictAsync(string goal)
    {
        await LoadAsync(goal);
        Conflict = ConflictLine.Between(Said(Input), Said(GoalInput.From(Standing!, Position)));
        Version = Standing!.Version;
    }

    private async Task<bool> LoadAsync(string goal)
    {
        await PeopleAsync();
        var all = (await Visible.ItemsAsync(Pass, Gone, ItemKinds.Goal))
            .Select(Entries.Open<GoalDetails>)
            .OrderBy(g => g.Seq)
            .ThenBy(g => g.Id)
            .ToList();
        Standing = Guid.TryParse(goal, out var id) ? all.Find(g => g.Id == id) : null;
        Goals = Standing is null ? all.Count + 1 : all.Count;
        Position = Standing is { } standing ? all.IndexOf(standing) + 1 : Goals;
        return Standing is not null || goal == New;
    }

    private IEnumerable<(string Label, string Text)> Said(GoalInput input) =>
        [
            ("Hvem sitt mål", FirstName(input.About)),
            ("Målet", input.Words ?? ""),
            ("Livsområde", Words.Of(input.Area)),
            ("Plass", input.Position?.ToString(CultureInfo.InvariantCulture) ?? ""),
            ("Status", Words.Of(input.State)),
            ("Hvem kan se det", Words.Of(input.Sharing)),
        ];
}

/// <summary>What is typed about a goal.</summary>
public sealed class GoalInput
{
    public Guid? About { get; set; }
    public string? Words { get; set; }
    public LifeArea Area { get; set; }
    public int? Position { get; set; }
    public GoalState State { get; set; }
    public Sharing Sharing { get; set; }
    public int? Score { get; set; }
    public Guid? ScoreBy { get; set; }
    public DateOnly? Day { get; set; }

    /// <summary>A form filled with what stands.</summary>
    public static GoalInput From(Entry<GoalDetails> goal, int position)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return new GoalInput
        {
            About = goal.Member,
            Words = goal.Details.Words,
            Area = goal.Details.Area,
            Position = position,
            State = goal.Is<GoalState>(),
            Sharing = goal.Sharing,
        };
    }
}
