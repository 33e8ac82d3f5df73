using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Meetings.Preparing;
using Flette.Web.Features.Meetings.Publishing;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Meetings.WhichPlans;

/// <summary>
/// Which of the family's plans a meeting is for, also after it was planned and while it is held. Beside each plan stands what follows when
/// it leaves: who is there for it alone, and what on the agenda is about it alone.
/// </summary>
public sealed class ChooseModel : DeskPage
{
    private IReadOnlyList<Seen> _items = [];
    private People _people = null!;

    [BindProperty]
    public List<Guid> Ticked { get; set; } = [];

    [BindProperty]
    public int Version { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    public MeetingPlans Plans { get; private set; } = null!;

    /// <summary>Those that can be ticked, and those that stand on the meeting though their yes is away.</summary>
    public IReadOnlyList<FieldOption> Options { get; private set; } = [];

    /// <summary>Whether its minutes are out.</summary>
    public bool Published { get; private set; }

    /// <summary>What stands now beside what was ticked, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    public bool IsUpdate => Meeting.Details.Kind == MinutesKind.Update;

    public string MeetingUrl => $"/f/{Pass.Family!.Id}/mote/{Meeting.Id}";

    /// <summary>«Ansvarsgruppemøte 12. mars».</summary>
    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    /// <summary>What becomes of what is written already.</summary>
    public string Follows =>
        Meeting.State == MeetingState.Held
            ? "Avtaler og vedlegg fra møtet følger med til planen til den de gjelder. En plan kan ikke tas bort når en avtale fra møtet bare står i den."
            : "Det som er skrevet i møtet til nå, blir lagt i planene når referatet publiseres. Er noe alt blitt en avtale, følger den med.";

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        Ticked = [.. IsFor];
        Version = Meeting.Version;
        return Page();
    }

    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostAsync(Guid planned)
    {
        if (!await LoadAsync(planned) || !Plans.Asks)
        {
            return NotFound();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var ticked = Ticked.Where(t => Plans.All.Any(p => p.Id == t)).ToList();
        return await WriteAsync(
            async write =>
                await PlansBook.ChangeAsync(write, Meeting.Id, Version, ticked) is { } refusal
                    ? refusal
                    : Written.To(MeetingUrl),
            async refusal =>
            {
                await LoadAsync(planned);
                if (refusal is ChangedMeanwhile)
                {
                    Conflict = ConflictLine.Between(
                        [("Planer", Plans.Names(ticked))],
                        [("Planer", Plans.Names(IsFor))]
                    );
                    Version = Meeting.Version;
                    ModelState.Remove(nameof(Version));
                }
                ModelState.AddModelError("", Why(refusal));
                return (IActionResult)Page();
            }
        );
    }

    private IReadOnlyList<Guid> IsFor => Meeting.Meant ?? Meeting.Plans ?? [];

    private string Why(Refusal refusal) =>
        refusal switch
        {
            PlanHoldsWhatWasSaid held =>
                $"{PlanName(held.Plan)} kan ikke tas bort: {Listing.And(held.Items.Select(Named))} fra møtet står bare i den. Rett først hvem det gjelder.",
            PlanIsNotOpen closed =>
                $"{PlanName(closed.Plan)} kan ikke krysses av nå. Ja-et til den er trukket, eller det mangler.",
            _ => Words.Of(refusal).Text,
        };

    private string PlanName(Guid plan) => Plans.Names([plan]);

    private string Named(Guid item) =>
        _items.FirstOrDefault(i => i.Row.Id == item) is not { } seen ? "noe"
        : seen.Row.Kind == ItemKinds.Agreement ? $"«{seen.Open<Core.Agreements.AgreementDetails>().What}»"
        : $"«{seen.Open<Core.Meetings.Attaching.AttachmentDetails>().Name}»";

    private async Task<bool> LoadAsync(Guid meeting)
    {
        _items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Meeting,
            ItemKinds.Participant,
            ItemKinds.AgendaPoint,
            ItemKinds.Agreement,
            ItemKinds.Attachment,
            ItemKinds.Publication
        );
        if (_items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return false;
        }
        Meeting = MeetingBook.Open(seen);
        _people = People.Of(Pass, _items);
        Plans = MeetingPlans.Of(Pass, _people.Members);
        Published = PublishBook.Newest(_items, meeting) is { Stands: true };
        Options = Plans
            .All.Where(p => p.State == PlanState.Open || IsFor.Contains(p.Id))
            .Select(p => new FieldOption(p.Id.ToString(), Plans.Name(p.Asked), IfItLeaves(p)))
            .ToList();
        return true;
    }

    /// <summary>What follows when a plan leaves the meeting; null when nothing does.</summary>
    private string? IfItLeaves(PlanFacts plan)
    {
        var closed =
            plan.State == PlanState.Open
                ? null
                : "Ja-et er borte. Tar du bort krysset, kan planen ikke krysses av igjen før det er sagt ja.";
        if (!IsFor.Contains(plan.Id))
        {
            return closed;
        }
        var others = Plans.All.Where(p => p.Id != plan.Id && IsFor.Contains(p.Id)).ToList();
        var people = MeetingPlanChange.OnlyFor(plan, others, Listed());
        var points = AgendaBook
            .Points(_items, Meeting.Id)
            .Where(p => p.Point.Dropped is null)
            .Where(p =>
                _items.First(i => i.Row.Id == p.Id).Row.About is { Length: > 0 } about
                && PlanYes.IsWithin(plan.Within, about)
                && !others.Exists(o => PlanYes.IsWithin(o.Within, about))
            )
            .Select(p => $"«{p.Point.Text}»")
            .ToList();
        var parts = new[]
        {
            closed,
            people.Count == 0 ? null : $"Er på lista bare for denne planen: {_people.Names(people)}.",
            points.Count == 0 ? null : $"På sakslista bare for denne planen: {Listing.And(points)}.",
        };
        return string.Join(' ', parts.OfType<string>()) is { Length: > 0 } text ? text : null;
    }

    private IEnumerable<ListedFor> Listed() =>
        Meeting
            .Details.Present.Concat(Meeting.Details.Absent)
            .Select(p => p.Id)
            .OfType<Guid>()
            .Distinct()
            .Select(id => new ListedFor(
                id,
                _people.Members.Any(m => m.Id == id)
                    ? [id]
                    : _people.Ever.FirstOrDefault(p => p.Id == id)?.Concerns ?? []
            ));
}
