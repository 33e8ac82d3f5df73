namespace Flette.Web.Hosting.Uploads;

/// <summary>A document of a form whose page takes it sealed: what there is of it lies in <see cref="Spool"/>.</summary>
public sealed class SpooledFile(SealedSpool spool, string name, string fileName, IHeaderDictionary headers) : IFormFile
{
    /// <summary>The document.</summary>
    public SealedSpool Spool => spool;

    /// <inheritdoc/>
    public long Length => spool.Length;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string FileName => fileName;

    /// <inheritdoc/>
    public string ContentType => headers.ContentType.ToString();

    /// <inheritdoc/>
    public string ContentDisposition => headers.ContentDisposition.ToString();

    /// <inheritdoc/>
    public IHeaderDictionary Headers => headers;

    /// <summary>Never: in the clear it stands nowhere.</summary>
    public Stream OpenReadStream() => throw new NotSupportedException("It is sealed.");

    /// <summary>Never: in the clear it stands nowhere.</summary>
    public void CopyTo(Stream target) => throw new NotSupportedException("It is sealed.");

    /// <summary>Never: in the clear it stands nowhere.</summary>
    public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("It is sealed.");
}
