using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Reading;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.FagMeetings;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Invitations;

/// <summary>Another day, time, place or list for a meeting that is planned, or the end of it. Those who were asked can be told by the same press.</summary>
public sealed class ChangeModel : DeskPage
{
    [BindProperty]
    public MeetingInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Whether those who were asked are told.</summary>
    [BindProperty]
    public bool Tell { get; set; }

    public Invited Invited { get; private set; } = null!;

    public IReadOnlyList<FieldOption> People { get; private set; } = [];

    /// <summary>What stands now beside what was typed, when somebody else wrote meanwhile.</summary>
    public IReadOnlyList<ConflictLine> Conflict { get; private set; } = [];

    public Meeting Meeting => Invited.Meeting;

    /// <summary>«Ansvarsgruppemøte 12. mars».</summary>
    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    /// <summary>The page of the meeting.</summary>
    public string MeetingUrl => $"/f/{Pass.Family!.Id}/mote/{Meeting.Id}";

    /// <summary>Whether somebody can be told: she was asked, and there is a living yes.</summary>
    public bool CanTell => Invited.IsSent && Pass.May(Act.SendInvitations, Invited.Meeting.Place);

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        Input = Of(Meeting);
        Version = Meeting.Version;
        Tell = CanTell;
        return Page();
    }

    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        if (Version != Meeting.Version)
        {
            // Said first: what is wrong with a text that was written to another meeting than the one that stands comes later.
            ModelState.Clear();
            return Stale();
        }
        if (!ModelState.IsValid)
        {
            return Page();
        }
        var hours = MeetingHours.Type(Input.Time);
        if (hours.Refusal is { } unreadable)
        {
            return Refuse(unreadable);
        }
        var chosen = Invited
            .People.OptionsWith(Input.Who)
            .Where(o => Input.Who.Contains(Guid.Parse(o.Value)))
            .ToDictionary(o => Guid.Parse(o.Value), o => o.Text);
        // Those who stand there keep the name they have; nobody is lost who is neither in the family nor in the team.
        var listed = Meeting
            .Details.Present.Where(p => p.Id is not { } id || Input.Who.Contains(id) || p == Meeting.Details.Leader)
            .ToList();
        listed.AddRange(
            chosen
                .Where(c => !listed.Exists(p => p.Id == c.Key))
                .Select(c => new MeetingPerson(c.Key, NameOf(c.Key) ?? c.Value))
        );
        var draft = new MeetingDraft(Input.Kind, Input.Day, hours.Value.Hours, Clean(Input.Place), [.. listed]);
        var details = Meeting.Details with
        {
            Kind = draft.Kind,
            Time = draft.Time,
            Place = draft.Place,
            Present = draft.Invited,
        };
        return await DoAsync(async write =>
            draft.Check(Today)
            ?? (
                draft.Kind == MinutesKind.Fag && Meeting.Details.Kind != MinutesKind.Fag
                    ? new FagSetUpByItself()
                    : await FagBook.MayMeetAsync(write, draft.Kind, Meeting.About, draft.Day!.Value)
            )
            ?? await MeetingBook.MoveAsync(write, Meeting.Id, Version, draft.Day!.Value, MeetingState.Planned, details)
        );
    }

    /// <summary>The meeting is not held.</summary>
    [Does(Act.WriteMinutes)]
    public async Task<IActionResult> OnPostOffAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        ModelState.Clear();
        return await DoAsync(write =>
            MeetingBook.MoveAsync(write, Meeting.Id, Version, Meeting.Day, MeetingState.Cancelled, Meeting.Details)
        );
    }

    /// <summary>Writes the change; then, when it is asked for, tells everyone who knows something else.</summary>
    private Task<IActionResult> DoAsync(Func<Write, Task<Refusal?>> change) =>
        WriteAsync(
            async write =>
            {
                if (await change(write) is { } refusal)
                {
                    return refusal;
                }
                await Reminders.StopAsync(write, Meeting.Id);
                // Read inside the write: it is the meeting as it is now.
                if (!Tell || !CanTell || await Invited.LoadAsync(write.Pass, Meeting.Id, Gone) is not { } now)
                {
                    return Written.To(MeetingUrl);
                }
                var place = now.DefaultPlace(Pass);
                var words = now.Words(place)
                    .Where(w => w.Word is Word.Invite or Word.Update or Word.Cancel)
                    .Select(w => new PersonalWord(Addressees.Of(now.People, w.Person), w.Word))
                    .ToList();
                if (words.Count == 0)
                {
                    return Written.To(MeetingUrl);
                }
                var inCalendar =
                    place is not null && now.Sent.Any(i => i.State == InvitationState.Invited && i.Body.InCalendar);
                return Written.To(
                    $"{MeetingUrl}/innkall?sendt={await Inviter.SendAsync(write, now.Meeting, words, place, inCalendar)}"
                );
            },
            async refusal =>
            {
                if (refusal is not ChangedMeanwhile)
                {
                    return Refuse(refusal);
                }
                await LoadAsync(Meeting.Id);
                return Stale();
            }
        );

    private PageResult Stale()
    {
        Conflict = ConflictLine.Between(Said(Input), Said(Of(Meeting)));
        Version = Meeting.Version;
        ModelState.Remove(nameof(Version));
        return Refuse(new ChangedMeanwhile());
    }

    private PageResult Refuse(Refusal refusal)
    {
        var (field, text) = Words.Of(refusal);
        ModelState.AddModelError(field, text);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid meeting)
    {
        if (await Invited.LoadAsync(Pass, meeting, Gone) is not { } invited)
        {
            return false;
        }
        Invited = invited;
        People = invited.People.OptionsWith(invited.Meeting.Details.Present.Select(p => p.Id).OfType<Guid>().ToList());
        return true;
    }

    private string? NameOf(Guid person) =>
        Addressees.Of(Invited.People, person) is { Name.Length: > 0 } known ? known.Name : null;

    private static MeetingInput Of(Meeting meeting) =>
        new()
        {
            Kind = meeting.Details.Kind,
            Day = meeting.Day,
            Time = meeting.Details.Time is { } time ? Meetings.Words.Clock(time) : null,
            Place = meeting.Details.Place,
            Who = meeting.Details.Present.Select(p => p.Id).OfType<Guid>().ToList(),
        };

    private IEnumerable<(string Label, string Text)> Said(MeetingInput input) =>
        [
            ("Hva slags møte", Features.Minutes.Words.Of(input.Kind)),
            ("Dag", Said(input.Day)),
            ("Klokka", input.Time ?? ""),
            ("Sted", input.Place ?? ""),
            (
                "Hvem skal være med",
                Listing.And(input.Who.Select(Invited.People.Name).OfType<string>().Order(Norwegian.Sorting))
            ),
        ];

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
