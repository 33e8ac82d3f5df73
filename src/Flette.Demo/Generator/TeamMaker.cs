using System.Globalization;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;

namespace Flette.Demo.Generator;

/// <summary>Who works with a family, when they meet, and who called whom over the last year.</summary>
internal sealed class TeamMaker(
    Dice dice,
    DateOnly today,
    Func<string, Guid> id,
    IReadOnlyList<GeneratedMember> members,
    DateOnly appointed
)
{
    private const int Year = 365;

    private readonly List<GeneratedMember> _children = members
        .Where(m => m.Draft is { Born: not null, Details.Relation: FamilyRelation.Child })
        .ToList();
    private readonly List<GeneratedMember> _parents = members
        .Where(m => m.Draft.Details.Relation != FamilyRelation.Child)
        .ToList();

    /// <summary>Four to nine people from as many services.</summary>
    public IReadOnlyList<GeneratedParticipant> Participants() =>
        dice.Some(Words.Professions, dice.Between(4, 9)).Select(Participant).ToList();

    /// <summary>One to four meetings held since the appointment, none in its first days, and often one ahead.</summary>
    public IReadOnlyList<GeneratedMeeting> Meetings(IReadOnlyList<GeneratedParticipant> team)
    {
        var meetings = new List<GeneratedMeeting>();
        var day = appointed.AddDays(dice.Between(10, 40));
        var last = today.AddDays(-1);
        var held = dice.Between(1, 4);
        // The latest ones: meetings of years ago are seldom written in.
        while (day.AddDays(70 * held) < last)
        {
            day = day.AddDays(70);
        }
        for (; day <= last; day = day.AddDays(dice.Between(50, 90)))
        {
            meetings.Add(Meeting(Weekday(day), MeetingState.Held, team));
        }
        if (dice.Chance(70))
        {
            meetings.Add(Meeting(Weekday(today.AddDays(dice.Between(3, 70))), MeetingState.Planned, team));
        }
        return meetings.Where(m => m.State == MeetingState.Planned || m.Day <= last).ToList();
    }

    /// <summary>Two to eight lines of the call log over the last year, none before the appointment.</summary>
    public IReadOnlyList<GeneratedCall> Calls(IReadOnlyList<GeneratedParticipant> team)
    {
        var reach = Math.Min(Year, today.DayNumber - appointed.DayNumber - 1);
        return Enumerable
            .Range(0, dice.Between(2, 8))
            .Select(_ => Call(today.AddDays(-dice.Between(1, Math.Max(1, reach))), team))
            .OrderBy(c => c.Day)
            .ToList();
    }

    private GeneratedParticipant Participant(Profession work)
    {
        var first = dice.Of(dice.Chance(70) ? Words.Women : Words.Men);
        var last = dice.Of(Words.Fore) + dice.Of(Words.Aft);
        var mail = dice.Chance(90) ? FamilyGenerator.Mail(first, last) : null;
        var phone = FamilyGenerator.Phone(dice.Between(0, 999));
        var details = new ParticipantDetails(
            $"{first} {last}",
            work.Role,
            work.Service,
            new Reach(mail is null ? [Channel.Phone] : [Channel.Email, Channel.Phone], Note: null, phone, mail),
            Since: today.AddDays(-dice.Between(10, 900)),
            MinimumNoticeWeeks: dice.Chance(15) ? dice.Between(2, 8) : null
        );
        var concerns = work.ForChild && _children.Count > 0 ? dice.Some(_children, 1) : dice.Some(_parents, 1);
        return new(id("team/" + work.Role), details, work.Topic, [.. concerns.Select(m => m.Id)]);
    }

    private GeneratedMeeting Meeting(DateOnly day, MeetingState state, IReadOnlyList<GeneratedParticipant> team)
    {
        List<MeetingPerson> people = [.. _parents.Select(p => new MeetingPerson(p.Id, p.Draft.Details.Name))];
        people.AddRange(
            dice.Some(team, dice.Between(2, team.Count)).Select(p => new MeetingPerson(p.Id, p.Details.Name))
        );
        var absent = state == MeetingState.Held && people.Count > 3 && dice.Chance(30) ? 1 : 0;
        var hour = dice.Between(8, 14);
        return new(
            day,
            state,
            new MeetingDetails(
                dice.Chance(50) ? MinutesKind.Ansvarsgruppe : MinutesKind.Samarbeid,
                string.Create(CultureInfo.InvariantCulture, $"{hour:00}:30-{hour + 1:00}:45"),
                dice.Of(Words.Places),
                [.. people.Take(people.Count - absent)],
                [.. people.TakeLast(absent)],
                state == MeetingState.Held ? dice.Of(Words.Summaries) : null
            )
        );
    }

    private GeneratedCall Call(DateOnly day, IReadOnlyList<GeneratedParticipant> team)
    {
        string name;
        Topic topic;
        IReadOnlyList<Guid> about;
        if (dice.Chance(50))
        {
            var parent = dice.Of(_parents);
            (name, topic, about) = (parent.Draft.Details.Name, Topic.FamilyLife, [parent.Id]);
        }
        else
        {
            var worker = dice.Of(team);
            (name, topic, about) = (
                $"{worker.Details.Name}, {worker.Details.Organisation}",
                worker.Topic,
                worker.Concerns
            );
        }
        var direction = (ContactDirection)dice.Between(0, 3);
        return new(
            day,
            new ContactNote(name, direction, direction == ContactDirection.Unanswered ? "" : dice.Of(Words.Calls)),
            topic,
            about
        );
    }

    private static DateOnly Weekday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
}
