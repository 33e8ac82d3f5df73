using AngleSharp.Dom;
using Flette.Kit;

namespace Flette.Web.Tests.Faces;

/// <summary>What a person reads in a part of a page.</summary>
internal static class FamilyReading
{
    /// <summary>The line that says who has something.</summary>
    public static string Holder(Page page, string what) =>
        Of(
            page.Document.QuerySelectorAll(".fl-list--airy > li")
                .Single(l => Of(l.QuerySelector("h3")!) == what)
                .QuerySelector("dd")!
        );

    /// <summary>Text with single spaces.</summary>
    public static string Of(IElement element) =>
        string.Join(' ', element.TextContent.Split([' ', '\n', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
}
