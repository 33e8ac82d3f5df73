using System.Security.Cryptography;
using System.Text;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.SignIn;

/// <summary>The id_token of a session, sealed under a key of the municipality's: it holds an identity number.</summary>
internal static class SessionTokens
{
    public static byte[] Seal(Municipality municipality, Guid session, string token)
    {
        using var key = Key(municipality);
        return KeyRing.Encrypt(key, 1, Encoding.UTF8.GetBytes(token), Context(municipality, session));
    }

    /// <summary>Throws <see cref="VaultException"/> when it does not open.</summary>
    public static string Open(Municipality municipality, Guid session, byte[] box)
    {
        using var key = Key(municipality);
        return Encoding.UTF8.GetString(KeyRing.Decrypt(key, box, Context(municipality, session)));
    }

    private static AesGcm Key(Municipality municipality) => new(municipality.Master.Derive("session"), Sealed.TagSize);

    private static byte[] Context(Municipality municipality, Guid session) =>
        Encoding.UTF8.GetBytes($"{municipality.Key}|session|{session:N}");
}
