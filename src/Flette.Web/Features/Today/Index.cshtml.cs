using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Contacts;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Families;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings.Rhythm;
using Flette.Web.Features.Messages;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Transitions;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Today;

/// <summary>Minutes that are begun or read, and not kept yet.</summary>
public sealed record UnfinishedMinutes(Guid Id, OwnFamily Family, DateOnly? Day);

/// <summary>The coordinator's day: those not heard from first, minutes to finish, families without a yes, and the call log.</summary>
public sealed class IndexModel : DeskPage
{
    public Own Own { get; private set; } = new([], [], [], [], [], []);

    public IReadOnlyList<OwnFamily> LongSince { get; private set; } = [];

    public IReadOnlyList<UnfinishedMinutes> Unfinished { get; private set; } = [];

    public IReadOnlyList<OwnFamily> WithoutYes { get; private set; } = [];

    /// <summary>What they wait for, the answers that came, what nobody has, whom to ring.</summary>
    public Desk Desk { get; private set; } = Desk.Empty;

    /// <summary>What nobody has answered about, with its next step.</summary>
    public FollowUpDesk FollowUp { get; private set; } = FollowUpDesk.Empty;

    /// <summary>What there is about meetings that are to come.</summary>
    public ComingMeetings Coming { get; private set; } = ComingMeetings.None;

    /// <summary>Meetings to set up, and what says that more are needed.</summary>
    public YearDesk Years { get; private set; } = YearDesk.Empty;

    /// <summary>Messages from families that nobody has done anything with yet.</summary>
    public IReadOnlyList<WaitingMessage> Messages { get; private set; } = [];

    /// <summary>Whom to ring about a fagmøte.</summary>
    public FagDesk Fag { get; private set; } = FagDesk.Empty;

    /// <summary>Ages and transitions that are news: just time to begin, or soon there.</summary>
    public IReadOnlyList<NewsOfTransition> Ahead { get; private set; } = [];

    [BindProperty]
    public CallInput Call { get; set; } = new() { Back = CallLogPlace.Today };

    /// <summary>A line of the call log that was just written.</summary>
    [BindProperty(SupportsGet = true, Name = "logget")]
    public Guid? Logged { get; set; }

    /// <summary>A line of the call log was just taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "angret")]
    public bool TakenBack { get; set; }

    /// <summary>What was just seen to from here.</summary>
    [BindProperty(SupportsGet = true, Name = JustDone.Parameter)]
    public Guid? Done { get; set; }

    /// <summary>The same, to be undone; null when nothing was.</summary>
    public JustDone? Fresh { get; private set; }

    /// <summary>Whether the name did not say which family it is.</summary>
    private bool AskFamily { get; set; }

    /// <summary>The form, for the partial.</summary>
    public CallLogForm Form =>
        new()
        {
            FormKey = FormKey,
            Action = "/i-dag",
            People = OfAll(),
            Families = AskFamily
                ? Own
                    .Families.OrderBy(f => f.Name, Norwegian.Sorting)
                    .Select(f => new FieldOption(f.Id.ToString(), f.Name))
                    .ToList()
                : [],
            Call = Call,
            Logged = CallLogForm.Find(Logged, Own.Contacts, Own.Members),
            TakenBack = TakenBack,
        };

    [Does(Act.SeeToday)]
    public Task OnGetAsync() => LoadAsync();

    /// <summary>
    /// Finds the family the name belongs to and sends the form on to that family's call log, where the Guard decides on the
    /// write. Nothing is written here.
    /// </summary>
    [Does(Act.SeeToday)]
    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        Call.Back = CallLogPlace.Today;
        var family =
            Own.Families.FirstOrDefault(f => f.Id == Call.Family)?.Id ?? Calls.Find(OfAll(), Call.With)?.Family;
        if (family is { } id)
        {
            return LocalRedirectPreserveMethod($"/f/{id}/logg");
        }
        AskFamily = true;
        ModelState.AddModelError(
            string.IsNullOrWhiteSpace(Call.With) ? "Call.With" : "Call.Family",
            string.IsNullOrWhiteSpace(Call.With) ? "Skriv hvem du snakket med." : "Velg hvilken familie det gjelder."
        );
        return Page();
    }

    private List<Callee> OfAll()
    {
        var names = Own.Families.ToDictionary(f => f.Id, f => f.Name);
        return Contacts
            .People.Of(Own.Members, Own.Team)
            .Select(p => p with { Label = Contacts.People.WithFamily(p.Label, names[p.Family]) })
            .ToList();
    }

    private async Task LoadAsync()
    {
        Own = await Own.LoadAsync(Pass, Gone, agreements: true);
        var byId = Own.Families.ToDictionary(f => f.Id);
        LongSince = Own.Families.Where(f => f.Silence.IsLong).ToList();
        WithoutYes = Own
            .Families.Where(f =>
                f.Family.Facts.Plan != PlanState.Open || f.Family.Facts.Plans.Any(p => p.State == PlanState.Paused)
            )
            .OrderBy(f => f.Name, Norwegian.Sorting)
            .ToList();
        var facts = Own.Families.Select(f => f.Family.Facts).ToList();
        var (agreements, links) = (AgreementBook.InOrder(Own.Agreements), await LinkBook.AllAsync(Pass, facts, Gone));
        Desk = Desk.Of(Own, agreements, links, Pass.Asker.Id, Today);
        FollowUp = FollowUpDesk.Of(Own, agreements, links, Today);
        Coming = ComingMeetings.Of(Own, Today);
        Fag = FagDesk.Of(Own, Today);
        Fresh = JustDone.Find(Own, Done);
        Messages = await MessageDesk.LoadAsync(Pass, Own, Gone);
        var transitions = await TransitionSources.LoadAsync(Pass, Own.Items, Gone);
        Years = YearDesk.Of(Own, agreements, links, transitions, Today);
        Ahead = NewsOfTransition.Of(Own, transitions, Today);
        Unfinished = Own
            .Minutes.Where(m => m.Row.State == MinutesBook.Draft)
            .Select(m => new UnfinishedMinutes(m.Row.Id, byId[m.Row.Family], m.Row.Day))
            .OrderByDescending(m => m.Day ?? DateOnly.MaxValue)
            .ToList();
    }
}
