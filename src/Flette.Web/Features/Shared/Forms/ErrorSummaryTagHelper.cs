using System.Globalization;
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
    /// <summary>The names of the fields in the order of the page, by commas; otherwise the order of the model's properties.</summary>
    public string? Fields { get; set; }

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
            .OrderBy(error => Place(error.Key), StringComparer.Ordinal)
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

        var heading = Markup.Element(
            "h2",
            null,
            string.IsNullOrEmpty(Heading) ? LookWords.ErrorSummary(Markup.Tongue(ViewContext)) : Heading
        );
        heading.Attributes["id"] = "error-summary";
        var list = Markup.Element("ul", null);
        foreach (var (name, message) in errors)
            list.InnerHtml.AppendHtml(Markup.Element("li", null, name.Length == 0 ? message : Link(name, message)));
        output.Content.AppendHtml(heading).AppendHtml(list);
    }

    /// <summary>Where a field stands on the page; ModelState itself keeps no order. What belongs to no field comes first.</summary>
    private string Place(string name)
    {
        if (name.Length == 0)
            return "";
        if (!string.IsNullOrEmpty(Fields))
        {
            var at = Array.IndexOf(Fields.Split(',', StringSplitOptions.TrimEntries), name);
            return (at < 0 ? 999 : at).ToString("D3", CultureInfo.InvariantCulture);
        }

        var (metadata, place) = (ViewContext.ViewData.ModelMetadata, "");
        foreach (var part in name.Split('.'))
        {
            var property = part.Split('[')[0];
            var at =
                metadata
                    ?.Properties.TakeWhile(one => !string.Equals(one.PropertyName, property, StringComparison.Ordinal))
                    .Count()
                ?? 0;
            var found = at < (metadata?.Properties.Count ?? 0);
            place += (found ? at : 999).ToString("D3", CultureInfo.InvariantCulture);
            metadata = found ? metadata!.Properties[at] : null;
            metadata = metadata?.ElementMetadata ?? metadata;
        }

        return place + name;
    }

    private static TagBuilder Link(string name, string message)
    {
        var link = Markup.Element("a", "ds-link", message);
        link.Attributes["href"] = "#" + FieldState.IdOf(name);
        return link;
    }
}
