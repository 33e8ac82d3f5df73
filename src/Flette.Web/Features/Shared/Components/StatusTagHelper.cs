using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-status state="InProgress" /&gt;</c>: icon and word, never colour alone. Content replaces the word:
/// <c>&lt;fl-status state="Proposed"&gt;Forslag til Furua&lt;/fl-status&gt;</c>.
/// </summary>
[HtmlTargetElement("fl-status")]
public sealed class StatusTagHelper : TagHelper
{
    public required StatusWord State { get; set; }

    /// <summary>Another icon than the state's own, for an answer that says something closer («Ønsker ny tid»: move).</summary>
    public string? Icon { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var (icon, colour) = Look(State);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("ds-tag fl-status");
        output.Attributes.SetAttribute("data-color", colour);
        if (State == StatusWord.Proposed)
            output.Attributes.SetAttribute("data-state", "proposed");
        output.Content.SetHtmlContent(Markup.Icon(ViewContext, string.IsNullOrEmpty(Icon) ? icon : Icon));
        if (content.IsEmptyOrWhiteSpace)
            output.Content.Append(LookWords.Status(State, Markup.Tongue(ViewContext)));
        else
            output.Content.AppendHtml(content);
    }

    /// <summary>Icon and colour. Warning means one thing: a person is needed.</summary>
    private static (string Icon, string Colour) Look(StatusWord state) =>
        state switch
        {
            StatusWord.Proposed => ("proposal", "neutral"),
            StatusWord.Open => ("agreement", "brand2"),
            StatusWord.InProgress => ("half", "accent"),
            StatusWord.NeedsHelp => ("help", "warning"),
            StatusWord.Done => ("check", "success"),
            StatusWord.Declined => ("return", "neutral"),
            StatusWord.Withdrawn => ("refused", "neutral"),
            StatusWord.Waiting => ("clock", "neutral"),
            StatusWord.Unowned => ("unowned", "warning"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No look for this state."),
        };
}
