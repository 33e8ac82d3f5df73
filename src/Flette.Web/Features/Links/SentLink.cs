using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Vault;

namespace Flette.Web.Features.Links;

/// <summary>What a link shows before anyone has proved who she is. Sealed with the family's key.</summary>
/// <param name="FirstName">The recipient's first name.</param>
/// <param name="Titles">The neutral title of each agreement, as the coordinator approved it.</param>
/// <param name="Language">The recipient's: nb, nn or en; null when not known.</param>
/// <param name="Order">The agreements in the order of their numbers; null for links made before there were any.</param>
public sealed record LinkBody(
    string FirstName,
    Dictionary<Guid, string> Titles,
    string? Language = null,
    IReadOnlyList<Guid>? Order = null
)
{
    /// <summary>Where an agreement stands among them.</summary>
    public int Place(Guid agreement) => Order is null ? 0 : Order.TakeWhile(id => id != agreement).Count();
}

/// <summary>Why a link stopped working before its time.</summary>
public enum Revoked
{
    /// <summary>The one who got it said «Ikke meg».</summary>
    NotMe,

    /// <summary>The yes to the plan was withdrawn.</summary>
    Withdrawn,

    /// <summary>The sending was undone before the mail left.</summary>
    Undone,

    /// <summary>The one who got it takes part no longer.</summary>
    Ended,
}

/// <summary>How it went with the mail of a link.</summary>
public enum MailState
{
    Waiting,
    Sent,
    Undone,
    Failed,
}

/// <summary>A link as the coordinator sees it.</summary>
/// <param name="Mail">Its mail; null when none was written.</param>
/// <param name="Body">What it shows, sealed: <see cref="LinkBook.Titles"/> opens it where it is wanted.</param>
/// <param name="Purpose">What it is for: only one to agreements has titles.</param>
/// <param name="Reminder">Whether it reminds of what was sent before.</param>
public sealed record SentLink(
    Guid Id,
    Guid Family,
    Guid Sending,
    Guid Person,
    IReadOnlyList<Guid> Items,
    DateTimeOffset CreatedAt,
    DateOnly ExpiresOn,
    Revoked? Revoked,
    MailState? Mail,
    Sealed Body,
    LinkPurpose Purpose,
    bool Reminder = false
);

/// <summary>Someone who can be sent a link, as she stands on record.</summary>
/// <param name="SentTo">Her address, of mail or of text messages (<see cref="SmsAddress"/>); null when she gets neither.</param>
/// <param name="Language">Her first language, in the coordinator's words.</param>
public sealed record Addressee(Guid Person, string Name, string FirstName, string? SentTo, string? Language);

/// <summary>Name and telephone of the coordinator, from the register of staff.</summary>
public sealed record CoordinatorCard
{
    public string Name { get; init; } = "";

    public string? Phone { get; init; }

    /// <summary>«Solveig Rustad, tlf. 99 99 90 11».</summary>
    public string In(Tongue tongue) =>
        Phone is { Length: > 0 } phone ? $"{Name}, {(tongue == Tongue.English ? "tel." : "tlf.")} {phone}" : Name;
}
