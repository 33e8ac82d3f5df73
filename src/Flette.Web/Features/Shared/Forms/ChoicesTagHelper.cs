using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-choices for="Input.Kind" label="Hva slags koordinator?" options="@Kinds" /&gt;</c>: a few choices, all visible.
/// One of them (radio) or, with <c>many</c>, any of them (checkbox); <c>toggle</c> makes a row of short ones into buttons.
/// Options that have groups stand under their headings in columns, the chosen ones first.
/// </summary>
[HtmlTargetElement("fl-choices")]
public sealed class ChoicesTagHelper : TagHelper
{
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    /// <summary>The chosen value; with <c>many</c> several, separated by commas.</summary>
    public string? Value { get; set; }

    public string? Error { get; set; }

    public required string Label { get; set; }

    public string? Description { get; set; }

    public required IReadOnlyList<FieldOption> Options { get; set; }

    public bool Many { get; set; }

    public bool Row { get; set; }

    public bool Toggle { get; set; }

    /// <summary>The legend is only for screen readers.</summary>
    public bool HideLabel { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var given =
            Many && For?.Model is System.Collections.IEnumerable several and not string
                ? string.Join(',', several.Cast<object?>().Select(FieldState.Text))
                : Value;
        var field = FieldState.Read(ViewContext, For, Name, given, Error);
        var chosen = Many ? (field.Value ?? "").Split(',', StringSplitOptions.TrimEntries) : [field.Value ?? ""];

        output.TagName = "fieldset";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("ds-fieldset");
        // The summary links to the group when nothing is chosen, so the first control carries the name's own id.
        FieldGroup(output, field);
        output.Content.AppendHtml(Markup.Element("legend", HideLabel ? "ds-sr-only" : null, Label));
        output.Content.AppendHtml(FieldState.About(Description, field.Id));

        var grouped = Options.Any(option => option.Group is not null);
        var list = Markup.Element(
            "div",
            Toggle ? "ds-toggle-group"
                : grouped ? "fl-choices fl-choices--people"
                : Row ? "fl-choices fl-choices--row"
                : "fl-choices"
        );
        if (Toggle)
            list.Attributes["data-toggle-group"] = Label;
        if (grouped)
            Groups(list, field, chosen);
        else
            foreach (var (option, index) in Options.Select((option, index) => (option, index)))
                list.InnerHtml.AppendHtml(Choice(field, option, index, IsChosen(option, chosen)));
        output.Content.AppendHtml(list).AppendHtml(FieldState.Complaint(field.Error, field.Id));
    }

    private static bool IsChosen(FieldOption option, string[] chosen) =>
        chosen.Contains(option.Value, StringComparer.Ordinal);

    /// <summary>Those who are chosen first, so that they are seen; then each group under its heading.</summary>
    private void Groups(TagBuilder list, FieldState field, string[] chosen)
    {
        var index = 0;
        var first = LookWords.Chosen(Markup.Tongue(ViewContext));
        foreach (
            var group in Options
                .OrderBy(option => !IsChosen(option, chosen))
                .GroupBy(option => IsChosen(option, chosen) ? first : option.Group ?? "", StringComparer.Ordinal)
        )
        {
            var name = Markup.Element("p", "fl-choices__name", group.Key);
            name.Attributes["id"] = $"{field.Id}-group{index.ToString(CultureInfo.InvariantCulture)}";
            var options = Markup.Element("div", "fl-choices__list", name);
            options.Attributes["role"] = "group";
            options.Attributes["aria-labelledby"] = name.Attributes["id"];
            foreach (var option in group)
                options.InnerHtml.AppendHtml(Choice(field, option, index++, IsChosen(option, chosen)));
            list.InnerHtml.AppendHtml(options);
        }
    }

    private void FieldGroup(TagHelperOutput output, FieldState field)
    {
        var about = string.Join(
            ' ',
            new[]
            {
                string.IsNullOrEmpty(Description) ? null : field.Id + "-about",
                field.Error is null ? null : field.Id + "-error",
            }.Where(id => id is not null)
        );
        if (about.Length > 0)
            output.Attributes.SetAttribute("aria-describedby", about);
    }

    private TagBuilder Choice(FieldState field, FieldOption option, int index, bool isChosen)
    {
        var id = index == 0 ? field.Id : field.Id + "-" + index.ToString(CultureInfo.InvariantCulture);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.StartTag };
        if (!Toggle)
            input.Attributes["class"] = "ds-input";
        input.Attributes["type"] = Many ? "checkbox" : "radio";
        input.Attributes["id"] = id;
        input.Attributes["name"] = field.Name;
        input.Attributes["value"] = option.Value;
        if (isChosen)
            input.Attributes["checked"] = "checked";
        if (field.Error is not null)
            input.Attributes["aria-invalid"] = "true";

        if (Toggle)
        {
            var button = Markup.Element("label", "ds-button", input, option.Text);
            button.Attributes["data-variant"] = "tertiary";
            return button;
        }

        FieldState.Describe(input, string.IsNullOrEmpty(option.Description) ? null : id + "-about", null);
        var label = Markup.Element("label", "ds-label", option.Text);
        label.Attributes["for"] = id;
        return Markup.Element("div", "ds-field", input, label, FieldState.About(option.Description, id));
    }
}
