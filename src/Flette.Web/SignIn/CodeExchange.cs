using System.Net.Http.Headers;
using System.Text.Json;

namespace Flette.Web.SignIn;

/// <summary>Turns the code a person came back with into the provider's token, from machine to machine.</summary>
public sealed class CodeExchange(ProviderHttp http, TimeProvider time)
{
    /// <summary>
    /// The id_token as text. Null when the provider says no: the code was used, has run out, or is another's. Throws <see cref="ProviderException"/> when it does
    /// not answer.
    /// </summary>
    public async Task<string?> TokenAsync(Issuer issuer, string code, string verifier, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        var told = await issuer.ToldAsync(cancel);
        using var request = new HttpRequestMessage(HttpMethod.Post, told.TokenEndpoint);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = issuer.ReturnAddress,
                ["code_verifier"] = verifier,
                ["client_id"] = issuer.Options.ClientId,
                ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                ["client_assertion"] = issuer.Assertion(time.GetUtcNow()),
            }
        );
        try
        {
            using var answer = await http.Client.SendAsync(request, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                return (int)answer.StatusCode >= 500 ? throw new ProviderException("token endpoint") : null;
            }
            using var read = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(cancel));
            return
                read.RootElement.ValueKind == JsonValueKind.Object
                && read.RootElement.TryGetProperty("id_token", out var token)
                && token.ValueKind == JsonValueKind.String
                ? token.GetString()
                : null;
        }
        catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
        {
            throw new ProviderException("token endpoint", e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new ProviderException("token endpoint", e);
        }
    }
}
