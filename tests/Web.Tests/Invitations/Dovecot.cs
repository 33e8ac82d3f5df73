using System.Diagnostics;
using System.Globalization;
using Flette.Kit;
using Flette.Web.Delivery.Inbound;

namespace Flette.Web.Tests.Invitations;

/// <summary>Debian's IMAP server in front of a maildir, on loopback and a port of its own.</summary>
internal sealed class Dovecot : IAsyncDisposable
{
    private const string User = "svar";
    private const string Password = "bare-til-prove";

    private readonly TemporaryFolder _folder;
    private readonly int _port;

    private Dovecot(TemporaryFolder folder, int port) => (_folder, _port) = (folder, port);

    private string Configuration => _folder.In("dovecot.conf");

    /// <summary>Starts it. It is answering when this returns.</summary>
    /// <param name="maildir">Where the mail lies.</param>
    public static async Task<Dovecot> StartAsync(string maildir)
    {
        var folder = new TemporaryFolder();
        var server = new Dovecot(folder, FreePort.Next());
        var home = folder.In("home");
        Directory.CreateDirectory(home);
        var (mail, inner, group, login) = ("uid=nobody gid=nogroup", "dovecot", "dovecot", "dovenull");
        if (Environment.IsPrivilegedProcess)
        {
            // It reads no mail as root: what it reads must be open to another.
            const UnixFileMode all = (UnixFileMode)0b111_111_111;
            File.SetUnixFileMode(home, all);
            File.SetUnixFileMode(maildir, all);
            foreach (var part in Directory.EnumerateDirectories(maildir))
            {
                File.SetUnixFileMode(part, all);
            }
        }
        else
        {
            group = (await RunAsync("id", "-gn")).Trim();
            inner = login = Environment.UserName;
            mail = $"uid={inner} gid={group}";
        }
        await File.WriteAllTextAsync(
            server.Configuration,
            $$"""
            base_dir = {{folder.In("run")}}
            log_path = {{folder.In("log")}}
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            default_internal_user = {{inner}}
            default_internal_group = {{group}}
            default_login_user = {{login}}
            mail_location = maildir:{{maildir}}:CONTROL={{home}}:INDEX=MEMORY
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = {{mail}} home={{home}}
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{server._port.ToString(CultureInfo.InvariantCulture)}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }

            """
        );
        await server.StartAgainAsync();
        return server;
    }

    /// <summary>As the program is told to reach it.</summary>
    public InboundOptions Options(string address)
    {
        var secret = _folder.In("password");
        File.WriteAllText(secret, Password);
        File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return new InboundOptions
        {
            Address = address,
            Host = "127.0.0.1",
            Port = _port,
            Tls = false,
            User = User,
            PasswordFile = secret,
        };
    }

    /// <summary>Starts it, also after it was stopped. It goes to the background itself when it listens.</summary>
    public async Task StartAgainAsync()
    {
        // Its output is let be: what stays in the background would hold it open.
        using var process = Process.Start(new ProcessStartInfo("/usr/sbin/dovecot", ["-c", Configuration]))!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Stops it; it is gone when this returns.</summary>
    public Task StopAsync() => RunAsync("doveadm", "-c", Configuration, "stop");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(_folder.In("run/master.pid")))
        {
            await StopAsync();
        }
        _folder.Dispose();
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program}: {await errors}");
        return await output;
    }
}
