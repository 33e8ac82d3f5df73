using System.Net;
using System.Net.Mail;
using System.Text;
using Flette.Web.Vault;

namespace Flette.Web.Delivery.Inbound;

/// <summary>
/// Where a municipality's mail from calendars comes in: a maildir that its mail server delivers to, or a mailbox on an IMAP server.
/// One of them is given.
/// </summary>
public sealed class InboundOptions
{
    /// <summary>
    /// Address the mailbox has, as <c>svar@fjellvik.example.no</c>. Calendars send their answers there, so it stands as organizer in
    /// every invitation.
    /// </summary>
    public required string Address { get; init; }

    /// <summary>Folder of a maildir (<c>new</c>, <c>cur</c>, <c>tmp</c>); null when the mailbox is on an IMAP server.</summary>
    public string? Maildir { get; init; }

    /// <summary>
    /// Name of an IMAP server, reached over TLS. Its certificate must be for this name, and from an authority the machine trusts.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>Usually 993.</summary>
    public int Port { get; init; } = 993;

    /// <summary>Whether the connection is encrypted. It may be left out only to a server on this machine.</summary>
    public bool Tls { get; init; } = true;

    /// <summary>Who the server knows us as.</summary>
    public string? User { get; init; }

    /// <summary>File with the password, mode 0600.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>What is wrong, in words for an operator.</summary>
    public IEnumerable<string> Errors()
    {
        if (!MailAddress.TryCreate(Address, out var address) || address.Address != Address || !Ascii.IsValid(Address))
        {
            yield return "Address is not a mail address.";
        }
        if (Maildir is null == Host is null)
        {
            yield return "either Maildir or Host is given.";
        }
        if (Maildir is { } folder && !Directory.Exists(folder))
        {
            yield return "Maildir is not a folder.";
        }
        if (Host is null)
        {
            yield break;
        }
        if (Port is < 1 or > 65535)
        {
            yield return "Port is between 1 and 65535.";
        }
        if (!Tls && !IsHere)
        {
            yield return "Tls may be false only when Host is this machine.";
        }
        if (User is null || PasswordFile is null)
        {
            yield return "User and PasswordFile are given with Host.";
        }
        if (PasswordFile is not null && SecretFile.Problem(PasswordFile) is { } problem)
        {
            yield return problem;
        }
    }

    private bool IsHere => Host == "localhost" || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));
}
