using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Flette.Web.Features.Shared;

/// <summary>
/// <c>&lt;fl-table caption="Åpne avtaler" columns="@Columns"&gt;</c> with <c>fl-tr</c>, <c>fl-th</c> and <c>fl-td</c>: a dense table
/// that folds on a narrow screen. It writes the roles that folding takes away, and each cell's heading as <c>data-label</c>.
/// With <c>grouped</c> the rows stand in <c>fl-rows</c>, each with an <c>fl-group</c> first.
/// </summary>
[HtmlTargetElement("fl-table")]
public sealed class TableTagHelper : TagHelper
{
    /// <summary>What the table holds; only for screen readers, the section has its heading.</summary>
    public required string Caption { get; set; }

    public required IReadOnlyList<string> Columns { get; set; }

    /// <summary>The headings are only for screen readers.</summary>
    public bool HideHead { get; set; }

    public bool Grouped { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(TableTagHelper)] = new TableState(Columns);
        var rows = await output.GetChildContentAsync();
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("ds-table fl-dense");
        output.Attributes.SetAttribute("role", "table");

        var head = Markup.Element("tr", null);
        head.Attributes["role"] = "row";
        foreach (var column in Columns)
        {
            var cell = Markup.Element("th", null, column);
            cell.Attributes["role"] = "columnheader";
            cell.Attributes["scope"] = "col";
            head.InnerHtml.AppendHtml(cell);
        }

        var group = Markup.Element("thead", HideHead ? "ds-sr-only" : null, head);
        group.Attributes["role"] = "rowgroup";
        output.Content.SetHtmlContent(Markup.Element("caption", "ds-sr-only", Caption)).AppendHtml(group);
        if (Grouped)
        {
            output.Content.AppendHtml(rows);
            return;
        }

        var body = Markup.Element("tbody", null, rows);
        body.Attributes["role"] = "rowgroup";
        output.Content.AppendHtml(body);
    }
}

/// <summary>The headings of the table, and which cell of the row comes next.</summary>
internal sealed class TableState(IReadOnlyList<string> columns)
{
    private int next;

    public int Columns => columns.Count;

    public void StartRow() => next = 0;

    public string NextHeading() => next < columns.Count ? columns[next++] : "";

    public static TableState Of(TagHelperContext context) =>
        context.Items.TryGetValue(typeof(TableTagHelper), out var state)
            ? (TableState)state
            : throw new InvalidOperationException("Rows and cells stand inside fl-table.");
}

/// <summary>A body of rows in a grouped table.</summary>
[HtmlTargetElement("fl-rows")]
public sealed class RowsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "tbody";
        output.Attributes.SetAttribute("role", "rowgroup");
    }
}

/// <summary>The heading of a group of rows, over the whole width.</summary>
[HtmlTargetElement("fl-group")]
public sealed class GroupTagHelper : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var heading = Markup.Element("th", null, await output.GetChildContentAsync());
        heading.Attributes["role"] = "rowheader";
        heading.Attributes["scope"] = "rowgroup";
        heading.Attributes["colspan"] = TableState.Of(context).Columns.ToString(CultureInfo.InvariantCulture);
        output.TagName = "tr";
        output.Attributes.SetAttribute("role", "row");
        output.AddClass("fl-group");
        output.Content.SetHtmlContent(heading);
    }
}

/// <summary>A row.</summary>
[HtmlTargetElement("fl-tr")]
public sealed class RowTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        TableState.Of(context).StartRow();
        output.TagName = "tr";
        output.Attributes.SetAttribute("role", "row");
    }
}

/// <summary>The cell that names the row.</summary>
[HtmlTargetElement("fl-th")]
public sealed class RowHeadTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        TableState.Of(context).NextHeading();
        output.TagName = "th";
        output.Attributes.SetAttribute("role", "rowheader");
        output.Attributes.SetAttribute("scope", "row");
    }
}

/// <summary>A cell. <c>bare</c> where the content says by itself what it is (a status, a row of buttons).</summary>
[HtmlTargetElement("fl-td")]
public sealed class CellTagHelper : TagHelper
{
    public bool Bare { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var heading = TableState.Of(context).NextHeading();
        output.TagName = "td";
        output.Attributes.SetAttribute("role", "cell");
        if (Bare || heading.Length == 0)
            return;
        output.Attributes.SetAttribute("data-label", heading);
        // Folded, the cell is heading and content beside each other: the content must be one box.
        output.PreContent.SetHtmlContent("<div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}
