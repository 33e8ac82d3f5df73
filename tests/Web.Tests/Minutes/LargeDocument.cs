using System.Net;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>The form for old minutes with a document of any size in it, as bytes on the line.</summary>
internal static class LargeDocument
{
    public const int Megabyte = 1024 * 1024;

    /// <summary>The form's fields with the document after them, as on the page, or before them.</summary>
    public static HttpRequestMessage Request(Form form, long bytes, bool typedFirst = true)
    {
        ArgumentNullException.ThrowIfNull(form);
        var parts = new MultipartFormDataContent();
        if (!typedFirst)
        {
            Add(parts, bytes);
        }
        foreach (var (name, value) in form.Sent())
        {
            parts.Add(new StringContent(value), $"\"{name}\"");
        }
        if (typedFirst)
        {
            Add(parts, bytes);
        }
        return new HttpRequestMessage(HttpMethod.Post, form.Request().RequestUri) { Content = parts };
    }

    private static void Add(MultipartFormDataContent parts, long bytes) =>
        parts.Add(new Zeros(bytes), "\"Upload\"", "\"stor.docx\"");

    /// <summary>So many bytes, made as they are sent.</summary>
    private sealed class Zeros(long bytes) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var some = new byte[Megabyte];
            for (var left = bytes; left > 0; left -= some.Length)
            {
                await stream.WriteAsync(some.AsMemory(0, (int)Math.Min(left, some.Length)));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes;
            return true;
        }
    }
}
