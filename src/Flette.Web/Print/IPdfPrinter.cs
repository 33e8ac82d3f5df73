using Flette.Core;

namespace Flette.Web.Print;

/// <summary>Makes a PDF of a page.</summary>
public interface IPdfPrinter
{
    /// <summary>The page as tagged PDF on A4, or <see cref="NotPrinted"/>: the reader can use the print page then.</summary>
    /// <param name="html">A whole page that fetches nothing: style and pictures stand in it.</param>
    Task<Result<byte[]>> PdfAsync(string html, CancellationToken cancel);
}

/// <summary>No PDF was made. Why is for the operator, not for the reader.</summary>
/// <param name="Code">Stands in the log, as <c>FLETTE-PDF-02</c>.</param>
public sealed record NotPrinted(string Code) : Refusal
{
    /// <summary>There is no Chromium, or no account to run it as.</summary>
    public static NotPrinted Missing { get; } = new("FLETTE-PDF-01");

    /// <summary>It took longer than the limit.</summary>
    public static NotPrinted TooSlow { get; } = new("FLETTE-PDF-02");

    /// <summary>It ended by itself, or answered something else than a PDF.</summary>
    public static NotPrinted Failed { get; } = new("FLETTE-PDF-03");

    /// <summary>Too many waited.</summary>
    public static NotPrinted Busy { get; } = new("FLETTE-PDF-04");
}
