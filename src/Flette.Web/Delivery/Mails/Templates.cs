using System.Collections.Frozen;

namespace Flette.Web.Delivery.Mails;

/// <summary>The kinds of mail there are. A new one is a record, a renderer, and a line here.</summary>
public static class Templates
{
    /// <summary>A link to agreements.</summary>
    public static MailTemplate<LinkMail> Agreements { get; } = new("agreements", LinkMails.Render);

    /// <summary>A fresh link before the day an agreement is due.</summary>
    public static MailTemplate<LinkMail> ReminderBefore { get; } = new("reminder-before", LinkMails.RenderBefore);

    /// <summary>A fresh link when the day has been, and no answer came.</summary>
    public static MailTemplate<LinkMail> ReminderAfter { get; } = new("reminder-after", LinkMails.RenderAfter);

    /// <summary>To a service's leader about an agreement that waits.</summary>
    public static MailTemplate<LetterMail> Letter { get; } = new("letter", LetterMails.Render);

    /// <summary>There is something to read from a meeting.</summary>
    public static MailTemplate<MinutesMail> MinutesReady { get; } = new("minutes-ready", MinutesMails.Ready);

    /// <summary>What was sent after a meeting does not count.</summary>
    public static MailTemplate<MinutesMail> MinutesTakenBack { get; } =
        new("minutes-taken-back", MinutesMails.TakenBack);

    /// <summary>An invitation to a meeting, a new time of it, or that it is not held.</summary>
    public static MailTemplate<MeetingMail> Meeting { get; } = new("meeting", MeetingMails.Render);

    /// <summary>That there is a meeting tomorrow.</summary>
    public static MailTemplate<MeetingMail> MeetingReminder { get; } = new("meeting-reminder", MeetingMails.Render);

    /// <summary>A link to say something before a meeting, or in place of one.</summary>
    public static MailTemplate<InputMail> Input { get; } = new("input", InputMails.Render);

    /// <summary>Services have met without the family, with its yes.</summary>
    public static MailTemplate<FagMail> FagHeld { get; } = new("fag-held", FagMails.Render);

    /// <summary>That there is a message from the coordinator.</summary>
    public static MailTemplate<MessageMail> Message { get; } = new("message", MessageMails.Render, beforePlan: true);

    /// <summary>A one-time code, by text message only.</summary>
    public static MailTemplate<CodeMail> Code { get; } =
        new("code", CodeMails.Render, CodeMails.Text, waitedFor: true, beforePlan: true);

    private static readonly FrozenDictionary<string, MailTemplate> ByCode = new MailTemplate[]
    {
        Agreements,
        ReminderBefore,
        ReminderAfter,
        Letter,
        MinutesReady,
        MinutesTakenBack,
        Meeting,
        MeetingReminder,
        Input,
        FagHeld,
        Message,
        Code,
    }.ToFrozenDictionary(t => t.Code, StringComparer.Ordinal);

    /// <summary>
    /// The one with a code. Throws <see cref="KeyNotFoundException"/> for one this program does not know, as when a newer one wrote
    /// it: the mail then waits.
    /// </summary>
    public static MailTemplate Of(string code) => ByCode[code];

    /// <summary>The same, or null.</summary>
    public static MailTemplate? Find(string code) => ByCode.GetValueOrDefault(code);
}
