using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Leading;
using Flette.Web.Features.Meetings.Preparing;
using Flette.Web.Features.Meetings.Publishing;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.Minutes;
using Flette.Web.Features.Plans;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Meetings;

/// <summary>Someone on the list of a meeting.</summary>
/// <param name="Url">Where more is written about her; null for one who is neither in the family nor in the team.</param>
public sealed record Attendee(string Name, string? Url);

/// <summary>
/// One meeting, as those who coordinate the family read it: when and where, who was there and who was not, its points, and what
/// was agreed. The family reads what came of it in the plan.
/// </summary>
public sealed class ShowModel : DeskPage
{
    private Dictionary<Guid, Guid> _following = [];

    /// <summary>Something a reader said, that has been dealt with.</summary>
    [BindProperty]
    public Guid Remark { get; set; }

    /// <summary>The version of it that was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    /// <summary>The minutes, when somebody has written any.</summary>
    public OpenMinutes? Minutes { get; private set; }

    public People People { get; private set; } = null!;

    /// <summary>Everyone on the list of a planned meeting, with her answer to the invitation.</summary>
    public IReadOnlyList<Standing> Standings { get; private set; } = [];

    /// <summary>What there is to do before it; nothing once it is held.</summary>
    public IReadOnlyList<AheadStep> Ahead { get; private set; } = [];

    /// <summary>The newest request for somebody of the unit to lead it; null when there is none.</summary>
    public OpenLead? Lead { get; private set; }

    /// <summary>Those who were there, or are invited.</summary>
    public IReadOnlyList<Attendee> Present { get; private set; } = [];

    /// <summary>Those who were expected and did not come.</summary>
    public IReadOnlyList<Attendee> Absent { get; private set; } = [];

    /// <summary>The minutes that were written in it, line by line.</summary>
    public IReadOnlyList<WrittenLine> Lines { get; private set; } = [];

    /// <summary>The lines as they are shown.</summary>
    public LinesShown ShownLines { get; private set; } = null!;

    /// <summary>The newest publishing of its minutes; null when nobody has published any.</summary>
    public OpenPublication? Publication { get; private set; }

    /// <summary>Whether readers have minutes of it now.</summary>
    public bool Published => Publication is { Stands: true };

    /// <summary>What readers have said is wrong with a published line, those not dealt with first.</summary>
    public IReadOnlyList<(ShownLine Line, Remark Remark)> Remarks { get; private set; } = [];

    /// <summary>Its points with what was agreed under each.</summary>
    public IReadOnlyList<MeetingPoint> Points { get; private set; } = [];

    /// <summary>Documents that belong to it.</summary>
    public IReadOnlyList<Attaching.Attachment> Attachments { get; private set; } = [];

    /// <summary>Measures of the plan that came from it.</summary>
    public IReadOnlyList<Entry<MeasureDetails>> Measures { get; private set; } = [];

    /// <summary>The plans it is for; null where the family has one only.</summary>
    public string? Plans =>
        MeetingPlans.Of(Pass, People.Members) is not { All.Count: > 1 } plans
            ? null
            : plans.Told(Meeting) ?? "Det er ikke sagt hvilke planer";

    /// <summary>Whether they can be chosen anew.</summary>
    public bool MayChoosePlans =>
        Meeting.State != MeetingState.Cancelled && !Published && Pass.Family!.Plan == PlanState.Open;

    /// <summary>«Ansvarsgruppemøte 12. mars».</summary>
    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid meeting)
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            ItemKinds.Meeting,
            ItemKinds.Line,
            ItemKinds.Minutes,
            ItemKinds.Agreement,
            ItemKinds.Measure,
            ItemKinds.Goal,
            ItemKinds.Participant,
            ItemKinds.PublishedLine,
            ItemKinds.Publication,
            ItemKinds.Remark,
            ItemKinds.Reply,
            ItemKinds.Attachment,
            ItemKinds.Input,
            ItemKinds.AgendaPoint,
            ItemKinds.LeadRequest
        );
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return NotFound();
        }
        Meeting = MeetingBook.Open(seen);
        People = People.Of(Pass, items);
        Lead = LeadBook.Among(items, meeting);
        Present = Listed(Meeting.Details.Present);
        Absent = Listed(Meeting.Details.Absent);
        if (Meeting.State == MeetingState.Planned)
        {
            // Whoever leads it has asked the others, and is asked by nobody.
            Standings = Standing
                .Of(Meeting, ReplyBook.Among(items, meeting))
                .Where(s => s.Person.Id != Pass.Asker.Id || s.Reply is not null)
                .ToList();
            Ahead = Preparing.Ahead.Of(Meeting, items, Standings);
        }
        if (
            items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Minutes && i.Row.Id == Meeting.Details.Minutes) is { } its
        )
        {
            Minutes = await MinutesBook.OpenAsync(Pass, its, Gone);
        }
        Lines = LineBook.Among(items, meeting);
        ShownLines = new LinesShown(
            Lines,
            $"/f/{Meeting.Family}",
            Today,
            Edit: false,
            id => People.Members.Any(m => m.Id == id),
            LinesShown.GoalsAmong(items)
        );
        Attachments = Attaching.Attachment.Among(items, meeting);
        Publication = PublishBook.Newest(items, meeting);
        Remarks = PublishedMinutes
            .Of(Pass, items)
            .Where(m => m.Meeting == meeting)
            .SelectMany(m => m.Lines)
            .SelectMany(l => l.Remarks.Select(r => (l, r)))
            .OrderByDescending(r => r.r.IsOpen)
            .ToList();
        var agreements = AgreementBook.InOrder(items);
        var written = Lines.Select(l => l.Line.Agreement).OfType<Guid>().ToHashSet();
        Points = MeetingPoints.Of(
            Minutes?.Document,
            Meeting.Day,
            // What was agreed in a line is shown where the line is.
            agreements.Where(a => a.Parent == meeting && !written.Contains(a.Id)).ToList()
        );
        Measures = items
            .Where(i => i.Row.Kind == ItemKinds.Measure)
            .Select(Entries.Open<MeasureDetails>)
            .Where(m => m.Details.Meeting == meeting)
            .OrderBy(m => m.Seq)
            .ThenBy(m => m.Id)
            .ToList();
        _following = Measures
            .Select(m => (Measure: m.Id, Agreement: agreements.FirstOrDefault(a => a.Parent == m.Id)))
            .Where(f => f.Agreement is not null)
            .ToDictionary(f => f.Measure, f => f.Agreement!.Id);
        return Page();
    }

    /// <summary>The coordinator has dealt with what a reader said.</summary>
    [Does(Act.RemarkOnMinutes)]
    public async Task<IActionResult> OnPostHandledAsync(Guid meeting)
    {
        if (await OnGetAsync(meeting) is not PageResult page)
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                await RemarkBook.HandledAsync(write, Remark, Version) is { } refusal
                    ? refusal
                    : Access.Written.To($"/f/{Meeting.Family}/mote/{meeting}#h-remarks"),
            refusal =>
            {
                ModelState.AddModelError("", Words.Of(refusal).Text);
                return (IActionResult)page;
            }
        );
    }

    /// <summary>Takes it away: it was begun or planned by mistake.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostUndoAsync(Guid meeting)
    {
        if (await OnGetAsync(meeting) is not PageResult page)
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                await MeetingBook.TakeAwayAsync(write, meeting, Version) is { } refusal
                    ? refusal
                    : Access.Written.To($"/f/{Meeting.Family}/mote/{meeting}?tatt=true"),
            refusal =>
            {
                ModelState.AddModelError("", Words.Of(refusal).Text);
                return (IActionResult)page;
            }
        );
    }

    /// <summary>There is no meeting: what each says is put together.</summary>
    public bool IsUpdate => Meeting.Details.Kind == MinutesKind.Update;

    /// <summary>Who has an agreement, in words.</summary>
    public string Who(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var names = Listing.And(agreement.Holders.Select(People.Name).OfType<string>());
        return names.Length > 0 ? names : "ingen har den ennå";
    }

    /// <summary>The agreement that follows a measure, or null.</summary>
    public Guid? AgreementOf(Guid measure) => _following.TryGetValue(measure, out var agreement) ? agreement : null;

    private List<Attendee> Listed(ImmutableArray<MeetingPerson> people) =>
        people.IsDefault ? [] : people.Select(p => new Attendee(p.Name, Written(p.Id))).ToList();

    /// <summary>Where more is written about somebody; null for one who is neither in the family nor in the team.</summary>
    public string? Written(Guid? person) =>
        person is not { } id ? null
        : People.Members.Any(m => m.Id == id) ? $"/f/{Meeting.Family}/medlem/{id}"
        : People.Ever.Any(p => p.Id == id) ? $"/f/{Meeting.Family}/deltaker/{id}"
        : null;
}
