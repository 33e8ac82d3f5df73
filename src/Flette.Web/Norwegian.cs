using System.Globalization;

namespace Flette.Web;

/// <summary>How Norwegian sorts and compares.</summary>
public static class Norwegian
{
    /// <summary>Bokmål.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>æ, ø and å last, aa as å; case aside.</summary>
    public static StringComparer Sorting { get; } = StringComparer.Create(Culture, ignoreCase: true);
}
