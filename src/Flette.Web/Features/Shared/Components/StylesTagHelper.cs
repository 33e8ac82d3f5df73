using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-styles face="desk" /&gt;</c>: the style sheet of a face. On a page that must stand alone (the PDF) the rules are
/// written into the page instead; such a page is never served under the strict content policy.
/// </summary>
[HtmlTargetElement("fl-styles", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StylesTagHelper : TagHelper
{
    /// <summary>link, family, family-plan, desk, projector or paper.</summary>
    public required string Face { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var path = $"/css/{Face}.css";
        output.TagName = null;
        if (ViewContext?.ViewData.ChromeOrNull()?.Standalone != true)
        {
            var link = new TagBuilder("link") { TagRenderMode = TagRenderMode.StartTag };
            link.Attributes["rel"] = "stylesheet";
            link.Attributes["href"] = LookFiles.Url(path);
            output.Content.SetHtmlContent(link);
            return;
        }

        output.Content.SetHtmlContent("<style>" + LookFiles.Text(path) + "</style>");
    }
}

/// <summary><c>&lt;fl-sprite /&gt;</c>: the icons written into a page that must stand alone; nothing otherwise.</summary>
[HtmlTargetElement("fl-sprite", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SpriteTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (ViewContext?.ViewData.ChromeOrNull()?.Standalone == true)
            output.Content.SetHtmlContent(
                LookFiles
                    .Text("/img/icons.svg")
                    .Replace("<svg ", "<svg class=\"fl-sprite\" aria-hidden=\"true\" ", StringComparison.Ordinal)
            );
    }
}
