using Flette.Core.Words;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-thread holder="Solveig" awaits="Statsforvalteren" since="@day" next="Hun ringer dem mandag" /&gt;</c>:
/// who has it, whom it waits for, what happens next. Without a holder it says that nobody has it: ownerless things die.
/// </summary>
[HtmlTargetElement("fl-thread", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ThreadTagHelper : TagHelper
{
    /// <summary>The person who has it: first name for people the family has met.</summary>
    public string? Holder { get; set; }

    /// <summary>What she is, in words: «ergoterapeuten».</summary>
    public string? HolderRole { get; set; }

    /// <summary>Since when she has had it, or null.</summary>
    public DateOnly? HeldSince { get; set; }

    /// <summary>Whom it waits for, or null.</summary>
    public string? Awaits { get; set; }

    /// <summary>Since when it has waited.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>What happens next, as a sentence.</summary>
    public string? Next { get; set; }

    public DateOnly? Today { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var tongue = Markup.Tongue(ViewContext);
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("fl-thread");
        if (string.IsNullOrEmpty(Holder))
            output.Content.AppendHtml(Row("fl-thread__waits", LookWords.HasIt(tongue), LookWords.NobodyHasIt(tongue)));
        else
            output.Content.AppendHtml(
                Row(
                    null,
                    LookWords.HasIt(tongue),
                    Markup.Element("strong", null, Holder),
                    (string.IsNullOrEmpty(HolderRole) ? " " : $", {HolderRole}, ") + LookWords.HolderHasIt(tongue),
                    HeldSince is { } held
                        ? " " + NorwegianDates.Since(held, Markup.Today(ViewContext, Today), tongue)
                        : null
                )
            );
        if (!string.IsNullOrEmpty(Awaits))
        {
            var since = Since is { } day
                ? " " + NorwegianDates.Since(day, Markup.Today(ViewContext, Today), tongue)
                : "";
            output.Content.AppendHtml(
                Row("fl-thread__waits", LookWords.WaitsFor(tongue), $"{LookWords.WaitsForName(tongue)} {Awaits}{since}")
            );
        }

        if (!string.IsNullOrEmpty(Next))
            output.Content.AppendHtml(Row("fl-thread__next", LookWords.Next(tongue), Next));
    }

    private static TagBuilder Row(string? cssClass, string term, params object?[] said) =>
        Markup.Element("div", cssClass, Markup.Element("dt", "ds-sr-only", term), Markup.Element("dd", null, said));
}
