using System.Text;
using Flette.Core;
using Flette.Web.Print;

namespace Flette.Kit;

/// <summary>
/// Hands back the page instead of a PDF of it: what may stand in a PDF can be read in it, and needs no Chromium. The tests of the
/// printer itself put <see cref="ChromiumPrinter"/> in its place.
/// </summary>
public sealed class PagePrinter : IPdfPrinter
{
    /// <inheritdoc/>
    public Task<Result<byte[]>> PdfAsync(string html, CancellationToken cancel) =>
        Task.FromResult<Result<byte[]>>(Encoding.UTF8.GetBytes(html));
}
