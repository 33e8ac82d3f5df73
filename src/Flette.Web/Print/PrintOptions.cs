namespace Flette.Web.Print;

/// <summary>How a PDF is made.</summary>
public sealed record PrintOptions
{
    /// <summary>The program that prints. Debian's own binary; its wrapper would add flags from <c>/etc/chromium.d</c>.</summary>
    public string Chromium { get; init; } = "/usr/lib/chromium/chromium";

    /// <summary>How long one PDF may take, from the start of the program; then it is ended with all it started.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one may wait for those before, since one is made at a time.</summary>
    public TimeSpan Queue { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The account it runs as when this program is root.</summary>
    public string SystemUser { get; init; } = "flette";

    /// <summary>Where its private folder is made, and removed again.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();
}
