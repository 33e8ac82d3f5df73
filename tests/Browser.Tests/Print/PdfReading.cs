using System.Diagnostics;
using Flette.Kit;

namespace Flette.Browser.Tests.Print;

/// <summary>What a reader gets out of a PDF, by Poppler's tools.</summary>
internal static class PdfReading
{
    /// <summary>A text without what is lost where a line wraps.</summary>
    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '\u00ad'));

    /// <summary>How often a sentence stands in what was read.</summary>
    public static int Times(string text, string sentence) => text.Split(Bare(sentence)).Length - 1;

    /// <summary>What stands in the PDF as its tags tell it, line by line.</summary>
    public static async Task<IReadOnlyList<string>> TagsAsync(byte[] pdf) =>
        (await RunAsync("pdfinfo", pdf, "-struct-text")).Split('\n').Select(l => l.Trim()).ToList();

    /// <summary>All that a screen reader reads, in its order.</summary>
    public static string Read(IEnumerable<string> tags) =>
        Bare(string.Concat(tags.Where(l => l.StartsWith('"')).Select(l => l.Trim('"'))));

    /// <summary>Runs one of the tools on it and gives back what it says.</summary>
    public static async Task<string> RunAsync(string program, byte[] pdf, string? option = null, string? output = null)
    {
        using var folder = new TemporaryFolder();
        var file = folder.In("paper.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        using var process = Process.Start(
            new ProcessStartInfo(program, new[] { option, file, output }.OfType<string>())
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return text;
    }
}
