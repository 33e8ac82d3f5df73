using Flette.Core.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-own-words who="Oda" when="@day" how="med bildekort hjemme"&gt;Svømme.&lt;/fl-own-words&gt;</c>: somebody's own
/// words, with hanging guillemets. A blockquote and not a figure: a figure becomes a picture without text in the PDF.
/// </summary>
[HtmlTargetElement("fl-own-words")]
public sealed class OwnWordsTagHelper : TagHelper
{
    public required string Who { get; set; }

    public DateOnly? When { get; set; }

    /// <summary>How it was said: «på telefon», «med bildekort hjemme».</summary>
    public string? How { get; set; }

    /// <summary>The words of the person the plan is about, larger than the others'.</summary>
    public bool Large { get; set; }

    public DateOnly? Today { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var words = await output.GetChildContentAsync();
        var day = When is { } when
            ? NorwegianDates.DayAndMonth(when, Markup.Today(ViewContext, Today), Markup.Tongue(ViewContext))
            : null;
        var about = string.Join(", ", new[] { Who, day, How }.Where(part => !string.IsNullOrEmpty(part)));
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass(Large ? "fl-own-words fl-own-words--large" : "fl-own-words");
        output.Content.SetHtmlContent(Markup.Element("blockquote", null, Markup.Element("p", null, words)));
        output.Content.AppendHtml(Markup.Element("p", "fl-own-words__who", about));
    }
}
