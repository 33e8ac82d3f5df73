using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Needs;

/// <summary>A need: new, or changed. Nobody has it until someone is said.</summary>
public sealed class EditModel : PlanFormPage
{
    /// <summary>The need as it stands; null when new.</summary>
    public Entry<NeedDetails>? Standing { get; private set; }

    /// <inheritdoc/>
    protected override string? StandingText => Standing?.Details.Text;

    /// <inheritdoc/>
    protected override ItemFacts? StandingPlace => Standing?.Place;

    [BindProperty]
    public NeedInput Input { get; set; } = new();

    /// <summary>Services and people of the team, to choose among.</summary>
    public IEnumerable<string> Owners =>
        People
            .Team.SelectMany(p => new[] { p.Details.Organisation, p.Details.Name })
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(Norwegian.Sorting);

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(string need, Guid? medlem)
    {
        if (!await LoadAsync(need))
        {
            return NotFound();
        }
        Input = Standing is { } standing
            ? NeedInput.From(standing)
            : new NeedInput { About = Members.Any(m => m.Id == medlem) ? medlem : null, Since = Today };
        Version = Standing?.Version ?? 0;
        return Page();
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync(string need)
    {
        if (!await LoadAsync(need))
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var owner = PlanRules.Trimmed(Input.Owner);
        var draft = new NeedDraft(
            Input.About,
            Input.Text ?? "",
            owner,
            People.Ever.Any(p =>
                p.Private
                && (
                    string.Equals(p.Details.Name, owner, StringComparison.OrdinalIgnoreCase)
                    || string.Equals(p.Details.Organisation, owner, StringComparison.OrdinalIgnoreCase)
                )
            ),
            Input.Since ?? Today,
            Input.State,
            Input.Sharing
        );
        return await SaveAsync(write => WrittenAsync(write, draft), () => ConflictAsync(need));
    }

    private async Task<Result<Guid>> WrittenAsync(Write write, NeedDraft draft)
    {
        if (Standing is not { } standing)
        {
            return await NeedBook.AddAsync(write, draft);
        }
        return await NeedBook.ChangeAsync(write, standing.Id, Version, draft) is { } refusal ? refusal : standing.Id;
    }

    private async Task ConflictAsync(string need)
    {
        await LoadAsync(need);
        Conflict = ConflictLine.Between(Said(Input), Said(NeedInput.From(Standing!)));
        Version = Standing!.Version;
    }

    private async Task<bool> LoadAsync(string need)
    {
        await PeopleAsync();
        Standing =
            Guid.TryParse(need, out var id) && await Entries.FindAsync(Pass, ItemKinds.Need, id, Gone) is { } seen
                ? Entries.Open<NeedDetails>(seen)
                : null;
        return Standing is not null || need == New;
    }

    private IEnumerable<(string Label, string Text)> Said(NeedInput input) =>
        [
            ("Hvem gjelder det", FirstName(input.About)),
            ("Behov", input.Text ?? ""),
            ("Hvem har det", input.Owner ?? ""),
            ("Siden", Said(input.Since)),
            ("Status", Words.Of(input.State)),
            ("Hvem kan se det", Words.Of(input.Sharing)),
        ];
}

/// <summary>What is typed about a need.</summary>
public sealed class NeedInput
{
    public Guid? About { get; set; }
    public string? Text { get; set; }
    public string? Owner { get; set; }
    public DateOnly? Since { get; set; }
    public NeedState State { get; set; }
    public Sharing Sharing { get; set; }

    /// <summary>A form filled with what stands.</summary>
    public static NeedInput From(Entry<NeedDetails> need)
    {
        ArgumentNullException.ThrowIfNull(need);
        return new NeedInput
        {
            About = need.Member,
            Text = need.Details.Text,
            Owner = need.Details.Owner,
            Since = need.Day,
            State = need.Is<NeedState>(),
            Sharing = need.Sharing,
        };
    }
}
