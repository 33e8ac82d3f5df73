using System.Buffers.Text;
using System.Security.Cryptography;
using Dapper;
using Flette.Core.Access;
using Flette.Web.Audit;
using Flette.Web.Data;
using Flette.Web.SignIn;
using Npgsql;

namespace Flette.Web.Access;

/// <summary>What a provider said of whoever signed in, as far as it is kept.</summary>
/// <param name="Issuer">Key of the issuer.</param>
/// <param name="Subject">Keyed hash of whom it says it is.</param>
/// <param name="Session">Keyed hash of the session it has with her; null when it has not told.</param>
/// <param name="Person">Keyed hash of her identity number; null when it is not known.</param>
/// <param name="Token">The id_token, which the provider wants back when she signs out.</param>
public sealed record SignedInBy(string Issuer, byte[] Subject, byte[]? Session, byte[]? Person, string? Token);

/// <summary>
/// Sessions are rows; the cookie holds a random id that is stored hashed. A new one is made at every sign-in.
/// Whoever signs people in (an issuer, or the personas of the demo) makes them here.
/// </summary>
public static class Sessions
{
    private const int TokenBytes = 32;

    /// <summary>Name of the cookie in a municipality.</summary>
    public static string Cookie(Municipality municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        // Encrypted connections only, this host only, no other path: a browser holds what is called so to all three.
        return (municipality.IsEncrypted ? "__Host-" : "") + "flette-" + municipality.Key;
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
            LinkPurpose.Messages => LinkPath(link) + "/kode",
            _ => LinkPath(link),
        };

    /// <summary>Makes the session of a link that was opened, and sets its cookie.</summary>
    /// <param name="level">How surely it is known who holds it: after a code a new session takes the place of the old.</param>
    public static async Task StartLinkAsync(
        HttpContext http,
        Municipality municipality,
        Guid link,
        DateTimeOffset now,
        Level level = Level.Link
    )
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(municipality);
        var token = await NewAsync(municipality, AskerKind.Link, link, level, now, http.RequestAborted);
        http.Response.Cookies.Append(LinkCookie, token, Cookies.For(http, LinkPath(link)));
    }

    /// <summary>Makes a session, writes that into the log, and sets its cookie. The one there was in this browser is ended.</summary>
    /// <param name="by">The provider that says who it is; null in the demo.</param>
    public static async Task StartAsync(
        HttpContext http,
        Municipality municipality,
        AskerKind kind,
        Guid subject,
        Level level,
        DateTimeOffset now,
        SignedInBy? by = null
    )
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(municipality);
        await EndAsync(http, municipality, now);
        var device = Devices.Of(http.Request.Headers.UserAgent);
        await using var db = await municipality.Database.OpenConnectionAsync(http.RequestAborted);
        await using var work = await db.BeginTransactionAsync(http.RequestAborted);
        var (id, token) = await AddAsync(db, work, municipality, kind, subject, level, now, device, by);
        var asker = new Asker(kind, subject, municipality.Key, level, Alive: true, new HashSet<StaffRole>());
        var row = new AuditRow(asker, Act.SignIn, "ok", null, [id], http.TraceIdentifier);
        await AuditLog.WriteAsync(db, work, row, now);
        await work.CommitAsync(http.RequestAborted);
        http.Response.Cookies.Append(Cookie(municipality), token, Cookies.For(http, "/"));
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
        await using var db = await municipality.Database.OpenConnectionAsync(cancel);
        return (await AddAsync(db, null, municipality, kind, subject, level, now, null, null)).Token;
    }

    private static async Task<(Guid Id, string Token)> AddAsync(
        NpgsqlConnection db,
        NpgsqlTransaction? work,
        Municipality municipality,
        AskerKind kind,
        Guid subject,
        Level level,
        DateTimeOffset now,
        string? device,
        SignedInBy? by
    )
    {
        var token = RandomNumberGenerator.GetBytes(TokenBytes);
        var id = Guid.CreateVersion7(now);
        await db.ExecuteAsync(
            """
            insert into session (id, token_hash, kind, subject, level, created_at, seen_at, device, issuer, subject_hash, sid_hash, person_hash, token)
            values (@id, @hash, @kind, @subject, @level, @now, @now, @device, @issuer, @who, @sid, @person, @kept)
            """,
            new
            {
                id,
                hash = SHA256.HashData(token),
                kind = Rows.Code(kind),
                subject,
                level = (short)level,
                now,
                device,
                issuer = by?.Issuer,
                who = by?.Subject,
                sid = by?.Session,
                person = by?.Person,
                kept = by?.Token is { } text ? SessionTokens.Seal(municipality, id, text) : null,
            },
            work
        );
        return (id, Base64Url.EncodeToString(token));
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
                "update session set ended_at = @now, token = null where token_hash = @hash and ended_at is null",
                new { now, hash }
            );
            http.Response.Cookies.Delete(Cookie(municipality), Cookies.For(http, "/"));
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
