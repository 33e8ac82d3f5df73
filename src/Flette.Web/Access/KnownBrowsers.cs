using System.Buffers.Text;
using System.Security.Cryptography;
using Dapper;
using Flette.Core.Families;
using Flette.Web.SignIn;
using Flette.Web.Vault;

namespace Flette.Web.Access;

/// <summary>A browser that needs no code, as it is listed for the one it knows.</summary>
public sealed record KnownBrowser(Guid Id, string? Device, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>
/// Browsers that are remembered for one person after a code, for thirty days (trust.md, Links). The cookie holds a random token that is
/// stored hashed, and is sent to the addresses of links only. It opens nothing by itself: it stands in for the code of a genuine link.
/// </summary>
public static class KnownBrowsers
{
    /// <summary>How long one is remembered.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private const string Prefix = "flette-kjent-";
    private const string Path = "/l/";
    private const int TokenBytes = 32;

    // Several in a family may share a tablet; what is more is not looked at.
    private const int MostCookies = 12;

    /// <summary>Remembers this browser for the holder of the pass's link.</summary>
    /// <param name="number">The number the code went to.</param>
    public static async Task RememberAsync(HttpContext http, Pass pass, SmsAddress number, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(pass);
        var token = RandomNumberGenerator.GetBytes(TokenBytes);
        var id = Guid.CreateVersion7(now);
        await using var reading = await pass.ReadAsync(http.RequestAborted);
        await reading.Db.ExecuteAsync(
            """
            insert into known_browser (id, family, person, token_hash, number_hash, device, created_at, expires_at)
            values (@id, @family, @person, @hash, @phone, @device, @now, @until)
            """,
            new
            {
                id,
                family = pass.Family!.Id,
                person = pass.Asker.Id,
                hash = SHA256.HashData(token),
                phone = KeyedHash.OfPhone(pass.Municipality.Master, number.Number),
                device = Devices.Of(http.Request.Headers.UserAgent),
                now,
                until = now + Life,
            }
        );
        http.Response.Cookies.Append(
            Prefix + Convert.ToHexStringLower(token.AsSpan(0, 4)),
            Base64Url.EncodeToString(token),
            Cookies.For(http, Path, Life)
        );
    }

    /// <summary>Whether this browser is remembered for the holder of the pass's link, by the number she has now.</summary>
    public static async Task<bool> KnowsAsync(HttpContext http, Pass pass, SmsAddress number, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(number);
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(pass);
        var hashes = Hashes(http);
        await using var reading = await pass.ReadAsync(http.RequestAborted);
        return await reading.Db.ExecuteScalarAsync<bool>(
            """
            select exists (select 1 from known_browser
                            where token_hash = any(@hashes) and person = @person and number_hash = @phone
                              and ended_at is null and expires_at > @now)
            """,
            new
            {
                hashes,
                person = pass.Asker.Id,
                phone = KeyedHash.OfPhone(pass.Municipality.Master, number.Number),
                now,
            }
        );
    }

    /// <summary>Whether this browser may be known to somebody: only then is there reason to look.</summary>
    public static bool MayKnow(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return Hashes(http).Length > 0;
    }

    private static byte[][] Hashes(HttpContext http) =>
        http
            .Request.Cookies.Where(c => c.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .Take(MostCookies)
            .Select(c =>
                Base64Url.IsValid(c.Value, out var length) && length == TokenBytes
                    ? SHA256.HashData(Base64Url.DecodeFromChars(c.Value))
                    : null
            )
            .OfType<byte[]>()
            .ToArray();

    /// <summary>Those remembered for whoever asks, the newest first.</summary>
    public static async Task<IReadOnlyList<KnownBrowser>> AllAsync(
        Pass pass,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<(
            Guid Id,
            string? Device,
            DateTimeOffset CreatedAt,
            DateTimeOffset ExpiresAt
        )>(
            new CommandDefinition(
                """
                select id, device, created_at, expires_at from known_browser
                 where person = @Id and ended_at is null and expires_at > @now order by created_at desc, id desc
                """,
                new { pass.Asker.Id, now },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new KnownBrowser(r.Id, r.Device, r.CreatedAt, r.ExpiresAt)).ToList();
    }

    /// <summary>Forgets one of the asker's own; nothing happens when it is not hers.</summary>
    public static Task ForgetAsync(Write write, Guid browser)
    {
        ArgumentNullException.ThrowIfNull(write);
        write.Touched(browser);
        return write.ExecuteAsync(
            "update known_browser set ended_at = @Now where id = @browser and person = @Id and ended_at is null",
            new
            {
                write.Now,
                browser,
                write.Pass.Asker.Id,
            }
        );
    }

    /// <summary>Forgets all of a person's, as when she signs out everywhere.</summary>
    public static async Task ForgetAllAsync(Pass pass, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        await reading.Db.ExecuteAsync(
            "update known_browser set ended_at = @now where person = @Id and ended_at is null",
            new { now, pass.Asker.Id }
        );
    }
}
