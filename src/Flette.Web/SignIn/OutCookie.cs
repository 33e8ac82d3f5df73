using System.Security.Cryptography;
using System.Text.Json;
using Flette.Web.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Flette.Web.SignIn;

/// <summary>The session just ended, as far as its provider wants to know.</summary>
/// <param name="Issuer">Key of the issuer.</param>
/// <param name="Token">The id_token; null when it was not kept.</param>
public sealed record LeftSession(string Issuer, string? Token);

/// <summary>Keeps a <see cref="LeftSession"/>, sealed in the browser, between signing out here and at the provider.</summary>
public sealed class OutCookie(IDataProtectionProvider protection)
{
    private const string Name = "flette-ut";
    private const string Path = "/ut";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Sets it.</summary>
    public void Set(HttpContext http, LeftSession left)
    {
        ArgumentNullException.ThrowIfNull(http);
        var box = Protector(http).Protect(JsonSerializer.SerializeToUtf8Bytes(left));
        http.Response.Cookies.Append(Name, Base64UrlEncoder.Encode(box), Cookies.For(http, Path, Longest));
    }

    /// <summary>Takes it: it is gone from the browser afterwards.</summary>
    public LeftSession? Take(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Cookies[Name] is not { } text)
        {
            return null;
        }
        http.Response.Cookies.Delete(Name, Cookies.For(http, Path));
        try
        {
            return JsonSerializer.Deserialize<LeftSession>(
                Protector(http).Unprotect(Base64UrlEncoder.DecodeBytes(text))
            );
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Protector(HttpContext http) =>
        protection.CreateProtector("flette.sign-out", http.Here().Key);
}
