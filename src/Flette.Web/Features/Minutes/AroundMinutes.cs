using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Minutes;

/// <summary>What minutes are read and kept among: the family, its team and its meetings.</summary>
/// <param name="Family">What the family is to the reader.</param>
public sealed record AroundMinutes(
    IReadOnlyList<Member> Members,
    IReadOnlyList<Participant> Team,
    IReadOnlyList<Meeting> Meetings,
    DraftFamily Family
)
{
    /// <summary>Loads it for the pass's family.</summary>
    public static async Task<AroundMinutes> LoadAsync(Pass pass, CancellationToken cancel)
    {
        return Of(pass, await Visible.ItemsAsync(pass, cancel, ItemKinds.Participant, ItemKinds.Meeting));
    }

    /// <summary>The same when participants and meetings were loaded together with other items.</summary>
    public static AroundMinutes Of(Pass pass, IReadOnlyList<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        var members = Features.Families.Members.All(pass);
        return new AroundMinutes(
            members,
            Participants.Among(items).Where(p => !p.Ended).ToList(),
            items.Where(i => i.Row.Kind == ItemKinds.Meeting).Select(MeetingBook.Open).ToList(),
            OfMembers(members)
        );
    }

    /// <summary>What a family is to the reader: its members, and the child when there is one.</summary>
    public static DraftFamily OfMembers(IReadOnlyList<Member> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var children = members.Where(m => m.Details.Relation == FamilyRelation.Child).ToList();
        return new DraftFamily(
            members.Select(m => new PlacementMember(m.Id, m.Details.Name)).ToList(),
            children.Count == 1 ? children[0].Id : null
        );
    }

    /// <summary>Those a name in minutes may mean: the family, its team, and the coordinator who reads.</summary>
    public IReadOnlyList<MeantPerson> People(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return
        [
            .. Members.Select(m => new MeantPerson(
                m.Id,
                m.Details.Name,
                null,
                ByNameAlone: true,
                Families.Words.Of(m.Details),
                AgeWords.Of(m.Born, m.Due, m.CarriedBy is not null, pass.Today)
            )),
            .. Team.Select(p => new MeantPerson(
                p.Id,
                p.Details.Name,
                p.Details.Organisation,
                ByNameAlone: false,
                p.Details.Role,
                p.Details.Reach.Phone ?? p.Details.Reach.Email
            )),
            .. pass.Session.StaffName is { } self
                ? [new MeantPerson(pass.Asker.Id, self, null, ByNameAlone: true)]
                : (MeantPerson[])[],
        ];
    }

    /// <summary>Whether someone is a member of the family.</summary>
    public bool IsMember(Guid person) => Members.Any(m => m.Id == person);

    /// <summary>The meeting of the minutes if it has been written down already, with minutes of its own or without; else null.</summary>
    public Meeting? Twin(MinutesDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Meetings.FirstOrDefault(m => m.State == MeetingState.Held && Same(draft.Meeting, m));
    }

    /// <summary>Whether the next meeting is planned already: two minutes of one autumn name the same.</summary>
    public bool Plans(DraftMeeting next) => Meetings.Any(m => m.State == MeetingState.Planned && Same(next, m));

    private static bool Same(DraftMeeting meeting, Meeting other) =>
        MeetingTwins.Same(meeting, other.Day, other.Details.Time, other.Details.Place);
}
