using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-icon name="phone" /&gt;</c>: an icon of the sprite (<c>/img/icons.svg</c>), always beside a word that says the same.
/// </summary>
[HtmlTargetElement("fl-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>The symbol's name without «i-».</summary>
    public required string Name { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Icon(ViewContext, Name));
    }
}

/// <summary><c>&lt;fl-mark /&gt;</c>: the braid, drawn in the colours of the theme.</summary>
[HtmlTargetElement("fl-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkTagHelper : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Icon(ViewContext, "fl-mark", ""));
    }
}
