using System.Security.Cryptography;
using Flette.Web.Vault;
using Microsoft.IdentityModel.Tokens;

namespace Flette.Web.SignIn;

/// <summary>Our private key to a provider: what a client secret would be, but never sent (private_key_jwt, RFC 7523).</summary>
internal static class ClientKey
{
    private const int SmallestRsa = 2048;

    /// <summary>What is wrong with the file, in words for an operator; null when it can be used.</summary>
    public static string? Problem(string path)
    {
        try
        {
            Read(path, null);
            return null;
        }
        catch (Exception e) when (e is VaultException or CryptographicException or ArgumentException)
        {
            return $"The file {path} holds no private key in PEM that can be used: RSA of {SmallestRsa} bits or more, or P-256.";
        }
    }

    /// <summary>What signs what we say of ourselves. Throws as <see cref="Problem"/> says.</summary>
    public static SigningCredentials Read(string path, string? keyId)
    {
        var pem = System.Text.Encoding.UTF8.GetString(SecretFile.Read(path));
        if (Rsa(pem) is { } rsa)
        {
            return rsa.KeySize >= SmallestRsa
                ? new SigningCredentials(new RsaSecurityKey(rsa) { KeyId = keyId }, SecurityAlgorithms.RsaSha256)
                : throw new CryptographicException("The key is too small.");
        }
        var ec = ECDsa.Create();
        ec.ImportFromPem(pem);
        // A public key alone signs nothing.
        ec.SignData([0], HashAlgorithmName.SHA256);
        return ec.KeySize == 256
            ? new SigningCredentials(new ECDsaSecurityKey(ec) { KeyId = keyId }, SecurityAlgorithms.EcdsaSha256)
            : throw new CryptographicException("The curve is another than P-256.");
    }

    private static RSA? Rsa(string pem)
    {
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            rsa.SignData([0], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            return rsa;
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            rsa.Dispose();
            return null;
        }
    }
}
