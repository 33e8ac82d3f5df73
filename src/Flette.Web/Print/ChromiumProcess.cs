using System.Diagnostics;
using System.Globalization;
using Flette.Web.Data;

namespace Flette.Web.Print;

/// <summary>
/// A Chromium of its own for one page. It speaks DevTools over its descriptors 3 and 4, which a shell makes of its standard
/// input and output, since a process can be given no others.
/// </summary>
internal sealed class ChromiumProcess : IAsyncDisposable
{
    // No dump of the memory if it crashes, and its own complaints to nowhere: both could carry the page.
    private const string Script = "ulimit -c 0; exec \"$@\" 3<&0 4>&1 </dev/null >/dev/null 2>&1";

    private static readonly string[] Flags =
    [
        "--headless",
        "--remote-debugging-pipe",
        "--incognito",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-gpu",
        "--disable-extensions",
        "--disable-sync",
        "--disable-breakpad",
        "--disable-crash-reporter",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--disable-client-side-phishing-detection",
        "--disk-cache-size=1",
        "--metrics-recording-only",
        "--password-store=basic",
        "--dns-prefetch-disable",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=127.0.0.1:9",
    ];

    private readonly Process _process;

    private ChromiumProcess(Process process)
    {
        _process = process;
        Pipe = new DevToolsPipe(process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
    }

    /// <summary>What it is spoken to over.</summary>
    public DevToolsPipe Pipe { get; }

    /// <summary>Starts it, never as root, with nothing of this program's environment.</summary>
    /// <param name="folder">Private to <paramref name="account"/>: its profile, home and temporary folder.</param>
    public static ChromiumProcess Start(string chromium, ClusterAccount account, string folder)
    {
        // In a session of its own, so that everything it starts can be ended at once.
        IEnumerable<string> command =
        [
            "setsid",
            "sh",
            "-c",
            Script,
            "sh",
            "env",
            $"HOME={folder}",
            $"TMPDIR={folder}",
            chromium,
            .. Flags,
            $"--user-data-dir={folder}/profile",
        ];
        return new ChromiumProcess(Commands.Start([.. account.AsItself(command)]));
    }

    /// <summary>Ends it with everything it started.</summary>
    public async ValueTask DisposeAsync()
    {
        var group = "-" + _process.Id.ToString(CultureInfo.InvariantCulture);
        _process.Kill(entireProcessTree: true);
        await Commands.RunAsync(["kill", "-KILL", "--", group], CancellationToken.None);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
