using System.Security.Cryptography;
using System.Text.Json;
using Flette.Web.Access;
using Flette.Web.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace Flette.Web.SignIn;

/// <summary>That an employer's issuer has just vouched for a work address, in this browser. It opens nothing but a link to that address.</summary>
public sealed record WorkTicket(string Address, DateTimeOffset At);

/// <summary>
/// Carries <see cref="WorkTicket"/> from where the issuer sends people back to the link they came from: the link's own cookie is sent to the
/// link's own addresses only. Sealed, good for two minutes and once.
/// </summary>
public sealed class WorkCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Name = "flette-jobb";
    private const string Path = "/l/";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Sets it.</summary>
    public void Set(HttpContext http, string address)
    {
        ArgumentNullException.ThrowIfNull(http);
        var ticket = JsonSerializer.SerializeToUtf8Bytes(new WorkTicket(address, time.GetUtcNow()));
        var box = Base64UrlEncoder.Encode(Protector(http.Here()).Protect(ticket));
        http.Response.Cookies.Append(Name, box, Cookies.For(http, Path, Longest));
    }

    /// <summary>Takes it: it is gone afterwards. The address that was vouched for, or null.</summary>
    public string? Take(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.Request.Cookies[Name] is not { } text)
        {
            return null;
        }
        http.Response.Cookies.Delete(Name, Cookies.For(http, Path));
        try
        {
            var box = Protector(http.Here()).Unprotect(Base64UrlEncoder.DecodeBytes(text));
            return
                JsonSerializer.Deserialize<WorkTicket>(box) is { } ticket
                && time.GetUtcNow() - ticket.At is { Ticks: >= 0 } age
                && age < Longest
                ? ticket.Address
                : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Protector(Municipality municipality) =>
        protection.CreateProtector("flette.work", municipality.Key);
}
