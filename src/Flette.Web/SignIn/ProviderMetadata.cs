using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Flette.Web.SignIn;

/// <summary>
/// What a provider says of itself: addresses and keys. The library's own keeper of this renews in the background, so that the first token
/// signed with a new key would be refused; here whoever needs the new key waits for it.
/// </summary>
internal sealed class ProviderMetadata(IssuerOptions options, HttpClient http, TimeProvider time) : IDisposable
{
    /// <summary>A key nobody knows is asked for at most this often, however many tokens name one.</summary>
    public static readonly TimeSpan KeysEvery = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan RenewEvery = TimeSpan.FromHours(12);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (OpenIdConnectConfiguration Told, DateTimeOffset At)? _known;
    private DateTimeOffset _asked = DateTimeOffset.MinValue;

    /// <summary>What it has said, at most half a day old; older only while it does not answer.</summary>
    public async Task<OpenIdConnectConfiguration> GetAsync(CancellationToken cancel)
    {
        if (_known is { } known && time.GetUtcNow() - known.At < RenewEvery)
        {
            return known.Told;
        }
        return await RenewAsync(k => time.GetUtcNow() - k < RenewEvery, cancel);
    }

    /// <summary>The signing key of that name; asked for anew when it is not known. Null when there is none.</summary>
    public async Task<SecurityKey?> KeyAsync(string kid, CancellationToken cancel)
    {
        var told = await GetAsync(cancel);
        if (Find(told) is { } found || time.GetUtcNow() - _asked < KeysEvery)
        {
            return Find(told);
        }
        return Find(await RenewAsync(at => at > _known?.At || time.GetUtcNow() - _asked < KeysEvery, cancel));

        SecurityKey? Find(OpenIdConnectConfiguration from) =>
            from.SigningKeys.FirstOrDefault(k => string.Equals(k.KeyId, kid, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<OpenIdConnectConfiguration> RenewAsync(
        Func<DateTimeOffset, bool> newEnough,
        CancellationToken cancel
    )
    {
        await _one.WaitAsync(cancel);
        try
        {
            // Another may have asked while this one waited.
            if (_known is { } other && newEnough(other.At))
            {
                return other.Told;
            }
            _asked = time.GetUtcNow();
            var told = await AskAsync(cancel);
            _known = (told, _asked);
            return told;
        }
        catch (ProviderException) when (_known is not null)
        {
            return _known.Value.Told;
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<OpenIdConnectConfiguration> AskAsync(CancellationToken cancel)
    {
        OpenIdConnectConfiguration told;
        try
        {
            told = await OpenIdConnectConfigurationRetriever.GetAsync(
                options.Issuer.OriginalString.TrimEnd('/') + "/.well-known/openid-configuration",
                new HttpDocumentRetriever(http) { RequireHttps = !options.Issuer.IsLoopback },
                cancel
            );
        }
        catch (Exception e)
            when (e is IOException or HttpRequestException or ArgumentException or InvalidOperationException)
        {
            throw new ProviderException("configuration", e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new ProviderException("configuration", e);
        }
        // The one who answers at its address must call itself by its name, and lead nowhere unsafe.
        return
            told.Issuer == options.Issuer.OriginalString
            && Leads(told.AuthorizationEndpoint)
            && Leads(told.TokenEndpoint)
            && (told.EndSessionEndpoint is null or "" || Leads(told.EndSessionEndpoint))
            ? told
            : throw new ProviderException("configuration");

        static bool Leads(string? address) =>
            Uri.TryCreate(address, UriKind.Absolute, out var uri) && IssuerOptions.IsSafe(uri);
    }
}
