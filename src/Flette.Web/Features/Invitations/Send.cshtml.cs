using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Sending;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Invitations;

/// <summary>Who is told what about a meeting, before it is sent: one mail for each person, called «Møte» and no more.</summary>
public sealed class SendModel : DeskPage
{
    /// <summary>Those who are to be told now.</summary>
    [BindProperty]
    public List<Guid> To { get; set; } = [];

    /// <summary>Whether the place stands behind the link.</summary>
    [BindProperty]
    public bool TellPlace { get; set; }

    /// <summary>Whether the place stands in the calendars of those invited too.</summary>
    [BindProperty]
    public bool InCalendar { get; set; }

    /// <summary>The place that was pointed out is to be told all the same.</summary>
    [BindProperty]
    public bool Approved { get; set; }

    /// <summary>The version of the meeting the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>A sending to take back.</summary>
    [BindProperty]
    public Guid Sending { get; set; }

    /// <summary>What was just sent.</summary>
    [BindProperty(SupportsGet = true, Name = "sendt")]
    public Guid? Sent { get; set; }

    /// <summary>A sending was just taken back.</summary>
    [BindProperty(SupportsGet = true, Name = "angret")]
    public bool TakenBack { get; set; }

    public Invited Invited { get; private set; } = null!;

    /// <summary>Who is told what.</summary>
    public IReadOnlyList<(Guid Person, Word Word)> Plan { get; private set; } = [];

    /// <summary>What in the place may tell too much.</summary>
    public IReadOnlyList<TitleFinding> Findings { get; private set; } = [];

    /// <summary>Whether it must be said once more that the place is to be told.</summary>
    public bool PointedOut { get; private set; }

    public Meeting Meeting => Invited.Meeting;

    /// <summary>Those who can be told something now by mail.</summary>
    public IEnumerable<(Guid Person, Word Word)> ByMail =>
        Plan.Where(p => p.Word is Word.Invite or Word.Update or Word.Cancel);

    /// <summary>What was just sent and may still be taken back.</summary>
    public IReadOnlyList<Invitation> JustSent => Invited.Sent.Where(i => i.Sending == Sent).ToList();

    /// <summary>Whether there is a living yes: else nothing is sent.</summary>
    public bool MaySend => Pass.May(Act.SendInvitations, Meeting.Place);

    /// <summary>«Ansvarsgruppemøte 12. mars».</summary>
    public string Title =>
        $"{Features.Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    /// <summary>The page of the meeting.</summary>
    public string MeetingUrl => $"/f/{Pass.Family!.Id}/mote/{Meeting.Id}";

    /// <summary>Where this page stands.</summary>
    public string Here => MeetingUrl + "/innkall";

    [Does(Act.SeeSending)]
    public async Task<IActionResult> OnGetAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        var place = Invited.DefaultPlace(Pass);
        TellPlace = place is not null;
        InCalendar =
            place is not null && Invited.Sent.Any(i => i.State == InvitationState.Invited && i.Body.InCalendar);
        Plan = Invited.Words(place);
        // Who has said that it is not for her is not asked once more by a press nobody thought about.
        To = ByMail.Select(p => p.Person).Where(p => Invited.Of(p)?.Revoked != Revoked.NotMe).ToList();
        return Page();
    }

    [Does(Act.SendInvitations)]
    public async Task<IActionResult> OnPostAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        var place = TellPlace || InCalendar ? Meeting.Details.Place : null;
        Plan = Invited.Words(place);
        if (Version != Meeting.Version)
        {
            return await RefusedAsync(new ChangedMeanwhile());
        }
        if (place is not null && Findings.Count > 0 && !Approved)
        {
            PointedOut = true;
            return Page();
        }
        var words = ByMail
            .Where(p => To.Contains(p.Person))
            .Select(p => new PersonalWord(Addressees.Of(Invited.People, p.Person), p.Word))
            .ToList();
        return await WriteAsync(
            async write =>
                words.Count == 0
                    ? new NobodyToTell()
                    : Written.To($"{Here}?sendt={await Inviter.SendAsync(write, Meeting, words, place, InCalendar)}"),
            RefusedAsync
        );
    }

    [Does(Act.SendInvitations)]
    public async Task<IActionResult> OnPostUndoAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write => await Inviter.UndoAsync(write, Sending) ? Written.To($"{Here}?angret=true") : new TooLate(),
            RefusedAsync
        );
    }

    /// <summary>Telephone of a person, or null.</summary>
    public string? Phone(Guid person) => Addressees.Phone(Invited.People, person);

    /// <summary>Address of a person, or null.</summary>
    public string? SentTo(Guid person) =>
        Addressees.Of(Invited.People, person).SentTo is { } address ? Core.Families.SmsAddress.Shown(address) : null;

    private async Task<IActionResult> RefusedAsync(Refusal refusal)
    {
        await LoadAsync(Meeting.Id);
        Plan = Invited.Words(TellPlace || InCalendar ? Meeting.Details.Place : null);
        To = To.Where(p => ByMail.Any(m => m.Person == p)).ToList();
        ModelState.Clear();
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
        Findings = invited.Findings(Pass);
        return true;
    }
}
