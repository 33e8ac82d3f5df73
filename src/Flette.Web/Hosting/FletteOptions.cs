using System.Text.RegularExpressions;
using Flette.Web.Data;
using Flette.Web.Hosting.Settings;
using Flette.Web.Print;
using Flette.Web.Vault;

namespace Flette.Web.Hosting;

/// <summary>What a node is told. Validated at start: all errors listed, exit 78.</summary>
public sealed partial record FletteOptions
{
    /// <summary>Exit code for wrong configuration (EX_CONFIG).</summary>
    public const int BadConfiguration = 78;

    /// <summary>
    /// Where the program answers: <c>http://127.0.0.1:5080</c> behind a proxy on the same machine, <c>https://0.0.0.0:443</c> with a
    /// certificate of its own, or <c>unix:/run/flette/flette.sock</c>.
    /// </summary>
    public IReadOnlyList<string> Listen { get; init; } = ["http://127.0.0.1:5080"];

    /// <summary>File with the certificate and those above it (PEM), for an address that begins with https. Read anew each hour.</summary>
    public string? Certificate { get; init; }

    /// <summary>File with the certificate's private key (PEM), mode 0600.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>
    /// Addresses of the proxies in front: only what comes from one of them may say that a person's connection was encrypted, and where it came
    /// from. A proxy must send on the Host header as it came.
    /// </summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Folder with the program key and the Data Protection ring; shared between nodes.</summary>
    public required string KeyFolder { get; init; }

    /// <summary>Folder of the PostgreSQL the program keeps itself, for municipalities without Connection. Only one node may use it.</summary>
    public string? DataFolder { get; init; }

    /// <summary>How PDF is made.</summary>
    public PrintOptions Print { get; init; } = new();

    /// <summary>The municipalities served.</summary>
    public required IReadOnlyList<MunicipalityOptions> Municipalities { get; init; }

    /// <summary>Where people sign in: the demo's is its page of personas.</summary>
    [NotASetting]
    public string WayIn { get; init; } = "/inn";

    /// <summary>Keys of municipalities that are not to be served now: their database is not fit (architecture.md, rule 9).</summary>
    [NotASetting]
    public IReadOnlyList<string> Unserved { get; init; } = [];

    /// <summary>Whether the log is sealed; only the benchmark leaves it, to see what it costs.</summary>
    [NotASetting]
    public bool Seals { get; init; } = true;

    /// <summary>Whether this is the demo, which serves only databases stamped as demo.</summary>
    [NotASetting]
    public bool Demo { get; init; }

    /// <summary>Everything that is wrong, in words for an operator. Empty when all is well.</summary>
    public IReadOnlyList<string> Errors()
    {
        var errors = new List<string>();
        if (Municipalities.Count == 0)
        {
            errors.Add("Municipalities: there is none.");
        }
        errors.AddRange(Demo ? [] : ListenErrors());
        foreach (var m in Municipalities)
        {
            if (!KeyForm().IsMatch(m.Key))
            {
                errors.Add($"Municipalities:{m.Key}: a key has lower-case letters, digits and hyphens only.");
            }
            if (m.Hosts.Count == 0)
            {
                errors.Add($"Municipalities:{m.Key}: no host.");
            }
            if (string.IsNullOrWhiteSpace(m.Connection) && string.IsNullOrWhiteSpace(DataFolder))
            {
                errors.Add(
                    $"Municipalities:{m.Key}: no Connection, and no DataFolder for a PostgreSQL of the program's own."
                );
            }
            if (!IsPublic(m))
            {
                errors.Add(
                    $"Municipalities:{m.Key}: Address must be {(Demo ? "http" : "https")}:// and one of its hosts, with nothing after."
                );
            }
            errors.AddRange(
                m.SignIn.SelectMany(i => i.Errors().Select(e => $"Municipalities:{m.Key}:SignIn:{i.Key}: {e}"))
            );
            errors.AddRange(
                m.SignIn.GroupBy(i => i.Key, StringComparer.Ordinal)
                    .Where(g => g.Count() > 1)
                    .Select(g => $"Municipalities:{m.Key}:SignIn:{g.Key}: the key stands for more than one issuer.")
            );
            errors.AddRange(m.Mail.Errors().Select(e => $"Municipalities:{m.Key}:Mail: {e}"));
            errors.AddRange(m.Sms?.Errors().Select(e => $"Municipalities:{m.Key}:Sms: {e}") ?? []);
            errors.AddRange(m.Inbound?.Errors().Select(e => $"Municipalities:{m.Key}:Inbound: {e}") ?? []);
        }
        foreach (
            var twice in Municipalities
                .SelectMany(m => m.Hosts)
                .GroupBy(h => h, StringComparer.OrdinalIgnoreCase)
                .Where(g => g.Count() > 1)
        )
        {
            errors.Add($"Host {twice.Key} stands for more than one municipality.");
        }
        foreach (var twice in Municipalities.GroupBy(m => m.Key, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            errors.Add($"Key {twice.Key} stands for more than one municipality.");
        }
        return errors;
    }

    private IEnumerable<string> ListenErrors()
    {
        if (Listen.Count == 0)
        {
            yield return "Listen: there is no address.";
        }
        foreach (var listen in Listen)
        {
            if (ListenAddress.Read(listen) is not { } address)
            {
                yield return $"Listen: {listen} is no address like http://127.0.0.1:5080, https://0.0.0.0:443 or unix:/run/flette/flette.sock.";
            }
            else if (address is { IsEncrypted: false, IsHere: false } && Proxies.Count == 0)
            {
                yield return $"Listen: {listen} would be open to others without encryption. Listen on 127.0.0.1, use https, or name the Proxies in front.";
            }
            else if (address.IsEncrypted && (Certificate is null || CertificateKey is null))
            {
                yield return "Certificate and CertificateKey are needed to listen on https.";
            }
        }
        if (CertificateKey is { } key && SecretFile.Problem(key) is { } problem)
        {
            yield return $"CertificateKey: {problem}";
        }
        if (Certificate is { } certificate && !File.Exists(certificate))
        {
            yield return $"Certificate: The file {certificate} is missing.";
        }
        foreach (var proxy in Proxies.Where(p => !System.Net.IPAddress.TryParse(p, out _)))
        {
            yield return $"Proxies: {proxy} is no IP address.";
        }
    }

    private bool IsPublic(MunicipalityOptions m) =>
        m.Address is { IsAbsoluteUri: true, PathAndQuery: "/", Fragment: "", UserInfo: "" } address
        && address.Scheme == (Demo ? Uri.UriSchemeHttp : Uri.UriSchemeHttps)
        && m.Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex KeyForm();
}
