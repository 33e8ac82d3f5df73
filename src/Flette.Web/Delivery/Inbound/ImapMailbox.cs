using System.Text;
using Flette.Web.Vault;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MailKit.Security;

namespace Flette.Web.Delivery.Inbound;

/// <summary>
/// The inbox of a mailbox on an IMAP server. What has been dealt with is marked as read there, and what had no effect is flagged
/// too; nothing is deleted.
/// </summary>
public sealed class ImapMailbox(InboundOptions options) : IInboundSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <inheritdoc/>
    public async Task ReadAsync(Func<InboundMail, Task<bool>> take, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(take);
        using var client = new ImapClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(
            options.Host!,
            options.Port,
            options.Tls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None,
            stop
        );
        var password = Encoding.UTF8.GetString(SecretFile.Read(options.PasswordFile!)).Trim();
        await client.AuthenticateAsync(options.User!, password, stop);
        var inbox = client.Inbox!;
        await inbox.OpenAsync(FolderAccess.ReadWrite, stop);
        var unread = await inbox.SearchAsync(SearchQuery.NotSeen, stop);
        var sizes = await inbox.FetchAsync(unread, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, stop);
        foreach (var mail in sizes)
        {
            var had = await take(
                new InboundMail(mail.Size ?? uint.MaxValue, cancel => inbox.GetStreamAsync(mail.UniqueId, cancel))
            );
            var flags = had ? MessageFlags.Seen : MessageFlags.Seen | MessageFlags.Flagged;
            await inbox.AddFlagsAsync(mail.UniqueId, flags, silent: true, stop);
        }
        await client.DisconnectAsync(quit: true, stop);
    }
}
