using Flette.Core.Meetings;
using Flette.Core.Meetings.Writing;
using Flette.Web.Access;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Meetings.Writing;

namespace Flette.Web.Features.Meetings.Following;

/// <summary>Who is at the meeting, as the page shows it.</summary>
/// <param name="Here">Where the minutes are written.</param>
/// <param name="Stands">The version of the meeting.</param>
/// <param name="Said">What those on the list have answered, in words.</param>
/// <param name="Name">What was typed of someone who came.</param>
public sealed record ThereShown(
    IReadOnlyList<(MeetingPerson Person, bool Here)> There,
    bool Held,
    string Here,
    int Stands,
    IReadOnlyDictionary<Guid, string> Said,
    string? Name = null
)
{
    /// <summary>What somebody who is not here yet has said: «kommer», «kan ikke».</summary>
    public string Word(MeetingPerson person)
    {
        ArgumentNullException.ThrowIfNull(person);
        return Held ? "var ikke her"
            : person.Id is { } id && Said.TryGetValue(id, out var said) ? said
            : "invitert";
    }

    /// <summary>The answers of those on the list, in words.</summary>
    public static IReadOnlyDictionary<Guid, string> Answers(IEnumerable<Seen> items, Meeting meeting) =>
        Standing
            .Of(meeting, ReplyBook.Among(items, meeting.Id))
            .Where(s => s is { Person.Id: not null, Kind: not null })
            .DistinctBy(s => s.Person.Id)
            .ToDictionary(s => s.Person.Id!.Value, Invitations.Words.Of);

    /// <summary>Everyone on the list by name.</summary>
    public static IReadOnlyList<(MeetingPerson Person, bool Here)> Of(MeetingDetails details, bool held) =>
        Attendance.Of(details, held).OrderBy(p => p.Person.Name, Norwegian.Sorting).ToList();
}

/// <summary>The end of a meeting, as the page shows it.</summary>
/// <param name="Meeting">Address of the meeting.</param>
/// <param name="Stands">The version of the meeting.</param>
/// <param name="Waiting">Agreements that are taken in when it ends.</param>
/// <param name="Agreed">How many of them all have said yes to.</param>
public sealed record EndShown(string Meeting, int Stands, int Waiting, int Agreed)
{
    /// <summary>What the button says.</summary>
    public string Words =>
        Waiting == 0 ? "Avslutt møtet" : $"Avslutt møtet og ta inn {Waiting} {(Waiting == 1 ? "avtale" : "avtaler")}";

    /// <summary>From the lines there are.</summary>
    public static EndShown Of(string meeting, int stands, IEnumerable<WrittenLine> lines, Func<Guid, bool> isMember)
    {
        var waiting = lines.Where(l => l.Line is { Mark: LineMark.Agreement, Agreement: null }).ToList();
        return new EndShown(meeting, stands, waiting.Count, waiting.Count(l => InRoom.IsAgreed(l.Line, isMember)));
    }
}

/// <summary>The line just written, which can be taken back.</summary>
/// <param name="Here">Where the minutes are written.</param>
public sealed record FreshShown(string Here, Guid Line, int Version);
