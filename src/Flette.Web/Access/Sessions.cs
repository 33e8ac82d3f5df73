using System.Buffers.Text;
using System.Security.Cryptography;
using Dapper;
using Flette.Core.Access;
using Flette.Web.Data;

namespace Flette.Web.Access;

/// <summary>
/// Sessions are rows; the cookie holds a random id that is stored hashed. A new one is made at every sign-in.
/// Whoever signs people in (personas in the demo, OpenID Connect later) makes them here.
/// </summary>
public static class Sessions
{
    private const int TokenBytes = 32;

    /// <summary>Name of the cookie in a municipality.</summary>
    public static string Cookie(Municipality municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        return "flette-" + municipality.Key;
    }

    /// <summary>
    /// Name of the cookie of a link. It is sent to that link's own addresses only (<see cref="LinkPath"/>), so that links to several
    /// families, and a member of staff, can be open in one browser.
    /// </summary>
    public const string LinkCookie = "flette-link";

    /// <summary>Where a link's pages are. The id opens nothing by itself.</summary>
    public static string LinkPath(Guid link) => $"/l/{link}";

    /// <summary>The first page of a link, by what it is for.</summary>
    public static string LinkPage(Guid link, LinkPurpose purpose) =>
        purpose switch
        {
            LinkPurpose.Meeting => LinkPath(link) + "/mote",
            LinkPurpose.Input => LinkPath(link) + "/innspill",
            _ => LinkPath(link),
        };

    /// <summary>Makes the session of a link that was opened, and sets its cookie.</summary>
    public static async Task StartLinkAsync(HttpContext http, Municipality municipality, Guid link, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(municipality);
        var token = await NewAsync(municipality, AskerKind.Link, link, Level.Link, now, http.RequestAborted);
        http.Response.Cookies.Append(
            LinkCookie,
            token,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Path = LinkPath(link),
                Secure = http.Request.IsHttps,
            }
        );
    }

    /// <summary>Makes a session and sets its cookie.</summary>
    public static async Task StartAsync(
        HttpContext http,
        Municipality municipality,
        AskerKind kind,
        Guid subject,
        Level level,
        DateTimeOffset now
    )
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(municipality);
        await EndAsync(http, municipality, now);
        var token = await NewAsync(municipality, kind, subject, level, now, http.RequestAborted);
        http.Response.Cookies.Append(
            Cookie(municipality),
            token,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Path = "/",
                Secure = http.Request.IsHttps,
            }
        );
    }

    /// <summary>Stores a new session and gives the cookie's value, which is stored nowhere.</summary>
    public static async Task<string> NewAsync(
        Municipality municipality,
        AskerKind kind,
        Guid subject,
        Level level,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(municipality);
        var token = RandomNumberGenerator.GetBytes(TokenBytes);
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        await db.ExecuteAsync(
            "insert into session (id, token_hash, kind, subject, level, created_at, seen_at) values (@id, @hash, @kind, @subject, @level, @now, @now)",
            new
            {
                id = Guid.CreateVersion7(now),
                hash = SHA256.HashData(token),
                kind = Rows.Code(kind),
                subject,
                level = (short)level,
                now,
            }
        );
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Ends the session of the request's cookie, if any.</summary>
    public static async Task EndAsync(HttpContext http, Municipality municipality, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(municipality);
        if (http.Request.Cookies[Cookie(municipality)] is { } token && Hash(token) is { } hash)
        {
            await using var db = await municipality.Database.OpenConnectionAsync(http.RequestAborted);
            await db.ExecuteAsync(
                "update session set ended_at = @now where token_hash = @hash and ended_at is null",
                new { now, hash }
            );
            http.Response.Cookies.Delete(Cookie(municipality), new CookieOptions { Path = "/" });
        }
    }

    /// <summary>The stored form of a cookie's token, or null when it is none of ours.</summary>
    internal static byte[]? Hash(string token)
    {
        // Checked first: decoding throws for what is no base64 at all.
        return Base64Url.IsValid(token, out var length) && length == TokenBytes
            ? SHA256.HashData(Base64Url.DecodeFromChars(token))
            : null;
    }
}
