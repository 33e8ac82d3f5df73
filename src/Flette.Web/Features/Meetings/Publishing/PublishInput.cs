using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Publishing;
using Flette.Web.Data;
using Flette.Web.Features.Meetings.Writing;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>Where a line is to stand, as it stands in the form.</summary>
public sealed class PublishInput
{
    public Guid Line { get; set; }

    /// <summary>The version of the line the form was made from.</summary>
    public int Version { get; set; }

    public bool Publish { get; set; }

    public List<Guid> About { get; set; } = [];

    /// <summary>Code of a topic, or empty.</summary>
    public string? Topic { get; set; }

    public List<Guid> To { get; set; } = [];

    /// <summary>The form of a line and its place.</summary>
    public static PublishInput Of(WrittenLine line, LinePlace place)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(place);
        return new()
        {
            Line = line.Id,
            Version = line.Version,
            Publish = place.Published,
            About = [.. place.About],
            Topic = place.Topic is { } topic ? Rows.Code(topic) : null,
            To = [.. place.To],
        };
    }

    /// <summary>The place it says, of members and participants there are.</summary>
    public LinePlace Place(IReadOnlySet<Guid> members, IReadOnlySet<Guid> team) =>
        new(
            Publish,
            [.. About.Where(members.Contains).Distinct()],
            Topics.FromCode(Enum.GetValues<Topic>().Select(t => Rows.Code(t)).FirstOrDefault(c => c == Topic)),
            [.. To.Where(team.Contains).Distinct()]
        );
}

/// <summary>A line of the working notes with the place it is to get.</summary>
/// <param name="Fixed">It became an agreement, and stands where that stands.</param>
/// <param name="Holders">Those who read it by name: whoever has the agreement, and those it is given to.</param>
/// <param name="Stopped">It became an agreement in a plan that is not open, so it is not published.</param>
public sealed record PlacedLine(
    WrittenLine Line,
    LinePlace Place,
    bool Fixed,
    ImmutableArray<Guid> Holders,
    bool Stopped = false
)
{
    /// <summary>What its readers get.</summary>
    public PublishedLine ToPublish =>
        new(Line.Line.Mark, Line.Line.Text, Line.Line.Responsible, Line.Line.Due, Line.Id, Line.Line.Agreement);

    /// <summary>What a decision on it rests on once it is published.</summary>
    public ItemFacts Facts => new(Room.Plan, Place.About, Holders: Holders);
}
