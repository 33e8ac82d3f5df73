using System.Security.Cryptography;
using System.Text;
using Flette.Web.Data;
using Flette.Web.Hosting.Uploads;

namespace Flette.Web.Access;

/// <summary>The key every form of ours carries: it makes a post one effect, however often it is sent.</summary>
public static class FormKeys
{
    /// <summary>The field's name.</summary>
    public const string Field = "FormKey";

    /// <summary>
    /// Whether a post carries one. The empty one is none: all who sent it would share it, and the second would be taken for the
    /// first.
    /// </summary>
    public static bool CameWith(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HasFormContentType && request.Form[Field] is [var one] && IsKey(one);
    }

    /// <summary>Whether this is a form key.</summary>
    public static bool IsKey(string? text) => Guid.TryParse(text, out var key) && key != Guid.Empty;
}

/// <summary>A form as it was posted, as far as a repeat of it must be told from something else.</summary>
/// <param name="Key">Its form key.</param>
/// <param name="Content">
/// Keyed hash of what was to be done, where, and with which fields: the same for a repeat, and for whoever has only the database
/// it says nothing of what was typed.
/// </param>
public sealed record FormPost(Guid Key, byte[] Content)
{
    // The framework's own fields, the antiforgery token among them: a new one comes with each page.
    private const string Frameworks = "__";

    /// <summary>For a write that comes from no form, or that may be repeated: nothing is kept to tell a repeat by.</summary>
    public static FormPost None { get; } = new(Guid.Empty, []);

    /// <summary>Whether there is nothing to tell a repeat by.</summary>
    public bool IsNone => Key == Guid.Empty;

    /// <summary>The post of a request.</summary>
    public static async Task<FormPost> OfAsync(Pass pass, Guid key, HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(request);
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, pass.Municipality.Master.Derive("form"));
        Add(Rows.Code(pass.Act));
        Add(request.Path + request.QueryString);
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        foreach (var field in form.Where(f => IsTyped(f.Key)).OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            foreach (var value in field.Value)
            {
                Add(field.Key);
                // What is sent again from another page may have its lines ended otherwise.
                Add((value ?? "").ReplaceLineEndings("\n"));
            }
        }
        foreach (var file in form.Files)
        {
            Add(file.Name);
            Add(file.FileName);
            hash.AppendData(await HashAsync(file, request.HttpContext.RequestAborted));
        }
        return new FormPost(key, hash.GetHashAndReset());

        // Each with its length, so that what stands in one field is never taken for the end of another.
        void Add(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }

    private static async Task<byte[]> HashAsync(IFormFile file, CancellationToken cancel)
    {
        switch (file)
        {
            // Too large to be kept: its length is all that is known of it.
            case SpooledFile { Spool.TooLarge: true } or SentFile { Content: null }:
                return BitConverter.GetBytes(file.Length);
            case SpooledFile sealedFile:
                return sealedFile.Spool.Sha256;
            case SentFile { Content: { } held }:
                return SHA256.HashData(held.Span);
            default:
                await using (var content = file.OpenReadStream())
                {
                    return await SHA256.HashDataAsync(content, cancel);
                }
        }
    }

    private static bool IsTyped(string field) =>
        field != FormKeys.Field && !field.StartsWith(Frameworks, StringComparison.Ordinal);
}
