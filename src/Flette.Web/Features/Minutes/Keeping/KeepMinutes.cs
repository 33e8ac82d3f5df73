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

namespace Flette.Web.Features.Minutes.Keeping;

/// <summary>
/// Keeps corrected minutes: the meeting, its people in the team, its agreements and the next meeting. Until there is a yes
/// to a plan all of it stands in the working notes; what was agreed in the room is open.
/// </summary>
public static class KeepMinutes
{
    /// <summary>Does it in one write, or says why not.</summary>
    /// <param name="again">Whether it is kept although its meeting is there already.</param>
    public static async Task<Refusal?> RunAsync(
        Write write,
        OpenMinutes minutes,
        int version,
        AroundMinutes around,
        bool again
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(minutes);
        ArgumentNullException.ThrowIfNull(around);
        if (!minutes.IsDraft)
        {
            return new AlreadyKept();
        }
        var planned = MinutesKeeping.Plan(minutes.Draft, around.People(write.Pass), around.Family);
        if (planned.Refusal is { } refusal)
        {
            return refusal;
        }
        if (!again && around.Twin(minutes.Draft) is { } twin)
        {
            return new MeetingThere(twin.Day);
        }
        var plan = planned.Value;
        var draft = minutes.Draft;
        var made = new List<Guid>();
        var added = await PeopleAsync(write, draft, plan);
        if (added.Refusal is { } wrong)
        {
            return wrong;
        }
        var ids = added.Value;
        made.AddRange(plan.People.Where(p => p.New is not null).Select(p => ids[p.Holder.Key]).Distinct());
        IReadOnlyList<Guid> about = around.Family.Recipient is { } recipient ? [recipient] : [];
        var people = draft.People.Select((p, i) => (p.Present, Person: Person(p, plan.People[i], ids))).ToList();
        var meeting = await MeetingBook.AddAsync(
            write,
            draft.Meeting.Date!.Value,
            MeetingState.Held,
            new MeetingDetails(
                draft.Meeting.Kind,
                draft.Meeting.Time,
                draft.Meeting.Place,
                [.. people.Where(p => p.Present).Select(p => p.Person)],
                [.. people.Where(p => !p.Present).Select(p => p.Person)],
                Minutes: minutes.Row.Id
            ),
            about
        );
        made.Add(meeting);
        if (draft.TakesNext && draft.Next is { Date: { } day } next && !around.Plans(next))
        {
            if (await FagMeetings.FagBook.MayMeetAsync(write, next.Kind, about, day) is { } without)
            {
                return without;
            }
            made.Add(
                await MeetingBook.AddAsync(
                    write,
                    day,
                    MeetingState.Planned,
                    new MeetingDetails(next.Kind, next.Time, next.Place, [.. people.Select(p => p.Person)], []),
                    about
                )
            );
        }
        made.AddRange(await AgreementsAsync(write, draft, meeting, plan, ids));
        made.AddRange(await CoordinatorsAsync(write, draft));
        return await Items.ChangeAsync(
            write,
            minutes.Row with
            {
                State = MinutesBook.Kept,
                Parent = meeting,
            },
            version,
            "kept",
            draft with
            {
                Made = made,
            }
        )
            ? null
            : new ChangedMeanwhile();
    }

    // Who is new joins the team, once for each however often the list has her. The ids of all, by their key.
    private static async Task<Result<IReadOnlyDictionary<string, Guid>>> PeopleAsync(
        Write write,
        MinutesDraft draft,
        KeepingPlan plan
    )
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var placed in plan.People.DistinctBy(p => p.Holder.Key, StringComparer.Ordinal))
        {
            if (placed.New is not { } person)
            {
                ids[placed.Holder.Key] = placed.Holder.Known!.Value;
                continue;
            }
            var details = new ParticipantDetails(
                person.Name,
                person.Role,
                person.Organisation,
                Reach.Unknown,
                Since: draft.Meeting.Date
            );
            var added = await Participants.AddAsync(write, details, person.Topic, person.Concerns);
            if (added.Refusal is { } wrong)
            {
                return wrong;
            }
            ids[placed.Holder.Key] = added.Value;
        }
        return ids;
    }

    private static async Task<IReadOnlyList<Guid>> AgreementsAsync(
        Write write,
        MinutesDraft draft,
        Guid meeting,
        KeepingPlan plan,
        IReadOnlyDictionary<string, Guid> ids
    )
    {
        var made = new List<Guid>();
        var scope = await PlanBook.ScopeAsync(write);
        for (var i = 0; i < draft.Agreements.Length; i++)
        {
            var a = draft.Agreements[i];
            var head = new ItemRow
            {
                Kind = ItemKinds.Agreement,
                Topic = a.Topic is { } topic ? Rows.Code(topic) : null,
                About = [.. a.About],
                Holders = [.. plan.Holders(a.Number).Select(h => h.Known ?? ids[h.Key]).Distinct()],
                Parent = meeting,
                State = Rows.Code(AgreementState.Open),
                Day = a.Due,
                Seq = i + 1,
            };
            var details = new AgreementDetails(
                a.What,
                a.Responsible,
                a.DueText,
                a.Heading,
                a.Line,
                draft.Meeting.Date,
                WordsOnly: [.. plan.Names[a.Number].Where(n => n.Held.IsEmpty).Select(n => n.Name)]
            );
            made.Add(await Items.InsertAsync(write, scope.Put(head), details));
        }
        return made;
    }

    // «koordinator blir …» puts family, kind and name before the unit, and does nothing more.
    private static async Task<IReadOnlyList<Guid>> CoordinatorsAsync(Write write, MinutesDraft draft)
    {
        var made = new List<Guid>();
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
            made.Add(id);
        }
        return made;
    }

    private static MeetingPerson Person(
        DraftPerson person,
        PlacedPerson placed,
        IReadOnlyDictionary<string, Guid> ids
    ) => new(ids[placed.Holder.Key], person.Name);
}
