using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Flette.Kit;
using Flette.Web.Delivery;

namespace Flette.Web.Tests.Delivery;

/// <summary>
/// Mail through a server that wants encryption and login, from the outbox on. What is wrong with either is the server's trouble or
/// ours, never the recipient's: the mail waits, and nothing of it or of the login goes in the clear.
/// </summary>
public sealed class LoginTests(TrustedAuthority authority) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Mail_leaves_encrypted_and_logged_in()
    {
        await using var server = new LoginServer(authority.Issue(LoginServer.Host));
        await using var app = await StartAsync(server, server.Password);
        var posted = await (await app.FamilyAsync()).PostAsync();
        await app.LaterAsync(Outbox.UndoWindow);
        Assert.Equal("sent 1", await app.HowAsync(posted));
        var mail = Assert.Single(server.Taken);
        Assert.Equal([Mailing.Address], mail.Envelope.To);
        Assert.Equal(Mailing.Mail.Subject, mail.Subject);
        Assert.Contains("Hei Tore!", mail.Text, StringComparison.Ordinal);
        Assert.Contains(server.Encrypted, l => l.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase));
        OnlyGreeted(server);
    }

    [Theory]
    // As Exchange does it, and as Postfix, Sendmail and Exim do by themselves: the recipient is turned away, for good by the number.
    [InlineData("530 5.7.57 Client not authenticated to send mail", "554 5.7.1 Relay access denied", "smtp-530")]
    [InlineData("250 OK", "554 5.7.1 <tore@example.no>: Relay access denied", "smtp-554")]
    [InlineData("250 OK", "550 5.7.1 Relaying denied. Proper authentication required.", "login")]
    [InlineData("250 OK", "550 relay not permitted", "login")]
    public async Task With_a_wrong_password_mail_waits_until_it_is_put_right(
        string mail,
        string recipient,
        string fault
    )
    {
        await using var server = new LoginServer(authority.Issue(LoginServer.Host))
        {
            ToStranger = mail,
            ToStrangersRecipient = recipient,
        };
        await using var app = await StartAsync(server, "galt");
        var posted = await (await app.FamilyAsync()).PostAsync();
        await app.LaterAsync(Outbox.UndoWindow);
        Assert.Equal($"waiting 1 {fault}", await app.HowAsync(posted));
        await app.LaterAsync(Minute);
        Assert.Equal($"waiting 2 {fault}", await app.HowAsync(posted));
        Assert.Empty(server.Taken);
        Assert.Empty(await app.LogAsync(posted));
        WritePassword(server.Password);
        await app.LaterAsync(2 * Minute);
        Assert.Equal("sent 3", await app.HowAsync(posted));
        Assert.Single(server.Taken);
        OnlyGreeted(server);
    }

    [Theory]
    [InlineData("550 5.1.1 No such user", "failed 1 smtp-550")]
    [InlineData("450 4.2.0 Come back later", "waiting 1 smtp-450")]
    public async Task A_recipient_turned_away_from_one_who_is_logged_in_is_the_recipients(string reply, string how)
    {
        await using var server = new LoginServer(authority.Issue(LoginServer.Host))
        {
            ToStranger = "250 OK",
            ToRecipient = reply,
        };
        await using var app = await StartAsync(server, server.Password);
        var posted = await (await app.FamilyAsync()).PostAsync();
        await app.LaterAsync(Outbox.UndoWindow);
        Assert.Equal(how, await app.HowAsync(posted));
        OnlyGreeted(server);
    }

    [Theory]
    [InlineData("GSSAPI NTLM LOGIN", "sent 1")]
    [InlineData("PLAIN LOGIN", "sent 1")]
    [InlineData("PLAIN", "waiting 1 login")]
    [InlineData("CRAM-MD5 XOAUTH2", "waiting 1 login")]
    public async Task Only_the_plain_way_of_logging_in_is_used_and_a_server_without_it_gets_nothing(
        string ways,
        string how
    )
    {
        await using var server = new LoginServer(authority.Issue(LoginServer.Host))
        {
            Ways = ways,
            ToStranger = "250 OK",
            ToStrangersRecipient = "550 relay not permitted",
        };
        await using var app = await StartAsync(server, server.Password);
        var posted = await (await app.FamilyAsync()).PostAsync();
        await app.LaterAsync(Outbox.UndoWindow);
        Assert.Equal(how, await app.HowAsync(posted));
        Assert.DoesNotContain(
            server.Encrypted,
            l =>
                l.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase)
                && !l.StartsWith("AUTH LOGIN", StringComparison.OrdinalIgnoreCase)
        );
        OnlyGreeted(server);
    }

    [Theory]
    [InlineData("8BITMIME", "220 Go ahead", true)]
    // Whoever stands between can take the offer away, offer a login in its place, or answer for the server.
    [InlineData("AUTH LOGIN PLAIN", "220 Go ahead", true)]
    [InlineData("STARTTLS", "454 4.7.0 TLS not available", true)]
    [InlineData("STARTTLS", "502 Command not implemented", true)]
    [InlineData("", "220 Go ahead", false)]
    public async Task Nothing_goes_in_the_clear_to_a_server_that_does_not_encrypt(
        string offers,
        string answer,
        bool ehlo
    )
    {
        await using var server = new LoginServer(authority.Issue(LoginServer.Host))
        {
            Offers = offers,
            ToStartTls = answer,
            KnowsEhlo = ehlo,
        };
        await WaitsAsync(server);
    }

    [Theory]
    [InlineData("nobody vouches for it")]
    [InlineData("for another name")]
    [InlineData("expired")]
    public async Task Nothing_goes_to_a_server_whose_certificate_is_not_good(string certificate)
    {
        await using var server = new LoginServer(
            certificate switch
            {
                "expired" => authority.Issue(LoginServer.Host, expired: true),
                "for another name" => authority.Issue("mail.example.no"),
                _ => SelfSigned(),
            }
        );
        Assert.Equal("waiting 1 certificate", await WaitsAsync(server));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Mail stays in the outbox, and the server hears no word of it, nor of the login; gives how the mail is.</summary>
    private async Task<string> WaitsAsync(LoginServer server)
    {
        await using var app = await StartAsync(server, server.Password);
        var posted = await (await app.FamilyAsync()).PostAsync();
        await app.LaterAsync(Outbox.UndoWindow);
        var how = await app.HowAsync(posted);
        Assert.StartsWith("waiting 1", how, StringComparison.Ordinal);
        Assert.Empty(server.Encrypted);
        Assert.Empty(server.Taken);
        OnlyGreeted(server);
        return how;
    }

    /// <summary>In the clear nothing was said but a greeting and the wish to encrypt.</summary>
    private static void OnlyGreeted(LoginServer server)
    {
        Assert.NotEmpty(server.Clear);
        Assert.All(
            server.Clear,
            l =>
                Assert.True(
                    l.Split(' ')[0].ToUpperInvariant() is "EHLO" or "HELO" or "STARTTLS" or "QUIT"
                        && !l.Contains("example.no", StringComparison.Ordinal),
                    l
                )
        );
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + LoginServer.Host, key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(LoginServer.Host);
        request.CertificateExtensions.Add(names.Build());
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
    }

    private Task<FletteApp> StartAsync(LoginServer server, string password) =>
        Mailing.StartAsync(
            mail: new MailOptions
            {
                Host = LoginServer.Host,
                Port = server.Port,
                User = server.User,
                PasswordFile = WritePassword(password),
                From = "flette@fjellvik.example.no",
            }
        );

    private string WritePassword(string password)
    {
        var file = _folder.In("password");
        File.WriteAllText(file, password + "\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return file;
    }
}
