using System.Collections;
using Flette.Kit;
using Flette.Web.Hosting;
using Flette.Web.Hosting.Settings;

namespace Flette.Web.Tests.Hosts;

/// <summary>A configuration that is wrong says all that is wrong, once, and repeats no secret.</summary>
public sealed class ConfigurationTests
{
    private const string Good = """
        {
          // behind a proxy
          "Listen": ["http://127.0.0.1:5080"], "Proxies": ["127.0.0.1"],
          "KeyFolder": "/keys", "DataFolder": "/data",
          "Municipalities": [{
            "Key": "fjellvik", "Name": "Fjellvik kommune", "Hosts": ["fjellvik.example.no"], "Address": "https://fjellvik.example.no",
            "Mail": { "Host": "127.0.0.1", "StartTls": false, "From": "flette@fjellvik.example.no", },
          }],
        }
        """;

    [Fact]
    public void A_good_one_is_read_with_the_usual_where_nothing_is_said()
    {
        var (options, errors) = Read(Good);
        Assert.Equal("", string.Join('\n', errors));
        var one = Assert.Single(options.Municipalities);
        Assert.Equal("/keys/fjellvik.key", one.KeyFile);
        Assert.Equal(587, one.Mail.Port);
        Assert.Equal("/inn", options.WayIn);
        Assert.False(options.Demo);
    }

    [Theory]
    [InlineData(
        "\"Name\": \"Fjellvik kommune\"",
        "\"name\": \"Fjellvik kommune\"",
        "Municipalities:fjellvik:name: there is no such setting; it is written Name.",
        "Municipalities:fjellvik:Name: is missing."
    )]
    [InlineData("\"KeyFolder\"", "\"KeyFoldr\"", "KeyFoldr: there is no such setting.", "KeyFolder: is missing.")]
    [InlineData(
        "\"StartTls\": false",
        "\"StartTls\": \"nei\"",
        "Municipalities:fjellvik:Mail:StartTls: must be true or false."
    )]
    [InlineData(
        "\"StartTls\": false",
        "\"Port\": \"to\"",
        "Municipalities:fjellvik:Mail:Port: must be a whole number."
    )]
    [InlineData(
        "[\"fjellvik.example.no\"]",
        "\"fjellvik.example.no\"",
        "Municipalities:fjellvik:Hosts: must be a list, in [ ]."
    )]
    [InlineData(
        "\"https://fjellvik.example.no\"",
        "\"fjellvik\"",
        "Municipalities:fjellvik:Address: must be an address, as https://example.no."
    )]
    [InlineData("\"https://fjellvik.example.no\"", "\"http://fjellvik.example.no\"", "Address must be https://")]
    [InlineData("\"https://fjellvik.example.no\"", "\"https://annen.example.no\"", "Address must be https://")]
    [InlineData("\"http://127.0.0.1:5080\"", "\"https://0.0.0.0:443\"", "Certificate and CertificateKey are needed")]
    [InlineData("\"http://127.0.0.1:5080\"", "\"127.0.0.1:5080\"", "Listen: 127.0.0.1:5080 is no address")]
    [InlineData(
        "\"http://127.0.0.1:5080\"",
        "\"http://localhost:5080\"",
        "Listen: http://localhost:5080 is no address"
    )]
    [InlineData("[\"127.0.0.1\"]", "[\"proxy\"]", "Proxies: proxy is no IP address.")]
    [InlineData(
        "[\"http://127.0.0.1:5080\"], \"Proxies\": [\"127.0.0.1\"]",
        "[\"http://0.0.0.0:80\"]",
        "would be open to others without encryption"
    )]
    [InlineData("\"DataFolder\": \"/data\",", "", "no Connection, and no DataFolder")]
    [InlineData("\"Key\": \"fjellvik\"", "\"Key\": \"Fjell vik\"", "a key has lower-case letters")]
    [InlineData(
        "\"KeyFolder\": \"/keys\",",
        "\"KeyFolder\": \"/keys\", \"KeyFolder\": \"/andre\",",
        "the same setting stands twice"
    )]
    [InlineData("\"KeyFolder\": \"/keys\",", "\"KeyFolder\": \"/keys\" \"x\",", "cannot be read as JSON at line 4")]
    [InlineData(
        "\"KeyFolder\": \"/keys\",",
        "\"KeyFolder\": \"/keys\", \"Demo\": true,",
        "Demo: there is no such setting."
    )]
    public void What_is_wrong_is_said(string from, string to, params string[] says)
    {
        var changed = Good.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Good, changed);
        var (_, errors) = Read(changed);
        foreach (var line in says)
        {
            Assert.Contains(errors, e => e.Contains(line, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var (_, errors) = Read(
            "{ \"Listn\": [], \"KeyFolder\": 1, \"Municipalities\": [{ \"Key\": \"a\" }, { \"Key\": \"b\", \"Mail\": {} }] }"
        );
        Assert.True(errors.Count >= 10, string.Join('\n', errors));
        Assert.Contains("Municipalities:b:Mail:Host: is missing.", errors);
    }

    [Fact]
    public void The_environment_wins_and_what_it_names_must_be_there()
    {
        var environment = new Hashtable
        {
            ["FLETTE__Municipalities__0__Name"] = "Fra miljøet",
            ["FLETTE__Municipalities__0__Mail__Port"] = "25",
            ["FLETTE__Municipalities__0__SignIn__0__Key"] = "idporten",
            ["FLETTE__Listen__0"] = "http://127.0.0.1:1",
            ["FLETTE_DATA"] = "/annet",
        };
        var (options, errors) = Read(Good, environment);
        Assert.Equal("Fra miljøet", options.Municipalities[0].Name);
        Assert.Equal(25, options.Municipalities[0].Mail.Port);
        Assert.Equal(["http://127.0.0.1:1"], options.Listen);
        Assert.Contains("Municipalities:fjellvik:SignIn:idporten:Issuer: is missing.", errors);
        Assert.Contains(
            Read(Good, new Hashtable { ["FLETTE__Municipalities__7__Name"] = "x" }).Errors,
            e => e.Contains("names nothing that can be set", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_file_with_a_password_in_it_is_a_secret_and_no_error_repeats_it()
    {
        var secret = Good.Replace(
            "\"Key\": \"fjellvik\"",
            "\"Key\": \"fjellvik\", \"Connection\": \"Host=db;Password=hemmelig\", \"Mial\": \"hemmelig\"",
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Read(secret).Errors, e => e.Contains("hemmelig", StringComparison.Ordinal));
        var open = secret.Replace(", \"Mial\": \"hemmelig\"", "", StringComparison.Ordinal);
        Assert.Contains(Read(open).Errors, e => e.Contains("chmod 600", StringComparison.Ordinal));
        Assert.Empty(Read(open, mode: UnixFileMode.UserRead | UnixFileMode.UserWrite).Errors);
    }

    [Fact]
    public void A_missing_file_says_where_the_sample_is() =>
        Assert.Contains(
            "flette.sample.json",
            Assert.Single(SettingsFile.Read("/finnes/ikke.json", new Hashtable()).Errors.Take(1)),
            StringComparison.Ordinal
        );

    private static (FletteOptions Options, IReadOnlyList<string> Errors) Read(
        string text,
        Hashtable? environment = null,
        UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead
    )
    {
        using var folder = new TemporaryFolder();
        var file = folder.In("flette.json");
        File.WriteAllText(file, text);
        File.SetUnixFileMode(file, mode);
        return SettingsFile.Read(file, environment ?? []);
    }
}
