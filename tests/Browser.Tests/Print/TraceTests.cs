using System.Text;
using Flette.Kit;
using Flette.Web.Print;
using Microsoft.Extensions.Logging.Abstractions;

namespace Flette.Browser.Tests.Print;

/// <summary>What Chromium has written by the time it is ended says nothing of the page.</summary>
public sealed class TraceTests
{
    private const string Canary = "Kanarifuglen æøå 5f0c";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_of_the_page_is_on_disk()
    {
        using var folder = new TemporaryFolder();
        var place = folder.In("print");
        Directory.CreateDirectory(place);
        File.SetUnixFileMode(place, (UnixFileMode)0b111_111_111);
        // The printer removes its own folder at once; so here all that Chromium writes goes to one beside it, which stays.
        var program = folder.In("chromium");
        await File.WriteAllTextAsync(
            program,
            $"""
            #!/bin/sh
            export HOME="{place}/kept" TMPDIR="{place}/kept"
            mkdir -m 700 "$HOME"
            exec /usr/lib/chromium/chromium "$@" --user-data-dir="$HOME/profile"

            """,
            Stop
        );
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        using var printer = new ChromiumPrinter(
            new PrintOptions
            {
                Chromium = program,
                TemporaryFolder = place,
                Limit = TimeSpan.FromMinutes(2),
            },
            TimeProvider.System,
            NullLogger<ChromiumPrinter>.Instance
        );
        var pdf = await printer.PdfAsync(
            $"<!doctype html><html lang=nb><title>{Canary}</title>{string.Concat(Enumerable.Repeat($"<p>{Canary}</p>", 2000))}",
            Stop
        );
        Assert.True(pdf.Refusal is null, pdf.Refusal?.ToString());
        Assert.Equal("kept", string.Join(' ', Directory.EnumerateFileSystemEntries(place).Select(Path.GetFileName)));
        // It has written: this is the place to look.
        Assert.True(Files(place).Count() > 5);
        Assert.Empty(Found(place));

        // The search finds one in each form.
        foreach (var form in Forms)
        {
            var planted = Path.Combine(place, "kept", "profile", "planted");
            await File.WriteAllBytesAsync(planted, [1, 2, .. form, 3], Stop);
            Assert.Equal([planted], Found(place));
            File.Delete(planted);
        }
    }

    private static byte[][] Forms { get; } =
    [
        Encoding.UTF8.GetBytes(Canary),
        Encoding.Unicode.GetBytes(Canary),
        Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Canary))[..^4]),
        Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Canary))),
    ];

    private static IEnumerable<string> Files(string place) =>
        Directory
            .EnumerateFiles(
                place,
                "*",
                new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }
            )
            .Where(f => new FileInfo(f).LinkTarget is null && File.GetUnixFileMode(f) != UnixFileMode.None);

    private static List<string> Found(string place) =>
        Files(place).Where(f => Forms.Any(form => Read(f).AsSpan().IndexOf(form) >= 0)).ToList();

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (IOException)
        {
            // A socket has no content.
            return [];
        }
    }
}
