using Flette.Core;
using Flette.Documents.Ics;
using MimeKit;

namespace Flette.Web.Delivery.Inbound;

/// <summary>An answer as it came by mail.</summary>
/// <param name="From">The one address the mail says it is from.</param>
public sealed record ReplyMail(string From, CalendarReply Reply)
{
    /// <summary>Bytes of the largest mail that is read; an answer has a few thousand.</summary>
    public const int Largest = 1024 * 1024;

    /// <summary>
    /// Reads a mail. <see cref="NoReply"/> for all that is not one answer from one sender: what is forwarded inside it does not
    /// count, nor what cannot be read.
    /// </summary>
    public static async Task<Result<ReplyMail>> ReadAsync(Stream mail, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(mail);
        try
        {
            using var message = await MimeMessage.LoadAsync(mail, stop);
            if (message.From.Mailboxes.ToList() is not [var from] || message.From.Count != 1)
            {
                return new NoReply("from");
            }
            if (message.Sender is { } sender && !Same(sender.Address, from.Address))
            {
                return new NoReply("from");
            }
            Result<ReplyMail> found = new NoReply("no-calendar");
            foreach (var part in message.BodyParts.OfType<MimePart>().Where(IsCalendar))
            {
                var read = CalendarReply.Read(await TextAsync(part, stop));
                if (read.Refusal is null)
                {
                    return new ReplyMail(from.Address, read.Value);
                }
                found = read.Refusal;
            }
            return found;
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or ArgumentException or IOException)
        {
            return new NoReply("unreadable");
        }
    }

    /// <summary>Whether two addresses are one: the part before the @ too is read without regard to case, as everyone delivers it.</summary>
    public static bool Same(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsCalendar(MimePart part) =>
        part.ContentType.IsMimeType("text", "calendar") || part.ContentType.IsMimeType("application", "ics");

    private static async Task<string> TextAsync(MimePart part, CancellationToken stop)
    {
        if (part is TextPart text)
        {
            return text.Text;
        }
        using var bytes = new MemoryStream();
        await part.Content!.DecodeToAsync(bytes, stop);
        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
