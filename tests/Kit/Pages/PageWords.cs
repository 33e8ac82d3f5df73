using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Flette.Kit;

/// <summary>What people read and what screen readers say.</summary>
public static partial class PageWords
{
    /// <summary>Text with single spaces; not what stands in scripts and templates.</summary>
    public static string Text(IElement? element)
    {
        if (element is null)
        {
            return "";
        }
        var copy = (IElement)element.Clone();
        foreach (var silent in copy.QuerySelectorAll("script, style, template").ToList())
        {
            silent.Remove();
        }
        return Spaces().Replace(copy.TextContent, " ").Trim();
    }

    /// <summary>The accessible name of a link or button.</summary>
    public static string Name(IElement element) =>
        element.GetAttribute("aria-label")
        ?? (
            Text(element) is { Length: > 0 } text
                ? text
                : element.GetAttribute("value") ?? element.GetAttribute("title") ?? ""
        );

    /// <summary>The names of a field: its labels, or what stands in for one.</summary>
    public static IEnumerable<string> Labels(IElement field)
    {
        if (field.GetAttribute("aria-label") is { } spoken)
        {
            yield return spoken;
        }
        var document = field.Owner!;
        foreach (
            var id in (field.GetAttribute("aria-labelledby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            yield return Text(document.GetElementById(id));
        }
        if (field.Closest("label") is { } around)
        {
            yield return Text(around);
        }
        if (field.Id is { Length: > 0 } own)
        {
            foreach (var label in document.QuerySelectorAll("label").Where(l => l.GetAttribute("for") == own))
            {
                yield return Text(label);
            }
        }
    }

    /// <summary>Whether a label is the one meant; «(valgfritt)» after it need not be written.</summary>
    public static bool Is(string label, string meant) =>
        label == meant || label.StartsWith(meant + " (", StringComparison.Ordinal);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
