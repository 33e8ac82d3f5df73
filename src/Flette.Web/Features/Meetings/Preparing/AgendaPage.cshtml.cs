using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Flette.Web.Features.Meetings.Preparing;

/// <summary>
/// Before the meeting, at the desk: the agenda as it has built itself, what the family wants, and what the coordinator writes down for
/// those who say it by telephone or on paper.
/// </summary>
public sealed class AgendaPageModel : DeskPage
{
    /// <summary>The version of what is changed.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>The point that is changed.</summary>
    [BindProperty]
    public Guid Point { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Whose words they are; null is the coordinator's own.</summary>
    [BindProperty]
    public Guid? Whose { get; set; }

    [BindProperty]
    public bool Own { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public Guid? Guest { get; set; }

    [BindProperty]
    public Guid? YesBy { get; set; }

    [BindProperty]
    public DateOnly? YesOn { get; set; }

    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public MeetingWhere Where { get; set; }

    [BindProperty]
    public string? Interpreter { get; set; }

    [BindProperty]
    public string? Impossible { get; set; }

    public Meeting Meeting { get; private set; } = null!;

    public AgendaView Agenda { get; private set; } = null!;

    public People People { get; private set; } = null!;

    public IReadOnlyList<SaidWishes> Wishes { get; private set; } = [];

    public string Title => $"{Minutes.Words.Of(Meeting.Details.Kind)} {NorwegianDates.DayAndMonth(Meeting.Day, Today)}";

    public string Here => $"/f/{Meeting.Family}/mote/{Meeting.Id}/sakliste";

    /// <summary>Whether something can still be raised.</summary>
    public bool IsOpen => Meeting.State == MeetingState.Planned;

    public IReadOnlyList<FieldOption> WhoseOptions => [new("", "Meg, koordinatoren"), .. People.MemberOptions];

    public IReadOnlyList<FieldOption> TeamOptions =>
        People.Team.Select(p => new FieldOption(p.Id.ToString(), People.Name(p.Id)!)).ToList();

    public IReadOnlyList<FieldOption> MemberOptions => People.MemberOptions;

    public IReadOnlyList<FieldOption> WhereOptions { get; } =
        Enum.GetValues<MeetingWhere>()
            .Select(w => new FieldOption(w.ToString(), new PrepareWords(Tongue.Bokmal).Of(w)))
            .ToList();

    [Does(Act.SeeMinutes)]
    public async Task<IActionResult> OnGetAsync(Guid planned) => await LoadAsync(planned) ? Page() : NotFound();

    /// <summary>Raises a point: the coordinator's own, or somebody's words.</summary>
    [Does(Act.PrepareMeeting)]
    public Task<IActionResult> OnPostRaiseAsync(Guid planned) =>
        ChangeAsync(
            planned,
            async write =>
                (
                    await AgendaBook.RaiseAsync(
                        write,
                        planned,
                        People.Members.Any(m => m.Id == Whose) ? Whose : null,
                        Text,
                        Own && Whose is not null
                    )
                ).Refusal
        );

    /// <summary>Says why a point is not taken up.</summary>
    [Does(Act.PrepareMeeting)]
    public Task<IActionResult> OnPostDropAsync(Guid planned) =>
        ChangeAsync(
            planned,
            write => AgendaBook.ChangeAsync(write, Point, Version, AgendaBook.Dropped, p => p.Drop(Reason))
        );

    /// <summary>Takes it up after all.</summary>
    [Does(Act.PrepareMeeting)]
    public Task<IActionResult> OnPostRestoreAsync(Guid planned) =>
        ChangeAsync(
            planned,
            write => AgendaBook.ChangeAsync(write, Point, Version, AgendaBook.Raised, p => p with { Dropped = null })
        );

    /// <summary>Has somebody come for a point alone, with the family's yes.</summary>
    [Does(Act.PrepareMeeting)]
    public async Task<IActionResult> OnPostGuestAsync(Guid planned)
    {
        if (!await LoadAsync(planned))
        {
            return NotFound();
        }
        if (Agenda.Points.Any(p => p.Id == Point && p.Version != Version))
        {
            return Refuse(new ChangedMeanwhile());
        }
        if (!People.Team.Any(p => p.Id == Guest) || !People.Members.Any(m => m.Id == YesBy) || YesOn is not { } on)
        {
            return Refuse(new GuestNeedsYes());
        }
        var guest = new PointGuest(Guest!.Value, YesBy!.Value, on);
        return await ChangeAsync(
            planned,
            async write =>
                await AgendaBook.ChangeAsync(write, Point, Version, "guest", p => p.Invite(guest, Today))
                ?? await ListAsync(write, guest.Person)
        );
    }

    /// <summary>Writes down how a member wants the meeting to be, as she said it.</summary>
    [Does(Act.PrepareMeeting)]
    public Task<IActionResult> OnPostWishAsync(Guid planned) =>
        ChangeAsync(
            planned,
            write =>
                Whose is { } member && People.Members.Any(m => m.Id == member)
                    ? AgendaBook.WishAsync(
                        write,
                        planned,
                        member,
                        MeetingWishes.Of(Whom, Where, Interpreter, Impossible),
                        Version
                    )
                    : Task.FromResult<Refusal?>(new NoSuchPoint())
        );

    /// <summary>Takes back what was last written down of how a member wants the meeting to be.</summary>
    [Does(Act.PrepareMeeting)]
    public Task<IActionResult> OnPostUndoAsync(Guid planned) =>
        ChangeAsync(
            planned,
            write =>
                Whose is { } member
                    ? AgendaBook.WithdrawWishesAsync(write, planned, member, Version)
                    : Task.FromResult<Refusal?>(new NoSuchPoint())
        );

    // Whoever comes for a point is invited to the meeting too, so that she is asked and counted among those there.
    private async Task<Refusal?> ListAsync(Write write, Guid person)
    {
        if (
            await Visible.ItemAsync(write, ItemKinds.Meeting, Meeting.Id) is not { } seen
            || seen.Open<MeetingDetails>() is not { } details
            || details.Present.Any(p => p.Id == person)
        )
        {
            return null;
        }
        return await MeetingBook.ChangeAsync(
            write,
            Meeting.Id,
            seen.Row.Version,
            "changed",
            details with
            {
                Present = details.Present.Add(
                    new MeetingPerson(person, People.Team.First(p => p.Id == person).Details.Name)
                ),
            }
        );
    }

    private async Task<IActionResult> ChangeAsync(Guid meeting, Func<Write, Task<Refusal?>> work)
    {
        if (!await LoadAsync(meeting))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write => await work(write) is { } refusal ? refusal : Written.To(Here),
            async refusal =>
            {
                await LoadAsync(meeting);
                return Refuse(refusal);
            }
        );
    }

    private PageResult Refuse(Refusal refusal)
    {
        ModelState.AddModelError("", AgendaWords.Of(refusal));
        return Page();
    }

    private async Task<bool> LoadAsync(Guid planned)
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            [ItemKinds.Meeting, ItemKinds.MeetingWishes, ItemKinds.Participant, .. AgendaView.Kinds]
        );
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == planned) is not { } seen)
        {
            return false;
        }
        Meeting = MeetingBook.Open(seen);
        People = People.Of(Pass, items);
        Agenda = AgendaView.Of(items, planned);
        Wishes = AgendaBook.Wishes(items, planned);
        return true;
    }
}
