using System.Text.RegularExpressions;
using Flette.Web.Vault;

namespace Flette.Web.SignIn;

/// <summary>Whom an issuer signs in.</summary>
public enum IssuerFor
{
    /// <summary>Members of families: ID-porten.</summary>
    Members,

    /// <summary>Those who work in the municipality: its own issuer.</summary>
    Staff,

    /// <summary>Those who work elsewhere and take part: they read in full what they are sent, and are let in nowhere else.</summary>
    Partners,
}

/// <summary>What a member of staff is known by the first time she comes from an issuer.</summary>
public enum StaffKnownBy
{
    /// <summary>The work mail address that stands in the register of staff.</summary>
    Email,

    /// <summary>The identity number that was registered for her.</summary>
    IdentityNumber,
}

/// <summary>A provider that people of a municipality sign in at (OpenID Connect, code flow; trust.md, Sign-in and sessions).</summary>
public sealed partial class IssuerOptions
{
    /// <summary>Short stable key: part of the addresses registered with the provider, <c>/inn/{Key}/tilbake</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What stands on the button, as <c>ID-porten</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whom it signs in.</summary>
    public required IssuerFor For { get; init; }

    /// <summary>The provider's own name and address, exactly as it stands in its tokens.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>Who we are to it.</summary>
    public required string ClientId { get; init; }

    /// <summary>File with our private key (PEM; RSA of 2048 bits or more, or P-256), mode 0600. The provider has the public one.</summary>
    public required string KeyFile { get; init; }

    /// <summary>The name (<c>kid</c>) the provider has given the key; null when it has given none.</summary>
    public string? KeyId { get; init; }

    /// <summary>
    /// Values of <c>acr</c> that are sure enough, exactly: for ID-porten <c>idporten-loa-high</c>. A token with another is refused.
    /// </summary>
    public IReadOnlyList<string> Acr { get; init; } = [];

    /// <summary>A value that must stand in <c>amr</c>, for a provider that tells of two factors there, as <c>mfa</c>.</summary>
    public string? Amr { get; init; }

    /// <summary>What more is asked for beside <c>openid</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = ["profile"];

    /// <summary>The claim that says who it is: <c>pid</c> at ID-porten, <c>email</c> or <c>preferred_username</c> at others.</summary>
    public string PersonClaim { get; init; } = "pid";

    /// <summary>What the claim is held against, for staff.</summary>
    public StaffKnownBy KnownBy { get; init; } = StaffKnownBy.Email;

    /// <summary>
    /// Mail domains of those it vouches for, as <c>helse-vest.example.no</c>: who takes part with an address there reads in full what she is
    /// sent, by this sign-in. For staff and partners.
    /// </summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Whether it vouches for a work address.</summary>
    public bool VouchesFor(string? address) =>
        For != IssuerFor.Members
        && address?.Split('@') is [_, var domain]
        && Domains.Contains(domain, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong, in words for an operator.</summary>
    public IEnumerable<string> Errors()
    {
        if (!KeyForm().IsMatch(Key ?? ""))
        {
            yield return "Key has lower-case letters, digits and hyphens only.";
        }
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return "no Name.";
        }
        if (Issuer is not { IsAbsoluteUri: true, Query: "", Fragment: "", UserInfo: "" } || !IsSafe(Issuer))
        {
            yield return "Issuer must be https://, or http:// to this machine only.";
        }
        if (string.IsNullOrWhiteSpace(ClientId))
        {
            yield return "no ClientId.";
        }
        if (Acr.Count == 0 && string.IsNullOrWhiteSpace(Amr))
        {
            yield return "Acr or Amr must say what is sure enough: without it one factor would do.";
        }
        if (For == IssuerFor.Members && Acr.Count == 0)
        {
            yield return "members need Acr, as idporten-loa-high.";
        }
        if (For == IssuerFor.Partners && (Domains.Count == 0 || KnownBy != StaffKnownBy.Email))
        {
            yield return "partners need Domains, and are known by mail address.";
        }
        if (For == IssuerFor.Members && Domains.Count > 0)
        {
            yield return "Domains are for staff and partners.";
        }
        foreach (var domain in Domains.Where(d => !Flette.Core.Families.MailAddresses.Possible("a@" + d)))
        {
            yield return $"Domains: {domain} is no mail domain.";
        }
        if (string.IsNullOrWhiteSpace(PersonClaim))
        {
            yield return "no PersonClaim.";
        }
        if (SecretFile.Problem(KeyFile) is { } problem)
        {
            yield return problem;
        }
        else if (ClientKey.Problem(KeyFile) is { } unusable)
        {
            yield return unusable;
        }
    }

    /// <summary>Encrypted on the way, or to this machine only.</summary>
    internal static bool IsSafe(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex KeyForm();
}
