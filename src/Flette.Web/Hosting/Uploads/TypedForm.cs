using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Flette.Web.Hosting.Uploads;

/// <summary>
/// A form without a document, read so that nothing typed is lost for a sign in it: the framework's own reader turns away a whole
/// form for one U+0000, which text copied from a document may carry, and has room for fewer fields than a large meeting has.
/// </summary>
public sealed class TypedForm : IFormFeature
{
    /// <summary>Most fields of one form: a meeting of the largest size has six for each person and agreement.</summary>
    public const int MostFields = 8_192;

    private const int LongestName = 2_048;
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    private readonly HttpRequest _request;
    private KeyValueAccumulator _typed;
    private Task<IFormCollection>? _reading;

    private TypedForm(HttpRequest request) => _request = request;

    /// <inheritdoc/>
    public bool HasFormContentType => Is(_request);

    /// <inheritdoc/>
    public IFormCollection? Form { get; set; }

    /// <summary>What had come when reading it failed; all of it unless it did.</summary>
    public IFormCollection SoFar => new FormCollection(_typed.GetResults());

    /// <summary>Text as it may be kept: without U+0000, which no database takes and no page can show.</summary>
    public static string Keepable(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("\0", "", StringComparison.Ordinal);
    }

    /// <summary>Lets the form of a request be read by this; does nothing when it has none of this kind.</summary>
    public static void Set(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (Is(http.Request))
        {
            http.Features.Set<IFormFeature>(new TypedForm(http.Request));
        }
    }

    /// <inheritdoc/>
    public IFormCollection ReadForm() => Form ?? ReadFormAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>
    /// Reads it, once. <see cref="InvalidDataException"/> when it has more fields, or longer, than any form of the house.
    /// </summary>
    public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) =>
        Form is { } form ? Task.FromResult(form) : _reading ??= ReadAsync(cancellationToken);

    private static bool Is(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(UrlEncoded, StringComparison.OrdinalIgnoreCase);

    private async Task<IFormCollection> ReadAsync(CancellationToken cancel)
    {
        // Browsers send a form in the page's own encoding.
        using var reader = new FormReader(_request.Body, Encoding.UTF8)
        {
            KeyLengthLimit = LongestName,
            ValueLengthLimit = FletteHost.LargestForm,
        };
        for (var count = 1; await reader.ReadNextPairAsync(cancel) is { } field; count++)
        {
            if (count > MostFields)
            {
                throw new InvalidDataException("The form has too many fields.");
            }
            _typed.Append(Keepable(field.Key), Keepable(field.Value));
        }
        return Form = new FormCollection(_typed.GetResults());
    }
}
