using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Member = Flette.Web.Features.Families.Member;

namespace Flette.Web.Features.FamilySays;

/// <summary>Something a member has said, as one line.</summary>
/// <param name="Version">The version of it; null where it is not the desk's to take back.</param>
public sealed record SaidLine(Guid Id, string Who, string Text, string About, DateOnly On, int? Version);

/// <summary>What the family says by telephone, on paper or face to face, written down on its behalf.</summary>
public sealed class DeskModel : DeskPage
{
    [BindProperty]
    public Guid? Member { get; set; }

    [BindProperty]
    public Guid? Agreement { get; set; }

    [BindProperty]
    public Guid? Measure { get; set; }

    [BindProperty]
    public Helps Helps { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public bool Want { get; set; }

    /// <summary>Which «ingenting har skjedd» is taken note of.</summary>
    [BindProperty]
    public Guid Nothing { get; set; }

    /// <summary>What was said, to be taken back.</summary>
    [BindProperty]
    public Guid Line { get; set; }

    /// <summary>The post came from the coordinator's day, and goes back there.</summary>
    [BindProperty]
    public bool Back { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Said instead of the forms when the plan is read-only; null when it may be written.</summary>
    public Closed? Closed => Pass.Family!.Plan == Core.Families.PlanState.Open ? null : Closed.Of(Pass, Act.SendLetter);

    public IReadOnlyList<FieldOption> MemberOptions { get; private set; } = [];

    /// <summary>Agreements others have.</summary>
    public IReadOnlyList<FieldOption> Agreements { get; private set; } = [];

    public IReadOnlyList<FieldOption> Measures { get; private set; } = [];

    public IReadOnlyList<FieldOption> HelpsOptions { get; } =
        Enum.GetValues<Helps>().Select(h => new FieldOption(h.ToString(), Family.Words.Bokmal.Of(h))).ToList();

    /// <summary>Each member with what she wants about reminders.</summary>
    public IReadOnlyList<(Member Member, Wish? Wish)> Wishes { get; private set; } = [];

    /// <summary>What stands, newest first.</summary>
    public IReadOnlyList<SaidLine> Lines { get; private set; } = [];

    private string Here => $"/f/{Pass.Family!.Id}/sier";

    [Does(Act.SeeFamily)]
    public Task OnGetAsync() => LoadAsync();

    [Does(Act.AnswerOnBehalf)]
    public async Task<IActionResult> OnPostNothingAsync()
    {
        Require(Member is not null, nameof(Member), "Velg hvem som sier det.");
        Require(Agreement is not null, nameof(Agreement), "Velg hvilken avtale det gjelder.");
        return await DoAsync(
            write => SaysBook.NothingAsync(write, Agreement!.Value, Member!.Value, said: true, null, Gone),
            Here
        );
    }

    [Does(Act.AnswerOnBehalf)]
    public async Task<IActionResult> OnPostHelpsAsync()
    {
        Require(Member is not null, nameof(Member), "Velg hvem som sier det.");
        Require(Measure is not null, nameof(Measure), "Velg hvilket tiltak det gjelder.");
        return await DoAsync(
            write => SaysBook.HelpsAsync(write, Measure!.Value, Member!.Value, Helps, Words, null, Gone),
            Here
        );
    }

    [Does(Act.AnswerOnBehalf)]
    public async Task<IActionResult> OnPostWishAsync()
    {
        Require(
            Member is { } member && Pass.Family!.Member(member) is not null,
            nameof(Member),
            "Velg hvem det gjelder."
        );
        return await DoAsync(
            write =>
                ReminderWishes.SetAsync(
                    write,
                    Member!.Value,
                    Want ? ReminderWish.On : ReminderWish.Off,
                    Words,
                    Version,
                    Gone
                ),
            Here
        );
    }

    [Does(Act.ChangePlan)]
    public Task<IActionResult> OnPostSeenAsync() =>
        DoAsync(
            write => SaysBook.SeenAsync(write, Nothing, Version),
            $"{AnswerModel.TodayUrl}?{Features.Today.JustDone.Parameter}={Nothing}"
        );

    /// <summary>Takes back what the desk has written last.</summary>
    [Does(Act.AnswerOnBehalf)]
    public Task<IActionResult> OnPostUndoAsync() =>
        DoAsync(write => SaysBook.TakeBackAsync(write, Line, Version), Back ? AnswerModel.TodayUrl : Here);

    private void Require(bool there, string field, string text)
    {
        if (!there)
        {
            ModelState.AddModelError(field, text);
        }
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
                var (field, text) = refusal switch
                {
                    NoSuchAgreement => (nameof(Agreement), "Fant ikke avtalen."),
                    NoSuchEntry => (nameof(Measure), "Fant ikke tiltaket."),
                    NothingToSay => (nameof(Agreement), "Avtalen er ferdig, eller familien har den selv."),
                    SayerUnknown => (nameof(Member), "Velg en i familien."),
                    ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se over og prøv på nytt."),
                    _ => FollowUp.Words.Of(refusal),
                };
                ModelState.AddModelError(field, text);
                return Page();
            }
        );
    }

    private async Task LoadAsync()
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            [ItemKinds.Participant, ItemKinds.Agreement, ItemKinds.Measure, ItemKinds.Helps, .. FollowUps.Kinds]
        );
        var people = People.Of(Pass, items);
        var agreements = AgreementBook.InOrder(items);
        var measures = items
            .Where(i => i.Row.Kind == ItemKinds.Measure)
            .ToDictionary(i => i.Row.Id, i => i.Open<MeasureDetails>().What);
        MemberOptions = people.MemberOptions;
        Agreements = agreements
            .Where(a => SaysBook.MaySay(a, p => Pass.Family!.Member(p) is not null))
            .Select(a => new FieldOption(a.Id.ToString(), a.What))
            .ToList();
        Measures = measures.Select(m => new FieldOption(m.Key.ToString(), m.Value)).ToList();
        Wishes = people.Members.Select(m => (m, ReminderWishes.Of(items, m.Id))).ToList();
        Lines =
        [
            .. SaysBook
                .Nothing(items)
                .Where(n => n.Is != NothingYet.Unsaid)
                .Select(n => new SaidLine(
                    n.Id,
                    people.FirstNames([n.By]),
                    "sier at ingenting har skjedd",
                    agreements.FirstOrDefault(a => a.Id == n.Agreement)?.What ?? "",
                    n.Since,
                    n.ByDesk ? n.Version : null
                )),
            .. SaysBook
                .Helping(items)
                .Where(h => h.Is != Helps.Unsaid)
                .Select(h => new SaidLine(
                    h.Id,
                    people.FirstNames([h.By]),
                    (h.Is == Helps.Yes ? "sier at dette hjelper" : "sier at dette ikke hjelper")
                        + (h.Words is { } words ? $": «{words}»" : ""),
                    measures.GetValueOrDefault(h.Measure, ""),
                    h.On,
                    h.ByDesk ? h.Version : null
                )),
        ];
    }
}
