using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Families;

/// <summary>A member: new, or changed.</summary>
public sealed class EditModel : DeskPage
{
    private const string New = "ny";

    public string Name { get; private set; } = "";

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<FieldOption> Homes { get; private set; } = [];

    /// <summary>The member as she stands; null when new.</summary>
    public Member? Standing { get; private set; }

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Those who can carry a child: everyone else who is born.</summary>
    public IReadOnlyList<FieldOption> Carriers =>
        Members
            .Where(m => m.Born is not null && m.Id != Standing?.Id)
            .Select(m => new FieldOption(m.Id.ToString(), m.Name))
            .ToList();

    /// <summary>What is rare is folded away, and stands open when it holds something or must be looked at.</summary>
    public bool OpensExpected =>
        Input is { Birth: BirthState.Expected } or { Due: not null } or { CarriedBy: not null }
        || HasErrors("Due", "CarriedBy");

    /// <summary>The same of interpreter and reading.</summary>
    public bool OpensInterpreter =>
        Input.Interpreter != InterpreterNeed.NotAsked
        || Holds(Input.InterpreterLanguage, Input.InterpreterMode, Input.InterpreterNote, Input.Reading)
        || HasErrors("Interpreter", "InterpreterLanguage", "InterpreterMode", "InterpreterNote", "Reading");

    /// <summary>The same of school or work, health, and the member's own words.</summary>
    public bool OpensLife =>
        Holds(Input.Arena, Input.Function, Input.AboutMe)
        || Input.SchoolStartYear is not null
        || HasErrors("Arena", "Function", "AboutMe", "SchoolStartYear");

    private static bool Holds(params string?[] texts) => texts.Any(t => !string.IsNullOrWhiteSpace(t));

    private bool HasErrors(params string[] fields) =>
        fields.Any(f => ModelState.TryGetValue("Input." + f, out var entry) && entry.Errors.Count > 0);

    /// <summary>How many ways to reach her the form asks for.</summary>
    public int Places => Math.Max(MemberInput.ChannelPlaces, Input.Channels.Count);

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(string member)
    {
        if (!await LoadAsync(member))
        {
            return NotFound();
        }
        if (Standing is { } standing)
        {
            Input = MemberInput.From(standing);
            Version = standing.Version;
        }
        return Page();
    }

    [Does(Act.ChangeMember)]
    public async Task<IActionResult> OnPostAsync(string member)
    {
        if (!await LoadAsync(member))
        {
            return NotFound();
        }
        if (Input.Relation is null)
        {
            ModelState.AddModelError("Input.Relation", "Velg hvem det er.");
        }
        if (Input.QuietFrom is null != Input.QuietUntil is null)
        {
            ModelState.AddModelError(
                Input.QuietFrom is null ? "Input.QuietFrom" : "Input.QuietUntil",
                "Skriv begge klokkeslettene, eller ingen."
            );
        }
        return ModelState.IsValid ? await WriteAsync(SaveAsync, refusal => RefuseAsync(refusal, member)) : Page();
    }

    private async Task<Written> SaveAsync(Write write)
    {
        if (Input is { Birth: BirthState.Expected, CarriedBy: null })
        {
            return new CarrierMissing();
        }
        if (PersonTexts.Check((PersonText.NewHome, Input.NewHome?.Trim())) is { } tooLong)
        {
            return tooLong;
        }
        var home = string.IsNullOrWhiteSpace(Input.NewHome)
            ? (Guid?)null
            : await Families.Members.AddHouseholdAsync(write, Input.NewHome);
        var draft = Input.ToDraft(home);
        if (Standing is { } standing)
        {
            // What she signs in with is no field here, and stays as it is.
            var kept = draft with
            {
                Details = draft.Details with { IdentityNumber = standing.Details.IdentityNumber },
            };
            return await Families.Members.ChangeAsync(write, standing.Id, Version, kept) is { } refusal
                ? refusal
                : Written.To($"/f/{Pass.Family!.Id}#m-{standing.Id}");
        }
        var added = await Families.Members.AddAsync(write, draft);
        return added.Refusal is { } no ? no : Written.To($"/f/{Pass.Family!.Id}#m-{added.Value}");
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, string member)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        if (refusal is ChangedMeanwhile && await LoadAsync(member) && Standing is { } now)
        {
            // Saving once more is then a choice made with both texts in view.
            var homes = await Families.Members.HouseholdsAsync(Pass, Gone);
            Input.SignsInWith = MemberInput.From(now).SignsInWith;
            Conflict = ConflictLine.Between(Input.Said(homes, Members), MemberInput.From(now).Said(homes, Members));
            Version = now.Version;
        }
        return Page();
    }

    private async Task<bool> LoadAsync(string member)
    {
        Name = Pass.FamilyName;
        Members = Families.Members.All(Pass);
        Homes = (await Families.Members.HouseholdsAsync(Pass, Gone))
            .Select(h => new FieldOption(h.Id.ToString(), h.Label))
            .ToList();
        Standing = Guid.TryParse(member, out var id) ? Members.FirstOrDefault(m => m.Id == id) : null;
        return Standing is not null || member == New;
    }
}
