using Flette.Core;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Features.Meetings;

namespace Flette.Demo.Seed;

/// <summary>The meetings of a case, held and planned.</summary>
public sealed class CaseMeetings(CaseFile file)
{
    private readonly CaseNode _root = file.Root;
    private readonly CasePeople _people = new(file);

    /// <summary>Writes them, the earliest first. They are about the plan's recipient where the case has one.</summary>
    public async Task<Refusal?> MeetingsAsync(Write write)
    {
        IReadOnlyList<Guid> about = _root["plan"]["owner"].Value is { } owner ? [DemoIds.Of(file.Id, owner)] : [];
        foreach (var m in _root["meetings"]["past"].List)
        {
            await AddAsync(m, MeetingState.Held, "present");
        }
        foreach (var m in _root["meetings"]["planned"].List)
        {
            await AddAsync(m, MeetingState.Planned, "invited");
        }
        return null;

        async Task AddAsync(CaseNode m, MeetingState state, string who) =>
            await MeetingBook.AddAsync(
                write,
                m.Day("date") ?? throw m.Fault("has no date"),
                state,
                new MeetingDetails(
                    m.OneOf("kind", CaseWords.Meetings),
                    m["time"].Value,
                    m["place"].Value,
                    [.. m[who].List.Select(Person)],
                    [.. m["absent"].List.Select(Person)],
                    m["summary"].Value
                ),
                about,
                DemoIds.Of(file.Id, m.Text("id"))
            );
    }

    private MeetingPerson Person(CaseNode id)
    {
        var person = _people.Person(id);
        // A meeting is open, and an open entry names no private one.
        return person.Private ? throw id.Fault($"{id.Value} is private") : new MeetingPerson(person.Id, person.Name);
    }
}
