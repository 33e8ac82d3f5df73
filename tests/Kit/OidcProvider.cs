using System.Diagnostics;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Flette.Web.Data;
using Flette.Web.SignIn;

namespace Flette.Kit;

/// <summary>
/// A certified OpenID Connect provider on loopback (npm <c>oidc-provider</c>), with people of the test's own, for both municipalities. Its
/// clock is the real one.
/// </summary>
public sealed class OidcProvider : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Code = ["authorization_code"];
    private static readonly string[] CodeOnly = ["code"];

    private readonly TemporaryFolder _folder = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly HttpClient _test = new();
    private readonly JsonObject _accounts = [];
    private Process? _process;

    private OidcProvider()
    {
        Port = FreePort.Next();
        KeyFile = _folder.In("client.pem");
        File.WriteAllText(KeyFile, _key.ExportPkcs8PrivateKeyPem());
        File.SetUnixFileMode(KeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Its name.</summary>
    public Uri Issuer => new($"http://127.0.0.1:{Port}");

    /// <summary>Our private key to it.</summary>
    public string KeyFile { get; }

    /// <summary>Makes it; it answers once the program that uses it is told of it (<see cref="SignIn"/>) and it is started.</summary>
    public static OidcProvider New() => new();

    /// <summary>Somebody who signs in there.</summary>
    /// <param name="account">What the provider calls her.</param>
    /// <param name="claims">What its tokens say of her; <c>acr</c> and <c>amr</c> how surely she is known.</param>
    public OidcProvider With(string account, object claims)
    {
        _accounts[account] = JsonSerializer.SerializeToNode(claims);
        return this;
    }

    /// <summary>The options of a municipality: families by <c>pid</c>, staff by mail address and two factors.</summary>
    public IReadOnlyList<IssuerOptions> SignIn(MunicipalityOptions municipality, Uri address)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        _addresses[municipality.Key] = address;
        return
        [
            new IssuerOptions
            {
                Key = "idporten",
                Name = "ID-porten",
                For = IssuerFor.Members,
                Issuer = Issuer,
                ClientId = municipality.Key + "-idporten",
                KeyFile = KeyFile,
                Acr = ["idporten-loa-high"],
            },
            new IssuerOptions
            {
                Key = "ansatt",
                Name = "jobbkontoen",
                For = IssuerFor.Staff,
                Issuer = Issuer,
                ClientId = municipality.Key + "-ansatt",
                KeyFile = KeyFile,
                Amr = "mfa",
                Scopes = ["email"],
                PersonClaim = "email",
            },
            new IssuerOptions
            {
                Key = "sykehus",
                Name = "sykehuset",
                For = IssuerFor.Partners,
                Issuer = Issuer,
                ClientId = municipality.Key + "-sykehus",
                KeyFile = KeyFile,
                Amr = "mfa",
                Scopes = ["email"],
                PersonClaim = "email",
                Domains = ["sykehus.example.no"],
            },
        ];
    }

    private readonly Dictionary<string, Uri> _addresses = new(StringComparer.Ordinal);

    /// <summary>Starts it with the clients it has been asked for.</summary>
    public async Task StartAsync()
    {
        var jwk = _key.ExportParameters(includePrivateParameters: false);
        var key = new
        {
            kty = "EC",
            crv = "P-256",
            alg = "ES256",
            use = "sig",
            x = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(jwk.Q.X),
            y = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(jwk.Q.Y),
        };
        var clients = _addresses.SelectMany(a =>
            new[] { "idporten", "ansatt", "sykehus" }.Select(issuer => new
            {
                client_id = $"{a.Key}-{issuer}",
                redirect_uris = new[] { new Uri(a.Value, $"inn/{issuer}/tilbake").ToString() },
                post_logout_redirect_uris = new[] { new Uri(a.Value, "ut").ToString() },
                backchannel_logout_uri = new Uri(a.Value, $"ut/{issuer}/varsel").ToString(),
                backchannel_logout_session_required = true,
                grant_types = Code,
                response_types = CodeOnly,
                token_endpoint_auth_method = "private_key_jwt",
                token_endpoint_auth_signing_alg = "ES256",
                jwks = new { keys = new[] { key } },
            })
        );
        var start = new ProcessStartInfo("node", ["provider.mjs"])
        {
            WorkingDirectory = Path.Combine(Repository.Root(), "tests", "Kit", "oidc"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start)!;
        var errors = _process.StandardError.ReadToEndAsync();
        await _process.StandardInput.WriteLineAsync(
            JsonSerializer.Serialize(
                new
                {
                    port = Port,
                    clients,
                    accounts = _accounts,
                }
            )
        );
        await _process.StandardInput.FlushAsync();
        using var patience = new CancellationTokenSource(Patience);
        string? line;
        do
        {
            line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        } while (line is not null && !line.StartsWith("listening", StringComparison.Ordinal));
        if (line is null)
        {
            throw new InvalidOperationException("The provider did not start: " + await errors);
        }
        // Whatever it says later is read and dropped, else it would stop when the pipe is full.
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>From now on its id_tokens are changed; see provider.mjs for how. Null lets them be.</summary>
    public async Task TamperAsync(object? how) =>
        (
            await _test.PostAsJsonAsync(new Uri(Issuer, "test/tamper"), how ?? new { off = true })
        ).EnsureSuccessStatusCode();

    /// <summary>A token with these claims, signed as asked, as the provider would make it.</summary>
    public async Task<string> MakeAsync(object how)
    {
        var answer = await _test.PostAsJsonAsync(new Uri(Issuer, "test/make"), how);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>();
    }

    /// <summary>The id_tokens it has given, in order, and how often its keys were asked for.</summary>
    public async Task<(IReadOnlyList<string> Given, int KeysAsked)> GivenAsync()
    {
        var answer = (await _test.GetFromJsonAsync<JsonObject>(new Uri(Issuer, "test/given")))!;
        return (
            answer["given"]!.AsArray().Select(t => t!.GetValue<string>()).ToList(),
            answer["keysAsked"]!.GetValue<int>()
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
            }
            process.Dispose();
        }
        _test.Dispose();
        _key.Dispose();
        _folder.Dispose();
    }
}
