using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Web.Features.Meetings;

namespace Flette.Web.Features.Invitations.Answers;

/// <summary>How it stands with one who is to be at a meeting.</summary>
/// <param name="Person">Someone on its list.</param>
/// <param name="Reply">What she said last; null when nothing that holds.</param>
/// <param name="Older">Whether that was to another time than the meeting has now.</param>
public sealed record Standing(MeetingPerson Person, Reply? Reply, bool Older)
{
    /// <summary>Her answer to the time the meeting has; null when she has given none.</summary>
    public ReplyKind? Kind => Reply is { } reply && !Older ? reply.Kind : null;

    /// <summary>Everyone on the list of a meeting, in its order.</summary>
    public static IReadOnlyList<Standing> Of(Meeting meeting, IReadOnlyList<Reply> replies)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(replies);
        var said = replies
            .Where(r => r.Meeting == meeting.Id && r.Kind != ReplyKind.TakenBack)
            .ToDictionary(r => r.Person);
        return meeting
            .Details.Present.Select(p =>
            {
                var reply = p.Id is { } id ? said.GetValueOrDefault(id) : null;
                return new Standing(
                    p,
                    reply,
                    reply is not null && !Replies.IsToThis(reply.Details, meeting.Day, meeting.Details.Time)
                );
            })
            .ToList();
    }
}
