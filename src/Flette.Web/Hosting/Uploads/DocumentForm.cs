using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Flette.Web.Hosting.Uploads;

/// <summary>
/// The form of a page that takes a document, read off the line part by part. What is typed is kept wherever in the form it stands;
/// a document is held in memory, or, where the page keeps it as it is, sealed on the way in (<see cref="SealedSpool"/>). One that is
/// too large is counted and let go, so that the page itself can say so beside what was typed. Nothing is laid on disk in the clear.
/// It is what everything else of the request reads: the antiforgery check, the page, the error pages.
/// </summary>
/// <remarks>
/// At most one document of the largest size is held, what it takes to make room for it (<see cref="Held"/>), and
/// <see cref="MostTyped"/>. The answer waits until all has come, as browsers read none before they have sent everything.
/// </remarks>
public sealed class DocumentForm : IFormFeature
{
    /// <summary>Most that is typed in all fields together, in bytes: forty times the longest text that is taken.</summary>
    public const int MostTyped = 8 * 1024 * 1024;

    /// <summary>Most of documents that is taken off the line, in bytes; what comes after is not read, nor what is typed in it.</summary>
    public const long MostSent = 200L * 1024 * 1024;

    private const int MostParts = 100;
    private const int LongestBoundary = 128;
    private const int BufferSize = 16 * 1024;
    private const string Multipart = "multipart/form-data";

    private readonly HttpRequest _request;
    private readonly int _largest;
    private readonly bool _sealed;
    private readonly FormFileCollection _files = [];
    private readonly Dictionary<string, StringValues> _typed = new(StringComparer.OrdinalIgnoreCase);
    private Task<IFormCollection>? _reading;
    private int _bytesTyped;
    private int _bytesHeld;
    private long _bytesSent;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="largest">Bytes of the largest document that is held.</param>
    /// <param name="isSealed">Whether documents are sealed as they come, and not held.</param>
    public DocumentForm(HttpRequest request, int largest, bool isSealed = false) =>
        (_request, _largest, _sealed) = (request, largest, isSealed);

    /// <inheritdoc/>
    public bool HasFormContentType => Is(_request);

    /// <inheritdoc/>
    public IFormCollection? Form { get; set; }

    /// <summary>What was typed in the fields that have come whole; all of them unless reading the form failed.</summary>
    public IFormCollection SoFar => new FormCollection(_typed);

    /// <summary>Whether this is a form that can carry a document.</summary>
    public static bool Is(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(Multipart, StringComparison.OrdinalIgnoreCase);
    }

    /// <inheritdoc/>
    public IFormCollection ReadForm() => Form ?? ReadFormAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>
    /// Reads it, once: a fault is the same however often it is asked for. <see cref="BadHttpRequestException"/> with 413 when it is
    /// more than is taken off the line, with 400 when it is no form.
    /// </summary>
    public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) =>
        Form is { } form ? Task.FromResult(form) : _reading ??= ReadAsync(cancellationToken);

    private async Task<IFormCollection> ReadAsync(CancellationToken cancel)
    {
        try
        {
            var parts = new MultipartReader(Boundary(), _request.Body, BufferSize);
            for (var count = 1; await parts.ReadNextSectionAsync(cancel) is { } part; count++)
            {
                if (count > MostParts || !ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var what))
                {
                    throw NoForm();
                }
                if (what.IsFileDisposition())
                {
                    await TakeFileAsync(new FileMultipartSection(part, what), cancel);
                }
                else if (what.IsFormDisposition())
                {
                    await TakeTypedAsync(HeaderUtilities.RemoveQuotes(what.Name).ToString(), part.Body, cancel);
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw NoForm(e);
        }
        return Form = new FormCollection(_typed, _files);
    }

    private async Task TakeTypedAsync(string name, Stream body, CancellationToken cancel)
    {
        var left = MostTyped - _bytesTyped;
        var held = await Held.ReadAsync(body, left, left, cancel);
        _bytesTyped += (int)held.Length;
        // Browsers send a form in the page's own encoding.
        var text = TypedForm.Keepable(Encoding.UTF8.GetString(held.Bytes!.Value.Span));
        _typed[name] = StringValues.Concat(_typed.GetValueOrDefault(name), text);
    }

    private async Task TakeFileAsync(FileMultipartSection part, CancellationToken cancel)
    {
        if (_sealed)
        {
            await SealAsync(part, cancel);
            return;
        }
        var held = await Held.ReadAsync(part.Section.Body, _largest - _bytesHeld, MostSent - _bytesSent, cancel);
        _bytesSent += held.Length;
        _bytesHeld += held.Bytes?.Length ?? 0;
        _files.Add(
            new SentFile(held, part.Name, part.FileName) { Headers = new HeaderDictionary(part.Section.Headers) }
        );
    }

    private async Task SealAsync(FileMultipartSection part, CancellationToken cancel)
    {
        var spool = await SealedSpool.TakeAsync(
            part.Section.Body,
            part.FileName,
            _largest - _bytesHeld,
            MostSent - _bytesSent,
            cancel
        );
        _request.HttpContext.Response.RegisterForDispose(spool);
        _bytesSent += spool.Length;
        _bytesHeld += spool.TooLarge ? 0 : (int)spool.Length;
        _files.Add(new SpooledFile(spool, part.Name, part.FileName, new HeaderDictionary(part.Section.Headers)));
    }

    private string Boundary() =>
        MediaTypeHeaderValue.TryParse(_request.ContentType, out var type)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary.ToString()
            : throw NoForm();

    private static BadHttpRequestException NoForm(Exception? why = null) =>
        new("The body is not a form.", StatusCodes.Status400BadRequest, why!);
}
