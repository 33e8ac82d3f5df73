using Dapper;
using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Audit;
using Flette.Web.Data;
using Flette.Web.Vault;
using Microsoft.IdentityModel.Tokens;

namespace Flette.Web.SignIn;

/// <summary>How a sign-in ended that let nobody in.</summary>
public enum NotSignedIn
{
    /// <summary>Not begun in this browser, too long ago, or answered before.</summary>
    NotBegun,

    /// <summary>Broken off at the provider.</summary>
    BrokenOff,

    /// <summary>The provider does not answer.</summary>
    NoAnswer,

    /// <summary>A token that does not hold.</summary>
    Refused,

    /// <summary>Not known surely enough.</summary>
    NotSure,

    /// <summary>Nobody the municipality has here.</summary>
    Unknown,
}

/// <summary>What came back from a provider, as the address says it.</summary>
public sealed record ProviderAnswer(string? Code, string? State, string? Issuer, string? Error);

/// <summary>The two halves of a sign-in: to the provider, and back (OpenID Connect Core 3.1, RFC 9207, RFC 9700).</summary>
public sealed partial class SignIns(
    SignInCookie cookie,
    WorkCookie work,
    CodeExchange exchange,
    People people,
    TimeProvider time,
    ILogger<SignIns> log
)
{
    /// <summary>The provider's address to send the browser to. Throws <see cref="ProviderException"/>.</summary>
    /// <param name="back">Where to go afterwards: a path here.</param>
    public async Task<string> BeginAsync(HttpContext http, Issuer issuer, string back)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(issuer);
        var told = await issuer.ToldAsync(http.RequestAborted);
        var request = SignInRequest.New(issuer.Options.Key, back, time.GetUtcNow());
        cookie.Set(http, request);
        var asked = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["response_type"] = "code",
            ["client_id"] = issuer.Options.ClientId,
            ["redirect_uri"] = issuer.ReturnAddress,
            ["scope"] = string.Join(' ', issuer.Options.Scopes.Prepend("openid").Distinct(StringComparer.Ordinal)),
            ["state"] = request.State,
            ["nonce"] = request.Nonce,
            ["code_challenge"] = request.Challenge,
            ["code_challenge_method"] = "S256",
        };
        if (issuer.Options.Acr.Count > 0)
        {
            asked["acr_values"] = string.Join(' ', issuer.Options.Acr);
        }
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(told.AuthorizationEndpoint, asked);
    }

    /// <summary>
    /// Takes the answer. Whoever is known gets a session with a new id; where to go next comes with it.
    /// </summary>
    public async Task<(string? Next, NotSignedIn? Why)> EndAsync(HttpContext http, Issuer issuer, ProviderAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(answer);
        var cancel = http.RequestAborted;
        try
        {
            // Taken whatever the answer is: it is good for one.
            if (
                cookie.Take(http) is not { } request
                || request.Issuer != issuer.Options.Key
                || request.State != answer.State
            )
            {
                return await NobodyAsync(http, issuer, NotSignedIn.NotBegun, "state");
            }
            if (!await IsFromAsync(issuer, answer, cancel))
            {
                return await NobodyAsync(http, issuer, NotSignedIn.Refused, "response issuer");
            }
            if (answer.Code is not { Length: > 0 } code)
            {
                return (null, NotSignedIn.BrokenOff);
            }
            var text = await exchange.TokenAsync(issuer, code, request.Verifier, cancel);
            var token = await Tokens.OfSignInAsync(issuer, text, request.Nonce, time.GetUtcNow(), cancel);
            if (token.Fault is { } fault)
            {
                return await NobodyAsync(
                    http,
                    issuer,
                    fault == TokenFault.Level ? NotSignedIn.NotSure : NotSignedIn.Refused,
                    "token: " + fault
                );
            }
            if (Features.Codes.WorkModel.IsBack(request.Back))
            {
                // She came from a link, and goes back to it: whether it was sent to this address is asked there.
                if (People.WorkAddress(issuer, token) is not { } address)
                {
                    return await NobodyAsync(http, issuer, NotSignedIn.Unknown, "no work address");
                }
                work.Set(http, address);
                return (request.Back, null);
            }
            if (await people.FindAsync(issuer, token, cancel) is not { } found)
            {
                return await NobodyAsync(http, issuer, NotSignedIn.Unknown, "unknown person");
            }
            await Sessions.StartAsync(
                http,
                issuer.Municipality,
                found.Kind,
                found.Ids[0],
                Level.High,
                time.GetUtcNow(),
                found.By
            );
            return (
                found.Ids.Count > 1 && request.Back == "/" ? Features.SignIn.FamiliesModel.Path : request.Back,
                null
            );
        }
        catch (ProviderException e)
        {
            Failed(log, http.TraceIdentifier, issuer.Municipality.Key, issuer.Options.Key, e.Message);
            return (null, NotSignedIn.NoAnswer);
        }
    }

    /// <summary>
    /// Takes a logout token: ends the sessions it is about. Why it was not taken, or null. Throws <see cref="ProviderException"/>.
    /// </summary>
    public async Task<TokenFault?> EndByTokenAsync(HttpContext http, Issuer issuer, string? text)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(issuer);
        var now = time.GetUtcNow();
        var token = await Tokens.OfLogoutAsync(issuer, text, now, http.RequestAborted);
        if (token.Fault is { } fault)
        {
            Failed(log, http.TraceIdentifier, issuer.Municipality.Key, issuer.Options.Key, "logout token: " + fault);
            return fault;
        }
        var municipality = issuer.Municipality;
        await using var db = await municipality.Database.OpenConnectionAsync(http.RequestAborted);
        await using var transaction = await db.BeginTransactionAsync(http.RequestAborted);
        await db.ExecuteAsync("delete from logout_token where expires_at < @now", new { now }, transaction);
        var first = await db.ExecuteAsync(
            "insert into logout_token (jti_hash, expires_at) values (@jti, @until) on conflict do nothing",
            new { jti = Hash("jti", token.Text("jti")!), until = now + Tokens.Freshest + Tokens.Skew + Tokens.Skew },
            transaction
        );
        if (first == 0)
        {
            return TokenFault.Replayed;
        }
        await db.ExecuteAsync(
            $"""
            update session set ended_at = @now, token = null
             where ended_at is null and issuer = @Key
               and (@sid::bytea is null or sid_hash = @sid) and (@sub::bytea is null or subject_hash = @sub)
            """,
            new
            {
                now,
                issuer.Options.Key,
                sid = token.Text("sid") is { Length: > 0 } sid ? Hash("sid", sid) : null,
                sub = token.Text("sub") is { Length: > 0 } sub ? Hash("sub", sub) : null,
            },
            transaction
        );
        await transaction.CommitAsync(http.RequestAborted);
        return null;

        byte[] Hash(string kind, string value) => KeyedHash.OfProvider(municipality.Master, kind, issuer.Name, value);
    }

    /// <summary>Ends the sessions of one session at the provider, and can do nothing else: whoever does not know its name ends none.</summary>
    public async Task EndBySessionAsync(HttpContext http, Issuer issuer, string? name, string? session)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(issuer);
        if (name != issuer.Name || string.IsNullOrEmpty(session))
        {
            return;
        }
        var municipality = issuer.Municipality;
        await using var db = await municipality.Database.OpenConnectionAsync(http.RequestAborted);
        await db.ExecuteAsync(
            "update session set ended_at = @now, token = null where ended_at is null and issuer = @Key and sid_hash = @sid",
            new
            {
                now = time.GetUtcNow(),
                issuer.Options.Key,
                sid = KeyedHash.OfProvider(municipality.Master, "sid", issuer.Name, session),
            }
        );
    }

    /// <summary>The provider's address that signs out there too; null when it has none, or does not answer.</summary>
    public async Task<string?> ProvidersOutAsync(HttpContext http, Issuer issuer, string? token)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(issuer);
        try
        {
            var told = await issuer.ToldAsync(http.RequestAborted);
            return string.IsNullOrEmpty(told.EndSessionEndpoint)
                ? null
                : Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString(
                    told.EndSessionEndpoint,
                    new Dictionary<string, string?>(StringComparer.Ordinal)
                    {
                        ["id_token_hint"] = token,
                        ["client_id"] = issuer.Options.ClientId,
                        ["post_logout_redirect_uri"] = issuer.AfterwardsAddress,
                    }
                );
        }
        catch (ProviderException e)
        {
            Failed(log, http.TraceIdentifier, issuer.Municipality.Key, issuer.Options.Key, e.Message);
            return null;
        }
    }

    // A provider that names itself in its answers must do so, and rightly: else another's answer was mixed in (RFC 9207).
    private static async Task<bool> IsFromAsync(Issuer issuer, ProviderAnswer answer, CancellationToken cancel)
    {
        if (answer.Issuer is not null)
        {
            return answer.Issuer == issuer.Name;
        }
        return !(await issuer.ToldAsync(cancel)).AuthorizationResponseIssParameterSupported;
    }

    private async Task<(string?, NotSignedIn?)> NobodyAsync(
        HttpContext http,
        Issuer issuer,
        NotSignedIn why,
        string kind
    )
    {
        Failed(log, http.TraceIdentifier, issuer.Municipality.Key, issuer.Options.Key, kind);
        var row = new AuditRow(
            Asker.Nobody(issuer.Municipality.Key),
            Act.SignIn,
            why == NotSignedIn.Unknown ? "unknown" : "sign-in",
            null,
            [],
            http.TraceIdentifier
        );
        await AuditLog.RefusedAsync(issuer.Municipality, row, time.GetUtcNow(), http.RequestAborted);
        return (null, why);
    }

    [LoggerMessage(
        EventId = 21,
        Level = LogLevel.Warning,
        Message = "Sign-in {Reference} at {Municipality}/{Issuer} let nobody in: {Kind}"
    )]
    private static partial void Failed(
        ILogger logger,
        string reference,
        string municipality,
        string issuer,
        string kind
    );
}
