using System.Net;
using System.Net.Mail;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Flette.Kit;
using Flette.Web.Delivery;

namespace Flette.Web.Tests.Delivery;

/// <summary>Mail is encrypted on its way, to the server it is meant for, or it does not leave.</summary>
public sealed class SmtpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_leaves_in_the_clear_when_the_server_offers_no_encryption()
    {
        await using var app = await Mailing.StartAsync();
        var fault = await SendAsync(app.Post.Port);
        Assert.Equal(Obstacle.Server, fault?.Obstacle);
        Assert.Empty(app.Post.Taken);
        Assert.Null(await SendAsync(app.Post.Port, startTls: false));
        Assert.Single(app.Post.Taken);
    }

    [Fact]
    public async Task Nothing_leaves_to_a_server_whose_certificate_is_not_trusted()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var served = ServeAsync(listener);
        var fault = await SendAsync(((IPEndPoint)listener.LocalEndpoint).Port);
        Assert.Equal(new MailFault("certificate", Obstacle.Server), fault);
        Assert.Equal("", await served);
    }

    [Fact]
    public async Task A_server_that_speaks_something_else_is_a_server_that_is_away()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var talked = TalkAsync();
        Assert.Equal(Obstacle.Server, (await SendAsync(((IPEndPoint)listener.LocalEndpoint).Port))?.Obstacle);
        await talked;

        async Task TalkAsync()
        {
            using var client = await listener.AcceptTcpClientAsync(Ct);
            await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray(), Ct);
        }
    }

    [Theory]
    [InlineData("Host", "")]
    [InlineData("Port", "0")]
    [InlineData("StartTls", "false")]
    [InlineData("From", "Flette <flette@example.no>")]
    [InlineData("From", "flætte@example.no")]
    [InlineData("FromName", "a\r\nBcc: b@example.no")]
    [InlineData("User", "u")]
    [InlineData("PasswordFile", "/finnes/ikke")]
    public void Wrong_options_are_told(string name, string value)
    {
        var options = new MailOptions
        {
            Host = name == "Host" ? value : "smtp.example.no",
            Port = name == "Port" ? 0 : 587,
            StartTls = name != "StartTls",
            From = name == "From" ? value : "flette@example.no",
            FromName = name == "FromName" ? value : null,
            User = name is "User" or "PasswordFile" ? "u" : null,
            PasswordFile = name == "PasswordFile" ? value : null,
        };
        Assert.Single(options.Errors());
    }

    [Fact]
    public void A_password_others_can_read_is_told()
    {
        using var folder = new TemporaryFolder();
        var file = folder.In("password");
        File.WriteAllText(file, "secret\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.OtherRead);
        var options = new MailOptions
        {
            Host = "smtp.example.no",
            From = "flette@example.no",
            User = "u",
            PasswordFile = file,
        };
        Assert.Contains("chmod 600", Assert.Single(options.Errors()), StringComparison.Ordinal);
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        Assert.Empty(options.Errors());
    }

    private static async Task<MailFault?> SendAsync(int port, bool startTls = true)
    {
        using var mail = new MailMessage("flette@example.no", "tore@example.no", "Hei", "Hei");
        var options = new MailOptions
        {
            Host = "127.0.0.1",
            Port = port,
            StartTls = startTls,
            From = "flette@example.no",
        };
        return await Smtp.SendAsync(options, mail, TimeProvider.System);
    }

    /// <summary>A server that encrypts with a certificate nobody vouches for; gives what it got over that.</summary>
    private static async Task<string> ServeAsync(TcpListener listener)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero)
        );
        using var client = await listener.AcceptTcpClientAsync(Ct);
        await using var clear = client.GetStream();
        using var reader = new StreamReader(clear, leaveOpen: true);
        await clear.WriteAsync("220 here\r\n"u8.ToArray(), Ct);
        await reader.ReadLineAsync(Ct);
        await clear.WriteAsync("250-here\r\n250 STARTTLS\r\n"u8.ToArray(), Ct);
        Assert.Equal("STARTTLS", await reader.ReadLineAsync(Ct));
        await clear.WriteAsync("220 go\r\n"u8.ToArray(), Ct);
        await using var safe = new SslStream(clear);
        try
        {
            await safe.AuthenticateAsServerAsync(certificate);
            var got = new byte[100];
            return Encoding.UTF8.GetString(got.AsSpan(0, await safe.ReadAsync(got, Ct)));
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            return "";
        }
    }
}
