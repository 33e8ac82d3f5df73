using System.Net.Mail;
using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Delivery.Mails;

/// <summary>What every mail of the outbox says, whatever it is about.</summary>
public interface IMailContent
{
    /// <summary>Where it goes: an address of mail, or of text messages (<see cref="SmsAddress"/>).</summary>
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

/// <summary>What leaves the house: a mail or a text message; neither when it is too late for it.</summary>
/// <param name="Quiet">When it may not sound; null where it is waited for.</param>
internal sealed record Rendered(MailMessage? Mail, SmsMessage? Sms = null, QuietHours? Quiet = null) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => Mail?.Dispose();
}

/// <summary>A kind of mail: the code it has in the outbox, what is sealed with it, and how that becomes a mail.</summary>
/// <param name="waitedFor">Whether whoever gets it waits for it now, so that it also comes at night.</param>
/// <param name="beforePlan">Whether it is between the family and its coordinator alone, so that no plan is needed for it.</param>
public abstract class MailTemplate(string code, bool waitedFor, bool beforePlan)
{
    /// <summary>Whether no plan is needed for it to leave.</summary>
    public bool BeforePlan { get; } = beforePlan;

    private protected bool WaitedFor { get; } = waitedFor;

    /// <summary>As it stands in <c>outbox.template</c>: never changed, since mails of it may be waiting.</summary>
    public string Code { get; } = code;

    /// <summary>Opens what waits and makes what leaves. Throws <see cref="FormatException"/> when the address is not one.</summary>
    internal abstract Rendered Render(MailAround around, KeyRing ring, Sealed body, Guid family);
}

/// <inheritdoc cref="MailTemplate"/>
/// <typeparam name="T">What is sealed in the outbox for it.</typeparam>
/// <param name="sms">What a text message of it says, or null when it is too late for it; without it the subject and where to go.</param>
public sealed class MailTemplate<T>(
    string code,
    Func<MailAround, T, MailMessage> render,
    Func<MailAround, T, string?>? sms = null,
    bool waitedFor = false,
    bool beforePlan = false
) : MailTemplate(code, waitedFor, beforePlan)
    where T : IMailContent
{
    internal override Rendered Render(MailAround around, KeyRing ring, Sealed body, Guid family)
    {
        var content = ring.Open<T>(body, family, new Place("outbox", around.Outbox));
        if (!SmsAddress.Is(content.Address))
        {
            return new Rendered(render(around, content));
        }
        var to = SmsAddress.Read(content.Address) ?? throw new FormatException("Not an address of text messages.");
        return (sms ?? SmsTexts.Of)(around, content) is { } text
            ? new Rendered(null, new SmsMessage(around.Outbox, to.Number, text), WaitedFor ? null : to.Quiet)
            : new Rendered(null);
    }
}

/// <summary>
/// What text messages say: who it is from, the neutral subject, and where to go. Names nobody: telephones show them to whoever looks.
/// </summary>
internal static class SmsTexts
{
    /// <summary>One line.</summary>
    public static string Of<T>(MailAround around, T mail)
        where T : IMailContent
    {
        var tongue = MailFrame.TongueOf(mail);
        var from = $"{around.Municipality.Name}: {MailFrame.OneLine(mail.Subject)}.";
        return around.Link is null
            ? $"{from} {(tongue == Tongue.English ? "Sign in" : "Logg inn")}: {around.Municipality.Address}"
            : $"{from} {ReadAndAnswer(tongue)}: {around.LinkAddress}";
    }

    private static string ReadAndAnswer(Tongue tongue) =>
        tongue switch
        {
            Tongue.Nynorsk => "Les og svar her",
            Tongue.English => "Read and answer here",
            _ => "Les og svar her",
        };
}
