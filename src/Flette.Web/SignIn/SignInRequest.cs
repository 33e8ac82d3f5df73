using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Flette.Web.Access;
using Flette.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Flette.Web.SignIn;

/// <summary>
/// A sign-in under way. It lies in the browser that began it, sealed, and nowhere else: an answer that comes to another browser, from another
/// provider or a second time finds none.
/// </summary>
/// <param name="Issuer">Key of the issuer it was begun at.</param>
/// <param name="State">Comes back with the answer.</param>
/// <param name="Nonce">Stands in the token.</param>
/// <param name="Verifier">Whoever has the code needs it too (PKCE, RFC 7636).</param>
/// <param name="Back">Where to go afterwards: a path here.</param>
public sealed record SignInRequest(string Issuer, string State, string Nonce, string Verifier, string Back)
{
    /// <summary>How long one may be at the provider.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>When it was begun.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>A new one.</summary>
    public static SignInRequest New(string issuer, string back, DateTimeOffset now) =>
        new(issuer, Random(), Random(), Random(), back) { At = now };

    /// <summary>What the provider gets of the verifier.</summary>
    public string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private static string Random() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Keeps <see cref="SignInRequest"/> in the browser between leaving for the provider and coming back.</summary>
public sealed class SignInCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Name = "flette-inn";
    private const string Path = "/inn";

    /// <summary>Sets it. One that was there is given up: the last one begun counts.</summary>
    public void Set(HttpContext http, SignInRequest request)
    {
        ArgumentNullException.ThrowIfNull(http);
        var box = Protector(http.Here()).Protect(JsonSerializer.SerializeToUtf8Bytes(request));
        http.Response.Cookies.Append(
            Name,
            Base64UrlEncoder.Encode(box),
            Cookies.For(http, Path, SignInRequest.Longest)
        );
    }

    /// <summary>Takes it: it is gone from the browser afterwards. Null when there is none of ours, or it is too old.</summary>
    public SignInRequest? Take(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var text = http.Request.Cookies[Name];
        if (text is null)
        {
            return null;
        }
        http.Response.Cookies.Delete(Name, Cookies.For(http, Path));
        try
        {
            var box = Protector(http.Here()).Unprotect(Base64UrlEncoder.DecodeBytes(text));
            var request = JsonSerializer.Deserialize<SignInRequest>(box);
            return
                request is not null
                && time.GetUtcNow() - request.At is { Ticks: >= 0 } age
                && age < SignInRequest.Longest
                ? request
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Municipality municipality) =>
        protection.CreateProtector("flette.sign-in", municipality.Key);
}
