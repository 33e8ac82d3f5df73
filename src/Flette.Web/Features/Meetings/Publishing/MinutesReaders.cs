using System.Security.Cryptography;
using System.Text;
using Flette.Core.Access;
using Flette.Core.Meetings.Publishing;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>What a member will read.</summary>
/// <param name="IsNews">Whether it differs from what she reads already: nobody is told of a change that is not hers to see.</param>
public sealed record MemberReads(Member Member, IReadOnlyList<PlacedLine> Lines, bool IsNews);

/// <summary>A service of the team, under one name.</summary>
/// <param name="Key">One of its people, by whom its file is asked for.</param>
public sealed record Service(Guid Key, string Name, IReadOnlyList<Participant> People)
{
    /// <summary>The names of its people.</summary>
    public string Names => Listing.And(People.Select(p => p.Details.Name));

    /// <summary>The services of a team, by name. Whoever has no service is one by herself.</summary>
    public static IReadOnlyList<Service> Of(IEnumerable<Participant> team) =>
        team.GroupBy(
                p => string.IsNullOrWhiteSpace(p.Details.Organisation) ? p.Details.Name : p.Details.Organisation.Trim(),
                StringComparer.OrdinalIgnoreCase
            )
            .Select(g => new Service(g.Min(p => p.Id), g.Key, g.ToList()))
            .OrderBy(s => s.Name, Norwegian.Sorting)
            .ToList();

    /// <summary>Whether something that names these is its.</summary>
    public bool Has(IEnumerable<Guid> holders) => holders.Any(h => People.Any(p => p.Id == h));
}

/// <summary>What a service's own file will hold.</summary>
public sealed record ServiceGets(Service Service, IReadOnlyList<PlacedLine> Lines);

/// <summary>
/// Who gets which line, before it is published: found by asking the rules what each reader would be let see, so that the preview and
/// the reading cannot differ.
/// </summary>
public sealed record MinutesReaders(IReadOnlyList<MemberReads> Members, IReadOnlyList<ServiceGets> Services)
{
    /// <summary>Stands for exactly this: a form that shows something else than what it would do is shown again.</summary>
    public Guid Mark { get; } = MarkOf(Members, Services);

    /// <summary>Who gets lines in these places.</summary>
    /// <param name="before">Lines of the same meeting that were published before.</param>
    public static MinutesReaders Of(
        Pass pass,
        IReadOnlyList<Member> members,
        IReadOnlyList<Participant> team,
        IReadOnlyList<PlacedLine> placed,
        IReadOnlyList<Seen> before
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(placed);
        var published = placed.Where(p => p.Place.Published).ToList();
        var standing = before
            .Where(i => i.Row.State == PublishedMinutes.Stands)
            .Select(i => (Facts: i.Row.ToFacts(), Text: Says(i.Open<PublishedLine>())))
            .ToList();
        return new MinutesReaders(
            members
                .Select(m =>
                {
                    var reader = pass.ReadingAs(m.Id);
                    var lines = published.FindAll(p => reader.May(Act.ReadMinutes, p.Facts));
                    var reads = standing.Where(b => reader.May(Act.ReadMinutes, b.Facts)).Select(b => b.Text);
                    return new MemberReads(
                        m,
                        lines,
                        !reads.ToHashSet().SetEquals(lines.Select(l => Says(l.ToPublish)))
                    );
                })
                .Where(m => m.Lines.Count > 0)
                .ToList(),
            Service
                .Of(team)
                .Select(s => new ServiceGets(s, published.FindAll(p => s.Has(p.Holders))))
                .Where(s => s.Lines.Count > 0)
                .ToList()
        );
    }

    private static (Guid, string, DateOnly?, string) Says(PublishedLine line) =>
        (line.Line, $"{line.Mark}{line.Text}", line.Due, string.Join('|', line.Responsible));

    // The topic is no matter of who gets it, but a change of it is a change of what was looked at.
    private static Guid MarkOf(IReadOnlyList<MemberReads> members, IReadOnlyList<ServiceGets> services)
    {
        var text = new StringBuilder();
        foreach (var m in members)
        {
            Add(text.Append('m').Append(m.Member.Id), m.Lines);
        }
        foreach (var s in services)
        {
            Add(text.Append('s').Append(s.Service.Key), s.Lines);
        }
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));

        static void Add(StringBuilder text, IReadOnlyList<PlacedLine> lines)
        {
            foreach (var l in lines)
            {
                text.Append(' ')
                    .Append(l.Line.Id)
                    .Append('.')
                    .Append(l.Line.Version)
                    .Append(l.Place.Topic is { } topic ? Rows.Code(topic) : "");
            }
        }
    }
}
