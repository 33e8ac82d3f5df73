using Flette.Core.Agreements;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings;

namespace Flette.Web.Features.Invitations;

/// <summary>Everything the pages about an invitation rest on.</summary>
/// <param name="Standings">Everyone on the list of the meeting, with her answer.</param>
/// <param name="Sent">Who has been told what.</param>
public sealed record Invited(
    Meeting Meeting,
    People People,
    IReadOnlyList<Standing> Standings,
    IReadOnlyList<Invitation> Sent
)
{
    /// <summary>When the meeting is.</summary>
    public MeetingMoment When => new(Meeting.Day, Meeting.Details.Time);

    /// <summary>What in the place may tell too much.</summary>
    public IReadOnlyList<TitleFinding> Findings(Pass pass) =>
        Meeting.Details.Place is { } place ? Neutral.Findings(place, People, pass) : [];

    /// <summary>
    /// The place as it is told when nobody chooses: where it says nothing of whom or what, or has been told before.
    /// </summary>
    public string? DefaultPlace(Pass pass) =>
        Meeting.Details.Place is { } place
        && (Findings(pass).Count == 0 || Sent.Any(i => i.State == InvitationState.Invited && i.Body.Place == place))
            ? place
            : null;

    /// <summary>Who is told what now.</summary>
    /// <param name="place">The place as it is told.</param>
    public IReadOnlyList<(Guid Person, Word Word)> Words(string? place) =>
        Invitees.Of(
            Meeting.State,
            When,
            place,
            Listed,
            p => Addressees.Of(People, p).SentTo is not null,
            Sent.Select(i => i.Told(Addressees.Of(People, i.Person).SentTo)).ToList()
        );

    /// <summary>A person's invitation, or null.</summary>
    public Invitation? Of(Guid person) => Sent.FirstOrDefault(i => i.Person == person);

    /// <summary>A person's standing, or null when she is not on the list.</summary>
    public Standing? StandingOf(Guid person) => Standings.FirstOrDefault(s => s.Person.Id == person);

    /// <summary>Whether somebody has been told of the meeting, and not that it is off.</summary>
    public bool IsSent => Sent.Any(i => i.State == InvitationState.Invited);

    // The coordinator herself is on the list and is told nothing.
    private IReadOnlyList<Guid> Listed =>
        Meeting
            .Details.Present.Select(p => p.Id)
            .OfType<Guid>()
            .Where(p =>
                People.Members.Any(m => m.Id == p) || People.Team.Any(t => t.Id == p) || People.Leader?.Person == p
            )
            .ToList();

    /// <summary>Loads it for a meeting of the pass's family; null when there is none for the asker.</summary>
    public static async Task<Invited?> LoadAsync(Pass pass, Guid meeting, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var items = await Visible.ItemsAsync(pass, cancel, ItemKinds.Meeting, ItemKinds.Participant, ItemKinds.Reply);
        if (items.FirstOrDefault(i => i.Row.Kind == ItemKinds.Meeting && i.Row.Id == meeting) is not { } seen)
        {
            return null;
        }
        var opened = MeetingBook.Open(seen);
        if (opened.Details.Kind == MinutesKind.Update)
        {
            // To an update in place of a meeting nobody comes.
            return null;
        }
        var people = People.Of(pass, items);
        if (opened.Details.Leader?.Id is { } leader)
        {
            people.Leader = await Unit.Staff.AddresseeAsync(pass, leader, cancel);
        }
        return new Invited(
            opened,
            people,
            Standing.Of(opened, ReplyBook.Among(items, meeting)),
            await InvitationBook.OfAsync(pass, meeting, cancel)
        );
    }
}
