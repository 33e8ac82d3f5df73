using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Reading;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;
using Flette.Web.Features.Sending;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Meetings.Asking;

/// <summary>One who can be asked before a meeting.</summary>
/// <param name="Input">What she has been asked or said; null when she was never asked.</param>
/// <param name="Link">Her newest link; null when she has none.</param>
public sealed record Askable(Addressee Who, string? Phone, bool Family, Input? Input, SentLink? Link)
{
    /// <summary>Whether she has said something.</summary>
    public bool Given => Input is { Given: true };
}

/// <summary>
/// Before a meeting, or in place of one: who is asked for three lines and times, what has come, and which of the times it is to be.
/// </summary>
public sealed class AskModel : DeskPage
{
    /// <summary>Those who are to be asked now.</summary>
    [BindProperty]
    public List<Guid> To { get; set; } = [];

    /// <summary>The version of the meeting the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>A sending to take back.</summary>
    [BindProperty]
    public Guid Sending { get; set; }

    /// <summary>A time that is proposed.</summary>
    [BindProperty]
    public Guid Slot { get; set; }

    [BindProperty]
    public DateOnly? SlotDay { get; set; }

    [BindProperty]
    public string? SlotTime { get; set; }

    /// <summary>What was just sent.</summary>
    [BindProperty(SupportsGet = true, Name = "sendt")]
    public Guid? Sent { get; set; }

    /// <summary>A sending was just taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "angret")]
    public bool TakenBack { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    public People People { get; private set; } = null!;

    /// <summary>Everyone who can be asked, those of the family first.</summary>
    public IReadOnlyList<Askable> All { get; private set; } = [];

    /// <summary>The times that are proposed, the best first.</summary>
    public IReadOnlyList<SlotStanding> Slots { get; private set; } = [];

    /// <summary>There is no meeting: what each says is put together.</summary>
    public bool IsUpdate => Meeting.Details.Kind == MinutesKind.Update;

    /// <summary>Whether something can still be said.</summary>
    public bool IsOpen => InputBook.IsOpen(Meeting.State, Meeting.Details.Kind, Meeting.Day, Today);

    /// <summary>Whether there is a living yes: else nothing is sent.</summary>
    public bool MaySend => Pass.May(Act.AskForInput, Meeting.Place);

    /// <summary>What was just sent and may still be taken back.</summary>
    public IReadOnlyList<Askable> JustSent => All.Where(a => a.Link is { } l && l.Sending == Sent).ToList();

    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    public string MeetingUrl => $"/f/{Meeting.Family}/mote/{Meeting.Id}";

    public string Here => MeetingUrl + "/innspill";

    [Does(Act.SeeSending)]
    public async Task<IActionResult> OnGetAsync(Guid planned)
    {
        if (await LoadAsync(planned) is null)
        {
            return NotFound();
        }
        // Who was never asked; those who have answered are not asked once more by a press nobody thought about.
        To = All.Where(a => a.Who.SentTo is not null && a.Input is null && a.Link is null)
            .Select(a => a.Who.Person)
            .ToList();
        return Page();
    }

    /// <summary>Asks those who are chosen, by one mail each.</summary>
    [Does(Act.AskForInput)]
    public async Task<IActionResult> OnPostAsync(Guid planned)
    {
        if (await LoadAsync(planned) is not { } outgoing)
        {
            return NotFound();
        }
        if (Version != Meeting.Version)
        {
            return Refuse(new ChangedMeanwhile());
        }
        var to = All.Where(a => To.Contains(a.Who.Person) && a.Who.SentTo is not null).Select(a => a.Who).ToList();
        return await WriteAsync(
            async write =>
                !IsOpen ? new AskingIsOver()
                : Pass.Refusal(Act.AskForInput, Meeting.Place) is { } closed ? closed
                : to.Count == 0 ? new NobodyAsked()
                : Written.To($"{Here}?sendt={await InputAsker.SendAsync(write, Meeting, to, outgoing)}"),
            Refuse
        );
    }

    /// <summary>Takes a sending back while it waits.</summary>
    [Does(Act.AskForInput)]
    public async Task<IActionResult> OnPostUndoAsync(Guid planned)
    {
        if (await LoadAsync(planned) is null)
        {
            return NotFound();
        }
        return await WriteAsync(
            async write => await LinkBook.UndoAsync(write, Sending) ? Written.To($"{Here}?angret=true") : new TooLate(),
            Refuse
        );
    }

    /// <summary>Proposes one more time.</summary>
    [Does(Act.WriteMinutes)]
    public Task<IActionResult> OnPostSlotAsync(Guid planned) =>
        ChangeAsync(
            planned,
            (write, now) =>
            {
                if (SlotDay is not { } day)
                {
                    return new SlotOutOfReach();
                }
                var hours = MeetingHours.Type(SlotTime);
                if (hours.Refusal is { } unreadable)
                {
                    return unreadable;
                }
                var slots = DatePoll.Add(now.Slots ?? [], new DateSlot(write.NewId(), day, hours.Value.Hours), Today);
                return slots.Refusal is { } refusal ? refusal : now with { Slots = slots.Value };
            }
        );

    /// <summary>Takes a time out.</summary>
    [Does(Act.WriteMinutes)]
    public Task<IActionResult> OnPostDropAsync(Guid planned) =>
        ChangeAsync(planned, (_, now) => now with { Slots = [.. (now.Slots ?? []).Where(s => s.Id != Slot)] });

    /// <summary>The meeting is to be at one of the times. Those who were invited to another are told on the next page.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostChooseAsync(Guid planned)
    {
        if (await LoadAsync(planned) is null)
        {
            return NotFound();
        }
        if (Version != Meeting.Version)
        {
            return Refuse(new ChangedMeanwhile());
        }
        return await WriteAsync(
            async write =>
                Slots.FirstOrDefault(s => s.Slot.Id == Slot) is not { Impossible: false, Slot: var slot }
                || slot.Day < Today
                    ? new SlotImpossible()
                : await MeetingBook.MoveAsync(
                    write,
                    Meeting.Id,
                    Version,
                    slot.Day,
                    MeetingState.Planned,
                    Meeting.Details with
                    {
                        Time = slot.Time,
                        Slots = null,
                    }
                )
                    is { } refusal
                    ? refusal
                : Written.To(MeetingUrl + "/innkall"),
            Refuse
        );
    }

    /// <summary>Those of a list, by name.</summary>
    public string Names(IEnumerable<Guid> people) =>
        Listing.And(All.Where(a => people.Contains(a.Who.Person)).Select(a => a.Who.Name));

    private async Task<IActionResult> ChangeAsync(Guid planned, Func<Write, MeetingDetails, Result<MeetingDetails>> how)
    {
        if (await LoadAsync(planned) is null)
        {
            return NotFound();
        }
        if (Version != Meeting.Version)
        {
            return Refuse(new ChangedMeanwhile());
        }
        return await WriteAsync(
            async write =>
            {
                if (Meeting.State != MeetingState.Planned)
                {
                    return new AskingIsOver();
                }
                var next = how(write, Meeting.Details);
                return
                    (next.Refusal ?? await MeetingBook.ChangeAsync(write, Meeting.Id, Version, "times", next.Value))
                        is { } refusal
                    ? refusal
                    : Written.To(Here + "#h-times");
            },
            Refuse
        );
    }

    private IActionResult Refuse(Refusal refusal)
    {
        var (field, text) = AskWords.Of(refusal);
        ModelState.Clear();
        ModelState.AddModelError(field, text);
        return Page();
    }

    private async Task<Outgoing?> LoadAsync(Guid meeting)
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Meeting, ItemKinds.Input);
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return null;
        }
        Meeting = MeetingBook.Open(seen);
        var outgoing = await SendingBook.LoadAsync(Pass, Gone);
        var asked = (await LinkBook.AllAsync(Pass, [Pass.Family!], Gone))
            .Where(l => l.Purpose == LinkPurpose.Input && l.Items.Contains(meeting))
            .ToList();
        People = outgoing.People;
        var inputs = InputBook.Among(items, meeting);
        All = People
            .Members.Select(m => (m.Id, Family: true))
            .Concat(People.Team.Select(p => (p.Id, Family: false)))
            .Select(p => new Askable(
                Addressees.Of(People, p.Id),
                Addressees.Phone(People, p.Id),
                p.Family,
                inputs.FirstOrDefault(i => i.Person == p.Id),
                asked.FirstOrDefault(l => l.Person == p.Id && l.Mail != MailState.Undone)
            ))
            .ToList();
        Slots = DatePoll.Standings(
            Meeting.Details.Slots ?? [],
            InputBook.Voters(inputs, p => People.Members.Any(m => m.Id == p))
        );
        return outgoing;
    }
}
