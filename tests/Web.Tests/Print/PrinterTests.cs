using Flette.Kit;
using Flette.Web.Print;
using Microsoft.Extensions.Logging;

namespace Flette.Web.Tests.Print;

/// <summary>The printer with something else in Chromium's place: whatever it does, nothing is left of it.</summary>
public sealed class PrinterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CapturedLog _log = new();
    private readonly LoggerFactory _loggers;

    public PrinterTests()
    {
        _loggers = new LoggerFactory([_log]);
        Directory.CreateDirectory(Place);
        // As root the printer is another account.
        File.SetUnixFileMode(Place, (UnixFileMode)0b111_111_111);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Place => _folder.In("print");

    [Fact]
    public async Task One_that_never_answers_is_ended_with_what_it_started()
    {
        // A child of its own session too: that one is found as a descendant, not in the group.
        var refused = await PrintAsync(
            "sleep 600 & setsid sleep 600 & echo $HOME >>\"$HOME/../began\"; sleep 600",
            TimeSpan.FromSeconds(4),
            Stop
        );
        Assert.Equal(NotPrinted.TooSlow, refused);
        var began = (await File.ReadAllTextAsync(Path.Combine(Place, "began"), Stop)).Trim();
        Assert.StartsWith(Path.Combine(Place, "flette-pdf-"), began, StringComparison.Ordinal);
        Assert.Equal("began", string.Join(' ', Directory.EnumerateFileSystemEntries(Place).Select(Path.GetFileName)));
        Assert.Equal("", string.Join('\n', Running(began)));
        Assert.Contains(_log.Lines, l => l.Contains("FLETTE-PDF-02", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("exit 3")]
    [InlineData("printf 'what?\\0' >&4; sleep 600")]
    [InlineData("printf '{\"id\":1,\"error\":{\"message\":\"no\"}}\\0' >&4; sleep 600")]
    public async Task One_that_fails_leaves_nothing(string script)
    {
        Assert.Equal(NotPrinted.Failed, await PrintAsync(script, TimeSpan.FromSeconds(30), Stop));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Place));
    }

    [Fact]
    public async Task The_folder_is_for_one_account_alone_and_nothing_of_ours_comes_along()
    {
        Environment.SetEnvironmentVariable("FLETTE_SECRET_OF_TEST", "secret");
        await PrintAsync(
            "{ stat -c '%a %U' \"$HOME\"; id -un; pwd; env; } >\"$HOME/../told\"",
            TimeSpan.FromSeconds(30),
            Stop
        );
        var told = await File.ReadAllLinesAsync(Path.Combine(Place, "told"), Stop);
        Assert.Equal("700 " + told[1], told[0]);
        Assert.NotEqual("root", told[1]);
        Assert.Equal("/", told[2]);
        Assert.DoesNotContain(told, l => l.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_stops_waiting_ends_it()
    {
        using var gone = new CancellationTokenSource();
        gone.CancelAfter(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            PrintAsync("sleep 600", TimeSpan.FromSeconds(60), gone.Token)
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(Place));
    }

    public void Dispose()
    {
        _loggers.Dispose();
        _folder.Dispose();
    }

    private async Task<object?> PrintAsync(string script, TimeSpan limit, CancellationToken cancel)
    {
        var program = _folder.In("chromium");
        await File.WriteAllTextAsync(program, "#!/bin/sh\n" + script + "\n", CancellationToken.None);
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        using var printer = new ChromiumPrinter(
            new PrintOptions
            {
                Chromium = program,
                Limit = limit,
                TemporaryFolder = Place,
            },
            TimeProvider.System,
            _loggers.CreateLogger<ChromiumPrinter>()
        );
        return (await printer.PdfAsync("<p>", cancel)).Refusal;
    }

    /// <summary>What still runs with this home.</summary>
    private static IEnumerable<string> Running(string home) =>
        Directory
            .EnumerateDirectories("/proc")
            .Where(p => char.IsAsciiDigit(Path.GetFileName(p)[0]))
            .Where(p => Read(p + "/environ").Contains("HOME=" + home, StringComparison.Ordinal))
            .Select(p => Read(p + "/cmdline"));

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or is another's.
            return "";
        }
    }
}
