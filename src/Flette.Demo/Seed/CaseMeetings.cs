using Flette.Core;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Features.Meetings;

namespace Flette.Demo.Seed;

/// <summary>The meetings of a case, held and planned.</summary>
public sealed class CaseMeetings(CaseFile file)
{
    private readonly CaseNode _root = file.Root;

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
                about
            );
    }

    /// <summary>A member or a participant by her id, the coordinator by hers in the register of staff.</summary>
    private MeetingPerson Person(CaseNode id)
    {
        var node =
            _root["members"].List.Concat(_root["contacts"].List).FirstOrDefault(p => p.Text("id") == id.Value)
            ?? throw id.Fault($"{id.Value} is neither member nor contact");
        if (node.Flag("private"))
        {
            // A meeting is open, and an open entry names no private one.
            throw id.Fault($"{id.Value} is private");
        }
        var coordinator = id.Value == _root["case"].Text("coordinator");
        return new MeetingPerson(
            coordinator ? CaseStaff.IdOf(file, id.Value!) : DemoIds.Of(file.Id, id.Value!),
            node.Text("name")
        );
    }
}
