using System.ComponentModel;
using System.Text.Json;
using Flette.Core;
using Flette.Web.Data;

namespace Flette.Web.Print;

/// <summary>
/// PDF by Debian's Chromium, started for one page and ended again. The page goes in and the PDF comes out over pipes: what stands
/// in it touches no disk and no command line, and nothing is fetched.
/// </summary>
public sealed partial class ChromiumPrinter(PrintOptions options, TimeProvider time, ILogger<ChromiumPrinter> logger)
    : IPdfPrinter,
        IDisposable
{
    // One at a time: each takes half a second and two hundred megabytes.
    private readonly SemaphoreSlim _one = new(1);

    /// <inheritdoc/>
    public async Task<Result<byte[]>> PdfAsync(string html, CancellationToken cancel)
    {
        if (!await _one.WaitAsync(options.Queue, cancel))
        {
            return Told(NotPrinted.Busy);
        }
        try
        {
            return await OneAsync(html, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<Result<byte[]>> OneAsync(string html, CancellationToken cancel)
    {
        if (!File.Exists(options.Chromium))
        {
            return Told(NotPrinted.Missing);
        }
        using var limit = new CancellationTokenSource(options.Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            var account = await ClusterAccount.ResolveAsync(options.SystemUser, either.Token);
            await using var folder = await PrivateFolder.MakeAsync(account, options.TemporaryFolder, either.Token);
            await using var chromium = ChromiumProcess.Start(options.Chromium, account, folder.Path);
            return await PrintedPage.PdfAsync(chromium.Pipe, html, either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Told(NotPrinted.TooSlow);
        }
        catch (PrivateClusterException)
        {
            return Told(NotPrinted.Missing);
        }
        catch (Exception e)
            when (e
                    is IOException
                        or DevToolsException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or Win32Exception
            )
        {
            // Whatever it said instead of a PDF may carry the page: only that it failed is told.
            return Told(NotPrinted.Failed);
        }
    }

    private NotPrinted Told(NotPrinted why)
    {
        NoPdf(logger, why.Code);
        return why;
    }

    [LoggerMessage(EventId = 40, Level = LogLevel.Error, Message = "No PDF was made: {Code}")]
    private static partial void NoPdf(ILogger logger, string code);
}
