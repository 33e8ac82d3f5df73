using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Needs;

/// <summary>What someone is good at, or brings into the plan: new, or changed. Two addresses, one form.</summary>
public sealed class BringModel : PlanFormPage
{
    /// <summary>Part of the address of a contribution; the other is of a resource.</summary>
    private const string Contribution = "bidrag";

    private ItemFacts? _place;

    [BindProperty]
    public BringInput Input { get; set; } = new();

    /// <summary>Whether it is a contribution.</summary>
    public bool Contributes { get; private set; }

    /// <inheritdoc/>
    protected override string? StandingText => Standing is null ? null : Input.Text;

    /// <inheritdoc/>
    protected override ItemFacts? StandingPlace => _place;

    /// <summary>Which one it is; null when new.</summary>
    public Guid? Standing { get; private set; }

    /// <summary>Who contributes, when it is another than the member.</summary>
    public IReadOnlyList<FieldOption> Others =>
        [
            new("", "Hun eller han selv"),
            .. People
                .OptionsWith(Input.Who is { } who ? [who] : [])
                .Where(o => Members.All(m => m.Id.ToString() != o.Value)),
        ];

    /// <param name="medlem">Whom a new one is about.</param>
    /// <param name="hvem">Who contributes, when it is another than the member.</param>
    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(string what, string entry, Guid? medlem, Guid? hvem)
    {
        if (await LoadAsync(what, entry) is not { } now)
        {
            return NotFound();
        }
        (Input, Version) = now;
        if (Standing is null)
        {
            Input.About = Members.Any(m => m.Id == medlem) ? medlem : null;
            Input.Who = Contributes && Person(hvem) is not null && Members.All(m => m.Id != hvem) ? hvem : null;
        }
        return Page();
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync(string what, string entry)
    {
        if (await LoadAsync(what, entry) is null)
        {
            return NotFound();
        }
        if (Contributes && Input.Who is not null && Person(Input.Who) is null)
        {
            var (field, text) = Words.Of(new PersonUnknown(PlanField.Who));
            ModelState.AddModelError(field, text);
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        return await SaveAsync(WrittenAsync, () => ConflictAsync(what, entry));
    }

    private async Task<Result<Guid>> WrittenAsync(Write write)
    {
        var brings = new ContributionDraft(Input.About, Input.Text ?? "", Person(Input.Who), Input.Sharing);
        var good = new ResourceDraft(Input.About, Input.Text ?? "", Input.Sharing);
        if (Standing is not { } id)
        {
            return Contributes
                ? await NeedBook.AddContributionAsync(write, brings)
                : await NeedBook.AddResourceAsync(write, good);
        }
        var refusal = Contributes
            ? await NeedBook.ChangeContributionAsync(write, id, Version, brings)
            : await NeedBook.ChangeResourceAsync(write, id, Version, good);
        return refusal is null ? id : refusal;
    }

    private async Task ConflictAsync(string what, string entry)
    {
        var (theirs, version) = (await LoadAsync(what, entry))!.Value;
        Conflict = ConflictLine.Between(Said(Input), Said(theirs));
        Version = version;
    }

    /// <summary>What stands, or nothing yet; null when it is not there for the asker.</summary>
    private async Task<(BringInput Input, int Version)?> LoadAsync(string what, string entry)
    {
        Contributes = what == Contribution;
        await PeopleAsync();
        if (entry == New)
        {
            return (new BringInput(), 0);
        }
        var kind = Contributes ? ItemKinds.Contribution : ItemKinds.Resource;
        if (!Guid.TryParse(entry, out var id) || await Entries.FindAsync(Pass, kind, id, Gone) is not { } seen)
        {
            return null;
        }
        Standing = id;
        _place = seen.Row.ToFacts();
        return (Contributes ? BringInput.OfContribution(seen) : BringInput.OfResource(seen), seen.Row.Version);
    }

    private IEnumerable<(string Label, string Text)> Said(BringInput input) =>
        [
            ("Hvem gjelder det", FirstName(input.About)),
            ("Hvem bidrar", input.Who is { } who ? People.Name(who) ?? "" : ""),
            ("Hva", input.Text ?? ""),
            ("Hvem kan se det", Words.Of(input.Sharing)),
        ];
}

/// <summary>What is typed.</summary>
public sealed class BringInput
{
    public Guid? About { get; set; }
    public Guid? Who { get; set; }
    public string? Text { get; set; }
    public Sharing Sharing { get; set; }

    /// <summary>A form filled with a resource as it stands.</summary>
    public static BringInput OfResource(Seen seen)
    {
        var entry = Entries.Open<ResourceDetails>(seen);
        return new BringInput
        {
            About = entry.Member,
            Text = entry.Details.Text,
            Sharing = entry.Sharing,
        };
    }

    /// <summary>A form filled with a contribution as it stands.</summary>
    public static BringInput OfContribution(Seen seen)
    {
        var entry = Entries.Open<ContributionDetails>(seen);
        return new BringInput
        {
            About = entry.Member,
            Who = entry.Details.Who,
            Text = entry.Details.Text,
            Sharing = entry.Sharing,
        };
    }
}
