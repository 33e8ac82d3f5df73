using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>What a field is written with.</summary>
public enum FieldKind
{
    Text,
    Multiline,
    Select,
    Date,
    Time,
    Email,
    Phone,
    Number,
    Search,
    File,
    Checkbox,
}

/// <summary>One thing to choose.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is read.</param>
/// <param name="Description">A line below, or null.</param>
/// <param name="Group">The heading it stands under in a long list; null where there are none.</param>
public sealed record FieldOption(string Value, string Text, string? Description = null, string? Group = null);

/// <summary>
/// <c>&lt;fl-field for="Input.Name" label="Hva heter familien?" /&gt;</c>: label, description, control and error as one
/// Designsystemet field. What was typed stays after a refusal, the error is read with the control, and attributes the
/// helper does not know (<c>autocomplete</c>, <c>list</c>, <c>maxlength</c>, <c>data-key</c>) go to the control.
/// Without <c>for</c>: <c>name</c>, <c>value</c> and <c>error</c>. Content stands between control and error, for a
/// <c>fl-who-sees</c> or a <c>datalist</c>.
/// </summary>
[HtmlTargetElement("fl-field")]
public sealed class FieldTagHelper : TagHelper
{
    /// <summary>The property the field belongs to.</summary>
    public ModelExpression? For { get; set; }

    public string? Name { get; set; }

    public string? Value { get; set; }

    public string? Error { get; set; }

    public required string Label { get; set; }

    /// <summary>One line of help, read before the control.</summary>
    public string? Description { get; set; }

    public FieldKind Kind { get; set; } = FieldKind.Text;

    /// <summary>Says «(valgfritt)» after the label. Fields that must be filled say nothing.</summary>
    public bool Optional { get; set; }

    /// <summary>The label is only for screen readers: where the place says what it is, as in a table.</summary>
    public bool HideLabel { get; set; }

    /// <summary>Height of a multiline field.</summary>
    public int Rows { get; set; } = 4;

    public IReadOnlyList<FieldOption>? Options { get; set; }

    /// <summary>An empty first choice («Velg») in a list.</summary>
    public bool EmptyOption { get; set; } = true;

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext? ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var field = FieldState.Read(ViewContext, For, Name, Value, Error);
        var own = output.Attributes["id"]?.Value?.ToString();
        var id = string.IsNullOrEmpty(own) ? field.Id : own;

        var control = Control(field);
        foreach (var attribute in output.Attributes.Where(one => one.Name is not ("class" or "id")))
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        control.Attributes["id"] = id;
        control.Attributes["name"] = field.Name;
        FieldState.Describe(
            control,
            string.IsNullOrEmpty(Description) ? null : id + "-about",
            field.Error is null ? null : id + "-error"
        );

        var cssClass = output.Attributes["class"]?.Value;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", cssClass is null ? "ds-field" : $"ds-field {cssClass}");
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;

        var label = Markup.Element("label", HideLabel ? "ds-sr-only" : "ds-label", Label);
        label.Attributes["for"] = id;
        if (Optional)
        {
            label.InnerHtml.Append(" ");
            label.InnerHtml.AppendHtml(
                Markup.Element("span", "fl-muted", LookWords.Optional(Markup.Tongue(ViewContext)))
            );
        }

        // A checkbox stands before its words; everything else below them.
        if (Kind == FieldKind.Checkbox)
            output.Content.AppendHtml(control).AppendHtml(label).AppendHtml(FieldState.About(Description, id));
        else
            output.Content.AppendHtml(label).AppendHtml(FieldState.About(Description, id)).AppendHtml(control);
        output.Content.AppendHtml(content).AppendHtml(FieldState.Complaint(field.Error, id));
    }

    private TagBuilder Control(FieldState field)
    {
        switch (Kind)
        {
            case FieldKind.Multiline:
                // Browsers drop the first line break inside a textarea, so one of our own goes before the text.
                var area = Markup.Element("textarea", "ds-input");
                area.InnerHtml.AppendHtml("\n");
                area.InnerHtml.Append(field.Value ?? "");
                area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
                return area;
            case FieldKind.Select:
                var select = Markup.Element("select", "ds-input");
                if (EmptyOption)
                    select.InnerHtml.AppendHtml(
                        Choice(new FieldOption("", LookWords.Choose(Markup.Tongue(ViewContext))), field.Value ?? "")
                    );
                var lists = new Dictionary<string, TagBuilder>(StringComparer.Ordinal);
                foreach (var option in Options ?? [])
                {
                    var list = select;
                    if (option.Group is { } heading && !lists.TryGetValue(heading, out list))
                    {
                        lists[heading] = list = new TagBuilder("optgroup");
                        list.Attributes["label"] = heading;
                        select.InnerHtml.AppendHtml(list);
                    }
                    list.InnerHtml.AppendHtml(Choice(option, field.Value ?? ""));
                }
                return select;
            default:
                return Input(field);
        }
    }

    private TagBuilder Input(FieldState field)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.StartTag };
        input.Attributes["class"] = "ds-input";
        input.Attributes["type"] = Kind switch
        {
            FieldKind.Date => "date",
            FieldKind.Time => "time",
            FieldKind.Email => "email",
            FieldKind.Phone => "tel",
            FieldKind.Number => "number",
            FieldKind.Search => "search",
            FieldKind.File => "file",
            FieldKind.Checkbox => "checkbox",
            _ => "text",
        };
        if (Kind == FieldKind.Checkbox)
        {
            input.Attributes["value"] = "true";
            if (string.Equals(field.Value, "true", StringComparison.OrdinalIgnoreCase))
                input.Attributes["checked"] = "checked";
        }
        else if (Kind != FieldKind.File && !string.IsNullOrEmpty(field.Value))
        {
            input.Attributes["value"] = field.Value;
        }

        return input;
    }

    private static TagBuilder Choice(FieldOption option, string chosen)
    {
        var element = Markup.Element("option", null, option.Text);
        element.Attributes["value"] = option.Value;
        if (string.Equals(option.Value, chosen, StringComparison.Ordinal))
            element.Attributes["selected"] = "selected";
        return element;
    }
}
