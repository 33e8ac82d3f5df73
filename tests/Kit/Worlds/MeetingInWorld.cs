using Dapper;
using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Invitations;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Meetings.Asking;
using Flette.Web.Features.Sending;

namespace Flette.Kit;

/// <summary>Meetings that are to come, and who is asked to them.</summary>
public static class MeetingInWorld
{
    /// <summary>A planned meeting.</summary>
    /// <param name="time">As it is stored: <c>HH:MM-HH:MM</c>.</param>
    public static async Task<Guid> PlannedMeetingAsync(
        this FamilyInWorld family,
        DateOnly day,
        string? time,
        string? place,
        Guid about,
        params (Guid Id, string Name)[] invited
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        var id = Guid.Empty;
        await family.DoAsync(
            Act.WriteMinutes,
            async write =>
            {
                var details = new MeetingDetails(
                    MinutesKind.Ansvarsgruppe,
                    time,
                    place,
                    [.. invited.Select(p => new MeetingPerson(p.Id, p.Name))],
                    []
                );
                id = await MeetingBook.AddAsync(write, day, MeetingState.Planned, details, [about]);
                return null;
            }
        );
        return id;
    }

    /// <summary>Sends invitations to all of a meeting who can get one; the mails wait in the outbox. The id of the sending.</summary>
    public static async Task<Guid> InviteAsync(this FamilyInWorld family, Guid meeting)
    {
        ArgumentNullException.ThrowIfNull(family);
        var sending = Guid.Empty;
        await family.DoAsync(
            Act.SendInvitations,
            async write =>
            {
                var invited = (await Invited.LoadAsync(write.Pass, meeting, CancellationToken.None))!;
                var place = invited.DefaultPlace(write.Pass);
                sending = await Inviter.SendAsync(
                    write,
                    invited.Meeting,
                    invited
                        .Words(place)
                        .Where(w => w.Word is Word.Invite or Word.Update or Word.Cancel)
                        .Select(w => new PersonalWord(Addressees.Of(invited.People, w.Person), w.Word))
                        .ToList(),
                    place,
                    inCalendar: false
                );
                return null;
            }
        );
        return sending;
    }

    /// <summary>The newest link a person has to a meeting.</summary>
    public static async Task<Guid> InvitationLinkAsync(this FamilyInWorld family, Guid meeting, Guid person)
    {
        ArgumentNullException.ThrowIfNull(family);
        await using var db = await family.World.App.ConnectAsync(family.World.Municipality);
        return await db.QuerySingleAsync<Guid>(
            "select link from invitation where meeting = @meeting and person = @person",
            new { meeting, person }
        );
    }

    /// <summary>Proposes a time for a planned meeting.</summary>
    public static Task ProposeAsync(this FamilyInWorld family, Guid meeting, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(
            Act.WriteMinutes,
            async write =>
            {
                var planned = MeetingBook.Open((await Visible.ItemAsync(write, ItemKinds.Meeting, meeting))!);
                return await MeetingBook.ChangeAsync(
                    write,
                    meeting,
                    planned.Version,
                    "times",
                    planned.Details with
                    {
                        Slots = [new DateSlot(write.NewId(), day, "09:00-10:00")],
                    }
                );
            }
        );
    }

    /// <summary>Asks a person for what she has to say before a meeting: her link; its mail waits in the outbox.</summary>
    public static async Task<Guid> AskedLinkAsync(this FamilyInWorld family, Guid meeting, Guid person)
    {
        ArgumentNullException.ThrowIfNull(family);
        var sending = Guid.Empty;
        await family.DoAsync(
            Act.AskForInput,
            async write =>
            {
                var outgoing = await SendingBook.LoadAsync(write.Pass, CancellationToken.None);
                var planned = await Visible.ItemAsync(write, ItemKinds.Meeting, meeting);
                sending = await InputAsker.SendAsync(
                    write,
                    MeetingBook.Open(planned!),
                    [outgoing.Addressee(person)],
                    outgoing
                );
                return null;
            }
        );
        await using var db = await family.World.App.ConnectAsync(family.World.Municipality);
        return await db.QuerySingleAsync<Guid>("select id from link where sending = @sending", new { sending });
    }

    /// <summary>What a person says before a meeting, written down by the coordinator.</summary>
    public static Task SayBeforeAsync(this FamilyInWorld family, Guid meeting, Guid person, string now)
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.DoAsync(
            Act.AnswerOnBehalf,
            write =>
                InputBook.GiveAsync(
                    write,
                    meeting,
                    person,
                    new InputDraft(InputDetails.None with { Now = now }),
                    whole: true
                )
        );
    }

    /// <summary>The link of a teacher who is invited, with a member, to a meeting about another.</summary>
    public static async Task<Guid> InvitedLinkAsync(this FamilyInWorld family, Guid about, Guid member)
    {
        ArgumentNullException.ThrowIfNull(family);
        var teacher = await family.ReachableAsync("Rita Lærer", "rita@example.no", about);
        var meeting = await family.PlannedMeetingAsync(
            family.World.Today.AddDays(40),
            "09:00-10:30",
            "Grendehuset",
            about,
            (member, "Siri Nordli"),
            (teacher, "Rita Lærer")
        );
        await family.InviteAsync(meeting);
        return await family.InvitationLinkAsync(meeting, teacher);
    }
}
