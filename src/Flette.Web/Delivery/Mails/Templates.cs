using System.Collections.Frozen;

namespace Flette.Web.Delivery.Mails;

/// <summary>The kinds of mail there are. A new one is a record, a renderer, and a line here.</summary>
public static class Templates
{
    /// <summary>A link to agreements.</summary>
    public static MailTemplate<LinkMail> Agreements { get; } = new("agreements", LinkMails.Render);

    private static readonly FrozenDictionary<string, MailTemplate> ByCode = new MailTemplate[]
    {
        Agreements,
    }.ToFrozenDictionary(t => t.Code, StringComparer.Ordinal);

    /// <summary>
    /// The one with a code. Throws <see cref="KeyNotFoundException"/> for one this program does not know, as when a newer one wrote
    /// it: the mail then waits.
    /// </summary>
    public static MailTemplate Of(string code) => ByCode[code];
}
