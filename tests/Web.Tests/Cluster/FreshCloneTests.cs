using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Cluster;

/// <summary>
/// A newcomer's first minutes: a fresh clone in a folder with spaces, <c>./flette up</c> twice, Ctrl-C. Explicit
/// (<c>./flette test --long</c>): each builds everything anew. What is not committed is not in the clone.
/// </summary>
public class FreshCloneTests
{
    // Loopback is down in a new network namespace, and ip is not installed everywhere.
    private const string LoopbackUp =
        "import fcntl, socket, struct; fcntl.ioctl(socket.socket(), 0x8914, struct.pack('16sh14x', b'lo', 0x49))";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Up_twice_as_whoever_runs_the_tests()
    {
        using var folder = new TemporaryFolder(" ny klone");
        var clone = await CloneAsync(folder);
        try
        {
            await UpAsync(clone, []);
            await UpAsync(clone, [], signal: "-TERM");
            Assert.Equal("", await RunAsync("git", "-C", clone, "status", "--porcelain"));
        }
        finally
        {
            Directory.Delete(DataOf(clone), recursive: true);
        }
    }

    [Fact(Explicit = true)]
    public async Task Up_as_an_ordinary_user_from_a_closed_folder()
    {
        Assert.SkipUnless(
            Environment.IsPrivilegedProcess,
            "Only root can make a user; as a user the first test is this."
        );
        using var folder = new TemporaryFolder();
        var user = "flette-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
        var home = folder.In("hjem hos " + user);
        await RunAsync("useradd", "--create-home", "--home-dir", home, user);
        try
        {
            var clone = Path.Combine(home, "flette");
            await RunAsync("git", "clone", "--quiet", Repository.Root(), clone);
            await RunAsync("chown", "-R", user + ":", home);
            File.SetUnixFileMode(home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            string[] asUser = ["setpriv", "--reuid", user, "--regid", user, "--init-groups", "env", "HOME=" + home];
            await UpAsync(clone, asUser);
            await UpAsync(clone, asUser, signal: "-HUP");
            Assert.True(Directory.Exists(Path.Combine(clone, ".flette", "postgres", "data")));
        }
        finally
        {
            await RunAsync("userdel", user);
        }
    }

    [Fact(Explicit = true)]
    public async Task Up_without_a_network_once_the_machine_is_set_up()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can take the network away.");
        using var folder = new TemporaryFolder(" uten nett");
        var clone = await CloneAsync(folder);
        await UpAsync(
            clone,
            [
                "env",
                "FLETTE_DATA=" + folder.In("data"),
                "unshare",
                "--net",
                "sh",
                "-c",
                $"python3 -c \"{LoopbackUp}\" && exec \"$@\"",
                "sh",
            ],
            reachable: false
        );
    }

    private static async Task UpAsync(string clone, string[] before, bool reachable = true, string signal = "-INT")
    {
        var port = FreePort.Next();
        string[] command =
        [
            // Tests that were themselves started in the background have been told to ignore Ctrl-C, and children inherit that.
            "env",
            "--default-signal=INT",
            .. before,
            Path.Combine(clone, "flette"),
            "up",
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--empty",
        ];
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            WorkingDirectory = clone,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        // Unset, or the clone would share the data and the cluster of whoever runs the tests.
        start.Environment.Remove("FLETTE_DATA");
        start.Environment.Remove("FLETTE_ROOT");
        // Set by the command that runs the tests, and closed to an ordinary user.
        start.Environment.Remove("DOTNET_CLI_HOME");
        using var up = Process.Start(start)!;
        try
        {
            await UntilSaidAsync(up, string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}"));
            if (reachable)
            {
                using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
                using var answer = await http.GetAsync(new Uri($"http://localhost:{port}/"), Ct);
                Assert.InRange((int)answer.StatusCode, 200, 399);
            }
        }
        finally
        {
            // Every command before it is replaced by the next, so this is the program itself.
            await RunAsync("kill", signal, up.Id.ToString(CultureInfo.InvariantCulture));
            await up.StandardOutput.ReadToEndAsync(Ct);
            await up.WaitForExitAsync(Ct);
        }

        Assert.Equal(0, up.ExitCode);
        using var socket = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(async () => await socket.ConnectAsync("127.0.0.1", port, Ct));
        Assert.DoesNotContain(Commands(), c => c.Contains(clone, StringComparison.Ordinal));
        Assert.DoesNotContain(Commands(), c => c.Contains(DataOf(clone), StringComparison.Ordinal));
    }

    private static string DataOf(string clone) => PrivateClusterOptions.DefaultDataFolder(clone, chosen: null);

    private static List<string> Commands()
    {
        var commands = new List<string>();
        foreach (
            var process in Directory.EnumerateDirectories("/proc").Where(p => char.IsAsciiDigit(p["/proc/".Length]))
        )
        {
            try
            {
                commands.Add(File.ReadAllText(process + "/cmdline").Replace('\0', ' '));
            }
            catch (IOException)
            {
                // Ended while we looked.
            }
        }

        return commands;
    }

    private static async Task UntilSaidAsync(Process process, string words)
    {
        var said = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(Ct) is { } line)
        {
            said.Add(line);
            if (line.Contains(words, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail("It ended without saying its address:\n" + string.Join('\n', said));
    }

    private static async Task<string> CloneAsync(TemporaryFolder folder)
    {
        var clone = folder.In("flette klone");
        await RunAsync("git", "clone", "--quiet", Repository.Root(), clone);
        return clone;
    }

    private static async Task<string> RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
