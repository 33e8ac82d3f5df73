using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-answers four&gt;</c> with <c>fl-answer</c>: three or four answers that weigh the same, each a button that posts the
/// form they stand in. The one already given is pressed.
/// </summary>
[HtmlTargetElement("fl-answers")]
public sealed class AnswersTagHelper : TagHelper
{
    /// <summary>Name of the posted field.</summary>
    public string Name { get; set; } = "answer";

    /// <summary>The answer already given, or null.</summary>
    public string? Given { get; set; }

    /// <summary>Two and two beside each other.</summary>
    public bool Four { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(AnswersTagHelper)] = this;
        output.Content.SetHtmlContent(await output.GetChildContentAsync());
        output.TagName = "div";
        output.AddClass(Four ? "fl-answers fl-answers--four" : "fl-answers");
    }
}

/// <summary><c>&lt;fl-answer value="done" icon="check"&gt;Gjort&lt;/fl-answer&gt;</c> inside <c>fl-answers</c>.</summary>
[HtmlTargetElement("fl-answer")]
public sealed class AnswerTagHelper : TagHelper
{
    public required string Value { get; set; }

    public required string Icon { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var group = context.Items.TryGetValue(typeof(AnswersTagHelper), out var found)
            ? (AnswersTagHelper)found
            : throw new InvalidOperationException("fl-answer stands inside fl-answers.");
        var words = await output.GetChildContentAsync();
        output.TagName = "button";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("ds-button");
        output.Attributes.SetAttribute("data-variant", "secondary");
        output.Attributes.SetAttribute("name", group.Name);
        output.Attributes.SetAttribute("value", Value);
        // Before anything is answered the buttons are plain buttons; a screen reader should not hear «ikke trykket» four times.
        if (!string.IsNullOrEmpty(group.Given))
            output.Attributes.SetAttribute(
                "aria-pressed",
                string.Equals(group.Given, Value, StringComparison.Ordinal) ? "true" : "false"
            );
        output.Content.SetHtmlContent(Markup.Icon(ViewContext, Icon)).AppendHtml(words);
    }
}
