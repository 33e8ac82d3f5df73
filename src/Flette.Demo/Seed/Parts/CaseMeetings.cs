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

    /// <summary>
    /// Each with the day it was written: one that was held on its own day, one ahead at the latest that was held. They are about
    /// the plan's recipient where the case has one.
    /// </summary>
    public IEnumerable<(DateOnly Day, Func<Write, Task<Refusal?>> Work)> Steps()
    {
        var past = _root["meetings"]["past"].List;
        foreach (var m in past)
        {
            yield return (Day(m), write => AddAsync(write, m, MeetingState.Held, "present"));
        }
        foreach (var m in _root["meetings"]["planned"].List)
        {
            var day = past.Count > 0 ? past.Max(Day) : Day(m);
            yield return (day, write => AddAsync(write, m, MeetingState.Planned, "invited"));
        }
    }

    private async Task<Refusal?> AddAsync(Write write, CaseNode m, MeetingState state, string who)
    {
        var details = new MeetingDetails(
            m.OneOf("kind", CaseWords.Meetings),
            m["time"].Value,
            m["place"].Value,
            [.. m[who].List.Select(Person)],
            [.. m["absent"].List.Select(Person)],
            m["summary"].Value
        );
        IReadOnlyList<Guid> about = _root["plan"]["owner"].Value is { } owner ? [DemoIds.Of(file.Id, owner)] : [];
        await MeetingBook.AddAsync(write, Day(m), state, details, about, DemoIds.Of(file.Id, m.Text("id")));
        return null;
    }

    private static DateOnly Day(CaseNode m) => m.Day("date") ?? throw m.Fault("has no date");

    private MeetingPerson Person(CaseNode id)
    {
        var person = _people.Person(id);
        // A meeting is open, and an open entry names no private one.
        return person.Private ? throw id.Fault($"{id.Value} is private") : new MeetingPerson(person.Id, person.Name);
    }
}
