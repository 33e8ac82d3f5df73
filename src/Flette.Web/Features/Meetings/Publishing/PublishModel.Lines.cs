using Flette.Core.Families;
using Flette.Core.Meetings.Publishing;
using Flette.Web.Features.Meetings.Writing;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>The lines as they are chosen in the form, and what is said of each.</summary>
public sealed partial class PublishModel
{
    /// <summary>Enough of a line to know it by.</summary>
    public static string Brief(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= LongestBrief ? text : text[..(LongestBrief - 1)].TrimEnd() + "…";
    }

    private const int LongestBrief = 50;

    /// <summary>First names of those a line is about.</summary>
    public string About(PublishInput place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return place.About.Count == 0 ? "ingen" : Outgoing.People.FirstNames(place.About);
    }

    /// <summary>Which of several plans a line lands in; null where there is one only, or it is not published.</summary>
    public string? Lands(PlacedLine placed)
    {
        ArgumentNullException.ThrowIfNull(placed);
        return Pass.Family!.Plans.Count < 2 || placed.Place.About.IsEmpty ? null
            : Plans.Land(Meeting, placed.Place.About) is { Count: > 0 } plans ? Plans.Names(plans)
            : "Utenfor planene";
    }

    /// <summary>Names of those in the team a line is given to.</summary>
    public string To(PublishInput place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Outgoing.People.Names(place.To);
    }

    private bool IsOfThisMeeting(Guid agreement) => Outgoing.Agreement(agreement).Parent == Meeting.Id;

    // The form is made from the lines, so it must hold each of them as it stands, and mails to those who still get one.
    private bool IsLost(IReadOnlyList<PlacedLine> lines) =>
        Places.Count != lines.Count
        || lines.Where((l, i) => Places[i].Line != l.Line.Id || Places[i].Version != l.Line.Version).Any()
        || Lines.Exists(l =>
            !Outgoing.Plan.ByMail.Any(p => p.Person == l.Person && p.Agreements.Contains(l.Agreement))
        );

    private List<PlacedLine> Chosen(IReadOnlyList<PlacedLine> lines)
    {
        var members = _around.Members.Select(m => m.Id).ToHashSet();
        var team = _around.Team.Select(p => p.Id).ToHashSet();
        return lines
            .Select(
                (l, i) =>
                    l.Fixed
                        ? l with
                        {
                            Place = l.Place with { Published = Places[i].Publish },
                        }
                        : Place(l.Line, Places[i].Place(members, team))
            )
            .ToList();
    }

    private void Renew(IReadOnlyList<PlacedLine> lines)
    {
        Places = lines.Select(l => PublishInput.Of(l.Line, l.Place)).ToList();
        Lines = [];
        Show(lines);
    }

    private void Show(IReadOnlyList<PlacedLine> lines)
    {
        Placed = lines;
        Readers = MinutesReaders.Of(Pass, _around.Members, _around.Team, lines, _before);
    }

    private static PlacedLine Place(WrittenLine line, LinePlace place) => new(line, place, Fixed: false, [.. place.To]);

    /// <summary>Those who get something of it and want it on paper, each with where it is printed for her.</summary>
    public IReadOnlyList<(string Name, string Address)> OnPaper
    {
        get
        {
            var here = $"/f/{Meeting.Family}/mote/{Meeting.Id}/utskrift?for=";
            return
            [
                .. Readers
                    .Members.Where(r => r.Member.Details.Reach.Delivered == Delivered.OnPaper)
                    .Select(r => (r.Member.Details.Name, here + r.Member.Id)),
                .. Readers.Services.SelectMany(s =>
                    s.Service.People.Where(p => p.Details.Reach.Delivered == Delivered.OnPaper)
                        .Select(p => (p.Details.Name, here + p.Id))
                ),
            ];
        }
    }
}
