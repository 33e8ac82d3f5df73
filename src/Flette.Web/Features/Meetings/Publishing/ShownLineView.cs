using Flette.Core.Meetings;
using Flette.Core.Words;
using Flette.Web.Features.Family;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>A published line for one reader: with the names she may know.</summary>
/// <param name="All">Whether the reader knows everyone: also those who are in no team, by what was written.</param>
public sealed record ShownLineView(ShownLine Line, ReadWords Say, Names Names, bool All = false)
{
    /// <summary>Whoever has the agreement; those the reader may not know of are «en i ansvarsgruppa».</summary>
    public string Who =>
        Line.Line.Responsible.IsDefaultOrEmpty ? Say.Nobody
        : All ? Listing.And(Line.Line.Responsible.Select(p => p.Name), Say.Tongue)
        : Listing.And(
            Line.Line.Responsible.Select(Of)
                .OrderBy(n => n.Known ? 0 : 1)
                .Select(n => n.Name)
                .Distinct(StringComparer.Ordinal),
            Say.Tongue
        );

    /// <summary>The first name of the member who said something of it.</summary>
    public string By(Remark remark)
    {
        ArgumentNullException.ThrowIfNull(remark);
        return Names.Knows(remark.By) ? Names.Of(remark.By) : Say.SomeoneAtHome;
    }

    private (string Name, bool Known) Of(MeetingPerson person)
    {
        var name = person.Id is { } id ? Names.Of(id) : Names.Owner(person.Name);
        return (name, person.Id is { } known ? Names.Knows(known) : name == person.Name);
    }
}
