using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Demo.Mailbox;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Features;
using Flette.Web.Features.Shared;

namespace Flette.Demo.Features.Mailbox;

/// <summary>What arrived by mail, to click on.</summary>
public sealed class IndexModel(DemoMailbox mailbox) : FlettePage
{
    /// <summary>When the meeting is, by the calendar in a mail.</summary>
    public static string Time(ReceivedMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return DateTime.TryParseExact(
            mail.CalendarLine("DTSTART"),
            ["yyyyMMdd'T'HHmmss", "yyyyMMdd"],
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var from
        )
            ? from.TimeOfDay == TimeSpan.Zero
                ? from.ToString("d. MMMM yyyy, 'hele dagen'", Flette.Web.Norwegian.Culture)
                : from.ToString("d. MMMM yyyy 'kl.' HH.mm", Flette.Web.Norwegian.Culture)
            : "";
    }

    /// <summary>How many are shown. Each has its whole text in the page.</summary>
    private const int Most = 50;

    /// <summary>Newest first, from this municipality only.</summary>
    public IReadOnlyList<ReceivedMail> Mails { get; private set; } = [];

    /// <summary>Text messages, newest first, from this municipality only.</summary>
    public IReadOnlyList<ReceivedSms> Sms { get; private set; } = [];

    /// <summary>A text message in parts, so that the link in it can be pressed.</summary>
    public static IEnumerable<string> Words(ReceivedSms sms)
    {
        ArgumentNullException.ThrowIfNull(sms);
        return sms.Text.Split(' ', '\n');
    }

    /// <summary>When a text message arrived.</summary>
    public string When(ReceivedSms sms) =>
        NorwegianDates.Moment(Norway.Clock((sms ?? throw new ArgumentNullException(nameof(sms))).At), Pass.Today);

    /// <summary>When a mail arrived, by the wall clock.</summary>
    public string When(ReceivedMail mail) =>
        NorwegianDates.Moment(Norway.Clock((mail ?? throw new ArgumentNullException(nameof(mail))).At), Pass.Today);

    /// <summary>Its text: paragraphs of lines.</summary>
    public static IEnumerable<IReadOnlyList<string>> Paragraphs(ReceivedMail mail)
    {
        ArgumentNullException.ThrowIfNull(mail);
        return mail
            .Text.ReplaceLineEndings("\n")
            .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Where a line leads when it is a link of this municipality, else null.</summary>
    public string? Link(string line) =>
        Uri.TryCreate(line, UriKind.Absolute, out var link) && Pass.Municipality.Address.IsBaseOf(link)
            ? link.PathAndQuery
            : null;

    [Does(Act.Open, Reason = "The demo's mail is to invented people, and the mailbox stands for all of theirs.")]
    public void OnGet()
    {
        ViewData.SetChrome(new Chrome { Municipality = Pass.Municipality.Name, Today = Pass.Today });
        Sms = mailbox.SmsFrom(Pass.Municipality.Key).Take(Most).ToList();
        Mails = mailbox.From(Pass.Municipality.Mail.From).Take(Most).ToList();
    }
}
