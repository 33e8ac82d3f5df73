using System.Diagnostics;
using System.Globalization;
using System.Text;
using Flette.Kit;
using Flette.Web.Print;

namespace Flette.Browser.Tests.Print;

/// <summary>The real Chromium, held where it has made a PDF and nobody has read it yet.</summary>
internal sealed class HeldChromium : IDisposable
{
    /// <summary>How a PDF begins, as DevTools hands it over.</summary>
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes(Convert.ToBase64String("%PDF-1"u8)[..7]);

    private readonly TemporaryFolder _folder = new();

    public HeldChromium()
    {
        foreach (var pipe in new[] { Said, Heard })
        {
            using var made = Process.Start("mkfifo", ["-m", "666", pipe]);
            made.WaitForExit();
        }
        var program = _folder.In("chromium");
        File.WriteAllText(
            program,
            $"""
            #!/bin/sh
            cat <"{Heard}" >&4 &
            exec /usr/lib/chromium/chromium "$@" 4>"{Said}"

            """
        );
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        // As root the printer is another account.
        Directory.CreateDirectory(Place);
        File.SetUnixFileMode(Place, (UnixFileMode)0b111_111_111);
        Options = new PrintOptions
        {
            Chromium = program,
            Queue = TimeSpan.FromMinutes(3),
            TemporaryFolder = Place,
        };
    }

    /// <summary>For the program that prints.</summary>
    public PrintOptions Options { get; }

    /// <summary>Where the printer makes its folder.</summary>
    public string Place => _folder.In("print");

    private string Said => _folder.In("said");

    private string Heard => _folder.In("heard");

    /// <summary>Passes on what Chromium says, once; at the first PDF, <paramref name="look"/> comes first.</summary>
    public Task PassOnAsync(Action look) => Task.Factory.StartNew(() => PassOn(look), TaskCreationOptions.LongRunning);

    /// <summary>The numbers of the processes of Chromium that have their folder somewhere.</summary>
    public static IReadOnlyList<string> Processes(string folder) =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(d => Path.GetFileName(d)!)
            .Where(p =>
                int.TryParse(p, CultureInfo.InvariantCulture, out _)
                && Command(p).Contains(folder, StringComparison.Ordinal)
            )
            .ToList();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string Command(string process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private void PassOn(Action look)
    {
        using var said = new FileStream(Said, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        using var heard = new FileStream(Heard, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var buffer = new byte[64 * 1024];
        var (before, looked) = (Array.Empty<byte>(), false);
        while (true)
        {
            var count = said.Read(buffer);
            if (count == 0)
            {
                return;
            }
            byte[] seen = [.. before, .. buffer[..count]];
            if (!looked && seen.AsSpan().IndexOf(Pdf) >= 0)
            {
                looked = true;
                look();
            }
            before = seen[^Math.Min(seen.Length, Pdf.Length)..];
            try
            {
                heard.Write(buffer, 0, count);
            }
            catch (IOException)
            {
                // Nobody reads any more: it has been ended.
                return;
            }
        }
    }
}
