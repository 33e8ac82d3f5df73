using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Words;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Meetings;

namespace Flette.Web.Features.Today;

/// <summary>An answer to an invitation the coordinator has not taken note of.</summary>
public sealed record MeetingAnswer(OwnFamily Family, Meeting Meeting, Reply Reply, string Who);

/// <summary>Someone to ring about a meeting tomorrow: no mail reaches her.</summary>
/// <param name="Phone">Where to ring, or null.</param>
public sealed record MeetingCall(OwnFamily Family, Meeting Meeting, Guid Person, string Who, string? Phone);

/// <summary>A meeting that is soon.</summary>
/// <param name="Said">How many come, cannot and have not answered, in words.</param>
public sealed record SoonMeeting(OwnFamily Family, Meeting Meeting, string Said);

/// <summary>What the coordinator's day has to do with meetings that are to come. Pure.</summary>
public sealed record ComingMeetings(
    IReadOnlyList<MeetingAnswer> Answers,
    IReadOnlyList<MeetingCall> Calls,
    IReadOnlyList<SoonMeeting> Soon
)
{
    /// <summary>Days ahead a meeting is shown.</summary>
    public const int Ahead = 14;

    /// <summary>Nothing.</summary>
    public static ComingMeetings None { get; } = new([], [], []);

    /// <summary>Puts it together from what she may see.</summary>
    public static ComingMeetings Of(Own own, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(own);
        var families = own.Families.ToDictionary(f => f.Id);
        var meetings = own
            .Items.Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .Where(m => m.State == MeetingState.Planned && m.Day >= today)
            .OrderBy(m => m.Day)
            .ThenBy(m => m.Details.Time, StringComparer.Ordinal)
            .ThenBy(m => m.Id)
            .ToDictionary(m => m.Id);
        var replies = ReplyBook.Among(own.Items);
        var standings = meetings.Values.ToDictionary(m => m.Id, m => Standing.Of(m, replies));
        var reach = own
            .Members.Select(m => (m.Id, m.Details.Reach))
            .Concat(own.Team.Select(p => (p.Id, p.Details.Reach)))
            .ToDictionary(p => p.Id, p => p.Reach);
        string Name(Meeting meeting, Guid person) =>
            meeting.Details.Present.FirstOrDefault(p => p.Id == person)?.Name ?? "En som ikke er med lenger";
        return new ComingMeetings(
            replies
                .Where(r => !r.Details.Read && r.Kind != ReplyKind.TakenBack && meetings.ContainsKey(r.Meeting))
                .OrderByDescending(r => r.At)
                .Select(r => new MeetingAnswer(
                    families[r.Family],
                    meetings[r.Meeting],
                    r,
                    Name(meetings[r.Meeting], r.Person)
                ))
                .ToList(),
            meetings
                .Values.Where(m => m.Day == today.AddDays(1))
                .SelectMany(m => standings[m.Id].Select(s => (Meeting: m, Standing: s)))
                .Where(x =>
                    x.Standing.Kind != ReplyKind.Declined
                    && x.Standing.Person.Id is { } id
                    && reach.TryGetValue(id, out var r)
                    && r.SentTo is null
                )
                .Select(x => new MeetingCall(
                    families[x.Meeting.Family],
                    x.Meeting,
                    x.Standing.Person.Id!.Value,
                    x.Standing.Person.Name,
                    reach[x.Standing.Person.Id!.Value].Phone
                ))
                .ToList(),
            meetings
                .Values.Where(m => m.Day <= today.AddDays(Ahead))
                .Select(m => new SoonMeeting(families[m.Family], m, Said(standings[m.Id])))
                .ToList()
        );
    }

    private static string Said(IReadOnlyList<Standing> standings)
    {
        int Count(Func<Standing, bool> which) => standings.Count(which);
        var none = Count(s => s.Kind is null);
        return Listing.And(
            new[]
            {
                (Count(s => s.Kind == ReplyKind.Coming), "kommer"),
                (Count(s => s.Kind == ReplyKind.Tentative), "kanskje"),
                (Count(s => s.Kind == ReplyKind.Declined), "kan ikke"),
                (Count(s => s.Kind is { } kind && Replies.Asks(kind)), "vil noe annet"),
                (none, "har ikke svart"),
            }
                .Where(c => c.Item1 > 0)
                .Select(c => $"{c.Item1} {c.Item2}")
        );
    }
}
