using System.Net;
using System.Net.Mail;
using System.Text;
using Flette.Web.Vault;

namespace Flette.Web.Delivery;

/// <summary>How a municipality's mail leaves the house: its own SMTP server, and who it is from.</summary>
public sealed class MailOptions
{
    /// <summary>
    /// Name of the SMTP server. Its certificate must be for this name, and from an authority the machine trusts; a municipality's own
    /// is added to the machine's (<c>update-ca-certificates</c>), or named in <c>SSL_CERT_FILE</c>.
    /// </summary>
    public required string Host { get; init; }

    /// <summary>Usually 587.</summary>
    public int Port { get; init; } = 587;

    /// <summary>Whether the connection is encrypted with STARTTLS. It may be left out only to a server on this machine.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>Who the server knows us as, by AUTH LOGIN; null when it asks for no password.</summary>
    public string? User { get; init; }

    /// <summary>File with the password, mode 0600.</summary>
    public string? PasswordFile { get; init; }

    /// <summary>Address mail is from, as <c>flette@fjellvik.example.no</c>.</summary>
    public required string From { get; init; }

    /// <summary>Name beside it; the municipality's own when not given.</summary>
    public string? FromName { get; init; }

    /// <summary>What is wrong, in words for an operator.</summary>
    public IEnumerable<string> Errors()
    {
        if (string.IsNullOrWhiteSpace(Host))
        {
            yield return "no Host.";
        }
        if (Port is < 1 or > 65535)
        {
            yield return "Port is between 1 and 65535.";
        }
        if (!StartTls && !IsHere)
        {
            yield return "StartTls may be false only when Host is this machine.";
        }
        if (!MailAddress.TryCreate(From, out var from) || from.Address != From || !Ascii.IsValid(From))
        {
            yield return "From is not a mail address.";
        }
        if (FromName?.Any(char.IsControl) == true)
        {
            yield return "FromName has a control character.";
        }
        if (User is null != PasswordFile is null)
        {
            yield return "User and PasswordFile are given together.";
        }
        if (User is not null && !StartTls)
        {
            yield return "a password is never sent without StartTls.";
        }
        if (PasswordFile is not null && SecretFile.Problem(PasswordFile) is { } problem)
        {
            yield return problem;
        }
    }

    private bool IsHere => Host == "localhost" || (IPAddress.TryParse(Host, out var ip) && IPAddress.IsLoopback(ip));
}
