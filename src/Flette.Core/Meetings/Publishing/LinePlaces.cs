using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Reading.Words;
using Flette.Core.Meetings.Writing;

namespace Flette.Core.Meetings.Publishing;

/// <summary>A service's person in the team, as far as it is needed to see which lines are hers.</summary>
/// <param name="Organisation">Where she works, or null.</param>
/// <param name="Topic">What her taking part says by itself; null when nothing.</param>
public sealed record TeamVoice(Guid Id, string Name, string? Organisation, Topic? Topic);

/// <summary>
/// Proposes for each line of the working notes whom it is about, on what, and which service gets it: the coordinator sees the
/// proposal with everything in it before anybody else does. Pure.
/// </summary>
/// <remarks>
/// Careful by default. A service gets only what its own person said («PPT: …»): that somebody is named in a line is no reason to
/// give it to her. What is about nobody stays in the working notes until somebody says whom it is about.
/// </remarks>
public static class LinePlaces
{
    /// <summary>A place for each line, in their order.</summary>
    /// <param name="members">The family. Names are full or first names.</param>
    /// <param name="recipient">Whose plan it is; null for a family plan.</param>
    public static ImmutableArray<LinePlace> Propose(
        IReadOnlyList<MinutesLine> lines,
        IReadOnlyList<PlacementMember> members,
        Guid? recipient,
        IReadOnlyList<TeamVoice> team
    )
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(members);
        ArgumentNullException.ThrowIfNull(team);
        var heading = "";
        var places = ImmutableArray.CreateBuilder<LinePlace>(lines.Count);
        foreach (var line in lines)
        {
            if (line.Mark == LineMark.Point)
            {
                heading = line.Text;
            }
            places.Add(line.Mark == LineMark.Note ? LinePlace.Notes : Place(line, heading, members, recipient, team));
        }
        return places.MoveToImmutable();
    }

    private static LinePlace Place(
        MinutesLine line,
        string heading,
        IReadOnlyList<PlacementMember> members,
        Guid? recipient,
        IReadOnlyList<TeamVoice> team
    )
    {
        var speakers = Speakers(line.Text, team);
        var placed = Placement.Propose(
            line.Text,
            line.Mark == LineMark.Point ? "" : heading,
            members,
            recipient,
            speakers.Select(s => s.Organisation)
        );
        // A family of one adult or child is about that one, also where nobody is named.
        ImmutableArray<Guid> about = placed.About.IsEmpty && members is [var only] ? [only.Id] : placed.About;
        return new LinePlace(
            Published: !about.IsEmpty,
            about,
            speakers.Select(s => s.Topic).FirstOrDefault(t => t is not null) ?? placed.Topic,
            [.. speakers.Select(s => s.Id)]
        );
    }

    // «PPT: …», «Henrik Aune: …», «Solveig, BUP: …»: who spoke stands before the colon.
    private static List<TeamVoice> Speakers(string text, IReadOnlyList<TeamVoice> team)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > LongestSpeaker)
        {
            return [];
        }
        var named = text[..colon]
            .Split([',', '/', '(', ')'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var who = team.Where(t => named.Any(n => MeantNames.Same(t.Name, n))).ToList();
        // Of two with one name the service decides; a service named alone is all its people in the team.
        var at = team.Where(t => t.Organisation is { } o && named.Any(n => IsService(o, n))).ToList();
        return who.Count switch
        {
            0 => at,
            1 => who,
            _ => who.FindAll(at.Contains) is { Count: > 0 } both ? both : [],
        };
    }

    private static bool IsService(string organisation, string named) =>
        named.Length > 1 && Text.Fold(named).Length > 1 && MeantNames.SameService(organisation, named);

    private const int LongestSpeaker = 60;
}
