using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Flette.Core.Words;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Tests.Look;

/// <summary>Runs one tag helper as Razor would and hands back its HTML.</summary>
internal static class Render
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Friday 20 November 2026, the day of the drawings.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static ViewContext View(Tongue tongue = Tongue.Bokmal, bool standalone = false)
    {
        var data = new ViewDataDictionary(new EmptyModelMetadataProvider(), new ModelStateDictionary());
        data.SetChrome(
            new Chrome
            {
                Municipality = "Fjellvik kommune",
                Today = Today,
                Tongue = tongue,
                Standalone = standalone,
            }
        );
        return new ViewContext { ViewData = data, HttpContext = new DefaultHttpContext() };
    }

    public static Task<string> Html(
        TagHelper helper,
        string content = "",
        params (string Name, string Value)[] attributes
    ) => Html(helper, content, new Dictionary<object, object>(), attributes);

    public static async Task<string> Html(
        TagHelper helper,
        string content,
        IDictionary<object, object> items,
        params (string Name, string Value)[] attributes
    )
    {
        var output = new TagHelperOutput(
            "fl-test",
            [.. attributes.Select(one => new TagHelperAttribute(one.Name, one.Value))],
            (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().AppendHtml(content))
        );
        var context = new TagHelperContext("fl-test", [], items, "test");
        await helper.ProcessAsync(context, output);
        // What Razor does: content that the helper did not replace is the child content.
        if (!output.IsContentModified)
            output.Content.SetHtmlContent(await output.GetChildContentAsync());
        using var writer = new StringWriter();
        output.WriteTo(writer, Encoder);
        return writer.ToString();
    }

    public static async Task<IElement> Element(
        TagHelper helper,
        string content = "",
        params (string Name, string Value)[] attributes
    ) => Parse(await Html(helper, content, attributes)).FirstElementChild!;

    /// <summary>The same strings in the same order, letter by letter.</summary>
    public static void Same(IEnumerable<string> expected, IEnumerable<string> actual) =>
        Assert.Equal(expected, actual, StringComparer.Ordinal);

    public static IElement Parse(string html) => new HtmlParser().ParseDocument("<body>" + html).Body!;
}
