using System.Security.Cryptography;
using System.Text;

namespace Flette.Web.Vault;

/// <summary>
/// What a person is found by without her name or number lying in the clear: HMAC-SHA-256 under a key of the municipality's, so that a copy of
/// the database says nothing, and the same person has another hash in another municipality (trust.md, At rest).
/// </summary>
public static class KeyedHash
{
    /// <summary>Of an identity number, eleven digits.</summary>
    public static byte[] OfIdentity(MasterKey master, string digits) => Of(master, "identity", digits);

    /// <summary>Of a telephone number with country code.</summary>
    public static byte[] OfPhone(MasterKey master, string number) => Of(master, "phone", number);

    /// <summary>Of a link, a person or an address, to count what each does.</summary>
    public static byte[] OfUser(MasterKey master, string user) => Of(master, "user", user);

    /// <summary>Of whom a provider says it is, or of the session it has with her.</summary>
    /// <param name="kind"><c>sub</c> or <c>sid</c>.</param>
    /// <param name="issuer">The provider's own name, so that two providers' are never taken for one.</param>
    public static byte[] OfProvider(MasterKey master, string kind, string issuer, string value) =>
        Of(master, kind, issuer, value);

    // Each part with its length before it: no two lists of parts become the same bytes.
    private static byte[] Of(MasterKey master, params string[] parts)
    {
        ArgumentNullException.ThrowIfNull(master);
        var text = string.Concat(parts.Select(p => $"{Encoding.UTF8.GetByteCount(p)}:{p}"));
        return HMACSHA256.HashData(master.Derive("ident"), Encoding.UTF8.GetBytes(text));
    }
}
