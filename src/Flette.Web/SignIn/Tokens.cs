using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Flette.Web.SignIn;

/// <summary>Why a token was not taken. For the operator's log; a person is told to try again.</summary>
public enum TokenFault
{
    /// <summary>No token at all, or one that cannot be read.</summary>
    Unreadable,

    /// <summary>Signed in a way that is not taken: none, or with a shared secret.</summary>
    Algorithm,

    /// <summary>Signed with a key the issuer does not have.</summary>
    Key,
    Signature,
    Issuer,
    Audience,

    /// <summary>Run out, from the future, or too old.</summary>
    Time,
    Nonce,

    /// <summary>Something that must stand in it does not.</summary>
    Content,

    /// <summary>The person was not known surely enough: another <c>acr</c> than the configuration names.</summary>
    Level,

    /// <summary>It came before.</summary>
    Replayed,
}

/// <summary>A token that holds, or why it does not.</summary>
/// <param name="Encoded">The token as it came; null when it does not hold.</param>
/// <param name="Claims">What it says.</param>
public sealed record Checked(string? Encoded, JsonElement Claims, TokenFault? Fault)
{
    /// <summary>One that does not hold.</summary>
    public static Checked Not(TokenFault fault) => new(null, default, fault);

    /// <summary>A claim; null when it is missing.</summary>
    public JsonElement? Find(string claim) => Claims.TryGetProperty(claim, out var value) ? value : null;

    /// <summary>A text claim; null when it is missing or no text.</summary>
    public string? Text(string claim) =>
        Find(claim) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>An instant; null when it is missing or none.</summary>
    internal DateTimeOffset? Instant(string claim) =>
        Find(claim) is { ValueKind: JsonValueKind.Number } value
        && value.TryGetDouble(out var seconds)
        && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    /// <summary>The texts of a list; one text is a list of one.</summary>
    internal IReadOnlyList<string> Texts(string claim) =>
        Find(claim) switch
        {
            { ValueKind: JsonValueKind.String } one => [one.GetString()!],
            { ValueKind: JsonValueKind.Array } many
                when many.EnumerateArray().All(t => t.ValueKind == JsonValueKind.String) => many.EnumerateArray()
                .Select(t => t.GetString()!)
                .ToList(),
            _ => [],
        };
}

/// <summary>
/// The checks of OpenID Connect Core 3.1.3.7 and Back-Channel Logout 2.6, on signatures the library checks. Every one of them can refuse, and
/// none rests on what the request says of itself.
/// </summary>
public static class Tokens
{
    /// <summary>How far clocks may be apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>How long after it was made a token may come.</summary>
    public static readonly TimeSpan Freshest = TimeSpan.FromMinutes(10);

    private const string LogoutEvent = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly JsonDocumentOptions Once = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256,
    ];

    /// <summary>The token of a sign-in.</summary>
    public static async Task<Checked> OfSignInAsync(
        Issuer issuer,
        string? text,
        string nonce,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(issuer);
        var read = await SignedAsync(issuer, text, now, cancel);
        if (read.Fault is not null)
        {
            return read;
        }
        var fault =
            read.Text("nonce") is not { } given || !Same(given, nonce) ? TokenFault.Nonce
            : read.Text("sub") is null or "" ? TokenFault.Content
            : !IsSure(issuer.Options, read) ? TokenFault.Level
            : (TokenFault?)null;
        return fault is null ? read : Checked.Not(fault.Value);
    }

    /// <summary>The token by which a provider ends sessions. That it comes once is for the one who takes it to see to.</summary>
    public static async Task<Checked> OfLogoutAsync(
        Issuer issuer,
        string? text,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(issuer);
        var read = await SignedAsync(issuer, text, now, cancel);
        if (read.Fault is not null)
        {
            return read;
        }
        var holds =
            read.Find("events") is { ValueKind: JsonValueKind.Object } events
            && events.TryGetProperty(LogoutEvent, out var what)
            && what.ValueKind == JsonValueKind.Object
            // A token of a sign-in, sent here to put somebody out, has one.
            && read.Find("nonce") is null
            && read.Text("jti") is { Length: > 0 }
            && (read.Text("sid") is { Length: > 0 } || read.Text("sub") is { Length: > 0 });
        return holds ? read : Checked.Not(TokenFault.Content);
    }

    private static async Task<Checked> SignedAsync(
        Issuer issuer,
        string? text,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var handler = new JsonWebTokenHandler { MaximumTokenSizeInBytes = 64 << 10, MapInboundClaims = false };
        JsonWebToken unread;
        try
        {
            unread = handler.ReadJsonWebToken(text);
            // Encrypted ones are nobody's here, and what is not said is not guessed.
            if (unread.IsEncrypted || string.IsNullOrEmpty(unread.EncodedSignature))
            {
                return Checked.Not(unread.IsEncrypted ? TokenFault.Unreadable : TokenFault.Algorithm);
            }
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return Checked.Not(TokenFault.Unreadable);
        }
        if (!Algorithms.Contains(unread.Alg, StringComparer.Ordinal))
        {
            return Checked.Not(TokenFault.Algorithm);
        }
        if (unread.Kid is not { Length: > 0 } kid || await issuer.KeyAsync(kid, cancel) is not { } key)
        {
            return Checked.Not(TokenFault.Key);
        }
        var result = await handler.ValidateTokenAsync(
            unread,
            new TokenValidationParameters
            {
                ValidAlgorithms = Algorithms,
                IssuerSigningKey = key,
                TryAllIssuerSigningKeys = false,
                RequireSignedTokens = true,
                // Below, each by itself, so that it is known which failed, and on the time that is given.
                ValidateIssuer = false,
                ValidateAudience = false,
                ValidateLifetime = false,
            }
        );
        if (!result.IsValid)
        {
            return Checked.Not(TokenFault.Signature);
        }
        // What was signed, read by ourselves: the library reads some claims its own way, and takes the last of two with one name.
        JsonElement claims;
        try
        {
            using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(unread.EncodedPayload), Once);
            claims = payload.RootElement.Clone();
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return Checked.Not(TokenFault.Unreadable);
        }
        if (claims.ValueKind != JsonValueKind.Object)
        {
            return Checked.Not(TokenFault.Unreadable);
        }
        var read = new Checked(text, claims, null);
        var fault =
            read.Text("iss") != issuer.Name ? TokenFault.Issuer
            : !IsForUs(issuer, read) ? TokenFault.Audience
            : !IsOfNow(read, now) ? TokenFault.Time
            : (TokenFault?)null;
        return fault is null ? read : Checked.Not(fault.Value);
    }

    // For us alone: one that is for others too could have been lent by them.
    private static bool IsForUs(Issuer issuer, Checked read) =>
        read.Texts("aud") is [var only]
        && only == issuer.Options.ClientId
        && (read.Find("azp") is null || read.Text("azp") == issuer.Options.ClientId);

    private static bool IsOfNow(Checked read, DateTimeOffset now) =>
        now < read.Instant("exp") + Skew
        && read.Instant("iat") is { } made
        && made <= now + Skew
        && made > now - Freshest - Skew
        && (read.Find("nbf") is null || read.Instant("nbf") <= now + Skew);

    private static bool IsSure(IssuerOptions options, Checked read) =>
        (options.Acr.Count == 0 || options.Acr.Contains(read.Text("acr"), StringComparer.Ordinal))
        && (options.Amr is null || read.Texts("amr").Contains(options.Amr, StringComparer.Ordinal));

    private static bool Same(string one, string other) =>
        System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(one),
            System.Text.Encoding.UTF8.GetBytes(other)
        );
}
