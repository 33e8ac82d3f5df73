namespace Flette.Web.Hosting.Uploads;

/// <summary>A document as it was sent, with all its bytes or, when they were too many, with none.</summary>
public sealed class SentFile : FormFile
{
    internal SentFile(Held held, string name, string fileName)
        : base(Stream.Null, 0, held.Length, name, fileName) => Content = held.Bytes;

    /// <summary>Its bytes; null when it is larger than the page takes. Not to be read as a stream, which would be a copy.</summary>
    public ReadOnlyMemory<byte>? Content { get; }
}
