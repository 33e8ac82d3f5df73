using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings.Rhythm;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.History;
using Flette.Web.Features.Links;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Transitions;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>
/// The year of a family: the meetings that stand in it by themselves, what has become of each, what says that more are needed, and
/// in which months one meets.
/// </summary>
public sealed class YearModel : DeskPage
{
    public FamilyYear Year { get; private set; } = null!;

    public People People { get; private set; } = null!;

    /// <summary>In which months one meets.</summary>
    [BindProperty]
    public List<int> Months { get; set; } = [];

    /// <summary>Whether one meets by itself for the plan that is chosen.</summary>
    [BindProperty]
    public bool Apart { get; set; }

    /// <summary>The plan whose months are chosen; null: those of the family.</summary>
    [BindProperty(SupportsGet = true, Name = PlanLink.Key)]
    public Guid? Which { get; set; }

    /// <summary>Which suggestion is put aside or taken up again.</summary>
    [BindProperty]
    public string? Key { get; set; }

    [BindProperty]
    public bool Aside { get; set; }

    /// <summary>Which wish is taken note of.</summary>
    [BindProperty]
    public Guid Wish { get; set; }

    /// <summary>Who asks for a meeting by telephone or face to face.</summary>
    [BindProperty]
    public Guid? Member { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What was just done, so that its undo is at hand.</summary>
    [BindProperty(SupportsGet = true, Name = "gjort")]
    public string? Done { get; set; }

    /// <summary>What stands now beside what was chosen, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    /// <summary>The plan whose months are shown to be changed; null: those of the family.</summary>
    public PlanMonths? Chosen => Which is { } plan ? Year.Plans.FirstOrDefault(p => p.Plan == plan) : null;

    public bool MayChange => Pass.May(Act.ChangePlan);

    /// <summary>Whether somebody's wish can be written down for her.</summary>
    public bool MaySay => Pass.May(Act.AnswerOnBehalf) && People.MemberOptions.Count > 0;

    private string Here => $"/f/{Pass.Family!.Id}/arshjul";

    /// <summary>The form for a new meeting, filled in.</summary>
    /// <param name="plans">Of several plans, those it is for.</param>
    public static string NewUrl(Guid family, DateOnly day, IReadOnlyList<Guid>? plans = null) =>
        $"/f/{family}/mote/nytt?{NewModel.DayParameter}={day:yyyy-MM-dd}"
        + string.Concat((plans ?? []).Select(p => $"&{PlanLink.Key}={p}"));

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Which is not null && Chosen is null)
        {
            return NotFound();
        }
        Show();
        return Page();
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsync()
    {
        var chosen = Months.ToList();
        return await DoAsync(write => RhythmBook.ChangeAsync(write, chosen, Version, Gone), Here + "?gjort=rytme");
    }

    /// <summary>The months of one plan, or that it follows the others.</summary>
    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostOwnAsync()
    {
        var chosen = Months.ToList();
        return await DoAsync(
            write => RhythmBook.ChangeOfPlanAsync(write, Which ?? Guid.Empty, Apart, chosen, Version, Gone),
            $"{Here}?{PlanLink.Key}={Which}&gjort=egen"
        );
    }

    /// <summary>The months as they were before the last change.</summary>
    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostUndoAsync()
    {
        await LoadAsync();
        return await DoAsync(
            write =>
                Undoing.RunAsync(
                    write,
                    ItemKinds.MeetingRhythm,
                    (Which is null ? Year.Rhythm.Id : Chosen?.Said?.Id) ?? Guid.Empty,
                    Version,
                    Gone
                ),
            Which is null ? Here : $"{Here}?{PlanLink.Key}={Which}"
        );
    }

    [Does(Act.ChangePlan)]
    public async Task<IActionResult> OnPostAsideAsync()
    {
        await LoadAsync();
        var standing = Year.Suggestions.Select(s => s.Suggestion).ToList();
        return await DoAsync(
            write => RhythmBook.PutAsideAsync(write, Key, Aside, Version, standing, Gone),
            Aside ? $"{Here}?gjort=lagt-bort" : Here
        );
    }

    [Does(Act.ChangePlan)]
    public Task<IActionResult> OnPostSeenAsync() =>
        DoAsync(write => WishBook.SeenAsync(write, Wish, Aside, Version), Here + "#h-more");

    /// <summary>That a time does not suit is taken note of, or is not after all.</summary>
    [Does(Act.ChangePlan)]
    public Task<IActionResult> OnPostSeasonAsync() =>
        DoAsync(write => ByFamily.SeasonBook.SeenAsync(write, Wish, Aside, Version), Here + "#h-more");

    /// <summary>A member has said it on the telephone or when they met.</summary>
    [Does(Act.AnswerOnBehalf)]
    public async Task<IActionResult> OnPostWishAsync()
    {
        if (Member is null)
        {
            ModelState.AddModelError(nameof(Member), "Velg hvem som ønsker et møte.");
        }
        return await DoAsync(
            write => WishBook.SayAsync(write, Member!.Value, wants: true, null, Gone),
            Here + "#h-more"
        );
    }

    private async Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> work, string to)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync();
            return Page();
        }
        return await WriteAsync(
            async write => await work(write) is { } refusal ? refusal : Written.To(to),
            async refusal =>
            {
                await LoadAsync();
                var (field, text) = YearWords.Of(refusal);
                ModelState.AddModelError(field, text);
                if (refusal is ChangedMeanwhile && Months.Count > 0)
                {
                    Conflict = ConflictLine.Between(
                        Said(Chosen is not null, Apart, Typed(Months)),
                        Said(Chosen is not null, Chosen?.Apart == true, YearWords.Of(Shown))
                    );
                }
                else if (Months.Count == 0 && refusal is not RhythmRefusal)
                {
                    Show();
                }
                return Page();
            }
        );
    }

    /// <summary>The months that stand for what is chosen.</summary>
    private MeetingRhythm Shown => Chosen?.Said?.Rhythm ?? Year.Rhythm.Rhythm;

    private void Show()
    {
        Months = [.. Shown.Months];
        Apart = Chosen?.Apart == true;
    }

    private static IEnumerable<(string Label, string Text)> Said(bool ofPlan, bool apart, string months) =>
        [
            .. ofPlan
                ? new[] { ("Hvordan dere møtes", YearWords.Together[apart ? 1 : 0].Text) }
                : Array.Empty<(string, string)>(),
            ("Måneder", months),
        ];

    private static string Typed(IReadOnlyCollection<int> months) =>
        MeetingRhythm.Read(months) is { Refusal: null } read ? YearWords.Of(read.Value) : "";

    private async Task LoadAsync()
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            [ItemKinds.Meeting, ItemKinds.Participant, ItemKinds.Agreement, .. FollowUps.Kinds, .. FamilyYear.Kinds]
        );
        var links = await LinkBook.AllAsync(Pass, [Pass.Family!], Gone);
        People = People.Of(Pass, items);
        Year = FamilyYear.Of(
            new YearSources(
                items,
                People.Members,
                People.Team,
                AgreementBook.InOrder(items),
                FollowUps.Of(People, links, items, Today),
                Pass.Family!.Appointments.Select(a => a.Period.From).DefaultIfEmpty(Today).Min(),
                Pass.Family!.Plans,
                await TransitionSources.LoadAsync(Pass, items, Gone)
            ),
            Today
        );
    }
}
