using Flette.Core.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>The few pieces of HTML that several tag helpers write. Text is always encoded by the builder.</summary>
internal static class Markup
{
    /// <summary>An icon from the sprite; it says nothing to a screen reader, the word beside it does.</summary>
    public static TagBuilder Icon(ViewContext? view, string name, string cssClass = "fl-icon")
    {
        var use = new TagBuilder("use");
        use.Attributes["href"] = SpriteHref(view, name);
        var svg = new TagBuilder("svg");
        if (cssClass.Length > 0)
            svg.Attributes["class"] = cssClass;
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }

    public static TagBuilder Element(string name, string? cssClass, params object?[] content)
    {
        var element = new TagBuilder(name);
        if (cssClass is not null)
            element.Attributes["class"] = cssClass;
        foreach (var piece in content)
        {
            if (piece is IHtmlContent html)
                element.InnerHtml.AppendHtml(html);
            else if (piece is not null)
                element.InnerHtml.Append(piece.ToString()!);
        }

        return element;
    }

    public static Tongue Tongue(ViewContext? view) => view?.ViewData.ChromeOrNull()?.Tongue ?? default;

    /// <summary>The day to count from: the attribute where it is given, else the day of the chrome.</summary>
    /// <exception cref="InvalidOperationException">Neither is there.</exception>
    public static DateOnly Today(ViewContext? view, DateOnly? given) =>
        given
        ?? view?.ViewData.ChromeOrNull()?.Today
        ?? throw new InvalidOperationException("No today: neither attribute nor chrome.");

    /// <summary>Adds classes to those the page wrote on the element.</summary>
    public static void AddClass(this TagHelperOutput output, string cssClass)
    {
        var own = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.SetAttribute("class", string.IsNullOrEmpty(own) ? cssClass : $"{cssClass} {own}");
    }

    private static string SpriteHref(ViewContext? view, string name)
    {
        var id = name is "fl-mark" ? name : "i-" + name;
        return view?.ViewData.ChromeOrNull()?.Standalone == true
            ? "#" + id
            : LookFiles.Url("/img/icons.svg") + "#" + id;
    }
}
