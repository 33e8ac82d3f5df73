using System.Collections.Frozen;
using Flette.Web.Data;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Flette.Web.SignIn;

/// <summary>The provider could not be reached, or answered with what cannot be used. A person may try again; nothing has happened.</summary>
public sealed class ProviderException(string what, Exception? inner = null) : Exception(what, inner);

/// <summary>One issuer of one municipality, with what it has told of itself.</summary>
public sealed class Issuer : IDisposable
{
    private readonly ProviderMetadata _metadata;
    private readonly SigningCredentials _key;

    internal Issuer(Municipality municipality, IssuerOptions options, HttpClient http, TimeProvider time)
    {
        Municipality = municipality;
        Options = options;
        _key = ClientKey.Read(options.KeyFile, options.KeyId);
        _metadata = new ProviderMetadata(options, http, time);
    }

    public Municipality Municipality { get; }

    public IssuerOptions Options { get; }

    /// <summary>Its name as it stands in tokens.</summary>
    public string Name => Options.Issuer.OriginalString;

    /// <summary>Where it sends people back: from the configuration, never from the request.</summary>
    public string ReturnAddress =>
        $"{Municipality.Address.GetLeftPart(UriPartial.Authority)}/inn/{Options.Key}/tilbake";

    /// <summary>Where it may send people once it has signed them out.</summary>
    public string AfterwardsAddress => $"{Municipality.Address.GetLeftPart(UriPartial.Authority)}/ut";

    /// <summary>What it says of itself. Throws <see cref="ProviderException"/>.</summary>
    public Task<OpenIdConnectConfiguration> ToldAsync(CancellationToken cancel) => _metadata.GetAsync(cancel);

    /// <summary>The key a token names, and no other; asked for anew when it is not known. Null when there is none.</summary>
    public Task<SecurityKey?> KeyAsync(string kid, CancellationToken cancel) => _metadata.KeyAsync(kid, cancel);

    /// <summary>What we say of ourselves at its token endpoint: good for a minute, and once.</summary>
    public string Assertion(DateTimeOffset now)
    {
        // To the issuer's name: RFC 7523 bis, and what ID-porten asks for.
        var about = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = Options.ClientId,
            ["sub"] = Options.ClientId,
            ["aud"] = Name,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = now.AddMinutes(1).ToUnixTimeSeconds(),
        };
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor { Claims = about, SigningCredentials = _key }
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _metadata.Dispose();
}

/// <summary>The issuers of all municipalities.</summary>
public sealed class Issuers : IDisposable
{
    private readonly FrozenDictionary<string, IReadOnlyList<Issuer>> _all;

    /// <summary>Reads the keys. Throws <see cref="Vault.VaultException"/> or a cryptographic one for a file that cannot be used.</summary>
    public Issuers(Databases databases, ProviderHttp http, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(databases);
        ArgumentNullException.ThrowIfNull(http);
        _all = databases.All.ToFrozenDictionary(
            m => m.Key,
            m => (IReadOnlyList<Issuer>)m.SignIn.Select(o => new Issuer(m, o, http.Client, time)).ToList(),
            StringComparer.Ordinal
        );
    }

    /// <summary>Those of a municipality, in the order of the configuration.</summary>
    public IReadOnlyList<Issuer> Of(Municipality municipality)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        return _all[municipality.Key];
    }

    /// <summary>One of a municipality's by its key, or null.</summary>
    public Issuer? Find(Municipality municipality, string? key) =>
        Of(municipality).FirstOrDefault(i => string.Equals(i.Options.Key, key, StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var issuer in _all.Values.SelectMany(i => i))
        {
            issuer.Dispose();
        }
    }
}

/// <summary>How providers are spoken to: no redirects are followed, no cookies kept, and no answer is large or slow.</summary>
public sealed class ProviderHttp : IDisposable
{
    /// <summary>Longest answer, in bytes.</summary>
    public const int LargestAnswer = 1 << 20;

    /// <summary>The client.</summary>
    public HttpClient Client { get; } =
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(5),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            }
        )
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = LargestAnswer,
        };

    /// <inheritdoc/>
    public void Dispose() => Client.Dispose();
}
