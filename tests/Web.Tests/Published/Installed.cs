using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Flette.Demo.Mailbox;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Delivery;

namespace Flette.Web.Tests.Published;

/// <summary>
/// The published archive, unpacked in an empty folder and run as an ordinary user with a certificate of its own, as a municipality would. Its
/// clock, its mail and the provider it signs in at are real.
/// </summary>
public sealed class Installed : IAsyncLifetime
{
    private const string Key = "fjellvik";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly OidcProvider _provider = OidcProvider.New();
    private readonly DemoMailbox _mailbox = new(TimeProvider.System);
    private readonly SmtpReceiver _receiver;
    private readonly int _port = FreePort.Next();
    private Process? _served;

    public Installed() => _receiver = new SmtpReceiver(_mailbox);

    /// <summary>Where it was unpacked.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>Where it answers.</summary>
    public Uri Home => new($"https://localhost:{_port}/");

    /// <summary>The configuration.</summary>
    public string Config => _folder.In("etc", "flette.json");

    /// <summary>What has come by mail, the last first.</summary>
    public IReadOnlyList<ReceivedMail> Mail => _mailbox.From("flette@fjellvik.example.no");

    public async ValueTask InitializeAsync()
    {
        var published = await RunAsync(null, Path.Combine(Repository.Root(), "flette"), "publish", _folder.In("out"));
        Assert.True(published.Exit == 0, published.Errors);
        var unpacked = await RunAsync(null, "tar", "xzf", published.Output.Trim(), "-C", _folder.Path);
        Assert.True(unpacked.Exit == 0, unpacked.Errors);
        Folder = Directory.EnumerateDirectories(_folder.Path, "flette-*").Single();
        _provider
            .With(
                "olga",
                new
                {
                    name = "Olga",
                    email = "olga@example.no",
                    amr = new[] { "mfa" },
                }
            )
            .With(
                "marit",
                new
                {
                    name = "Marit",
                    email = "marit@example.no",
                    amr = new[] { "mfa" },
                }
            )
            .With("silje", new { name = "Silje", pid = "30108299939" });
        await ConfigureAsync();
        await _provider.StartAsync();
        _receiver.Start();
    }

    /// <summary>One of its commands, as the ordinary user it is installed for.</summary>
    public Task<(int Exit, string Output, string Errors)> CommandAsync(params string[] arguments) =>
        RunAsync(AsUser(), Path.Combine(Folder, "flette"), arguments);

    /// <summary>The same as whoever runs the tests.</summary>
    public Task<(int Exit, string Output, string Errors)> CommandAsMeAsync(params string[] arguments) =>
        RunAsync(null, Path.Combine(Folder, "flette"), arguments);

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task<TimeSpan> ServeAsync()
    {
        var since = Stopwatch.StartNew();
        _served = Start(AsUser(), Path.Combine(Folder, "flette"), "serve", "--config", Config);
        var errors = _served.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        while (await _served.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("\"EventId\":31", StringComparison.Ordinal))
            {
                _ = _served.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return since.Elapsed;
            }
        }
        throw new InvalidOperationException("It ended: " + await errors);
    }

    /// <summary>Tells it to stop; its exit code, and how long that took.</summary>
    public async Task<(int Exit, TimeSpan Took)> StopAsync()
    {
        var since = Stopwatch.StartNew();
        using var kill = Process.Start("kill", ["-TERM", Served()]);
        await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(Patience);
        await _served!.WaitForExitAsync(patience.Token);
        return (_served.ExitCode, since.Elapsed);
    }

    /// <summary>Where backups go.</summary>
    public string Backups => _folder.In("backups");

    /// <summary>As when the machine is lost: everything that runs is killed, and the data folder is gone.</summary>
    public async Task LoseAsync()
    {
        using (var kill = Process.Start("kill", ["-KILL", Served()]))
        {
            await kill.WaitForExitAsync();
        }
        await _served!.WaitForExitAsync();
        var postmaster = Directory
            .EnumerateFiles(_folder.In("data"), "postmaster.pid", SearchOption.AllDirectories)
            .Single();
        using (var kill = Process.Start("kill", ["-KILL", (await File.ReadAllLinesAsync(postmaster))[0]]))
        {
            await kill.WaitForExitAsync();
        }
        Directory.Delete(_folder.In("data"), recursive: true);
        Directory.CreateDirectory(_folder.In("data"));
        await GiveAsync(_folder.In("data"));
    }

    /// <summary>Another key in place of the municipality's, as when yesterday's was put back; its own comes back afterwards.</summary>
    public async Task WithOtherKeyAsync(Func<Task> work)
    {
        var file = _folder.In("etc", "keys", Key + ".key");
        var right = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, RandomNumberGenerator.GetBytes(right.Length));
        await work();
        await File.WriteAllBytesAsync(file, right);
    }

    /// <summary>A browser that takes the certificate as good, and may be led to the provider and back.</summary>
    public Browserless Visit() => new(Home, ownCertificate: true) { Friend = _provider.Issuer.Authority };

    public async ValueTask DisposeAsync()
    {
        if (_served is { HasExited: false })
        {
            await StopAsync();
        }
        _served?.Dispose();
        await _receiver.DisposeAsync();
        await _provider.DisposeAsync();
        _folder.Dispose();
    }

    private async Task ConfigureAsync()
    {
        var etc = Directory.CreateDirectory(_folder.In("etc")).FullName;
        var keys = Directory.CreateDirectory(_folder.In("etc", "keys")).FullName;
        var data = Directory.CreateDirectory(_folder.In("data")).FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(-1),
            DateTimeOffset.UtcNow.AddDays(30)
        );
        await SecretAsync(Path.Combine(keys, "tls.crt"), certificate.ExportCertificatePem());
        await SecretAsync(Path.Combine(keys, "tls.key"), key.ExportPkcs8PrivateKeyPem());
        await SecretAsync(Path.Combine(keys, "client.pem"), await File.ReadAllTextAsync(_provider.KeyFile));
        var issuers = _provider.SignIn(
            new MunicipalityOptions
            {
                Key = Key,
                Name = "",
                Hosts = [],
                Address = Home,
                Mail = new MailOptions { Host = "", From = "" },
            },
            Home
        );
        var json = new JsonObject
        {
            ["Listen"] = new JsonArray($"https://127.0.0.1:{_port}"),
            ["Certificate"] = Path.Combine(keys, "tls.crt"),
            ["CertificateKey"] = Path.Combine(keys, "tls.key"),
            ["KeyFolder"] = keys,
            ["DataFolder"] = data,
            ["Municipalities"] = new JsonArray(
                new JsonObject
                {
                    ["Key"] = Key,
                    ["Name"] = "Fjellvik kommune",
                    ["Hosts"] = new JsonArray("localhost"),
                    ["Address"] = Home.GetLeftPart(UriPartial.Authority),
                    [nameof(Mail)] = new JsonObject
                    {
                        ["Host"] = "127.0.0.1",
                        ["Port"] = _receiver.Port,
                        ["StartTls"] = false,
                        ["From"] = "flette@fjellvik.example.no",
                    },
                    ["SignIn"] = new JsonArray(
                        issuers
                            .Select(i =>
                                (JsonNode)
                                    new JsonObject
                                    {
                                        ["Key"] = i.Key,
                                        ["Name"] = i.Name,
                                        ["For"] = i.For.ToString(),
                                        ["Issuer"] = i.Issuer.OriginalString,
                                        ["ClientId"] = i.ClientId,
                                        ["KeyFile"] = Path.Combine(keys, "client.pem"),
                                        ["Acr"] = JsonSerializer.SerializeToNode(i.Acr),
                                        ["Amr"] = i.Amr,
                                        ["Scopes"] = JsonSerializer.SerializeToNode(i.Scopes),
                                        ["PersonClaim"] = i.PersonClaim,
                                        ["Domains"] = JsonSerializer.SerializeToNode(i.Domains),
                                    }
                            )
                            .ToArray()
                    ),
                }
            ),
        };
        await File.WriteAllTextAsync(Config, json.ToJsonString());
        foreach (var mine in new[] { etc, data, Folder, Directory.CreateDirectory(Backups).FullName })
        {
            await GiveAsync(mine);
        }
    }

    private static async Task GiveAsync(string folder)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await RunAsync(null, "chown", "-R", "nobody", folder);
        }
    }

    private static async Task SecretAsync(string path, string text)
    {
        await File.WriteAllTextAsync(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    // As root there is a user who has nothing; others are ordinary themselves.
    private static string[]? AsUser() =>
        Environment.IsPrivilegedProcess
            ? ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--init-groups", "--"]
            : null;

    // The process itself: what runs it as another user has given its place to it.
    private string Served() => _served!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Process Start(string[]? user, string file, params string[] arguments)
    {
        string[] command = [.. user ?? [], file, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = "/",
        };
        start.Environment.Remove("FLETTE_DATA");
        start.Environment.Remove("FLETTE_CONFIG");
        return Process.Start(start)!;
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(
        string[]? user,
        string file,
        params string[] arguments
    )
    {
        using var process = Start(user, file, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
