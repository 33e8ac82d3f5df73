using System.Text.RegularExpressions;

namespace Flette.Web.Tests.NonInterference;

/// <summary>What may differ between two answers that shall be the same, and why.</summary>
/// <param name="Page">Template of the page; * for all.</param>
/// <param name="Element">Which element.</param>
/// <param name="Why">Why it differs from one answer to the next.</param>
internal sealed record Mask(string Page, string Element, Regex What, string Why);

/// <summary>All masks, by page and element. Everything else must be the same to the byte.</summary>
internal static partial class Masks
{
    public static IReadOnlyList<Mask> All { get; } =
    [
        new("*", "input[name=__form]", Token(), "encrypted anew each time"),
        new("*", "input[name=FormKey]", FormKey(), "a new key for each form shown"),
        new("*", "p «Referanse …» of error pages", Reference(), "number of the request"),
    ];

    /// <summary>The answer with what may differ taken out.</summary>
    public static string Apply(string template, string html) =>
        All.Where(m => m.Page == "*" || m.Page == template)
            .Aggregate(html, (text, mask) => mask.What.Replace(text, "…"));

    [GeneratedRegex("(?<=name=\"__form\"[^>]* value=\")[^\"]*")]
    private static partial Regex Token();

    [GeneratedRegex("(?<=name=\"FormKey\" value=\")[^\"]*")]
    private static partial Regex FormKey();

    [GeneratedRegex("Referanse [^<]+")]
    private static partial Regex Reference();
}
