using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-undo text="Samtalen er lagret" action="/…"&gt;</c>: what was done, and a button that takes it back, instead of a
/// question beforehand. A real form; content is its hidden fields (version, form key). Without <c>action</c> it only tells.
/// </summary>
[HtmlTargetElement("fl-undo")]
public sealed class UndoTagHelper(IAntiforgery antiforgery) : TagHelper
{
    /// <summary>What was done: «Samtalen er lagret».</summary>
    public required string Text { get; set; }

    /// <summary>Where the undo is posted, or null.</summary>
    public string? Action { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var hidden = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("fl-undo");
        output.Attributes.SetAttribute("role", "status");
        output.Content.SetHtmlContent(Markup.Icon(ViewContext, "check")).AppendHtml(Markup.Element("span", null, Text));
        if (string.IsNullOrEmpty(Action))
            return;

        var button = Markup.Element("button", "ds-button", LookWords.Undo(Markup.Tongue(ViewContext)));
        button.Attributes["data-variant"] = "tertiary";
        button.Attributes["data-key"] = "z";
        var form = Markup.Element("form", null, antiforgery.GetHtml(ViewContext.HttpContext), hidden, button);
        form.Attributes["method"] = "post";
        form.Attributes["action"] = Action;
        output.Content.AppendHtml(form);
    }
}
