using System.Net.Mail;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Delivery.Mails;

/// <summary>What every mail of the outbox says, whatever it is about.</summary>
public interface IMailContent
{
    /// <summary>The one it goes to.</summary>
    string Address { get; }

    /// <summary>Neutral: it travels in the open, and names nobody, no diagnosis and no service.</summary>
    string Subject { get; }

    /// <summary>nb, nn or en.</summary>
    string Language { get; }
}

/// <summary>What a mail is rendered from beside its own content.</summary>
/// <param name="Municipality">Who sends it.</param>
/// <param name="Outbox">Row of the outbox: the Message-ID, so that a mail that goes twice is known as one.</param>
/// <param name="Link">The link it carries; null when it carries none.</param>
/// <param name="Until">Last day the link opens.</param>
/// <param name="At">The instant it leaves.</param>
public sealed record MailAround(Municipality Municipality, Guid Outbox, Guid? Link, DateOnly? Until, DateTimeOffset At)
{
    /// <summary>
    /// Address of the link. Its token is made here and stored nowhere. Throws <see cref="InvalidOperationException"/> for a mail
    /// that carries none.
    /// </summary>
    public Uri LinkAddress =>
        Link is { } link
            ? new Uri(Municipality.Address, "/l/" + LinkTokens.Of(Municipality.Master, link))
            : throw new InvalidOperationException("The mail carries no link.");
}

/// <summary>A kind of mail: the code it has in the outbox, what is sealed with it, and how that becomes a mail.</summary>
public abstract class MailTemplate(string code)
{
    /// <summary>As it stands in <c>outbox.template</c>: never changed, since mails of it may be waiting.</summary>
    public string Code { get; } = code;

    /// <summary>Opens what waits and makes the mail. Throws <see cref="FormatException"/> when the address is not one.</summary>
    internal abstract MailMessage Render(MailAround around, KeyRing ring, Sealed body, Guid family);
}

/// <inheritdoc cref="MailTemplate"/>
/// <typeparam name="T">What is sealed in the outbox for it.</typeparam>
public sealed class MailTemplate<T>(string code, Func<MailAround, T, MailMessage> render) : MailTemplate(code)
    where T : IMailContent
{
    internal override MailMessage Render(MailAround around, KeyRing ring, Sealed body, Guid family) =>
        render(around, ring.Open<T>(body, family, new Place("outbox", around.Outbox)));
}
