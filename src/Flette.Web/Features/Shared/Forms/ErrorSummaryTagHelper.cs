using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-error-summary /&gt;</c>: all refusals of the form, each a link to its field; it takes focus when the page opens.
/// A refusal that belongs to no field stands as text. Nothing is written when there is none.
/// </summary>
[HtmlTargetElement("fl-error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    /// <summary>Another heading than «Se over dette, så kan det lagres».</summary>
    public string? Heading { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext
            .ViewData.ModelState.Where(entry => entry.Value is not null)
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, error.ErrorMessage)))
            .Where(error => error.ErrorMessage.Length > 0)
            .Distinct()
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("ds-error-summary");
        output.Attributes.SetAttribute("data-color", "danger");
        output.Attributes.SetAttribute("role", "group");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("data-error-summary", "");
        output.Attributes.SetAttribute(new TagHelperAttribute("autofocus"));

        var heading = Markup.Element("h2", null, Heading ?? LookWords.ErrorSummary(Markup.Tongue(ViewContext)));
        heading.Attributes["id"] = "error-summary";
        var list = Markup.Element("ul", null);
        foreach (var (name, message) in errors)
            list.InnerHtml.AppendHtml(Markup.Element("li", null, name.Length == 0 ? message : Link(name, message)));
        output.Content.AppendHtml(heading).AppendHtml(list);
    }

    private static TagBuilder Link(string name, string message)
    {
        var link = Markup.Element("a", "ds-link", message);
        link.Attributes["href"] = "#" + FieldState.IdOf(name);
        return link;
    }
}
