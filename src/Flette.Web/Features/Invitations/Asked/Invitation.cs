using Flette.Core.Meetings.Inviting;
using Flette.Web.Features.Links;

namespace Flette.Web.Features.Invitations.Asked;

/// <summary>How it stands with an invitation.</summary>
public enum InvitationState
{
    Invited,

    /// <summary>The meeting is not held, or she is not to be there any more.</summary>
    Cancelled,

    /// <summary>It was taken back before it left, so she was never asked.</summary>
    Undone,
}

/// <summary>What somebody was told. Sealed with the family's key.</summary>
/// <param name="Address">The one it went to: only from there an answer by calendar counts.</param>
/// <param name="Place">The place behind her link; null when it is not told there.</param>
/// <param name="Before">What she had been told before that, for when this is taken back.</param>
/// <param name="InCalendar">Whether the place stands in her calendar too.</param>
public sealed record InvitationBody(
    string Address,
    MeetingMoment When,
    string? Place,
    bool InCalendar = false,
    EarlierWord? Before = null
);

/// <summary>What somebody had been told, as it stands in the row.</summary>
public sealed record EarlierWord(
    InvitationState State,
    int Sequence,
    Guid Sending,
    DateTimeOffset SentAt,
    Guid? Link,
    InvitationBody Body
);

/// <summary>One person's invitation to one meeting.</summary>
/// <param name="Id">Also the id of the item with her answer.</param>
/// <param name="Uid">In her calendar.</param>
/// <param name="Sequence">Of the newest word to her calendar.</param>
/// <param name="Sending">The newest sending it was part of.</param>
/// <param name="Link">Her newest link; null when it carried none.</param>
/// <param name="Mail">How it went with the newest mail; null when it cannot be said.</param>
/// <param name="Revoked">Why her newest link stopped working, or null.</param>
public sealed record Invitation(
    Guid Id,
    Guid Family,
    Guid Meeting,
    Guid Person,
    Guid Uid,
    int Sequence,
    InvitationState State,
    Guid Sending,
    DateTimeOffset SentAt,
    Guid? Link,
    MailState? Mail,
    Revoked? Revoked,
    InvitationBody Body
)
{
    /// <summary>What she was told, as far as who is told what depends on it.</summary>
    /// <param name="address">Her address on record now.</param>
    public ToldMeeting Told(string? address) =>
        new(
            Person,
            Body.When,
            Body.Place,
            State == InvitationState.Invited
                && Mail != MailState.Failed
                && Revoked is null
                && (address is null || Body.Address == address)
        );

    /// <summary>This word, to go back to.</summary>
    public EarlierWord Word => new(State, Sequence, Sending, SentAt, Link, Body with { Before = null });
}
