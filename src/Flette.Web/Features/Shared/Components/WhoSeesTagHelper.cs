using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-who-sees locked&gt;Arbeidsnotat. Bare du leser det.&lt;/fl-who-sees&gt;</c>: who will read this. It stands by every
/// field a person writes in; the lock where nobody else reads it, the eye otherwise.
/// </summary>
[HtmlTargetElement("fl-who-sees")]
public sealed class WhoSeesTagHelper : TagHelper
{
    public bool Locked { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("fl-who-sees");
        output
            .Content.SetHtmlContent(Markup.Icon(ViewContext, Locked ? "lock" : "eye"))
            .AppendHtml(Markup.Element("span", null, words));
    }
}

/// <summary>
/// <c>&lt;fl-key&gt;A&lt;/fl-key&gt;</c>: a key to press. Inside a button it is <c>quiet</c>, so that the button's name is only its word.
/// </summary>
[HtmlTargetElement("fl-key")]
public sealed class KeyTagHelper : TagHelper
{
    public bool Quiet { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "kbd";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("fl-key");
        if (Quiet)
            output.Attributes.SetAttribute("aria-hidden", "true");
    }
}
