using System.Collections.Immutable;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Families;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Team;
using Flette.Web.Vault;

namespace Flette.Web.Features.Minutes;

/// <summary>
/// Keeps corrected minutes: the meeting, its people in the team, its agreements and the next meeting. Until there is a yes
/// to a plan all of it stands in the working notes; what was agreed in the room is open.
/// </summary>
public static class KeepMinutes
{
    /// <summary>Does it in one write, or says why not.</summary>
    public static async Task<Refusal?> RunAsync(
        Write write,
        OpenMinutes minutes,
        int version,
        IReadOnlyList<Member> members,
        IReadOnlyList<Participant> team,
        DraftFamily family
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(minutes);
        if (!minutes.IsDraft)
        {
            return new AlreadyKept();
        }
        var people = MinutesBook.People(write.Pass, members, team);
        var planned = MinutesKeeping.Plan(minutes.Draft, people, family);
        if (planned.Refusal is { } refusal)
        {
            return refusal;
        }
        var plan = planned.Value;
        var ids = plan.Known.ToBuilder();
        foreach (var person in plan.New)
        {
            var details = new ParticipantDetails(
                person.Name,
                person.Role,
                person.Organisation,
                Reach.Unknown,
                Since: minutes.Draft.Meeting.Date
            );
            var added = await Participants.AddAsync(write, details, person.Topic, person.Concerns);
            if (added.Refusal is { } wrong)
            {
                return wrong;
            }
            ids[person.Name] = added.Value;
        }
        var draft = minutes.Draft;
        IReadOnlyList<Guid> about = family.Recipient is { } recipient ? [recipient] : [];
        var meeting = await MeetingBook.AddAsync(
            write,
            draft.Meeting.Date!.Value,
            MeetingState.Held,
            new MeetingDetails(
                draft.Meeting.Kind,
                draft.Meeting.Time,
                draft.Meeting.Place,
                [.. draft.People.Where(p => p.Present).Select(p => Person(p, ids))],
                [.. draft.People.Where(p => !p.Present).Select(p => Person(p, ids))],
                Minutes: minutes.Row.Id
            ),
            about
        );
        if (draft.Next is { Date: { } day } next)
        {
            var invited = draft.People.Select(p => Person(p, ids)).ToImmutableArray();
            await MeetingBook.AddAsync(
                write,
                day,
                MeetingState.Planned,
                new MeetingDetails(next.Kind, next.Time, next.Place, invited, []),
                about
            );
        }
        await AgreementsAsync(write, draft, meeting, plan, ids);
        await CoordinatorsAsync(write, draft);
        return await Items.ChangeAsync(
            write,
            minutes.Row with
            {
                State = MinutesBook.Kept,
                Parent = meeting,
            },
            version,
            "kept",
            draft
        )
            ? null
            : new ChangedMeanwhile();
    }

    private static async Task AgreementsAsync(
        Write write,
        MinutesDraft draft,
        Guid meeting,
        KeepingPlan plan,
        ImmutableDictionary<string, Guid>.Builder ids
    )
    {
        var scope = await PlanBook.ScopeAsync(write);
        for (var i = 0; i < draft.Agreements.Length; i++)
        {
            var a = draft.Agreements[i];
            var head = new ItemRow
            {
                Kind = ItemKinds.Agreement,
                Room = scope.Room,
                InPlan = scope.Takes(a.About),
                Topic = a.Topic is { } topic ? Rows.Code(topic) : null,
                About = [.. a.About],
                Holders = [.. plan.Holders[a.Number].Select(h => h.Known ?? ids[h.Name]).Distinct()],
                Parent = meeting,
                State = Rows.Code(AgreementState.Open),
                Day = a.Due,
                Seq = i + 1,
            };
            await Items.InsertAsync(
                write,
                head,
                new AgreementDetails(a.What, a.Responsible, a.DueText, a.Heading, a.Line, draft.Meeting.Date)
            );
        }
    }

    // «koordinator blir …» puts family, kind and name before the unit, and does nothing more.
    private static async Task CoordinatorsAsync(Write write, MinutesDraft draft)
    {
        foreach (var c in draft.Coordinators)
        {
            var id = write.NewId();
            var family = write.Pass.Family!.Id;
            await write.ExecuteAsync(
                "insert into appointment_proposal (id, family, kind, at, by_id, body) values (@id, @family, @Kind, @Now, @by, @body)",
                new
                {
                    id,
                    family,
                    c.Kind,
                    write.Now,
                    by = write.Pass.Asker.Id,
                    body = write.Pass.Ring.Seal(c.Name ?? "", family, new Place("appointment_proposal", id)),
                }
            );
            write.Touched(id);
        }
    }

    private static MeetingPerson Person(DraftPerson person, ImmutableDictionary<string, Guid>.Builder ids) =>
        new(ids.TryGetValue(person.Name, out var id) ? id : null, person.Name);
}
